import * as vscode from "vscode";
import { withoutIcons } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";
import type { Suggestion } from "../../recent-projects";
import { minutesOf } from "../../entry";
import type { TimerFile } from "../../timer/timer-state";
import { fullName } from "../names";
import { expectedMinutes } from "../../expected";
import type { Glance } from "../status-bar";
import { workingHours } from "../working-hours";

export type TimeChoice =
  | "stopTimer"
  | "switchTimer"
  | "pauseTimer"
  | "resumeTimer"
  | "startTimer"
  | "continueLast"
  | "logTime"
  | "undoLastLog"
  | "openWeek"
  /** Time that is kept here and not saved, by its id. */
  | { readonly unsaved: string };

interface MenuRow extends vscode.QuickPickItem {
  readonly choice?: TimeChoice;
}

/** What can be done with time now, behind the item in the status bar. */
export async function askForTime(
  { running, stopped, last }: TimerFile,
  { today, timer }: Glance,
  [best]: readonly Suggestion[],
): Promise<TimeChoice | undefined> {
  const row = (icon: string, label: string, choice: TimeChoice, description = ""): MenuRow => ({
    label: `$(${icon}) ${withoutIcons(label)}`,
    description: withoutIcons(description),
    choice,
  });
  const name = running?.project.name ?? "";
  const ofTimer: MenuRow[] = timer
    ? [
        row("debug-stop", vscode.l10n.t("Stop {0}", name), "stopTimer", formatMinutes(timer.minutes)),
        row("arrow-swap", vscode.l10n.t("Switch to Another Project…"), "switchTimer"),
        timer.paused
          ? row("debug-continue", vscode.l10n.t("Resume"), "resumeTimer")
          : row("debug-pause", vscode.l10n.t("Pause"), "pauseTimer"),
      ]
    : [
        row(
          "play",
          vscode.l10n.t("Start Timer…"),
          "startTimer",
          best && fullName(best.project, best.subproject),
        ),
        ...(last ? [row("history", vscode.l10n.t("Continue Last"), "continueLast", last.project.name)] : []),
      ];
  const unsaved = stopped.map(({ id, name: on, entry: { minutes, day } }) =>
    row(
      "warning",
      vscode.l10n.t("{0} on {1}, {2}", formatMinutes(minutes), on, day),
      { unsaved: id },
      vscode.l10n.t("not saved yet"),
    ),
  );
  const logged = today && {
    total: formatMinutes(minutesOf(today)),
    expected: formatMinutes(expectedMinutes(today, workingHours())),
  };
  const rows: MenuRow[] = [
    ...ofTimer,
    ...unsaved,
    { label: vscode.l10n.t("Today"), kind: vscode.QuickPickItemKind.Separator },
    row(
      "clock",
      vscode.l10n.t("Log Time…"),
      "logTime",
      logged && vscode.l10n.t("{0} of {1} logged today", logged.total, logged.expected),
    ),
    row("discard", vscode.l10n.t("Undo Last Logged Time"), "undoLastLog"),
    row("table", vscode.l10n.t("Open Week Sheet"), "openWeek"),
  ];
  const chosen = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t("Time") });
  return chosen?.choice;
}
