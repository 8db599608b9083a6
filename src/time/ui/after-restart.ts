import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { showInformation, showWarning } from "../../commands/messages";
import type { Session } from "../../session/session";
import { formatMinutes } from "../grammar/format";
import type { Settled } from "../time-log";
import { readableDay } from "./readable-day";

/**
 * Finds out what became of the writes that a window did not see the end of, and tells all of it in one message. Where
 * the journal has nothing open, no request is made.
 * @param send sends what is not saved: called where the person wants it
 */
export async function settleAfterRestart(
  session: Session,
  send: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  const journal = await session.journal();
  if (!journal) return;
  tellDamaged(journal.damaged);
  if (!journal.open.some(({ state }) => state !== "draft" && state !== "not-saved")) return;
  try {
    const settled = (await (await session.time())?.log.settle()) ?? [];
    await tellSettled(settled, session.clock.today(), send);
  } catch (error) {
    // No network at the start: what is open stays so, is shown as such, and is looked for at the next start.
    if (!(error instanceof FactorialError)) throw error;
  }
}

async function tellSettled(
  settled: readonly Settled[],
  today: string,
  send: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  if (settled.length === 0) return;
  const text = settled.map((each) => sentenceOf(each, today)).join(" ");
  const open = settled.filter(({ outcome }) => outcome.kind === "not-saved" || outcome.kind === "half");
  if (settled.every(({ outcome }) => outcome.kind === "saved" || outcome.kind === "removed")) {
    void showInformation(text);
    return;
  }
  const [now, show] = [vscode.l10n.t("Send"), vscode.l10n.t("Show")];
  const chosen = await showWarning(text, ...(open.length > 0 ? [now] : []), show);
  if (chosen === now) await send(open.map(({ entry }) => entry.id));
  if (chosen === show) await vscode.commands.executeCommand("factorial.time.focus");
}

/** `1h30 on ACME / API, yesterday: was saved.` */
function sentenceOf({ entry: { entry, kind, name }, outcome }: Settled, today: string): string {
  const time = formatMinutes(entry.minutes);
  const what = vscode.l10n.t("{0} on {1}, {2}", time, name, readableDay(entry.day, today));
  switch (outcome.kind) {
    case "saved":
      return kind === "change"
        ? vscode.l10n.t("{0}: was changed.", what)
        : vscode.l10n.t("{0}: was saved.", what);
    case "removed":
      return vscode.l10n.t("{0}: was taken back.", what);
    case "not-saved":
      return notDone(kind, what);
    case "half":
      return outcome.missing === "comment"
        ? vscode.l10n.t("{0}: was saved without its comment.", what)
        : vscode.l10n.t("{0}: only a part was saved.", what);
    case "unconfirmed":
    case "unknown":
      return vscode.l10n.t(
        "{0}: nobody knows yet whether it was saved. Don't log it again before you know.",
        what,
      );
  }
}

function notDone(kind: Settled["entry"]["kind"], what: string): string {
  switch (kind) {
    case "log":
      return vscode.l10n.t("{0}: was not saved.", what);
    case "change":
      return vscode.l10n.t("{0}: was not changed.", what);
    case "remove":
      return vscode.l10n.t("{0}: was not taken back.", what);
  }
}

function tellDamaged(files: readonly string[]): void {
  const [file] = files;
  if (file === undefined) return;
  const show = vscode.l10n.t("Show File");
  const text =
    files.length === 1
      ? vscode.l10n.t(
          "A file of the time journal cannot be read. It was set aside; look whether time is missing.",
        )
      : vscode.l10n.t(
          "{0} files of the time journal cannot be read. They were set aside; look whether time is missing.",
          files.length,
        );
  void showWarning(text, show).then((chosen) =>
    chosen === show ? vscode.commands.executeCommand("vscode.open", vscode.Uri.file(file)) : undefined,
  );
}
