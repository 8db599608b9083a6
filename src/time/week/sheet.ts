import { isSameTarget, type LoggedDay, type LoggedTime, type TimeTarget } from "../entry";
import type { LoggableProject } from "../grammar/types";
import type { TimeStrategy } from "../strategies/strategy";

/** What time of one target was logged on which day. */
export interface SheetRow extends TimeTarget {
  readonly id: string;
  /** Undefined where the person may not log on it any more. */
  readonly project: LoggableProject | undefined;
}

/** Why a cell takes nothing. */
export type Closed =
  | { readonly kind: "signed-off" }
  | { readonly kind: "future" }
  /** The whole day. */
  | { readonly kind: "on-leave"; readonly name: string }
  /** The project was closed, or the person is no longer assigned. */
  | { readonly kind: "not-loggable" }
  /** Hours of shifts without a project: they are attached in the row of a project. */
  | { readonly kind: "without-project" }
  /** Time on a shift, whose hours are the company's record of who was there. */
  | { readonly kind: "on-shift"; readonly logged: readonly LoggedTime[] }
  /** Attendance, and no shift of that day waits for a project. */
  | { readonly kind: "no-shift" };

/** What the server holds of a week, in rows and columns. */
export interface Sheet {
  readonly days: readonly LoggedDay[];
  readonly rows: readonly SheetRow[];
  readonly kind: TimeStrategy["kind"];
  readonly today: string;
}

/** Drafts on disk name rows so. */
export function rowIdOf({ projectWorkerId, subprojectId, taskId }: TimeTarget): string {
  if (projectWorkerId === undefined) return "";
  return [projectWorkerId, subprojectId ?? "", ...(taskId === undefined ? [] : [taskId])].join("/");
}

export function targetOfRow(id: string): TimeTarget {
  const [projectWorkerId, subprojectId, taskId] = id.split("/").map((part) => part || undefined);
  return { projectWorkerId, subprojectId, taskId };
}

/** What the week has in it, and the rows that were put there by hand. In the order in which they first appear. */
export function makeSheet(parts: {
  readonly days: readonly LoggedDay[];
  /** Ids of rows. */
  readonly added: readonly string[];
  readonly projects: readonly LoggableProject[];
  readonly kind: TimeStrategy["kind"];
  readonly today: string;
}): Sheet {
  const { days, added, projects, kind, today } = parts;
  const logged = days.flatMap((day) => day.logged).map(rowIdOf);
  const rows = [...new Set([...logged, ...added])].map((id) => {
    const target = targetOfRow(id);
    const project = projects.find(({ projectWorkerId }) => projectWorkerId === target.projectWorkerId);
    return { id, ...target, project };
  });
  return { days, rows, kind, today };
}

/** What the server holds of a cell, as it was read: often one, mostly none. */
export function loggedIn(day: LoggedDay, row: TimeTarget): readonly LoggedTime[] {
  return day.logged.filter((logged) => isSameTarget(logged, row));
}

export function whyClosed(sheet: Sheet, row: SheetRow, day: LoggedDay): Closed | undefined {
  if (day.day > sheet.today) return { kind: "future" };
  if (day.locked) return { kind: "signed-off" };
  const { leave } = day.facts ?? {};
  if (leave?.share === "day") return { kind: "on-leave", name: leave.name };
  if (row.projectWorkerId === undefined) return { kind: "without-project" };
  if (!row.project) return { kind: "not-loggable" };
  const onShift = loggedIn(day, row).filter(({ shiftId }) => shiftId !== undefined);
  if (onShift.length > 0) return { kind: "on-shift", logged: onShift };
  if (sheet.kind === "shifts" && waitingOn(day).length === 0) return { kind: "no-shift" };
  return undefined;
}

/** The day's shifts to which no project was attached. */
export function waitingOn(day: LoggedDay): readonly LoggedTime[] {
  return day.logged.filter(({ projectWorkerId }) => projectWorkerId === undefined);
}

/** Of a cell: whether what the server holds is still what it was. */
export function isSameTime(one: readonly LoggedTime[], other: readonly LoggedTime[]): boolean {
  const facts = (logged: readonly LoggedTime[]) =>
    logged
      .map(({ id, minutes, comment = "" }) => JSON.stringify([id, minutes, comment]))
      .sort()
      .join();
  return facts(one) === facts(other);
}

export function sumOf(logged: readonly LoggedTime[]): number {
  return logged.reduce((sum, { minutes }) => sum + minutes, 0);
}
