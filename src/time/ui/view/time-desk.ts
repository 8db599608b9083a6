import * as vscode from "vscode";
import type { PersonalTime, Session } from "../../../session/session";
import type { LoggedTime, TimeEntry } from "../../entry";
import type { AcceptedEntry } from "../log-time-picker";
import type { Editing } from "../time-commands";
import { entryText } from "./entry-text";

/** What the commands of the Time view work with. */
export interface TimeDesk {
  readonly session: Session;
  readonly time: PersonalTime;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Shows the Log Time box for an entry that is there already. */
export type AskInBox = (text: string, editing: Editing) => Promise<AcceptedEntry | undefined>;

/** Undefined where nobody's time is logged. @throws FactorialError where it is not known yet how, and cannot be found */
export async function deskOf(session: Session | undefined): Promise<TimeDesk | undefined> {
  const time = await session?.time();
  return session && time ? { session, time, today: session.clock.today() } : undefined;
}

export interface EntryQuestion {
  readonly title: string;
  /** What the box starts with. */
  readonly entry: TimeEntry | LoggedTime;
  /** What the server holds, and what the answer takes the place of. */
  readonly instead?: LoggedTime | undefined;
}

/** The Log Time box with what an entry says now. */
export async function askForEntry(
  { session }: TimeDesk,
  askInBox: AskInBox,
  { title, entry, instead }: EntryQuestion,
): Promise<AcceptedEntry | undefined> {
  return askInBox(entryText(entry, (await session.projectList?.get()) ?? []), { title, instead });
}

/** Shows that Factorial is being asked. */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  const title = vscode.l10n.t("Asking Factorial…");
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, work);
}
