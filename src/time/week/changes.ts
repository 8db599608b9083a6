import type { LoggedDay, LoggedTime, TimeEntry } from "../entry";
import { readCell } from "../grammar/cell";
import type { EntryProblem } from "../grammar/types";
import { isSameRange } from "../time-range";
import { loggedIn, sumOf, waitingOn, whyClosed, type Closed, type Sheet, type SheetRow } from "./sheet";

/** What is to be written for one cell. */
export type CellChange = {
  readonly row: SheetRow;
  readonly day: string;
  /** What the server held when it was typed. */
  readonly base: readonly LoggedTime[];
} & (
  | { readonly kind: "new"; readonly entry: TimeEntry }
  | { readonly kind: "changed"; readonly logged: LoggedTime; readonly entry: TimeEntry }
  | { readonly kind: "deleted" }
);

/** Why what was typed cannot be written. */
export type CellProblem =
  | { readonly kind: "closed"; readonly closed: Closed }
  | { readonly kind: "unreadable"; readonly problem: EntryProblem }
  /** Several entries in a cell, and the last of them would have to be less than nothing. */
  | { readonly kind: "several"; readonly logged: readonly LoggedTime[] }
  /** Attendance: no shift of that length waits for a project. */
  | { readonly kind: "no-such-shift"; readonly waiting: readonly LoggedTime[] };

/** What a text in a cell asks for: a change, nothing (undefined), or why it cannot be done. */
export function changeOf(
  sheet: Sheet,
  row: SheetRow,
  day: LoggedDay,
  text: string,
): CellChange | CellProblem | undefined {
  const closed = whyClosed(sheet, row, day);
  if (closed) return { kind: "closed", closed };
  const reading = readCell(text);
  if (reading.kind === "problem") return { kind: "unreadable", problem: reading.problem };
  const base = loggedIn(day, row);
  const cell = { row, day: day.day, base };
  const last = base.at(-1);
  if (reading.kind === "empty") return last ? { ...cell, kind: "deleted" } : undefined;
  const { minutes, range, comment = last?.comment } = reading;
  const { project, subprojectId, taskId } = row;
  if (!project) return { kind: "closed", closed: { kind: "not-loggable" } };
  const entryOf = (own: Pick<TimeEntry, "minutes" | "range">): TimeEntry => ({
    projectId: project.projectId,
    projectWorkerId: project.projectWorkerId,
    subprojectId,
    taskId,
    day: day.day,
    ...own,
    ...(comment !== undefined && (last !== undefined || comment !== "") && { comment }),
  });
  if (sheet.kind === "shifts") {
    const waiting = waitingOn(day);
    const shift = waiting.find((one) => (range ? isSameRange(one.range, range) : one.minutes === minutes));
    if (!shift) return { kind: "no-such-shift", waiting };
    return { ...cell, kind: "new", entry: entryOf({ minutes: shift.minutes, range: shift.range }) };
  }
  if (!last) return { ...cell, kind: "new", entry: entryOf({ minutes }) };
  const others = sumOf(base) - last.minutes;
  if (minutes <= others) return { kind: "several", logged: base };
  // The day does not bring along what flexible records say, so that only saying nothing asks for no change.
  const saysTheSame =
    reading.comment === undefined ||
    (reading.comment === (last.comment ?? "") && sheet.kind !== "flexible-records");
  if (minutes - others === last.minutes && saysTheSame) return undefined;
  return { ...cell, kind: "changed", logged: last, entry: entryOf({ minutes: minutes - others }) };
}

export function isChange(one: CellChange | CellProblem | undefined): one is CellChange {
  return one !== undefined && "row" in one;
}

/** What Save is about to do, in numbers. */
export interface Difference {
  readonly new: number;
  readonly changed: number;
  readonly deleted: number;
  /** By how many minutes the week changes. */
  readonly minutes: number;
}

export function differenceOf(changes: readonly CellChange[]): Difference {
  const count = (kind: CellChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  return {
    new: count("new"),
    changed: count("changed"),
    deleted: count("deleted"),
    minutes: changes.reduce((sum, change) => sum + minutesBy(change), 0),
  };
}

/** By how many minutes a cell changes; a shift that gets its project was counted before. */
function minutesBy(change: CellChange): number {
  if (change.kind === "deleted") return -sumOf(change.base);
  if (change.kind === "changed") return change.entry.minutes - change.logged.minutes;
  return change.entry.range ? 0 : change.entry.minutes;
}
