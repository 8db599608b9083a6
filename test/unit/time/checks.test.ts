import { describe, expect, it } from "vitest";
import { checkEntry, proposeRange, twinOf } from "../../../src/time/checks";
import type { LoggedDay, LoggedTime, TimeEntry } from "../../../src/time/entry";
import { clockAt } from "./desk";

const TODAY = "2026-11-18";
const YESTERDAY = "2026-11-17";
/** Three in the afternoon. */
const clock = clockAt(`${TODAY}T15:00:00+01:00`);

const range = (text: string) => {
  const [from = "", to = ""] = text.split("-");
  return { from, to };
};
const minutesOf = (text: string) => {
  const [from = 0, to = 0] = text
    .split("-")
    .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return to > from ? to - from : 1440 - from;
};

/** `9:00-10:00` on a project; `?` before it: a shift without one. A number: minutes without a place. */
function loggedOf(text: string | number, index: number): LoggedTime {
  const id = `${index + 1}`;
  if (typeof text === "number") return { id, day: YESTERDAY, minutes: text, projectWorkerId: "7" };
  const isWaiting = text.startsWith("?");
  const hours = text.replace("?", "");
  return {
    id,
    day: YESTERDAY,
    minutes: minutesOf(hours),
    projectWorkerId: isWaiting ? undefined : "7",
    shiftId: `shift ${id}`,
    range: range(hours),
  };
}

function dayOf(logged: readonly (string | number)[], changes: Partial<LoggedDay> = {}): LoggedDay {
  return { day: YESTERDAY, locked: false, logged: logged.map(loggedOf), ...changes };
}

/** An entry of hours, or of minutes. */
function entryOf(what: string | number, day = YESTERDAY): TimeEntry {
  const entry = { projectId: "p", projectWorkerId: "7", day };
  return typeof what === "number"
    ? { ...entry, minutes: what }
    : { ...entry, minutes: minutesOf(what), range: range(what) };
}

const kinds = (entry: TimeEntry, day: LoggedDay, now = clock) =>
  checkEntry(entry, day, now).map((problem) => problem.kind);

describe("checkEntry", () => {
  it.each<[string, string | number, readonly (string | number)[], string[]]>([
    ["an empty day", "09:00-10:00", [], []],
    ["touching what ends", "10:00-11:00", ["09:00-10:00"], []],
    ["touching what begins", "08:00-09:00", ["09:00-10:00"], []],
    ["between two", "10:00-11:00", ["09:00-10:00", "11:00-12:00"], []],
    ["a minute into the one before", "09:59-11:00", ["09:00-10:00"], ["overlap"]],
    ["a minute into the one after", "08:00-09:01", ["09:00-10:00"], ["overlap"]],
    ["within", "09:10-09:20", ["09:00-10:00"], ["overlap"]],
    ["around", "08:00-12:00", ["09:00-10:00"], ["overlap"]],
    ["the same hours", "09:00-10:00", ["09:00-10:00"], ["overlap"]],
    ["before a shift that lasts until midnight", "21:00-22:00", ["22:00-00:00"], []],
    ["within one that lasts until midnight", "23:00-23:30", ["22:00-00:00"], ["overlap"]],
    ["minutes have no place to be in the way", 60, ["09:00-10:00"], []],
    ["nor is what has no place in the way", "09:00-10:00", [60], []],
    ["a shift of these hours waits for its project", "09:00-10:00", ["?09:00-10:00"], []],
    ["it waits behind another", "11:00-12:00", ["09:00-10:00", "?11:00-12:00"], []],
    ["a shift of other hours does not wait for this", "09:00-10:30", ["?09:00-10:00"], ["overlap"]],
    ["a shift without a project is no place for minutes", 60, ["?09:00-10:00"], []],
    [
      "waiting, and in the way of something else",
      "09:00-10:00",
      ["?09:00-10:00", "09:30-11:00"],
      ["overlap"],
    ],
    ["a day of 24 hours", 1440, [], []],
    ["24 hours in all", 600, [840], []],
    ["a minute more than 24 hours", 601, [840], ["over-a-day"]],
    ["a waiting shift is not counted twice", "09:00-10:00", [1380, "?09:00-10:00"], []],
    ["in the way and too much", "09:00-10:00", ["09:30-11:00", 1400], ["overlap", "over-a-day"]],
  ])("%s", (_, what, logged, expected) => {
    expect(kinds(entryOf(what), dayOf(logged))).toEqual(expected);
  });

  it("names what is in the way, and what the day would come to", () => {
    const day = dayOf(["08:00-09:00", "09:00-10:00", 1300]);
    expect(checkEntry(entryOf("09:30-11:00"), day, clock)).toEqual([
      { kind: "overlap", with: day.logged[1] },
      { kind: "over-a-day", minutes: 60 + 60 + 1300 + 90 },
    ]);
  });

  it.each<[string, string | number, string, string[]]>([
    ["tomorrow", 60, "2026-11-19", ["future"]],
    ["next year", 60, "2027-01-01", ["future"]],
    ["minutes of today", 600, TODAY, []],
    ["until now", "14:00-15:00", TODAY, []],
    ["until a minute from now", "14:00-15:01", TODAY, ["future"]],
    ["yesterday evening", "21:00-22:00", YESTERDAY, []],
    ["last year", 60, "2025-12-31", []],
  ])("%s", (_, what, day, expected) => {
    expect(kinds(entryOf(what, day), dayOf([], { day }))).toEqual(expected);
  });

  it("says that a day is closed, and before everything else", () => {
    const day = dayOf(["09:00-10:00"], { locked: true });
    expect(checkEntry(entryOf("09:00-10:00"), day, clock)).toEqual([
      { kind: "locked", day: YESTERDAY },
      { kind: "overlap", with: day.logged[0] },
    ]);
  });

  it("takes today from the company's calendar", () => {
    // Still the 17th in New York when it is the 18th in Madrid.
    const newYork = clockAt("2026-11-18T02:00:00Z", "America/New_York");
    expect(kinds(entryOf(60, TODAY), dayOf([]), newYork)).toEqual(["future"]);
    expect(kinds(entryOf(60, TODAY), dayOf([]), clockAt("2026-11-18T02:00:00Z"))).toEqual([]);
  });
});

describe("proposeRange", () => {
  const past = (minutes: number, logged: readonly string[]) => proposeRange(minutes, dayOf(logged), clock);
  const today = (minutes: number, logged: readonly string[], now = clock) =>
    proposeRange(minutes, dayOf(logged, { day: TODAY }), now);

  it.each<[string, number, readonly string[], string | undefined]>([
    ["nine on an empty day", 90, [], "09:00-10:30"],
    ["right after what is logged last", 90, ["09:00-10:30"], "10:30-12:00"],
    ["last by the clock, not by the list", 30, ["14:00-15:00", "09:00-10:00"], "15:00-15:30"],
    ["until the day's last minute", 60, ["09:00-22:59"], "22:59-23:59"],
    ["into the last gap where the evening is full", 60, ["09:00-10:00", "12:00-23:30"], "10:00-11:00"],
    ["not into a gap that is too short", 60, ["09:00-11:30", "12:00-23:30"], "08:00-09:00"],
    ["the latest of two gaps", 60, ["09:00-10:00", "12:00-13:00", "15:00-23:30"], "13:00-14:00"],
    ["a gap that fits to the minute", 60, ["00:00-10:00", "11:00-23:59"], "10:00-11:00"],
    ["before everything", 60, ["01:00-23:59"], "00:00-01:00"],
    ["nowhere", 60, ["00:30-23:30"], undefined],
    ["nowhere: the day is as long as the entry", 1440, [], undefined],
    ["the whole day but its last minute", 1439, [], "00:00-23:59"],
    ["earlier than nine where it would not fit", 1000, [], "07:19-23:59"],
    ["not into what lasts until midnight", 60, ["22:00-00:00"], "21:00-22:00"],
    ["beside shifts without a project too", 60, ["?09:00-17:00"], "17:00-18:00"],
  ])("on a past day: %s", (_, minutes, logged, expected) => {
    expect(past(minutes, logged)).toEqual(expected === undefined ? undefined : range(expected));
  });

  it.each<[string, number, readonly string[], string | undefined]>([
    ["nine", 90, [], "09:00-10:30"],
    ["so that it ends by now", 420, [], "08:00-15:00"],
    ["right after the last", 60, ["09:00-14:00"], "14:00-15:00"],
    ["a gap, where it would not end by now", 60, ["09:00-12:00", "13:00-14:30"], "12:00-13:00"],
    ["before the first, where there is no gap", 60, ["09:00-14:30"], "08:00-09:00"],
    ["not after what is still to come", 60, ["16:00-17:00"], "14:00-15:00"],
    ["nowhere: the day is not that old", 901, [], undefined],
    ["nowhere: what there is of the day is taken", 60, ["00:30-14:30"], undefined],
  ])("today at three: %s", (_, minutes, logged, expected) => {
    expect(today(minutes, logged)).toEqual(expected === undefined ? undefined : range(expected));
  });

  it("before nine, and just after midnight", () => {
    expect(today(60, [], clockAt(`${TODAY}T08:30:00+01:00`))).toEqual(range("07:30-08:30"));
    expect(today(60, [], clockAt(`${TODAY}T00:30:00+01:00`))).toBeUndefined();
    expect(today(30, [], clockAt(`${TODAY}T00:30:00+01:00`))).toEqual(range("00:00-00:30"));
  });

  it("never proposes what the checks would refuse", () => {
    const shifts = [
      "00:00-01:15",
      "06:00-07:00",
      "?09:00-10:30",
      "10:30-12:10",
      "14:00-14:45",
      "20:00-00:00",
    ];
    for (let chosen = 0; chosen < 2 ** shifts.length; chosen++) {
      const logged = shifts.filter((_, index) => (chosen >> index) % 2 === 1);
      for (const minutes of [1, 15, 60, 75, 90, 240, 600]) {
        for (const day of [dayOf(logged), dayOf(logged, { day: TODAY })]) {
          const proposed = proposeRange(minutes, day, clock);
          if (!proposed) continue;
          const { from, to } = proposed;
          expect(minutesOf(`${from}-${to}`)).toBe(minutes);
          const entry = { ...entryOf(minutes, day.day), range: proposed };
          expect(kinds(entry, day).filter((kind) => kind !== "over-a-day")).toEqual([]);
        }
      }
    }
  });
});

describe("the same entry a second time", () => {
  const entry: TimeEntry = {
    projectId: "1",
    projectWorkerId: "7",
    day: YESTERDAY,
    minutes: 90,
    comment: "fix login",
  };
  const held: LoggedTime = {
    id: "1",
    day: YESTERDAY,
    minutes: 90,
    projectWorkerId: "7",
    comment: "fix login",
  };
  const dayWith = (logged: LoggedTime): LoggedDay => ({ day: YESTERDAY, locked: false, logged: [logged] });

  it.each<[name: string, logged: LoggedTime, isTwin: boolean]>([
    ["the same", held, true],
    ["another comment", { ...held, comment: "fix logout" }, false],
    ["no comment", { ...held, comment: undefined }, false],
    ["other minutes", { ...held, minutes: 60 }, false],
    ["another project", { ...held, projectWorkerId: "8" }, false],
    ["a subproject", { ...held, subprojectId: "5" }, false],
  ])("%s", (_, logged, isTwin) => {
    expect(twinOf(entry, dayWith(logged)) !== undefined).toBe(isTwin);
  });

  it("is no twin on a day that was not read, and without comments on both sides it is one", () => {
    expect(twinOf(entry, undefined)).toBeUndefined();
    const bare = { ...entry, comment: undefined };
    expect(twinOf(bare, dayWith({ ...held, comment: "" }))).toBeDefined();
  });
});
