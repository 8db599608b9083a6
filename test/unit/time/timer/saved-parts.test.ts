import { describe, expect, it } from "vitest";
import { NO_ROUNDING } from "../../../../src/time/timer/rounding";
import { partsOf } from "../../../../src/time/timer/timer-parts";
import type { RunningTimer } from "../../../../src/time/timer/timer-state";
import {
  clearDay,
  companies,
  expectOutcome,
  heldOn,
  MAIN_WAYS,
  nameOf,
  onProject,
  save,
  sitDown,
  SUNDAY,
  writesTo,
} from "../desk";

const SATURDAY = "2026-10-31";
const company = companies();

describe.each(MAIN_WAYS.map((way) => [nameOf(way), way] as const))("a timer over midnight, %s", (_, way) => {
  it("is held by the company as it was measured, a part a day", async () => {
    const sandbox = company(way.mode);
    const desk = sitDown(sandbox, way);
    clearDay(sandbox, SATURDAY);
    const { subprojectId, ...worker } = onProject(sandbox, "ACME", "API");
    const timer: RunningTimer = {
      id: "t",
      project: { ...worker, ...(subprojectId !== undefined && { subprojectId }), name: "ACME / API" },
      comment: "night shift",
      startedAt: "2026-10-31T22:10:20.000Z", // 23:10 in Madrid
      pauses: [{ from: "2026-10-31T22:20:00.000Z", to: "2026-10-31T22:30:00.000Z" }],
      away: [],
      machine: "here",
    };
    const { needsRange } = desk.strategy;
    const options = { zone: "Europe/Madrid", needsRange, rounding: NO_ROUNDING };
    for (const { entry } of partsOf(timer, Date.parse("2026-10-31T23:20:50Z"), options)) {
      const { problems } = await desk.log.check(entry);
      expect(problems).toEqual([]);
      expectOutcome((await save(desk, entry)).outcome, "saved");
    }
    const minutesOn = (day: string) =>
      heldOn(sandbox, day).records.reduce((sum, record) => sum + record.imputed_minutes, 0);
    expect(minutesOn(SATURDAY)).toBe(40);
    expect(minutesOn(SUNDAY)).toBe(20);
    if (needsRange) {
      const times = [SATURDAY, SUNDAY].flatMap((day) =>
        heldOn(sandbox, day).shifts.map(({ clock_in, clock_out }) => `${clock_in} ${clock_out}`),
      );
      const ends = writesTo(sandbox, /shifts$/).map(({ body }) => body);
      expect(ends).toMatchObject([{}, { clock_out: "2026-11-01T00:00:00+01:00" }, {}]);
      expect(times).toEqual(["23:10:00 23:20:00", "23:30:00 00:00:00", "00:00:00 00:20:00"]);
    }
    clearDay(sandbox, SATURDAY);
    clearDay(sandbox, SUNDAY);
  });
});
