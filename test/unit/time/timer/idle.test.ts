import { describe, expect, it } from "vitest";
import { hear, type Marks, type Sign } from "../../../../src/time/timer/idle";

const MINUTE = 60_000;

/** Hears signs at minutes of an hour; answers what was asked about, in minutes. */
function afternoon(signs: readonly [minute: number, sign: Sign][], idleMinutes: number) {
  let marks: Marks | undefined;
  return signs.flatMap(([minute, sign]) => {
    const heard = hear(marks, sign, minute * MINUTE, idleMinutes * MINUTE);
    marks = heard.marks;
    return [
      ...(heard.away ? [[heard.away.from / MINUTE, heard.away.to / MINUTE]] : []),
      ...(heard.setBack === undefined ? [] : [`back ${heard.setBack / MINUTE}`]),
    ];
  });
}

const ticks = (from: number, to: number): [number, Sign][] =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, "tick"]);

describe("idle", () => {
  it("is asked about once, when the person comes back", () => {
    const signs: [number, Sign][] = [[0, "activity"], ...ticks(1, 40), [40, "activity"], [41, "activity"]];
    expect(afternoon(signs, 15)).toEqual([[0, 40]]);
  });

  it("is no question where it was shorter than the setting, or the setting is off", () => {
    const signs: [number, Sign][] = [[0, "activity"], ...ticks(1, 14), [14, "activity"]];
    expect(afternoon(signs, 15)).toEqual([]);
    expect(afternoon([[0, "activity"], ...ticks(1, 90), [90, "activity"]], 0)).toEqual([]);
  });

  it("is nothing while the person waits for something that runs", () => {
    const busy = ticks(1, 60).map(([minute]): [number, Sign] => [minute, "activity"]);
    expect(afternoon([[0, "activity"], ...busy], 15)).toEqual([]);
  });
});

describe("sleep", () => {
  it("is a gap of more than five minutes between ticks, whatever the setting says", () => {
    const signs: [number, Sign][] = [[0, "activity"], ...ticks(1, 10), [55, "tick"], [56, "tick"]];
    expect(afternoon(signs, 0)).toEqual([[10, 55]]);
    expect(
      afternoon(
        [
          [0, "tick"],
          [5, "tick"],
        ],
        0,
      ),
    ).toEqual([]);
  });

  it("begins with the last activity where idle is asked about", () => {
    expect(afternoon([[0, "activity"], ...ticks(1, 10), [55, "tick"]], 15)).toEqual([[0, 55]]);
  });
});

describe("a clock that is set back", () => {
  it("is told once; a correction by seconds is not", () => {
    expect(
      afternoon(
        [
          [60, "tick"],
          [0, "tick"],
          [1, "tick"],
        ],
        15,
      ),
    ).toEqual(["back 60"]);
    expect(
      afternoon(
        [
          [60, "tick"],
          [59.5, "tick"],
        ],
        15,
      ),
    ).toEqual([]);
  });
});
