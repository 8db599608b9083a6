import * as vscode from "vscode";
import { describeError } from "../../../commands/error-messages";
import { showInformation, showWarning } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";
import type { RemoveOutcome, SaveOutcome } from "../../time-log";
import { describeHalf } from "../not-saved-words";
import { readableDay } from "../readable-day";
import { asking, type TimeDesk } from "./time-desk";

/** Says what became of something that was sent from the Time view. What is not done yet stands there, under Unsent. */
export async function tellOutcome(
  desk: TimeDesk,
  name: string,
  outcome: SaveOutcome | RemoveOutcome,
): Promise<void> {
  const { today } = desk;
  switch (outcome.kind) {
    case "saved": {
      const { minutes, range, day } = outcome.logged;
      const time = range ? `${formatMinutes(minutes)} (${range.from}–${range.to})` : formatMinutes(minutes);
      void showInformation(
        vscode.l10n.t("Factorial holds {0} on {1}, {2}.", time, name, readableDay(day, today)),
      );
      return;
    }
    case "removed":
      void showInformation(vscode.l10n.t("Deleted: {0}, {1}.", name, readableDay(outcome.day.day, today)));
      return;
    case "unconfirmed":
      void showWarning(vscode.l10n.t("Factorial says that it is done, but the day could not be read back."));
      return;
    case "half":
      return offerRest(desk, name, outcome);
    case "unknown":
      return showUnsent(
        vscode.l10n.t("We don't know whether it was done. Look again before you send {0} once more.", name),
      );
    case "not-saved": {
      const message = outcome.readBack
        ? vscode.l10n.t("The answer was lost. We read the day back: it was not done.")
        : vscode.l10n.t("Not done: {0}", describeError(outcome.error).message);
      if (outcome.unsent === undefined) void showWarning(message);
      else await showUnsent(message);
    }
  }
}

async function showUnsent(message: string): Promise<void> {
  const show = vscode.l10n.t("Show Unsent");
  if ((await showWarning(message, show)) === show)
    await vscode.commands.executeCommand("factorial.time.focus");
}

async function offerRest(
  desk: TimeDesk,
  name: string,
  outcome: Extract<SaveOutcome, { kind: "half" }>,
): Promise<void> {
  const [text, again] = describeHalf(outcome, name);
  const { writeId } = outcome.receipt;
  if ((await showWarning(text, again)) !== again || writeId === undefined) return;
  await tellOutcome(desk, name, await asking(() => desk.time.log.send(writeId)));
}
