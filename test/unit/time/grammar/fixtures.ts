import { describeProblem } from "../../../../src/time/grammar/describe";
import { formatMinutes } from "../../../../src/time/grammar/format";
import { parseEntry } from "../../../../src/time/grammar/parse-entry";
import type {
  GrammarContext,
  LoggableProject,
  ParsedEntry,
  ProjectMatch,
} from "../../../../src/time/grammar/types";

export function project(name: string, code?: string, ...subprojects: readonly string[]): LoggableProject {
  return {
    projectId: `project ${name}`,
    projectWorkerId: `worker ${name}`,
    name,
    ...(code === undefined ? {} : { code }),
    subprojects: subprojects.map((each) => ({ id: `${name} / ${each}`, name: each })),
  };
}

/** Names as companies give them, among them all that can be taken for something else. */
export const projects: readonly LoggableProject[] = [
  project("ACME", "ACM", "API", "Web App", "Phase 2"),
  project("Acme Legacy", "OLD"),
  project("Billing", "BIL-7", "Invoices"),
  project("Billboard"),
  project("Señal Ñandú", "SN1"),
  project("90 Days"),
  project("1.5h Club"),
  project("Sprint 8"),
  project("24/7 Support", undefined, "Night", "Day"),
  project("R&D / Lab", "RND"),
  project("C# Migration"),
  project("@home lab"),
  project("Internal", "1001", "Meetings"),
  project("Ops", "0042"),
  project("Quality Assurance Tooling"),
  project("Best of 90s"),
  project("Roadmap 2027"),
  project("🚀 Launch"),
  project("مشروع القدس"),
];

/** A Wednesday afternoon. */
export const context: GrammarContext = { today: "2026-11-18", now: "15:00", projects };

export function parse(text: string, changes: Partial<GrammarContext> = {}): ParsedEntry {
  return parseEntry(text, { ...context, ...changes });
}

/** Like `vscode.l10n.t` without translations. */
export function translate(message: string, ...args: (string | number)[]): string {
  return message.replace(/\{(\d)\}/gu, (_, index: string) => String(args[Number(index)]));
}

/**
 * An entry on one line, for the tables: `1h30 · ACME / API · @2026-11-17 · #comment`. After a question mark stand
 * the alternatives of something ambiguous; `!` begins a problem.
 */
export function summary(entry: ParsedEntry): string {
  const parts = [...timePart(entry), ...projectPart(entry)];
  if (entry.dayGiven) parts.push(dayPart(entry));
  if (entry.comment !== undefined) parts.push(`#${entry.comment}`);
  for (const reading of entry.readings) {
    if (reading.kind === "time-or-name") parts.push(`"${reading.text}" is a ${reading.readAs}`);
  }
  return [...parts, ...entry.problems.map((problem) => `!${problem.kind}`)].join(" · ");
}

export function sentences(entry: ParsedEntry): readonly string[] {
  return entry.problems.map((problem) => describeProblem(problem, translate));
}

function timePart(entry: ParsedEntry): string[] {
  if (entry.minutes === undefined) return [];
  const reading = entry.readings.find((each) => each.kind === "duration" || each.kind === "range");
  const length = formatMinutes(entry.minutes);
  const time = entry.range ? `${entry.range.from}-${entry.range.to} (${length})` : length;
  const rounded = reading?.kind === "duration" && reading.rounded ? "~" : "";
  const doubt = reading?.ambiguous ? `?${reading.alternatives.map(formatMinutes).join(",")}` : "";
  return [`${rounded}${time}${doubt}`];
}

function projectPart(entry: ParsedEntry): string[] {
  const [first] = entry.matches;
  if (!first) return [];
  const reading = entry.readings.find((each) => each.kind === "project");
  return [
    `${matchName(first)}${reading?.ambiguous ? `?${reading.alternatives.map(matchName).join(",")}` : ""}`,
  ];
}

function dayPart(entry: ParsedEntry): string {
  const reading = entry.readings.find((each) => each.kind === "day");
  return `@${entry.day}${reading?.ambiguous ? `?${reading.alternatives.join(",")}` : ""}`;
}

function matchName({ project, subproject }: ProjectMatch): string {
  return subproject ? `${project.name} / ${subproject.name}` : project.name;
}
