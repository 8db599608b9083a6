import * as vscode from "vscode";
import { confirm } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import { formatMinutes } from "../../grammar/format";
import { readableDay } from "../readable-day";
import { nameOfLogged } from "./logged-names";
import { tellOutcome } from "./tell-outcome";
import { askForEntry, asking, deskOf, type AskInBox } from "./time-desk";
import { isTimeRow } from "./time-row";

/** What is done with entries that the server holds, from their rows. */
export class EntryCommands {
  readonly #askInBox: AskInBox;
  #session: Session | undefined;

  constructor(askInBox: AskInBox) {
    this.#askInBox = askInBox;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
  }

  async edit(row: unknown): Promise<void> {
    const logged = isTimeRow(row) ? row.logged : undefined;
    const desk = await deskOf(this.#session);
    if (!desk || !logged) return;
    const { log } = desk.time;
    const comment = await log.strategy.commentOf(logged); // not every list brings it along
    const title = vscode.l10n.t("Edit Entry");
    const accepted = await askForEntry(desk, this.#askInBox, {
      title,
      entry: { ...logged, comment },
      instead: logged,
    });
    if (!accepted) return;
    // The box showed the comment: one that is gone from it is to go.
    const entry = { ...accepted.entry, comment: accepted.entry.comment ?? "" };
    const outcome = await asking(() => log.change(logged, entry, accepted.before));
    await tellOutcome(desk, accepted.name, outcome);
  }

  async delete(row: unknown): Promise<void> {
    const logged = isTimeRow(row) ? row.logged : undefined;
    const desk = await deskOf(this.#session);
    if (!desk || !logged) return;
    const name = `${formatMinutes(logged.minutes)} ${nameOfLogged(desk.session, logged, "")}`.trim();
    const detail =
      logged.shiftId === undefined
        ? vscode.l10n.t("It goes from Factorial, with its comment.")
        : vscode.l10n.t("The shift goes with it: the attendance of that time is no longer there.");
    const question = vscode.l10n.t("Delete {0}, {1}?", name, readableDay(logged.day, desk.today));
    const settings = vscode.workspace.getConfiguration("factorial");
    const isAsked = settings.get<string>("confirm", "always") === "always";
    if (isAsked && !(await confirm(question, detail, vscode.l10n.t("Delete")))) return;
    const { log } = desk.time;
    const outcome = await asking(async () => log.remove(logged, await log.readDay(logged.day)));
    await tellOutcome(desk, name, outcome);
  }
}
