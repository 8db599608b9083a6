import * as vscode from "vscode";
import { withoutIcons } from "../../../commands/messages";
import type { LoggableProject, LoggableSubproject } from "../../grammar/types";
import type { Suggestion } from "../../recent-projects";
import type { TimedProject } from "../../timer/timer-state";
import { fullName } from "../names";
import { reasonOf } from "../suggestion-rows";

interface ProjectRow extends vscode.QuickPickItem {
  readonly project?: TimedProject;
}

/** Asks what to time, the likeliest first, then all projects with their subprojects. */
export async function askProject(
  title: string,
  suggestions: readonly Suggestion[],
): Promise<TimedProject | undefined> {
  const likely = suggestions
    .filter(({ why }) => why !== "assigned")
    .map(({ project, subproject, why, minutes }) => projectRow(project, subproject, reasonOf(why, minutes)));
  const projects = [...new Set(suggestions.map(({ project }) => project))];
  const all = projects.flatMap((project) => [
    projectRow(project, undefined, ""),
    ...project.subprojects.map((part) => projectRow(project, part, "")),
  ]);
  const isLikely = new Set(likely.map(({ label }) => label));
  const rows: ProjectRow[] = [
    ...likely,
    { label: vscode.l10n.t("Assigned to you"), kind: vscode.QuickPickItemKind.Separator },
    ...all.filter(({ label }) => !isLikely.has(label)),
  ];
  if (all.length === 0) rows.push({ label: vscode.l10n.t("You are assigned to no active project.") });
  const chosen = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: vscode.l10n.t("Project or subproject"),
  });
  return chosen?.project;
}

/** What a timer keeps of a project. */
export function timedProject(
  project: LoggableProject,
  subproject: LoggableSubproject | undefined,
): TimedProject {
  return {
    projectId: project.projectId,
    projectWorkerId: project.projectWorkerId,
    ...(subproject && { subprojectId: subproject.id }),
    name: fullName(project, subproject),
  };
}

function projectRow(
  project: LoggableProject,
  subproject: LoggableSubproject | undefined,
  why: string,
): ProjectRow & { readonly project: TimedProject } {
  const timed = timedProject(project, subproject);
  return { label: `$(project) ${withoutIcons(timed.name)}`, description: why, project: timed };
}
