/**
 * What a typed time entry can mean. Everything here is data: no sentence for people is made in the grammar,
 * so that the sentences can be translated (see describe.ts).
 *
 * Units, everywhere: durations are whole minutes (1..1440), days are `YYYY-MM-DD`, clock times are `HH:MM` of
 * the user's wall clock (24 hours).
 */

/** What the grammar has to be told, because it has no clock and no account of its own. */
export interface GrammarContext {
  /** Today in the user's calendar, `YYYY-MM-DD`. */
  today: string;
  /** The user's wall clock, `HH:MM`. */
  now: string;
  projects: readonly LoggableProject[];
}

/** A project on which the user may log time: active, and with the user assigned to it. */
export interface LoggableProject {
  readonly projectId: string;
  /** The record that ties the user to the project; time is logged on this one. */
  readonly projectWorkerId: string;
  readonly name: string;
  readonly code?: string;
  readonly subprojects: readonly LoggableSubproject[];
}

export interface LoggableSubproject {
  readonly id: string;
  readonly name: string;
}

export interface TimeRange {
  /** `HH:MM` */
  from: string;
  /** `HH:MM`, later than `from` on the same day; never `24:00`. */
  to: string;
}

/** How typed words were found in a name, the surest first. */
export type MatchReason =
  "code" | "name" | "name-prefix" | "code-prefix" | "words" | "substring" | "fuzzy" | "only-subproject";

export interface ProjectMatch {
  project: LoggableProject;
  subproject?: LoggableSubproject;
  /** Higher is better. Comparable only with the other matches of the same entry. */
  score: number;
  why: MatchReason;
  /** How the subproject was found; there exactly when `subproject` is. */
  subprojectWhy?: MatchReason;
}

/**
 * One decision the grammar made on what was typed. `ambiguous` means that the same text can honestly be read
 * otherwise: show the reading (and the alternatives) before anything is saved.
 */
export type Reading =
  | {
      kind: "duration";
      text: string;
      minutes: number;
      ambiguous: boolean;
      /** The other readings, in minutes. May be empty although the notation is ambiguous. */
      alternatives: readonly number[];
      /** The text did not name a whole number of minutes ("1.33h"). */
      rounded: boolean;
    }
  | {
      kind: "range";
      text: string;
      from: string;
      to: string;
      minutes: number;
      ambiguous: boolean;
      /** The other readings, in minutes: "9am-10" may end at 22:00. */
      alternatives: readonly number[];
    }
  | {
      kind: "day";
      text: string;
      day: string;
      ambiguous: boolean;
      /** The other days it may mean: "5/11" with the month first. */
      alternatives: readonly string[];
    }
  | {
      kind: "project";
      text: string;
      match: ProjectMatch;
      /** Others fit as well as the best does, or the best was only guessed from its letters. */
      ambiguous: boolean;
      /** Those others; they're in `matches` too. */
      alternatives: readonly ProjectMatch[];
    }
  /** Text that is both a time and (part of) a project's name, and which of them it was taken for. */
  | { kind: "time-or-name"; text: string; readAs: "time" | "name"; ambiguous: true };

export type DurationProblem =
  | { kind: "duration-missing" }
  | { kind: "not-a-duration"; text: string }
  | { kind: "duration-incomplete"; text: string }
  | { kind: "duration-zero"; text: string }
  | { kind: "duration-negative"; text: string }
  | { kind: "duration-under-a-minute"; text: string }
  | { kind: "duration-over-a-day"; text: string }
  | { kind: "minutes-over-59"; text: string; minutes: number }
  | { kind: "seconds"; text: string };

export type RangeProblem =
  | { kind: "range-incomplete"; text: string }
  | { kind: "clock-time"; text: string; time: string }
  | { kind: "range-empty"; text: string }
  | { kind: "range-reversed"; text: string; from: string; to: string }
  /** `minutesBefore` belong to the entry's day, `minutesAfter` to the next one. */
  | { kind: "crosses-midnight"; text: string; minutesBefore: number; minutesAfter: number }
  | { kind: "ends-at-midnight"; text: string; minutes: number };

export type DayProblem = { kind: "unknown-day"; text: string } | { kind: "day-does-not-exist"; text: string };

/** Why an entry can't be saved as it stands. A missing duration or project is not a problem: ask for it. */
export type EntryProblem =
  | DurationProblem
  | RangeProblem
  | DayProblem
  | { kind: "several-times"; first: string; second: string }
  | { kind: "several-days"; first: string; second: string }
  | { kind: "future-day"; day: string; today: string }
  | { kind: "future-time"; to: string; now: string }
  | { kind: "unknown-project"; text: string }
  | { kind: "unknown-subproject"; text: string; project: string; available: readonly string[] }
  | { kind: "unclosed-quote" }
  | { kind: "comment-too-long"; length: number; limit: number }
  | { kind: "words-too-long"; length: number; limit: number }
  | { kind: "text-too-long"; length: number; limit: number };

/** A typed entry as far as it could be read. It may be saved only when `problems` is empty. */
export interface ParsedEntry {
  /** Whole minutes, 1..1440. Absent when no time was given, or none that can be logged. */
  minutes?: number;
  /** There when from-to was typed; `minutes` is then its length. */
  range?: TimeRange;
  /** `YYYY-MM-DD`; today when no (readable) day was given. */
  day: string;
  /** A day was typed, readable or not. */
  dayGiven: boolean;
  projectWords?: string;
  subprojectWords?: string;
  /** Best first, at most MAX_MATCHES. Without project words it is empty: nothing is suggested here. */
  matches: readonly ProjectMatch[];
  comment?: string;
  readings: readonly Reading[];
  problems: readonly EntryProblem[];
}
