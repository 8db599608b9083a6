import { beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../../src/sandbox/index";
import type { LoggedTime, TimeEntry } from "../../../src/time/entry";
import {
  clockAt,
  companies,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  heldOn,
  MAIN_WAYS,
  nameOf,
  NOW,
  onProject,
  sitDown,
  SUNDAY,
  taskCalled,
  writes,
  type Desk,
} from "./desk";

const company = companies();

describe.each(MAIN_WAYS.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  let entry: TimeEntry;
  let logged: LoggedTime;
  beforeEach(async () => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
    entry = entryOf(desk);
    const outcome = await desk.log.save(entry, { day: SUNDAY, logged: [], locked: false });
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    logged = outcome.logged;
    sandbox.requests.length = 0;
  });

  const longer = way.kind === "shifts" ? { range: { from: "09:00", to: "11:00" } } : {};
  const elsewhere = () => onProject(sandbox, "Umbra", "Pipeline");
  const changes: readonly (readonly [string, () => Partial<TimeEntry>])[] = [
    ["its minutes", () => ({ minutes: 120, ...longer })],
    ["its project", elsewhere],
    ["its subproject, to none", () => ({ subprojectId: undefined })],
    ["its comment", () => ({ comment: "Fix logout" })],
    ["all of it", () => ({ ...elsewhere(), minutes: 120, comment: "Else", ...longer })],
  ];

  it.each(changes)("changes %s, and nothing is there twice", async (_name, change) => {
    const wanted = { ...entry, ...change() };
    const outcome = await desk.log.change(logged, wanted, await desk.log.readDay(SUNDAY));
    expect(outcome).toMatchObject({ kind: "saved", logged: { minutes: wanted.minutes } });
    expectHeldOnce(desk, wanted);
  });

  it("keeps a comment that is left out, and takes away one that is emptied", async () => {
    const before = await desk.log.readDay(SUNDAY);
    const moved = { ...entry, ...elsewhere(), comment: undefined };
    const outcome = await desk.log.change(logged, moved, before);
    expectHeldOnce(desk, { ...moved, comment: "Fix login" });
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    await desk.log.change(outcome.logged, { ...moved, comment: "" }, outcome.day);
    const { records, shifts } = heldOn(sandbox, SUNDAY);
    expect((shifts[0] ?? records[0])?.observations ?? "").toBe("");
  });

  it.runIf(way.version === "2026-10-01")(
    "puts it on a task, and keeps that while the project stays",
    async () => {
      const taskId = taskCalled(sandbox, "Rate limits on the public API");
      const onTask = { ...entry, taskId };
      const first = await desk.log.change(logged, onTask, await desk.log.readDay(SUNDAY));
      expectHeldOnce(desk, onTask);
      if (first.kind !== "saved") throw new Error(first.kind);
      expect(first.logged).toMatchObject({ taskId });

      const words = { ...entry, comment: "Fix logout", ...(way.kind === "time-records" && { minutes: 45 }) };
      const second = await desk.log.change(first.logged, words, first.day);
      expectHeldOnce(desk, { ...words, taskId });
      if (second.kind !== "saved") throw new Error(second.kind);

      const moved = { ...words, ...elsewhere() };
      const third = await desk.log.change(second.logged, moved, second.day);
      expect(third.kind).toBe("saved");
      expectHeldOnce(desk, moved);
    },
  );

  it("sends nothing where nothing is changed", async () => {
    const before = await desk.log.readDay(SUNDAY);
    expect((await desk.log.change(logged, entry, before)).kind).toBe("saved");
    expect(writes(sandbox)).toEqual([]);
  });

  it("moves it to another day", async () => {
    const saturday = "2026-10-31";
    const moved = { ...entry, day: saturday };
    expect(clockAt(NOW).today() > saturday).toBe(true);
    const outcome = await desk.log.change(logged, moved, await desk.log.readDay(SUNDAY));
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    expectNothingHeld(desk);
    expectHeldOnce(desk, moved);
    expect((await desk.log.remove(outcome.logged, outcome.day)).kind).toBe("removed");
    expectNothingHeld(desk, saturday);
  });

  it("refused, all is as it was", async () => {
    sandbox.misbehave({ kind: "status", status: 422, match: { method: "POST" } });
    sandbox.misbehave({ kind: "status", status: 422, match: { method: "PUT" } });
    const wanted = { ...entry, ...elsewhere(), minutes: 120, ...longer };
    const outcome = await desk.log.change(logged, wanted, await desk.log.readDay(SUNDAY));
    expect(outcome).toMatchObject({ kind: "not-saved", error: { kind: "invalid" } });
    expectHeldOnce(desk, entry);
  });

  it("changed while every answer is lost", async () => {
    const wanted = { ...entry, ...elsewhere(), minutes: 120, comment: "Else", ...longer };
    const before = await desk.log.readDay(SUNDAY);
    for (const method of ["POST", "PUT", "DELETE"])
      sandbox.misbehave({ kind: "lostAnswer", match: { method } });
    expect((await desk.log.change(logged, wanted, before)).kind).toBe("saved");
    expectHeldOnce(desk, wanted);
    const sent = writes(sandbox).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it("removes it, with all that belongs to it", async () => {
    const outcome = await desk.log.remove(logged, await desk.log.readDay(SUNDAY));
    expect(outcome).toMatchObject({ kind: "removed", day: { logged: [] } });
    expectNothingHeld(desk);
  });

  it("removed while every answer is lost", async () => {
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "DELETE" } });
    expect((await desk.log.remove(logged, await desk.log.readDay(SUNDAY))).kind).toBe("removed");
    expectNothingHeld(desk);
  });

  it("says that it was not removed", async () => {
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "DELETE" } });
    sandbox.misbehave({ kind: "status", status: 403, match: { method: "POST" } });
    const outcome = await desk.log.remove(logged, await desk.log.readDay(SUNDAY));
    expect(outcome).toMatchObject({ kind: "not-saved", error: { kind: "permission" } });
    expectHeldOnce(desk, entry);
  });
});
