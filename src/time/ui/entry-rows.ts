import * as vscode from "vscode";
import { checkEntry, proposeRange, twinOf, type CheckProblem } from "../checks";
import { withoutIcons } from "../../commands/messages";
import type { CompanyClock } from "../company-clock";
import type { LoggedDay, LoggedTime, TimeEntry } from "../entry";
import { describeProblem, describeReading } from "../grammar/describe";
import { formatMinutes } from "../grammar/format";
import { parseEntry } from "../grammar/parse-entry";
import type { LoggableProject, LoggableSubproject, ParsedEntry } from "../grammar/types";
import type { Suggestion } from "../recent-projects";
import { fullName, typedName } from "./names";
import { onLeaveInWords } from "./day-words";
import { readableDay } from "./readable-day";
import type { TimerGlance } from "./status-bar";
import { missingRows, runningRow, suggestionRow } from "./suggestion-rows";

/** What Enter on a row does. */
export type RowAction =
  | { readonly kind: "log"; readonly entry: TimeEntry; readonly name: string }
  /** Time hangs on shifts here, and its place in the day is not known yet: look first, then show it. */
  | { readonly kind: "place"; readonly day: string }
  /** Puts a text into the box, to go on typing. */
  | { readonly kind: "fill"; readonly text: string }
  | { readonly kind: "run"; readonly command: string }
  /** Does again what has just failed. */
  | { readonly kind: "again" }
  /** Keeps on this machine what cannot be sent now. */
  | { readonly kind: "keep"; readonly entry: TimeEntry; readonly name: string }
  | { readonly kind: "none" };

export interface EntryRow extends vscode.QuickPickItem {
  readonly action: RowAction;
}

export interface RowContext {
  readonly clock: CompanyClock;
  readonly projects: readonly LoggableProject[];
  readonly suggestions: readonly Suggestion[];
  /** Days that were read since the picker opened. */
  readonly days: ReadonlyMap<string, LoggedDay>;
  /** Entries need a from and a to. */
  readonly needsRange: boolean;
  /** Typed before and not saved. */
  readonly draft: string | undefined;
  readonly running: TimerGlance | undefined;
  /** Today as the status bar shows it, where it does. */
  readonly today: LoggedDay | undefined;
}

const MOST_ROWS = 50;

/** The rows for what is typed: as what it would be saved first, or what is wrong with it. */
export function entryRows(text: string, context: RowContext): EntryRow[] {
  const { projects, suggestions, draft, clock, running } = context;
  if (projects.length === 0) return [noProjectsRow()];
  if (text.trim() === "") {
    return [
      ...(draft === undefined ? [] : [draftRow(draft)]),
      ...(running ? [runningRow(running)] : missingRows(context)),
      ...suggestions.slice(0, MOST_ROWS).map((suggestion) => suggestionRow(suggestion)),
    ];
  }
  const parsed = parseEntry(text, { today: clock.today(), now: clock.timeOfDay(), projects });
  const [problem] = parsed.problems;
  if (problem) return [problemRow(describeProblem(problem, vscode.l10n.t), parsed)];
  const targets: readonly Target[] =
    parsed.matches.length > 0 ? withSubprojects(parsed.matches, suggestions) : suggestions;
  return targets
    .slice(0, MOST_ROWS)
    .map(({ project, subproject }, index) =>
      targetRow(text, parsed, project, subproject, index === 0, context),
    );
}

/** What time can be put on. */
interface Target {
  readonly project: LoggableProject;
  readonly subproject?: LoggableSubproject | undefined;
}

/** The project that was typed comes first, as typed; then its subprojects, those used lately before the others. */
function withSubprojects(matches: readonly Target[], suggestions: readonly Target[]): Target[] {
  const [best, ...others] = matches;
  if (!best || best.subproject) return [...matches];
  const { project } = best;
  const usedLately = suggestions.filter((used) => used.project === project && used.subproject !== undefined);
  const usedIds = new Set(usedLately.map(({ subproject }) => subproject?.id));
  const rest = project.subprojects.filter(({ id }) => !usedIds.has(id));
  return [best, ...usedLately, ...rest.map((subproject) => ({ project, subproject })), ...others];
}

function targetRow(
  text: string,
  parsed: ParsedEntry,
  project: LoggableProject,
  subproject: LoggableSubproject | undefined,
  isFirst: boolean,
  context: RowContext,
): EntryRow {
  const name = fullName(project, subproject);
  const { minutes } = parsed;
  if (minutes === undefined) {
    return {
      label: `$(project) ${withoutIcons(name)}`,
      description: vscode.l10n.t("how long? 1h30, 90m or 9:00-10:30"),
      alwaysShow: true,
      action: { kind: "fill", text: `${typedName(project, subproject)} ${restOf(text, parsed)}` },
    };
  }
  const day = context.days.get(parsed.day);
  const range =
    parsed.range ?? (context.needsRange && day ? proposeRange(minutes, day, context.clock) : undefined);
  const entry: TimeEntry = {
    projectId: project.projectId,
    projectWorkerId: project.projectWorkerId,
    subprojectId: subproject?.id,
    day: parsed.day,
    minutes,
    range,
    comment: parsed.comment === "" ? undefined : parsed.comment,
  };
  const when = readableDay(parsed.day, context.clock.today());
  const clockTimes = range && `${range.from}–${range.to}`;
  const reading = {
    label: `$(check) ${withoutIcons(name)}`,
    description: [
      vscode.l10n.t("log {0}", formatMinutes(minutes)),
      clockTimes,
      when,
      parsed.comment && withoutIcons(parsed.comment),
    ]
      .filter(Boolean)
      .join(" · "),
    alwaysShow: true,
    ...detailOf(isFirst ? ambiguities(parsed) : [], twinOf(entry, day)),
  };
  const [problem] = day ? checkEntry(entry, day, context.clock) : [];
  if (problem) return refusedRow(name, problem);
  if (context.needsRange && !range) {
    if (day) return refusedRow(name, { kind: "no-room", day: parsed.day });
    return { ...reading, action: { kind: "place", day: parsed.day } };
  }
  return { ...reading, action: { kind: "log", entry, name } };
}

/** What was typed beside the project: the day and the comment, to be kept when the project is filled in. */
function restOf(text: string, parsed: ParsedEntry): string {
  const day = parsed.dayGiven ? `@${parsed.day} ` : "";
  const hash = /(?:^|\s)#/.exec(text);
  return hash ? `${day} ${text.slice(hash.index).trim()}` : day;
}

function ambiguities(parsed: ParsedEntry): string[] {
  return parsed.readings
    .filter((reading) => reading.ambiguous)
    .map((reading) => describeReading(reading, vscode.l10n.t));
}

/** The line below the row: what should be read before Enter is pressed. */
function detailOf(readings: readonly string[], twin: LoggedTime | undefined): { detail?: string } {
  const lines = twin
    ? [...readings, vscode.l10n.t("The day has just this already: Enter logs it a second time.")]
    : readings;
  return lines.length === 0 ? {} : { detail: withoutIcons(lines.join(" · ")) };
}

function draftRow(draft: string): EntryRow {
  return {
    label: `$(history) ${vscode.l10n.t("Go on with what you typed")}`,
    description: withoutIcons(draft),
    alwaysShow: true,
    action: { kind: "fill", text: draft },
  };
}

function problemRow(sentence: string, parsed: ParsedEntry): EntryRow {
  return {
    label: `$(warning) ${withoutIcons(sentence)}`,
    description: parsed.minutes === undefined ? "" : formatMinutes(parsed.minutes),
    alwaysShow: true,
    action: { kind: "none" },
  };
}

function refusedRow(name: string, problem: CheckProblem): EntryRow {
  return {
    label: `$(circle-slash) ${withoutIcons(name)}`,
    description: describeCheckProblem(problem),
    alwaysShow: true,
    action: { kind: "none" },
  };
}

function noProjectsRow(): EntryRow {
  return {
    label: `$(info) ${vscode.l10n.t("You are assigned to no active project.")}`,
    description: vscode.l10n.t("Ask a project's owner to add you, then press Enter to look again"),
    alwaysShow: true,
    action: { kind: "run", command: "factorial.refreshLoggableProjects" },
  };
}

export function describeCheckProblem(problem: CheckProblem): string {
  switch (problem.kind) {
    case "locked":
      return vscode.l10n.t("{0} is approved and closed. Ask your manager to reopen it.", problem.day);
    case "future":
      return vscode.l10n.t("That is still to come. Time is logged when it is over.");
    case "on-leave":
      return onLeaveInWords(problem.name);
    case "overlap": {
      const { range } = problem.with;
      return vscode.l10n.t("{0}–{1} is logged already.", range?.from ?? "", range?.to ?? "");
    }
    case "over-a-day":
      return vscode.l10n.t("The day would come to {0}, more than 24 hours.", formatMinutes(problem.minutes));
    case "not-loggable":
      return vscode.l10n.t("The project is closed, or you are no longer assigned to it.");
    case "no-room":
      return vscode.l10n.t(
        "No free stretch of that length on {0}. Type from when to when: 9:00-10:30.",
        problem.day,
      );
  }
}
