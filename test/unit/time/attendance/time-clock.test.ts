import { beforeEach, describe, expect, it } from "vitest";
import { FactorialError } from "../../../../src/api/errors";
import type { Sandbox } from "../../../../src/sandbox/index";
import { clocked, type TimerAction } from "../../../../src/time/attendance/clocked";
import { TimeClock, type ClockOutcome } from "../../../../src/time/attendance/time-clock";
import {
  clearDay,
  clockAt,
  companies,
  heldOn,
  NORA,
  onProject,
  sitDown,
  SUNDAY,
  WAYS,
  writes,
  type Desk,
} from "../desk";

const company = companies();
const CLOCK = /\/(clock_in|clock_out|break_start|break_end)$/;

describe.each(WAYS.filter(({ kind }) => kind === "shifts").map((way) => [way.version, way] as const))(
  "the time clock, %s",
  (_, way) => {
    let sandbox: Sandbox;
    let desk: Desk;
    beforeEach(() => {
      sandbox = company("attendance");
      desk = sitDown(sandbox, way);
      // Nobody is clocked in from the test before.
      for (const shift of sandbox.company.shifts.where(({ clock_out }) => clock_out === undefined))
        sandbox.company.shifts.remove(shift);
      at("09:00");
    });

    let clock: TimeClock;
    /** Goes on to that time of the Sunday. */
    const at = (time: string) => {
      const instant = `${SUNDAY}T${time}:00+01:00`;
      sandbox.setNow(instant);
      clock = new TimeClock({ ...desk, clock: clockAt(instant), employeeId: NORA, settleDelays: [1, 1] });
    };
    const held = () =>
      heldOn(sandbox, SUNDAY).shifts.map(({ clock_in, clock_out, workable }) => [
        clock_in?.slice(0, 5),
        clock_out?.slice(0, 5),
        workable,
      ]);
    const fail = (kind: "lostAnswer" | "cutConnection") => {
      sandbox.misbehave({ match: { method: "POST", path: CLOCK }, kind, times: 1 });
    };

    it("goes from in over a break to out, each read back", async () => {
      expect(await clock.read()).toEqual({ kind: "out" });
      expect(await clock.act("clockIn")).toEqual({
        kind: "done",
        state: { kind: "in", since: "09:00", day: SUNDAY },
      });
      at("11:00");
      expect(await clock.act("startBreak")).toMatchObject({
        kind: "done",
        state: { kind: "break", since: "11:00" },
      });
      at("11:30");
      expect(await clock.act("endBreak")).toMatchObject({
        kind: "done",
        state: { kind: "in", since: "11:30" },
      });
      at("13:00");
      expect(await clock.act("clockOut")).toEqual({ kind: "done", state: { kind: "out" } });
      expect(held()).toEqual([
        ["09:00", "11:00", true],
        ["11:00", "11:30", false],
        ["11:30", "13:00", true],
      ]);
    });

    it.each(["clockOut", "startBreak", "endBreak"] as const)(
      "sends no %s when nobody is clocked in",
      async (action) => {
        expect(await clock.act(action)).toEqual({ kind: "not-possible", state: { kind: "out" } });
        expect(writes(sandbox)).toEqual([]);
      },
    );

    it("never clocks in twice, nor during a break", async () => {
      await clock.act("clockIn");
      at("10:00");
      expect(await clock.act("clockIn")).toMatchObject({
        kind: "not-possible",
        state: { kind: "in", since: "09:00" },
      });
      await clock.act("startBreak");
      expect(await clock.act("clockIn")).toMatchObject({ kind: "not-possible", state: { kind: "break" } });
      expect(held()).toHaveLength(2);
      expect(writes(sandbox)).toHaveLength(2);
    });

    it("two windows that clock in at once clock in once", async () => {
      const outcomes = await Promise.all([clock.act("clockIn"), clock.act("clockIn")]);
      expect(held()).toHaveLength(1);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["done", "not-done"]);
    });

    it("finds out what became of an answer that was lost, and sends nothing again", async () => {
      fail("lostAnswer");
      expect(await clock.act("clockIn")).toMatchObject({ kind: "done", state: { kind: "in" } });
      at("10:00");
      fail("lostAnswer");
      expect(await clock.act("clockOut")).toEqual({ kind: "done", state: { kind: "out" } });
      expect(held()).toEqual([["09:00", "10:00", true]]);
      expect(writes(sandbox)).toHaveLength(2);
    });

    it("says that nothing was done when the request did not arrive", async () => {
      fail("cutConnection");
      expect(await clock.act("clockIn")).toMatchObject({ kind: "not-done", readBack: true });
      expect(held()).toEqual([]);
      expect(writes(sandbox)).toHaveLength(1);
    });

    it("says that it does not know when the clock cannot be read after a lost answer", async () => {
      fail("lostAnswer");
      const unreadable = desk.client.openShifts;
      let reads = 0;
      const client = {
        ...desk.client,
        openShifts: {
          ...unreadable,
          all: (...given: Parameters<typeof unreadable.all>) => {
            reads += 1;
            if (reads > 1) return Promise.reject(new FactorialError("offline", "No network"));
            return unreadable.all(...given);
          },
        },
      };
      clock = new TimeClock({
        ...desk,
        client,
        clock: clockAt(`${SUNDAY}T09:00:00+01:00`),
        employeeId: NORA,
        settleDelays: [1, 1],
      });
      expect(await clock.act("clockIn")).toMatchObject({ kind: "unknown" });
      expect(writes(sandbox)).toHaveLength(1);
    });

    it("says in the server's words why it was refused", async () => {
      sandbox.lockDay(NORA, SUNDAY);
      const outcome = await clock.act("clockIn");
      expect(outcome).toMatchObject({ kind: "not-done", readBack: false, error: { kind: "invalid" } });
      for (const review of sandbox.company.reviews.where(({ date }) => date === SUNDAY))
        sandbox.company.reviews.remove(review);
    });

    it("sends this moment with the zone's offset of just now", async () => {
      await clock.act("clockIn");
      expect(writes(sandbox)[0]?.body).toMatchObject({ now: `${SUNDAY}T09:00:00+01:00` });
    });

    it("goes over midnight as two shifts", async () => {
      await clock.act("clockIn");
      sandbox.setNow("2026-11-02T01:00:00+01:00");
      clock = new TimeClock({ ...desk, clock: clockAt("2026-11-02T01:00:00+01:00"), employeeId: NORA });
      expect(await clock.act("clockOut")).toEqual({ kind: "done", state: { kind: "out" } });
      const after = sandbox.company.shifts.where(
        (shift) => shift.employee_id === NORA && shift.clock_out === "01:00:00",
      );
      expect(held()).toContainEqual(["09:00", "00:00", true]);
      expect(after).toHaveLength(1);
      for (const shift of after) sandbox.company.shifts.remove(shift);
    });

    describe("a timer that is the clock", () => {
      const acme = () => onProject(sandbox, "ACME", "API");
      const run = async (time: string, timer: TimerAction): Promise<ClockOutcome> => {
        at(time);
        return clocked(clock, timer);
      };
      const projects = () => {
        const { shifts, records } = heldOn(sandbox, SUNDAY);
        return shifts
          .filter(({ workable }) => workable)
          .map(({ id }) => records.find((record) => record.attendance_shift_id === id)?.project_worker_id);
      };

      it("clocks in on its project, pauses as a break, and clocks out", async () => {
        for (const [time, timer] of [
          ["09:00", { kind: "start", on: acme() }],
          ["10:00", { kind: "pause" }],
          ["10:15", { kind: "resume", on: acme() }],
          ["12:00", { kind: "stop" }],
        ] as const)
          expect(await run(time, timer)).toMatchObject({ kind: "done" });
        expect(held()).toEqual([
          ["09:00", "10:00", true],
          ["10:00", "10:15", false],
          ["10:15", "12:00", true],
        ]);
        expect(projects()).toEqual([acme().projectWorkerId, acme().projectWorkerId]);
      });

      it("switches by clocking out of one project and in on the next", async () => {
        const umbra = onProject(sandbox, "Umbra");
        await run("09:00", { kind: "start", on: acme() });
        expect(await run("10:00", { kind: "switch", on: umbra })).toMatchObject({
          kind: "done",
          state: { kind: "in" },
        });
        await run("11:00", { kind: "stop" });
        expect(held()).toEqual([
          ["09:00", "10:00", true],
          ["10:00", "11:00", true],
        ]);
        expect(projects()).toEqual([acme().projectWorkerId, umbra.projectWorkerId]);
      });

      it("takes a clock that is as wanted for done, and sends nothing", async () => {
        await clock.act("clockIn");
        const before = writes(sandbox).length;
        expect(await run("10:00", { kind: "start", on: acme() })).toMatchObject({
          kind: "done",
          state: { kind: "in" },
        });
        expect(writes(sandbox)).toHaveLength(before);
        await clock.act("clockOut");
        expect(await run("11:00", { kind: "stop" })).toMatchObject({ kind: "done" });
        expect(await run("11:00", { kind: "pause" })).toMatchObject({ kind: "not-possible" });
      });

      it("does not clock in on the next project where clocking out failed", async () => {
        await run("09:00", { kind: "start", on: acme() });
        fail("cutConnection");
        expect(await run("10:00", { kind: "switch", on: onProject(sandbox, "Umbra") })).toMatchObject({
          kind: "not-done",
        });
        expect(held()).toEqual([["09:00", undefined, true]]);
        clearDay(sandbox, SUNDAY);
      });
    });
  },
);
