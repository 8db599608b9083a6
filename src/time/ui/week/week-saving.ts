import * as vscode from "vscode";
import { confirm } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";
import { applyChanges, type Applied } from "../../week/apply";
import { differenceOf, type CellChange } from "../../week/changes";
import { sumOf } from "../../week/sheet";
import type { OpenWeek } from "./open-week";
import { shortDay, weekTitle } from "./week-model";
import { differenceInWords } from "./week-words";

/** The dialog stays on the screen with this many lines. */
const MOST_LINES = 15;

/** Shows what is about to be written, and asks once. */
export async function confirmChanges(
  open: OpenWeek,
  changes: readonly CellChange[],
  leftOut: number,
): Promise<boolean> {
  const lines = changes.slice(0, MOST_LINES).map((change) => lineOf(open, change));
  const more = changes.length - lines.length;
  if (more > 0) lines.push(vscode.l10n.t("… and {0} more", more));
  if (leftOut > 0)
    lines.push(
      "",
      vscode.l10n.t("Cells that cannot be saved as they are, and stay as they are: {0}", leftOut),
    );
  return confirm(
    vscode.l10n.t("{0}: {1}", weekTitle(open.week), differenceInWords(differenceOf(changes))),
    lines.join("\n"),
    vscode.l10n.t("Save"),
  );
}

/** Writes them one by one, with a progress that can be cancelled between two. */
export async function writeChanges(open: OpenWeek, changes: readonly CellChange[]): Promise<Applied> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Saving the week"),
      cancellable: true,
    },
    async (progress, token) => {
      const stop = new AbortController();
      const listening = token.onCancellationRequested(() => {
        stop.abort();
      });
      try {
        return await applyChanges(changes, {
          log: open.time.log,
          signal: stop.signal,
          onProgress: (change, done) => {
            progress.report({
              increment: done === 0 ? 0 : 100 / changes.length,
              message: vscode.l10n.t("{0} of {1}: {2}", done + 1, changes.length, lineOf(open, change)),
            });
          },
          onWait: (seconds) => {
            progress.report({
              message: vscode.l10n.t("Factorial asks us to wait {0} s; then it goes on.", seconds),
            });
          },
        });
      } finally {
        listening.dispose();
      }
    },
  );
}

/** "Mon 16 · ACME / API: 1h → 1h30" */
function lineOf(open: OpenWeek, change: CellChange): string {
  const before = sumOf(change.base);
  const after =
    change.kind === "deleted"
      ? 0
      : before - (change.kind === "changed" ? change.logged.minutes : 0) + change.entry.minutes;
  const times = [before, after].map((minutes) => (minutes === 0 ? "–" : formatMinutes(minutes)));
  return `${shortDay(change.day)} · ${open.names.row(change.row)}: ${times.join(" → ")}`;
}
