import { beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../../src/sandbox/index";
import { ShiftStrategy } from "../../../src/time/strategies/shifts";
import {
  clockAt,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  expectOutcome,
  heldOn,
  NORA,
  onProject,
  save,
  sitDown,
  companies,
  SUNDAY,
  WAYS,
  writes,
  type Desk,
} from "./desk";

const company = companies();

/** Where time hangs on shifts, some are there already: clocked in the app, and without a project. */
describe.each(WAYS.filter(({ kind }) => kind === "shifts").map((way) => [way.version, way] as const))(
  "a shift that was there, %s",
  (_, way) => {
    let sandbox: Sandbox;
    let desk: Desk;
    beforeEach(() => {
      sandbox = company("attendance");
      desk = sitDown(sandbox, way);
    });

    const addShift = (from: string, to: string, observations?: string, workable = true) =>
      sandbox.company.shifts.insert({
        employee_id: NORA,
        date: SUNDAY,
        reference_date: SUNDAY,
        clock_in: `${from}:00`,
        clock_out: `${to}:00`,
        workable,
        minutes: 90,
        observations,
      }).id;

    it("gets the project attached, and survives the undo", async () => {
      const shiftId = addShift("09:00", "10:30");
      const entry = entryOf(desk, { comment: undefined });
      expect((await desk.log.check(entry)).problems).toEqual([]);
      const { logged, receipt } = expectOutcome((await save(desk, entry)).outcome, "saved");
      expect(logged).toMatchObject({ shiftId, projectWorkerId: entry.projectWorkerId, minutes: 90 });
      expect(writes(sandbox)).toHaveLength(1);
      expectHeldOnce(desk, entry);

      const day = await desk.log.undo(entry, receipt);
      expect(day.logged).toMatchObject([{ id: shiftId, shiftId, projectWorkerId: undefined }]);
      expect(heldOn(sandbox, SUNDAY)).toMatchObject({ records: [], shifts: [{ id: shiftId }] });
    });

    it("gets the comment, and loses it again by the undo", async () => {
      addShift("09:00", "10:30");
      const entry = entryOf(desk);
      const { logged, receipt } = expectOutcome((await save(desk, entry)).outcome, "saved");
      expect(logged.comment).toBe("Fix login");
      expectHeldOnce(desk, entry);
      await desk.log.undo(entry, receipt);
      await desk.log.undo(entry, receipt);
      const { shifts } = heldOn(sandbox, SUNDAY);
      expect(shifts).toHaveLength(1);
      expect(shifts[0]?.observations ?? "").toBe("");
    });

    it("keeps what it said before", async () => {
      addShift("09:00", "10:30", "From home");
      const entry = entryOf(desk);
      const { logged, receipt } = expectOutcome((await save(desk, entry)).outcome, "saved");
      expect(logged.comment).toBe("From home\nFix login");
      await desk.log.undo(entry, receipt);
      expect(heldOn(sandbox, SUNDAY)).toMatchObject({ records: [], shifts: [{ observations: "From home" }] });
    });

    it("that is left of a half-saved entry is not commented twice when the entry is logged anew", async () => {
      const entry = entryOf(desk);
      const path = way.steps[1]?.path ?? "";
      sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST", path }, times: 1 });
      expectOutcome((await save(desk, entry)).outcome, "half");
      expectOutcome((await save(desk, entry)).outcome, "saved");
      expectHeldOnce(desk, entry);
    });

    it("is half saved where only the comment is refused; finishing sends only that", async () => {
      addShift("09:00", "10:30", "From home");
      const entry = entryOf(desk);
      sandbox.misbehave({ kind: "status", status: 403, match: { method: "PUT" }, times: 1 });
      const { before, outcome } = await save(desk, entry);
      const { missing, receipt } = expectOutcome(outcome, "half");
      expect(missing).toBe("comment");
      const { logged } = expectOutcome(await desk.log.finish(entry, before, receipt), "saved");
      expect(logged.comment).toBe("From home\nFix login");
      expect(writes(sandbox).map(({ method }) => method)).toEqual(["POST", "PUT", "PUT"]);
    });

    it("is found to have the comment when the answer was lost", async () => {
      addShift("09:00", "10:30", "From home");
      sandbox.misbehave({ kind: "lostAnswer", match: { method: "PUT" } });
      expectOutcome((await save(desk, entryOf(desk))).outcome, "saved");
      expect(writes(sandbox)).toHaveLength(2);
    });

    it("is no part of an entry that is refused", async () => {
      addShift("09:00", "10:30");
      sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
      expectOutcome((await save(desk, entryOf(desk))).outcome, "not-saved");
      expect(heldOn(sandbox, SUNDAY)).toMatchObject({ records: [], shifts: [{ minutes: 90 }] });
    });

    it("goes with the undo when the shift has been deleted in the app", async () => {
      const shiftId = addShift("09:00", "10:30");
      const entry = entryOf(desk);
      const { receipt } = expectOutcome((await save(desk, entry)).outcome, "saved");
      await desk.client.shifts.delete({ id: shiftId });
      await desk.log.undo(entry, receipt);
      expectNothingHeld(desk);
    });

    it("is in the way where the hours are others", async () => {
      const shiftId = addShift("09:00", "10:30");
      const entry = entryOf(desk, { range: { from: "10:00", to: "11:30" } });
      expect((await desk.log.check(entry)).problems).toMatchObject([{ kind: "overlap", with: { shiftId } }]);
      expectOutcome((await save(desk, entry)).outcome, "not-saved");
    });

    it("is left alone when it is a break", async () => {
      addShift("09:00", "10:30", undefined, false);
      const entry = entryOf(desk);
      expect((await desk.log.readDay(SUNDAY)).logged).toEqual([]);
      const { error } = expectOutcome((await save(desk, entry)).outcome, "not-saved");
      expect(error.serverWords).toContain("09:00");
    });

    it("with another project, come in the meantime, is not taken for ours", async () => {
      const entry = entryOf(desk);
      const path = way.steps[1]?.path ?? "";
      sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST", path }, times: 1 });
      const { before, outcome } = await save(desk, entry);
      const { receipt } = expectOutcome(outcome, "half");
      const { projectWorkerId } = onProject(sandbox, "Umbra");
      await desk.client.timeRecords.create({
        project_worker_id: projectWorkerId,
        attendance_shift_id: receipt.shiftId ?? "",
      });
      const { missing, error } = expectOutcome(await desk.log.finish(entry, before, receipt), "half");
      expect(missing).toBe("record");
      expect(error.kind).toBe("invalid");
      expect(heldOn(sandbox, SUNDAY).records).toMatchObject([{ project_worker_id: projectWorkerId }]);
    });
  },
);

describe("hours that daylight saving skips", () => {
  // On 29 March 2026 the clocks of Madrid go from 2:00 to 3:00.
  const day = "2026-03-29";
  const range = { from: "01:30", to: "02:30" };

  it("are found as they were sent", async () => {
    const sandbox = company("attendance");
    const [way] = WAYS.filter(({ kind }) => kind === "shifts");
    if (!way) throw new Error("No way");
    const { client, store } = sitDown(sandbox, way);
    sandbox.setNow("2026-03-30T12:00:00+02:00");
    const strategy = new ShiftStrategy(client, store, NORA, clockAt("2026-03-30T12:00:00+02:00"), true);
    const entry = { ...onProject(sandbox, "ACME"), day, range, minutes: 60 };
    const step = strategy.nextStep(entry, {});
    const receipt = await step?.run();
    expect(receipt?.shiftId).toBeDefined();
    expect(await step?.find(await strategy.readDay(day), [])).toEqual(receipt);
    expect(heldOn(sandbox, day).shifts).toMatchObject([{ clock_in: "01:30:00", clock_out: "03:30:00" }]);
  });
});
