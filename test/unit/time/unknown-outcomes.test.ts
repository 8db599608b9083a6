import { beforeEach, describe, expect, it } from "vitest";
import type { FaultEffect, Sandbox } from "../../../src/sandbox/index";
import {
  clearDay,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  expectOutcome,
  heldOn,
  nameOf,
  sitDown,
  seeing,
  logWith,
  companies,
  SUNDAY,
  MAIN_WAYS,
  writes,
  writesTo,
  type Desk,
} from "./desk";

const EMPTY_DAY = { day: SUNDAY, logged: [], locked: false };

/** What a person is told while nothing can be read, and what is found out afterwards. */
const company = companies();

describe.each(MAIN_WAYS.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  beforeEach(() => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
  });

  const cannotRead = (effect: FaultEffect) => {
    sandbox.misbehave({ ...effect, match: { method: "GET" } });
  };

  const lostWrites = way.steps.flatMap((step, number) =>
    (
      [
        ["written", { kind: "lostAnswer" }, { kind: "htmlError" }],
        ["written", { kind: "truncatedJson" }, { kind: "status", status: 401 }],
        ["not written", { kind: "cutConnection" }, { kind: "cutConnection" }],
        ["not written", { kind: "htmlError" }, { kind: "status", status: 403 }],
      ] as const satisfies readonly (readonly [string, FaultEffect, FaultEffect])[]
    ).map(([fate, onWrite, onRead]) => [step.writes, fate, onWrite, onRead, step, number] as const),
  );
  it.each(lostWrites)(
    "the %s: %s, by %o, and %o on every read",
    async (_writes, fate, onWrite, onRead, step, number) => {
      const entry = entryOf(desk);
      sandbox.misbehave({ ...onWrite, match: { method: "POST", path: step.path }, times: 1 });
      cannotRead(onRead);
      const first = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "unknown");
      const second = expectOutcome(await desk.log.lookAgain(entry, EMPTY_DAY, first), "unknown");
      expect(second.receipt).toEqual(first.receipt);
      expect(writesTo(sandbox, step.path)).toHaveLength(1);

      sandbox.behave();
      const outcome = await desk.log.lookAgain(entry, EMPTY_DAY, second);
      expect(writesTo(sandbox, step.path)).toHaveLength(1);
      if (fate === "written") {
        expectOutcome(outcome, "saved");
        expectHeldOnce(desk, entry);
      } else if (number === 0) {
        expect(expectOutcome(outcome, "not-saved").readBack).toBe(true);
        expectNothingHeld(desk);
      } else {
        const { missing, receipt } = expectOutcome(outcome, "half");
        expect(missing).toBe(step.writes);
        expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "saved");
        expectHeldOnce(desk, entry);
      }
    },
  );

  it("saved, but the day cannot be read back: it can still be taken back", async () => {
    const entry = entryOf(desk);
    cannotRead({ kind: "htmlError" });
    const { receipt, error } = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "unconfirmed");
    expect(error.kind).toBe("unavailable");
    expectHeldOnce(desk, entry);
    sandbox.behave();
    await desk.log.undo(entry, receipt);
    expectNothingHeld(desk);
  });

  it("taken by the server, and then not on its day", async () => {
    const entry = entryOf(desk);
    const log = logWith(
      desk,
      seeing(desk.strategy, () => Promise.resolve([])),
    );
    const unknown = expectOutcome(await log.save(entry, EMPTY_DAY), "unknown");
    const sent = writes(sandbox).length;
    expectOutcome(await log.lookAgain(entry, EMPTY_DAY, unknown), "unknown");
    // With a strategy that sees, all is well, and nothing was sent again.
    expectOutcome(await desk.log.lookAgain(entry, EMPTY_DAY, unknown), "saved");
    expect(writes(sandbox)).toHaveLength(sent);
  });

  it("looked at twice, and the second time in vain: the server may have written in between", async () => {
    const entry = entryOf(desk);
    sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" }, times: 1 });
    let looks = 0;
    const log = logWith(
      desk,
      seeing(desk.strategy, (day) => {
        if (++looks > 1) cannotRead({ kind: "htmlError" });
        return desk.strategy.readDay(day);
      }),
      [1, 1],
    );
    const unknown = expectOutcome(await log.save(entry, EMPTY_DAY), "unknown");
    expect(looks).toBe(2);
    sandbox.behave();
    expectOutcome(await desk.log.lookAgain(entry, EMPTY_DAY, unknown), "not-saved");
  });

  // Where time hangs on shifts two cannot be alike.
  it.each(
    way.kind === "shifts"
      ? []
      : ([
          ["written", "lostAnswer"],
          ["not written", "cutConnection"],
        ] as const),
  )("an entry that was there already is not taken for the one that was %s", async (fate, kind) => {
    const entry = entryOf(desk);
    const first = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
    const before = await desk.log.readDay(SUNDAY);
    sandbox.misbehave({ kind, match: { method: "POST", path: way.steps[0]?.path ?? "" }, times: 1 });
    const outcome = await desk.log.save(entry, before);
    expect(outcome.kind).toBe(fate === "written" ? "saved" : "not-saved");
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(fate === "written" ? 2 : 1);
    if (outcome.kind !== "saved") return;
    expect(outcome.logged.id).not.toBe(first.logged.id);
    await desk.log.undo(entry, outcome.receipt);
    expectHeldOnce(desk, entry);
  });

  describe("finishing what is half saved", () => {
    const half = async () => {
      const entry = entryOf(desk);
      const path = way.steps[1]?.path ?? /^$/;
      sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST", path }, times: 1 });
      const { receipt, missing } = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "half");
      expect(missing).toBe(way.steps[1]?.writes);
      sandbox.requests.length = 0;
      return { entry, receipt, path };
    };

    it("sends nothing where the rest has come in the meantime", async () => {
      const { entry, receipt } = await half();
      const next = desk.strategy.nextStep(entry, receipt);
      await next?.run();
      sandbox.requests.length = 0;
      expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "saved");
      expect(writes(sandbox)).toEqual([]);
      expectHeldOnce(desk, entry);
    });

    it("done twice, sends it once", async () => {
      const { entry, receipt, path } = await half();
      expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "saved");
      expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "saved");
      expect(writesTo(sandbox, path)).toHaveLength(1);
      expectHeldOnce(desk, entry);
    });

    it("sends nothing while it cannot look, and stays half", async () => {
      const { entry, receipt } = await half();
      cannotRead({ kind: "htmlError" });
      const outcome = expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "half");
      expect(outcome).toMatchObject({
        missing: way.steps[1]?.writes,
        receipt,
        error: { kind: "unavailable" },
      });
      expect(writes(sandbox)).toEqual([]);
    });

    it("is unknown where its answer is lost and nothing can be read", async () => {
      const { entry, receipt, path } = await half();
      sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST", path }, times: 1 });
      let looks = 0;
      const log = logWith(
        desk,
        seeing(desk.strategy, (day) => {
          if (++looks > 1) cannotRead({ kind: "cutConnection" });
          return desk.strategy.readDay(day);
        }),
      );
      const unknown = expectOutcome(await log.finish(entry, EMPTY_DAY, receipt), "unknown");
      sandbox.behave();
      expectOutcome(await desk.log.lookAgain(entry, EMPTY_DAY, unknown), "saved");
      expect(writesTo(sandbox, path)).toHaveLength(1);
      expectHeldOnce(desk, entry);
    });

    it("says what is wrong where the first part has gone since", async () => {
      const { entry, receipt } = await half();
      clearDay(sandbox, SUNDAY);
      const { error } = expectOutcome(await desk.log.finish(entry, EMPTY_DAY, receipt), "half");
      expect(["invalid", "not-found"]).toContain(error.kind);
      expect(heldOn(sandbox, SUNDAY)).toEqual({ records: [], shifts: [] });
    });
  });

  it("a taking back whose answer is lost is found to be done", async () => {
    const entry = entryOf(desk);
    const { receipt } = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "DELETE" }, times: 1 });
    expect((await desk.log.undo(entry, receipt)).logged).toEqual([]);
    expectNothingHeld(desk);
  });

  it("a taking back that breaks half-way is finished by the next", async () => {
    const entry = entryOf(desk);
    const { receipt } = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "DELETE" }, times: 1 });
    cannotRead({ kind: "cutConnection" });
    await expect(desk.log.undo(entry, receipt)).rejects.toMatchObject({
      kind: "offline",
      written: "unknown",
    });
    sandbox.behave();
    expect((await desk.log.undo(entry, receipt)).logged).toEqual([]);
    expectNothingHeld(desk);
  });
});
