import * as vscode from "vscode";
import { describeError } from "../../../commands/error-messages";
import type { LoggedTime } from "../../entry";
import { describeProblem } from "../../grammar/describe";
import { formatMinutes } from "../../grammar/format";
import type { Applied, CellOutcome } from "../../week/apply";
import type { CellProblem, Difference } from "../../week/changes";
import type { Closed } from "../../week/sheet";
import { onLeaveInWords } from "../day-words";
import { describeCheckProblem } from "../entry-rows";

export function whyClosedInWords(closed: Closed): string {
  switch (closed.kind) {
    case "future":
      return vscode.l10n.t("This day is still to come.");
    case "signed-off":
      return vscode.l10n.t("This day is signed off and closed.");
    case "on-leave":
      return onLeaveInWords(closed.name);
    case "not-loggable":
      return vscode.l10n.t("You are not assigned to this project any more, or it is closed.");
    case "without-project":
      return vscode.l10n.t("To give these hours a project, type them into the row of that project.");
    case "on-shift":
      return vscode.l10n.t(
        "These are the hours of a shift ({0}). The sheet does not move shifts.",
        hoursOf(closed.logged),
      );
    case "no-shift":
      return vscode.l10n.t("On this day no shift waits for a project, and the sheet does not make shifts.");
  }
}

export function problemInWords(problem: CellProblem): string {
  switch (problem.kind) {
    case "closed":
      return whyClosedInWords(problem.closed);
    case "unreadable":
      return describeProblem(problem.problem, vscode.l10n.t);
    case "several":
      return vscode.l10n.t(
        "This cell holds several entries ({0}). Only the last one changes, and it cannot be less than a minute.",
        problem.logged.map(({ minutes }) => formatMinutes(minutes)).join(" + "),
      );
    case "no-such-shift":
      return vscode.l10n.t(
        "No shift of that length waits for a project on this day. There is: {0}.",
        hoursOf(problem.waiting),
      );
  }
}

export function conflictInWords(held: number): string {
  return vscode.l10n.t(
    "It was changed meanwhile: Factorial holds {0} here. Save puts yours in its place, Escape takes Factorial's.",
    formatMinutes(held),
  );
}

/** Why a cell is not saved; undefined where it is, or where what is held says it. */
export function outcomeInWords(outcome: CellOutcome): string | undefined {
  switch (outcome.kind) {
    case "saved":
    case "conflict":
      return undefined;
    case "forbidden":
      return describeCheckProblem(outcome.problem);
    case "refused":
      return vscode.l10n.t("Not saved: {0}", describeError(outcome.error).message);
    case "half":
      return vscode.l10n.t("Saved only in part: {0}", describeError(outcome.error).message);
    case "unknown":
      return vscode.l10n.t(
        "The answer was lost, and what Factorial shows does not tell whether it was saved. Read the week again before you save it once more.",
      );
  }
}

/** "3 new, 1 changed, 1 deleted, +4h30" */
export function differenceInWords({ new: added, changed, deleted, minutes }: Difference): string {
  const sign = minutes > 0 ? "+" : "";
  return [
    added > 0 ? vscode.l10n.t("{0} new", added) : "",
    changed > 0 ? vscode.l10n.t("{0} changed", changed) : "",
    deleted > 0 ? vscode.l10n.t("{0} deleted", deleted) : "",
    `${sign}${formatMinutes(minutes)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** "4 saved, 1 refused: …" */
export function endInWords({ outcomes, stopped }: Applied, asked: number): string {
  const all = [...outcomes.values()];
  const count = (kinds: readonly CellOutcome["kind"][]) =>
    all.filter(({ kind }) => kinds.includes(kind)).length;
  const conflicts = count(["conflict"]);
  const failed = count(["forbidden", "refused", "half", "unknown"]);
  const rest = asked - all.length;
  const firstReason = all.map(outcomeInWords).find((words) => words !== undefined);
  const counts = [
    vscode.l10n.t("{0} saved", count(["saved"])),
    conflicts > 0 ? vscode.l10n.t("{0} changed meanwhile", conflicts) : "",
    failed > 0 ? vscode.l10n.t("{0} not saved", failed) : "",
    rest > 0 ? vscode.l10n.t("{0} not tried", rest) : "",
  ].filter((part) => part !== "");
  const why = {
    cancelled: vscode.l10n.t("You have stopped it."),
    failures: vscode.l10n.t("It was stopped after ten failures in a row."),
    "sign-in": vscode.l10n.t("Your sign-in has ended."),
  };
  return [`${counts.join(", ")}.`, firstReason ?? "", stopped ? why[stopped] : ""]
    .filter((part) => part !== "")
    .join(" ");
}

function hoursOf(logged: readonly LoggedTime[]): string {
  return logged
    .map(({ minutes, range }) =>
      range ? `${formatMinutes(minutes)} (${range.from}–${range.to})` : formatMinutes(minutes),
    )
    .join(", ");
}
