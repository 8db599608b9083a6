import * as vscode from "vscode";
import { askWhich, confirm, showInformation } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import { isSameTarget, withTaskOf, type LoggedTime } from "../../entry";
import { formatMinutes } from "../../grammar/format";
import type { OpenEntry } from "../../journal/journal-entry";
import { readableDay } from "../readable-day";
import { tellOutcome } from "./tell-outcome";
import { askForEntry, asking, deskOf, type AskInBox, type TimeDesk } from "./time-desk";
import { isTimeRow } from "./time-row";
import { nameOfOpen, stateInWords } from "./unsent-rows";

/** What is done with entries that are not on the server: from their rows, or from the palette. */
export class UnsentCommands {
  readonly #askInBox: AskInBox;
  #session: Session | undefined;

  constructor(askInBox: AskInBox) {
    this.#askInBox = askInBox;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
  }

  /** Sends that of the row, or, from the group's row and the palette, all. Looks first: nothing is saved twice. */
  async send(row: unknown): Promise<void> {
    const desk = await deskOf(this.#session);
    if (!desk) return;
    const { journal } = desk.time;
    const ofRow = isTimeRow(row) ? row.openId : undefined;
    const ids = ofRow === undefined ? journal.open.map(({ id }) => id) : [ofRow];
    if (ids.length === 0) void showInformation(vscode.l10n.t("Everything is sent."));
    for (const id of ids) {
      const open = journal.get(id);
      // Where one cannot be sent, the next will most likely not get further.
      if (open && !(await this.#sendOne(desk, open))) return;
    }
  }

  /** Only reads. */
  async lookAgain(row: unknown): Promise<void> {
    const desk = await deskOf(this.#session);
    const open = desk && (await chosen(desk, row, vscode.l10n.t("Look Again for Unsent Time")));
    if (!desk || !open) return;
    const settled = await asking(() => desk.time.log.settle());
    const found = settled.find(({ entry }) => entry.id === open.id);
    const now = desk.time.journal.get(open.id);
    if (found) await tellOutcome(desk, open.name, found.outcome);
    else if (now) void showInformation(`${nameOfOpen(now)}: ${stateInWords(now)}.`);
  }

  async edit(row: unknown): Promise<void> {
    const desk = await deskOf(this.#session);
    const title = vscode.l10n.t("Edit Unsent Time");
    const open = desk && (await chosen(desk, row, title));
    if (desk && open) await this.#editOne(desk, open, title);
  }

  /** @returns what it is then; undefined where the person left it as it was */
  async #editOne(desk: TimeDesk, open: OpenEntry, title: string): Promise<OpenEntry | undefined> {
    const accepted = await askForEntry(desk, this.#askInBox, { ...open, title });
    if (!accepted) return undefined;
    const entry = withTaskOf(open.entry, accepted.entry);
    const name = isSameTarget(entry, open.entry) ? open.name : accepted.name;
    return desk.time.journal.edit(open.id, entry, name);
  }

  async discard(row: unknown): Promise<void> {
    const desk = await deskOf(this.#session);
    const open = desk && (await chosen(desk, row, vscode.l10n.t("Discard Unsent Time")));
    if (!desk || !open) return;
    const { minutes, day } = open.entry;
    const when = readableDay(day, desk.today);
    const question = vscode.l10n.t("Discard {0} on {1}, {2}?", formatMinutes(minutes), open.name, when);
    const detail =
      open.state === "draft" || open.state === "not-saved"
        ? vscode.l10n.t("It was never saved at Factorial, and is nowhere else.")
        : vscode.l10n.t("What Factorial holds of it stays there.");
    if (await confirm(question, detail, vscode.l10n.t("Discard"))) await desk.time.journal.discard(open.id);
  }

  /** False where it stays unsent because Factorial did not take it. */
  async #sendOne(desk: TimeDesk, kept: OpenEntry): Promise<boolean> {
    const { log, journal } = desk.time;
    // It was kept before anybody knew that time has a place in the day here.
    const isPlaceless = kept.kind === "log" && log.strategy.needsRange && !kept.entry.range;
    const title = vscode.l10n.t("From When to When?");
    const open = isPlaceless ? await this.#editOne(desk, kept, title) : kept;
    if (!open) return false;
    const other = await sinceLogged(desk, open);
    const answer = other ? await askAbout(desk, open, other) : "add";
    if (answer === "skip") return true;
    const outcome =
      other && answer === "replace"
        ? await asking(async () => log.change(other, open.entry, await log.readDay(other.day)))
        : await asking(() => log.send(open.id));
    if (other && answer === "replace" && outcome.kind === "saved") await journal.discard(open.id);
    // Not awaited: the next one is sent whether or not somebody reads the message.
    void tellOutcome(desk, open.name, outcome);
    return outcome.kind === "saved" || outcome.kind === "removed";
  }
}

/** That of the row; from the palette the only one, or the one that is picked. */
async function chosen(
  { time: { journal }, today }: TimeDesk,
  row: unknown,
  title: string,
): Promise<OpenEntry | undefined> {
  if (isTimeRow(row)) return journal.get(row.openId ?? "");
  const rows = journal.open.map((open) => ({
    open,
    label: nameOfOpen(open),
    description: [formatMinutes(open.entry.minutes), readableDay(open.entry.day, today)].join(" · "),
    detail: stateInWords(open),
  }));
  if (rows.length === 0) void showInformation(vscode.l10n.t("Everything is sent."));
  if (rows.length < 2) return rows[0]?.open;
  return (await vscode.window.showQuickPick(rows, { title }))?.open;
}

/** What came to the day on the same project since the entry was written: perhaps from another machine. */
async function sinceLogged({ time: { log } }: TimeDesk, open: OpenEntry): Promise<LoggedTime | undefined> {
  if (open.kind !== "log" || (open.state !== "draft" && open.state !== "not-saved")) return undefined;
  const known = new Set(open.before.map(({ id }) => id));
  const { logged } = await log.readDay(open.entry.day);
  return logged.find((one) => !known.has(one.id) && isSameTarget(open.entry, one));
}

async function askAbout(
  { today }: TimeDesk,
  open: OpenEntry,
  other: LoggedTime,
): Promise<"add" | "replace" | "skip"> {
  const add = vscode.l10n.t("Add");
  const replace = vscode.l10n.t("Replace");
  const question = vscode.l10n.t(
    "Factorial has {1} on {2}, {0}, already. Send {3} all the same?",
    readableDay(other.day, today),
    formatMinutes(other.minutes),
    open.name,
    formatMinutes(open.entry.minutes),
  );
  const answer = await askWhich(question, add, replace);
  return answer === add ? "add" : answer === replace ? "replace" : "skip";
}
