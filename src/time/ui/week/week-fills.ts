import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Temporal } from "temporal-polyfill";
import * as vscode from "vscode";
import { inBatches } from "../../../api/batches";
import { FactorialError } from "../../../api/errors";
import { cellIdOf, type CellEdits, type Suggestion } from "../../../messages/week";
import type { Session } from "../../../session/session";
import type { LoggedDay, TimeTarget } from "../../entry";
import { formatClock, formatMinutes } from "../../grammar/format";
import type { LoggableProject } from "../../grammar/types";
import { minuteOfDay } from "../../company-clock";
import { readGitLog, suggestFromCommits, type Commit } from "../../week/commits";
import { addDays } from "../../week/days";
import { plannedOn, type Plan } from "../../week/month";
import { loggedIn, rowIdOf, whyClosed, type Sheet } from "../../week/sheet";
import { shortDay } from "./week-model";

/** What was planned for the person. An account that may not see plans has none. @throws FactorialError */
export async function readPlans(session: Session, projects: readonly LoggableProject[]): Promise<Plan[]> {
  const workerIds = projects.map(({ projectWorkerId }) => projectWorkerId);
  try {
    const pages = await Promise.all(
      inBatches(workerIds).map((ids) => session.client.plannedRecords.all({ project_worker_ids: ids })),
    );
    return pages
      .flatMap(({ data }) => data)
      .filter((record) => workerIds.includes(record.project_worker_id))
      .map((record) => ({
        projectWorkerId: record.project_worker_id,
        subprojectId: record.subproject_id ?? undefined,
        from: record.start_date,
        to: record.end_date,
        minutesADay: record.daily_minutes,
        weekdays: record.week_days ?? [],
      }));
  } catch (error) {
    if (error instanceof FactorialError && ["permission", "not-found"].includes(error.kind)) return [];
    throw error;
  }
}

/** Rows of plans that have something for one of these days. */
export function plannedRows(plans: readonly Plan[], days: readonly LoggedDay[]): string[] {
  return plans.filter((plan) => days.some(({ day }) => plannedOn(plan, day) > 0)).map(rowIdOf);
}

/** Texts for the cells that are open, and in which nothing is logged yet. */
export function fillsFor(sheet: Sheet, minutesFor: (row: TimeTarget, at: number) => number): CellEdits {
  const fills = sheet.rows.flatMap((row) =>
    sheet.days.flatMap((day, at): [string, string][] => {
      const minutes = minutesFor(row, at);
      const isFree = loggedIn(day, row).length === 0 && whyClosed(sheet, row, day) === undefined;
      return minutes > 0 && isFree ? [[cellIdOf(row.id, day.day), formatMinutes(minutes)]] : [];
    }),
  );
  return Object.fromEntries(fills);
}

/** Minutes of a row that plans have for a day. */
export function plannedIn(plans: readonly Plan[], row: TimeTarget, day: string): number {
  return plans
    .filter((plan) => rowIdOf(plan) === rowIdOf(row))
    .reduce((sum, plan) => sum + plannedOn(plan, day), 0);
}

/**
 * What the person's own commits in the folders of this window speak for. Nothing is run in a folder that is not
 * trusted: a repository can name programs that git then starts.
 */
export async function commitSuggestions(days: readonly string[], zone: string): Promise<Suggestion[]> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const logs = await Promise.all(folders.map(({ uri }) => ownCommits(uri.fsPath, days, zone)));
  return suggestFromCommits(logs.flat()).map(({ day, first, last, minutes, subjects }) => ({
    day,
    text: vscode.l10n.t(
      "{0}: commits from {1} to {2}, about {3}",
      shortDay(day),
      formatClock(first),
      formatClock(last),
      formatMinutes(minutes),
    ),
    time: formatMinutes(minutes),
    details: [...subjects],
  }));
}

async function ownCommits(cwd: string, days: readonly string[], zone: string): Promise<Commit[]> {
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)("git", args, { cwd, timeout: 5000, maxBuffer: 8_000_000 });
    return stdout;
  };
  try {
    const email = (await git("config", "user.email")).trim();
    if (email === "") return [];
    const [first = "", last = ""] = [days[0], days.at(-1)];
    // A day more at both ends, as git reads days in the machine's zone.
    const period = [`--since=${addDays(first, -1)}T00:00:00Z`, `--until=${addDays(last, 2)}T00:00:00Z`];
    const who = ["--fixed-strings", `--author=<${email}>`];
    const log = await git("log", "--all", "--no-merges", ...who, ...period, "--format=%aI%x09%s");
    return readGitLog(log, (instant) => placeOf(instant, zone)).filter(({ day }) => days.includes(day));
  } catch {
    return []; // no git, or no repository: nothing is suggested
  }
}

function placeOf(instant: string, zone: string): Omit<Commit, "subject"> {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    day: at.toPlainDate().toString(),
    minute: minuteOfDay(at.toPlainTime().toString({ smallestUnit: "minute" })),
  };
}
