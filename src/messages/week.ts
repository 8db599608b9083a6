/**
 * What host and page of the week sheet say to each other. The page reads what is typed by the same grammar, so that
 * sums follow each key; whether a cell takes it is the host's to say.
 */
import * as z from "zod/mini";

const cell = z.object({
  /** What Factorial holds. */
  minutes: z.number(),
  /** The same as it is edited, with its comment: `1h30 #fix login`. */
  text: z.string(),
  /** Why it takes nothing. */
  closed: z.optional(z.string()),
});

const row = z.object({
  id: z.string(),
  name: z.string(),
  /** One a day. */
  cells: z.array(cell),
});

const day = z.object({
  /** `YYYY-MM-DD` */
  day: z.string(),
  /** "Mon 16" */
  label: z.string(),
  /** "Monday, November 16" */
  name: z.string(),
  /** Minutes. */
  expected: z.number(),
  today: z.boolean(),
  /** "bank holiday", or what leave: why less is expected. */
  off: z.optional(z.string()),
  /** Why the whole day takes nothing. */
  closed: z.optional(z.string()),
});

const week = z.object({
  /** Which account's week it is. */
  key: z.string(),
  title: z.string(),
  /** Whose, and in which company. */
  place: z.string(),
  days: z.array(day),
  rows: z.array(row),
});

/** By cell: what was typed there and is not saved. */
const edits = z.record(z.string(), z.string());

/** Counts what was typed into a week, also over restarts. */
const turn = z.number();

const mark = z.object({
  kind: z.enum(["problem", "conflict"]),
  text: z.string(),
});
/** By cell: why it is not saved. */
const marks = z.record(z.string(), mark);

const suggestion = z.object({
  day: z.string(),
  /** "Tue 17: commits from 9:10 to 11:40, about 2h30" */
  text: z.string(),
  /** What is put into the cell: `2h30`. */
  time: z.string(),
  /** Subjects of the commits. */
  details: z.array(z.string()),
});

const figure = z.object({ name: z.string(), minutes: z.number(), planned: z.number() });

const month = z.object({
  title: z.string(),
  byProject: z.array(figure),
  byWeek: z.array(figure),
});

/** Sentences of the page itself, by what they are for. `{0}` is filled in by the page. */
const texts = z.object({
  save: z.string(),
  saving: z.string(),
  discard: z.string(),
  previousWeek: z.string(),
  thisWeek: z.string(),
  nextWeek: z.string(),
  readAgain: z.string(),
  addRow: z.string(),
  copyLastWeek: z.string(),
  fillFromPlan: z.string(),
  fillFromCommits: z.string(),
  month: z.string(),
  exportMonth: z.string(),
  project: z.string(),
  total: z.string(),
  logged: z.string(),
  planned: z.string(),
  byProject: z.string(),
  byWeek: z.string(),
  empty: z.string(),
  unsaved: z.string(),
  keys: z.string(),
  suggestions: z.string(),
  accept: z.string(),
  acceptInto: z.string(),
  close: z.string(),
  closedCells: z.string(),
});

export const toWeekPage = z.discriminatedUnion("kind", [
  /**
   * Everything the page shows but suggestions and month. What is typed there stays, unless `fill` is true or the page
   * is new: then `edits` takes its place.
   */
  z.object({
    kind: z.literal("show"),
    /** Undefined where there is none to show: then `notice` says why. */
    week: z.optional(week),
    fill: z.boolean(),
    edits,
    turn,
    marks,
    saving: z.boolean(),
    notice: z.optional(z.string()),
    texts,
  }),
  /** The host has what the `edits` of that turn brought, and it is on disk. What it thinks of them. */
  z.object({ kind: z.literal("judged"), marks, turn }),
  /** Puts texts into cells, as one step that can be undone. */
  z.object({ kind: z.literal("fill"), edits }),
  z.object({ kind: z.literal("suggest"), suggestions: z.array(suggestion) }),
  z.object({ kind: z.literal("month"), month }),
]);

export const toWeekHost = z.discriminatedUnion("kind", [
  /** The page has loaded: for the first time, or again after its tab was hidden. */
  z.object({ kind: z.literal("ready") }),
  /** All that is typed and not saved, in place of what was told before. */
  z.object({ kind: z.literal("edits"), key: z.string(), edits, turn }),
  z.object({ kind: z.literal("save"), key: z.string(), edits, turn }),
  z.object({ kind: z.literal("go"), weeks: z.enum(["previous", "this", "next"]) }),
  z.object({
    kind: z.literal("ask"),
    for: z.enum([
      "readAgain",
      "addRow",
      "copyLastWeek",
      "fillFromPlan",
      "fillFromCommits",
      "month",
      "exportMonth",
    ]),
  }),
]);

/**
 * What the page keeps with VS Code: which week it shows, the cell in use, and what the host has not said to have. VS Code
 * may give back an older copy, which is worth less than what the host has: `turn` tells.
 */
export const weekPageState = z.object({
  key: z.string(),
  edits,
  turn: z._default(z.number(), 0),
  active: z.optional(z.string()),
});

/** The key of a cell among the edits and marks. */
export function cellIdOf(rowId: string, day: string): string {
  return `${rowId}|${day}`;
}

export type WeekCell = z.output<typeof cell>;
export type WeekRow = z.output<typeof row>;
export type WeekDay = z.output<typeof day>;
export type WeekModel = z.output<typeof week>;
export type CellEdits = z.output<typeof edits>;
export type CellMark = z.output<typeof mark>;
export type CellMarks = z.output<typeof marks>;
export type Suggestion = z.output<typeof suggestion>;
export type MonthModel = z.output<typeof month>;
export type MonthFigure = z.output<typeof figure>;
export type WeekTexts = z.output<typeof texts>;
export type ToWeekPage = z.output<typeof toWeekPage>;
export type ToWeekHost = z.output<typeof toWeekHost>;
