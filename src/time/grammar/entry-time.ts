import { searchProjects, type SearchResult } from "./project-search";
import { projectNames } from "./project-names";
import { foldText } from "./text";
import { findTimes, timesInNames, type Slot, type TimeSpan } from "./time-spans";
import type { Token } from "./tokens";
import type { EntryProblem, LoggableProject, Reading, TimeRange } from "./types";

/** The time of an entry, and what its other words were found to mean. */
export interface EntryTime {
  minutes?: number;
  range?: TimeRange;
  search: SearchResult;
  readings: readonly Reading[];
  problems: readonly EntryProblem[];
}

/** A way to understand the words: one of the times is the entry's time, the others are words. */
interface Choice {
  time: TimeSpan | undefined;
  words: readonly Token[];
  search: SearchResult;
}

/** More times than these in one entry is a mistake, whichever is meant. */
const MAX_CHOICES = 6;

/** Nobody types minutes with four digits or a leading zero: such a number is a code, if a project has it. */
const LIKE_A_CODE = /^(?:0\d+|\d{4,})$/u;

/** Finds the time among the words; what looks like a time may also be (part of) a project's name. */
export function takeTime(slots: readonly Slot[], projects: readonly LoggableProject[]): EntryTime {
  const claimed = timesInNames(slots, projects);
  const times = findTimes(slots, claimed);
  if (times.length > 0) return takeOneOf(times, slots, projects);
  const asNames = choose(slots, undefined, projects);
  const doubtful = findTimes(slots, new Set());
  // What some name claims is a time after all, if no name holds all of the words.
  if (doubtful.length > 0 && !asNames.search.sure) return takeOneOf(doubtful, slots, projects);
  return nameReading(asNames, doubtful);
}

function takeOneOf(
  times: readonly TimeSpan[],
  slots: readonly Slot[],
  projects: readonly LoggableProject[],
): EntryTime {
  const choices = times.slice(0, MAX_CHOICES).map((time) => {
    const choice = choose(slots, time, projects);
    const others = times.filter((other) => other !== time);
    return { ...choice, other: others[0], othersAreWords: others.length === 0 || holdsTimes(choice, others) };
  });
  const chosen = choices.reduce((best, choice) => (rank(choice) > rank(best) ? choice : best));
  // Is not one of them a time that can be logged, but a name holds them? Then none was meant as a time.
  if (!times.some((time) => time.result.ok) || isCode(times, projects)) {
    const asName = choose(slots, undefined, projects);
    if (holdsTimes(asName, times)) return nameReading(asName, times);
  }
  if (chosen.time && chosen.other && !chosen.othersAreWords) {
    const words = without(slots, ...times);
    const problem: EntryProblem = {
      kind: "several-times",
      first: chosen.time.text,
      second: chosen.other.text,
    };
    return withProblems({ search: searchProjects(words, projects), readings: [] }, [problem]);
  }
  return timeReading(chosen, projects);
}

function choose(
  slots: readonly Slot[],
  time: TimeSpan | undefined,
  projects: readonly LoggableProject[],
): Choice {
  const words = time ? without(slots, time) : without(slots);
  return { time, words, search: searchProjects(words, projects) };
}

/** First that a name holds the other times, then that the time can be logged, then that it's plainly a time. */
function rank({ time, othersAreWords }: Choice & { othersAreWords: boolean }): number {
  return (othersAreWords ? 4 : 0) + (time?.result.ok ? 2 : 0) + (time && !time.bare ? 1 : 0);
}

function without(slots: readonly Slot[], ...times: readonly TimeSpan[]): readonly Token[] {
  const taken = new Set(
    times.flatMap((time) => Array.from({ length: time.length }, (_, at) => time.start + at)),
  );
  return slots.filter((slot, index): slot is Token => slot !== undefined && !taken.has(index));
}

/** The words are a name in full, or the times are whole words of the name among others that were typed. */
function holdsTimes({ words, search }: Choice, times: readonly TimeSpan[]): boolean {
  const [first] = search.matches;
  if (!first || !search.sure) return false;
  if (first.why === "code" || first.why === "name") return true;
  const { name, code, subprojects } = projectNames(first.project);
  const subproject = subprojects.find((each) => each.subproject === first.subproject);
  const held = new Set([...name.words, ...(code?.words ?? []), ...(subproject?.name.words ?? [])]);
  const timeWords = times.flatMap((time) => foldText(time.text).words);
  const typedWords = words.flatMap((word) => foldText(word.text).words);
  return typedWords.length > timeWords.length && timeWords.every((word) => held.has(word));
}

function nameReading({ search }: Choice, times: readonly TimeSpan[]): EntryTime {
  return withProblems({ search, readings: times.map(asName) }, []);
}

function asName({ text }: TimeSpan): Reading {
  return { kind: "time-or-name", text, readAs: "name", ambiguous: true };
}

function isCode(times: readonly TimeSpan[], projects: readonly LoggableProject[]): boolean {
  const [only, ...others] = times;
  if (!only || others.length > 0 || !LIKE_A_CODE.test(only.text)) return false;
  return equalsCode(only.text, projects);
}

function equalsCode(text: string, projects: readonly LoggableProject[]): boolean {
  const { tight } = foldText(text);
  return projects.map(projectNames).some(({ code, name }) => code?.tight === tight || name.tight === tight);
}

function timeReading({ time, words, search }: Choice, projects: readonly LoggableProject[]): EntryTime {
  if (!time) return withProblems({ search, readings: [] }, []);
  const { text, result } = time;
  if (!result.ok) return withProblems({ search, readings: [] }, [result.problem]);
  const name: Reading[] =
    words.length === 0 && equalsCode(text, projects)
      ? [{ kind: "time-or-name", text, readAs: "time", ambiguous: true }]
      : [];
  const { value } = result;
  if ("from" in value) {
    const { from, to, minutes, ambiguous, alternatives } = value;
    const reading: Reading = { kind: "range", text, from, to, minutes, ambiguous, alternatives };
    return withProblems({ minutes, range: { from, to }, search, readings: [reading, ...name] }, []);
  }
  const reading: Reading = { kind: "duration", text, ...value };
  return withProblems({ minutes: value.minutes, search, readings: [reading, ...name] }, []);
}

/** Adds what the search for the project has to say. */
function withProblems(time: Omit<EntryTime, "problems">, own: readonly EntryProblem[]): EntryTime {
  const { reading, problem } = time.search;
  return {
    ...time,
    readings: reading ? [...time.readings, reading] : time.readings,
    problems: problem ? [...own, problem] : own,
  };
}
