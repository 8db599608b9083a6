import { beforeEach, describe, expect, it } from "vitest";
import { flexibleTimeRecords } from "../../../src/resources/project-management/flexible-time-records";
import { timeRecords } from "../../../src/resources/project-management/time-records";
import type { Sandbox } from "../../../src/sandbox/index";
import type { LoggedDay } from "../../../src/time/entry";
import {
  clearDay,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  expectOutcome,
  heldOn,
  nameOf,
  NORA,
  onProject,
  save,
  sitDown,
  companies,
  SUNDAY,
  TODAY,
  WAYS,
  writes,
  writesTo,
  type Desk,
} from "./desk";

const company = companies();

describe.each(WAYS.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  beforeEach(() => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
  });

  it("is the strategy of this company", () => {
    expect(desk.strategy.kind).toBe(way.kind);
    expect(desk.strategy.needsRange).toBe(way.kind === "shifts");
    expect(desk.strategy.commentOn).toBe(way.kind === "shifts" ? "shift" : "record");
  });

  it("saves an entry with all that belongs to it, and reads it back", async () => {
    const days: LoggedDay[] = [];
    desk.log.onDidChange((day) => days.push(day));
    const entry = entryOf(desk);
    const { outcome } = await save(desk, entry);

    const { logged, day } = expectOutcome(outcome, "saved");
    expectHeldOnce(desk, entry);
    expect(logged).toMatchObject({
      day: SUNDAY,
      minutes: 90,
      projectWorkerId: entry.projectWorkerId,
      subprojectId: entry.subprojectId,
    });
    // Flexible time records do not bring their comment along.
    if (way.kind !== "flexible-records") expect(logged.comment).toBe("Fix login");
    expect(logged.id).toBe(heldOn(sandbox, SUNDAY).records[0]?.id);
    expect(day).toEqual({ day: SUNDAY, logged: [logged], locked: false });
    expect(days).toEqual([day]);
    for (const step of way.steps) expect(writesTo(sandbox, step.path)).toHaveLength(1);
    expect(writes(sandbox)).toHaveLength(way.steps.length);
  });

  it("saves an entry without a comment or a subproject, and sends none", async () => {
    const entry = entryOf(desk, { ...onProject(sandbox, "Umbra"), comment: undefined });
    expectOutcome((await save(desk, entry)).outcome, "saved");
    expectHeldOnce(desk, entry);
    expect(writes(sandbox).filter(({ path }) => /comment|observations/.test(path))).toEqual([]);
  });

  it("keeps a comment as it was typed", async () => {
    const comment = 'Señal ñ 🚀 "a" & <b> \\ #12';
    const entry = entryOf(desk, { comment });
    expectOutcome((await save(desk, entry)).outcome, "saved");
    expectHeldOnce(desk, entry);
  });

  it("takes all of it back, and a second time finds nothing to do", async () => {
    const entry = entryOf(desk);
    const { receipt } = expectOutcome((await save(desk, entry)).outcome, "saved");
    const days: LoggedDay[] = [];
    desk.log.onDidChange((day) => days.push(day));
    const empty = { day: SUNDAY, logged: [], locked: false };
    expect(await desk.log.undo(entry, receipt)).toEqual(empty);
    expectNothingHeld(desk);
    expect(await desk.log.undo(entry, receipt)).toEqual(empty);
    expect(days).toEqual([empty, empty]);
    expect(desk.store.get(timeRecords, receipt.recordId ?? "")).toBeUndefined();
    expect(desk.store.get(flexibleTimeRecords, receipt.recordId ?? "")).toBeUndefined();
  });

  it("takes back only its own entry of two that are alike", async () => {
    const first = entryOf(desk);
    const second = entryOf(desk, desk.strategy.needsRange ? { range: { from: "11:00", to: "12:30" } } : {});
    expectOutcome((await save(desk, first)).outcome, "saved");
    const { receipt, day } = expectOutcome((await save(desk, second)).outcome, "saved");
    expect(day.logged).toHaveLength(2);
    await desk.log.undo(second, receipt);
    expectHeldOnce(desk, first);
  });

  it("keeps what it wrote in the store, for the views", async () => {
    const { receipt } = expectOutcome((await save(desk, entryOf(desk))).outcome, "saved");
    const resource = way.kind === "flexible-records" ? flexibleTimeRecords : timeRecords;
    expect(desk.store.get(resource, receipt.recordId ?? "")).toBeDefined();
  });

  it("reads what is logged today, and whether the day is closed", async () => {
    const day = await desk.log.readDay(TODAY);
    expect(day).toMatchObject({ locked: false, logged: [{ minutes: 90, day: TODAY }] });
    expect(day.logged[0]?.projectWorkerId).toBe(onProject(sandbox, "ACME").projectWorkerId);
    expect((await desk.log.readDay("2026-09-01")).locked).toBe(true);
  });

  it("counts time on a project that was closed since", async () => {
    const { projectWorkerId, projectId } = onProject(sandbox, "Fjord Audit");
    const hers = { employee_id: NORA, date: SUNDAY };
    const times = { clock_in: "09:00:00", clock_out: "10:00:00" };
    const shift =
      way.kind === "shifts"
        ? sandbox.company.shifts.insert({
            ...hers,
            ...times,
            reference_date: SUNDAY,
            workable: true,
            minutes: 60,
          })
        : undefined;
    sandbox.company.timeRecords.insert({
      ...hers,
      project_worker_id: projectWorkerId,
      project_id: projectId,
      imputed_minutes: 60,
      attendance_shift_id: shift?.id,
    });
    expect((await desk.log.readDay(SUNDAY)).logged).toMatchObject([{ projectWorkerId, minutes: 60 }]);
  });

  it("says before sending what the server would refuse", async () => {
    const closed = entryOf(desk, onProject(sandbox, "Fjord Audit"));
    expect((await desk.log.check(closed)).problems).toEqual([
      { kind: "not-loggable", projectId: closed.projectId },
    ]);
    const left = entryOf(desk, onProject(sandbox, "Northwind Support"));
    expect((await desk.log.check(left)).problems).toMatchObject([{ kind: "not-loggable" }]);
    const signedOff = entryOf(desk, { day: "2026-08-30" });
    sandbox.lockDay(NORA, "2026-08-30");
    expect((await desk.log.check(signedOff)).problems).toEqual([{ kind: "locked", day: "2026-08-30" }]);
    const tomorrow = entryOf(desk, { day: "2026-11-03" });
    expect((await desk.log.check(tomorrow)).problems).toEqual([{ kind: "future", day: "2026-11-03" }]);
    expect((await desk.log.check(entryOf(desk))).problems).toEqual([]);
    expect(writes(sandbox)).toEqual([]);

    // And the server does refuse it, in its own words.
    for (const entry of [closed, left, signedOff, tomorrow]) {
      const { outcome } = await save(desk, entry);
      // A shift is attendance, whatever becomes of the project that should hang on it.
      const isHalf = way.kind === "shifts" && entry.day === SUNDAY;
      const { error } = isHalf ? expectOutcome(outcome, "half") : expectOutcome(outcome, "not-saved");
      expect(error.kind).toBe("invalid");
      expect(error.serverWords).not.toBe("");
      clearDay(sandbox, entry.day);
    }
  });
});
