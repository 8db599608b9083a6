import * as vscode from "vscode";
import { withoutIcons } from "../../commands/messages";
import { checkEntry, proposeRange } from "../checks";
import { minutesOf, type TimeEntry } from "../entry";
import { missingMinutes } from "../expected";
import { formatMinutes } from "../grammar/format";
import type { Suggestion } from "../recent-projects";
import type { EntryRow, RowContext } from "./entry-rows";
import { fullName, typedName } from "./names";
import type { TimerGlance } from "./status-bar";
import { workingHours } from "./working-hours";

/** Stops the timer that runs. */
export function runningRow({ name, minutes }: TimerGlance): EntryRow {
  return {
    label: `$(debug-stop) ${withoutIcons(vscode.l10n.t("Stop {0}", name))}`,
    description: vscode.l10n.t("timer, {0}", formatMinutes(minutes)),
    alwaysShow: true,
    action: { kind: "run", command: "factorial.stopTimer" },
  };
}

/** What the day lacks, on what is suggested first: as one row, to be saved as it stands. None where all is logged. */
export function missingRows({ suggestions: [best], today, clock, needsRange }: RowContext): EntryRow[] {
  if (!best || !today || today.locked) return [];
  const minutes = missingMinutes(today, minutesOf(today), workingHours());
  if (minutes === 0) return [];
  const { project, subproject } = best;
  const range = needsRange ? proposeRange(minutes, today, clock) : undefined;
  const entry: TimeEntry = {
    projectId: project.projectId,
    projectWorkerId: project.projectWorkerId,
    subprojectId: subproject?.id,
    day: today.day,
    minutes,
    range,
  };
  if ((needsRange && !range) || checkEntry(entry, today, clock).length > 0) return [];
  const name = fullName(project, subproject);
  return [
    {
      label: `$(check) ${withoutIcons(vscode.l10n.t("{0} left → {1}", formatMinutes(minutes), name))}`,
      description: [vscode.l10n.t("Enter logs it today"), range && `${range.from}–${range.to}`]
        .filter(Boolean)
        .join(" · "),
      alwaysShow: true,
      action: { kind: "log", entry, name },
    },
  ];
}

/** Puts a project into the box, and says why it is offered. */
export function suggestionRow({ project, subproject, why, minutes }: Suggestion): EntryRow {
  return {
    label: `$(project) ${withoutIcons(fullName(project, subproject))}`,
    description: reasonOf(why, minutes),
    alwaysShow: true,
    action: { kind: "fill", text: `${typedName(project, subproject)} ` },
  };
}

/** Why something is suggested. @param planned minutes */
export function reasonOf(why: Suggestion["why"], planned = 0): string {
  switch (why) {
    case "rule":
      return vscode.l10n.t("by a rule for this branch");
    case "branch":
      return vscode.l10n.t("last used on this branch");
    case "planned":
      return vscode.l10n.t("planned today, {0}", formatMinutes(planned));
    case "workspace":
      return vscode.l10n.t("last used in this workspace");
    case "recent":
      return vscode.l10n.t("used lately");
    case "last-logged":
      return vscode.l10n.t("logged lately");
    case "assigned":
      return vscode.l10n.t("assigned to you");
  }
}
