import { createHash, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive, withFileLock } from "../../disk/file-lock";
import { Emitter, type Disposable, type Event } from "../../store/emitter";
import type { LoggedTime, TimeEntry } from "../entry";
import type { Receipt } from "../strategies/strategy";
import { hasBegun, type Write } from "../time-writer";
import { followFolder } from "./follow-folder";
import type { JournalEntry, OpenEntry } from "./journal-entry";
import { JournalFolder } from "./journal-folder";

export interface JournalOptions {
  /** Belongs to this extension alone; all windows of this machine share it. */
  readonly folder: string;
  /** Host, company and user. */
  readonly account: string;
  readonly employeeId: string;
  /** What the disk refuses while a write is on its way: the write goes on, and its end is found out by reading. */
  readonly onFailure?: (error: unknown) => void;
  /** Default this process. */
  readonly writer?: JournalEntry["writer"];
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Days for which a closed write's ids stay claimed. */
const CLAIMED_DAYS = 35;
const DAY = 24 * 3600 * 1000;

/** An honest write reads and writes a few times, each with a timeout of half a minute and tried again. */
const LOCK_TIMES = { staleAfter: 15 * 60_000, every: 50 };

/**
 * The writes of one person's time in one company, on disk and shared by all windows: what is open, to be shown, and
 * what was closed, so that two equal entries are never taken for the same record.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #folder: JournalFolder;
  readonly #changes = new Emitter<readonly OpenEntry[]>();
  #entries: readonly JournalEntry[] = [];
  #shown = "";
  #isDisposed = false;
  #following: Disposable | undefined;

  /** What is open, whenever that or `damaged` has changed; also when another window wrote. */
  readonly onDidChange: Event<readonly OpenEntry[]> = this.#changes.event;

  constructor(options: JournalOptions) {
    this.#options = options;
    const { account, employeeId } = options;
    const owner = createHash("sha256").update(`${account}\n${employeeId}`).digest("hex").slice(0, 32);
    this.#folder = new JournalFolder(join(options.folder, owner));
  }

  get path(): string {
    return this.#folder.path;
  }

  /** What is not closed, oldest first. */
  get open(): readonly OpenEntry[] {
    return this.#entries.filter(isOpen);
  }

  /** Paths of files that could not be read, where they were set aside with all that is in them. */
  get damaged(): readonly string[] {
    return this.#folder.damaged;
  }

  /** The newest entry that is saved and was not taken back since. */
  get lastSaved(): JournalEntry | undefined {
    const gone = new Set(
      this.#entries.filter(({ kind }) => kind === "remove").map(({ receipt }) => receipt.recordId),
    );
    return this.#entries
      .filter(
        ({ kind, state, receipt }) => kind === "log" && state === "closed" && !gone.has(receipt.recordId),
      )
      .toSorted((one, other) => (one.closedAt ?? "").localeCompare(other.closedAt ?? ""))
      .at(-1);
  }

  get(id: string): OpenEntry | undefined {
    return this.open.find((entry) => entry.id === id);
  }

  /** Reads the disk again. */
  async refresh(): Promise<void> {
    const { account, employeeId } = this.#options;
    const entries = await this.#folder.read();
    this.#entries = entries.filter((entry) => entry.account === account && entry.employee === employeeId);
    this.#tell();
  }

  /** Keeps an entry that is to be sent later, by the person. */
  async keep(entry: TimeEntry, name: string): Promise<OpenEntry> {
    const draft = this.#newEntry({ kind: "log", entry, before: [], receipt: {} }, name);
    return this.#put({ ...draft, state: "draft" });
  }

  /** Changes one of which nothing is on the server. @throws Error for any other */
  async edit(id: string, entry: TimeEntry, name: string): Promise<OpenEntry> {
    return this.exclusively(async () => {
      const open = this.get(id);
      if (!open || !["draft", "not-saved"].includes(open.state) || open.kind === "remove")
        throw new Error("Only what is not saved in any part can be edited.");
      const sent = open.state === "draft" ? open.sent : [...open.sent, open.entry];
      return this.#put({ ...open, entry, name, sent, state: open.state });
    });
  }

  /** Gives one up. What the server holds of it stays there. @throws Error for one that is being sent */
  async discard(id: string): Promise<void> {
    await this.exclusively(async () => {
      const open = this.get(id);
      if (open?.state === "writing" && !this.isOrphan(open))
        throw new Error("It is being sent at this moment.");
      await this.close(id);
    });
  }

  /** Keeps up with what other windows write, until `dispose`. */
  follow(): void {
    if (this.#isDisposed) return;
    this.#following ??= followFolder(this.path, () => this.refresh());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#following?.dispose();
    this.#changes.dispose();
  }

  // What follows is for those who write.

  /** Runs while no other window writes this person's time, with the disk read anew. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    return withFileLock(
      `${this.path}.lock`,
      async () => {
        await this.refresh();
        return work();
      },
      LOCK_TIMES,
    );
  }

  /** The intent, on disk when it resolves: nothing may be sent before. */
  async begin(write: Write, name: string, origin?: string): Promise<OpenEntry> {
    return this.#put({ ...this.#newEntry(write, name), origin, state: "writing" });
  }

  /** Whether it was handed over already, whatever became of it since. */
  hasTaken(origin: string): boolean {
    return this.#entries.some((entry) => entry.origin === origin);
  }

  /** What is going to be sent of one that is open, on disk when it resolves. */
  async intend(open: OpenEntry): Promise<void> {
    const { writer = thisProcess() } = this.#options;
    await this.#put({ ...open, writer });
  }

  /** What has come to be known of one that is open. */
  async note(id: string, news: Partial<Omit<OpenEntry, "id">>): Promise<void> {
    const open = this.get(id);
    if (!open) return;
    try {
      await this.intend({ ...open, ...news });
    } catch (error) {
      this.report(error);
    }
  }

  /** Closes one; what the server holds of it is not taken for another's from then on. */
  async close(id: string, receipt?: Receipt): Promise<void> {
    const open = this.get(id);
    if (!open) return;
    const closed = { ...open, receipt: receipt ?? open.receipt, state: "closed" as const };
    try {
      if (hasBegun(closed.kind, closed.receipt))
        await this.#folder.write({ ...closed, closedAt: this.#instant() });
      else await this.#folder.remove(id);
    } catch (error) {
      this.report(error);
    }
    await this.refresh();
  }

  report(error: unknown): void {
    this.#options.onFailure?.(error);
  }

  /** Whether whoever writes it is gone, so that somebody else has to find out what became of it. */
  isOrphan({ state, writer, writtenAt }: OpenEntry): boolean {
    if (state !== "writing") return false;
    const isOld = this.#now() - Date.parse(writtenAt) > LOCK_TIMES.staleAfter;
    return isOld || (writer.machine === hostname() && !isAlive(writer.pid));
  }

  /** Whether the record or shift is known to be what another write has made. */
  isClaimed(id: string | undefined, logged: LoggedTime): boolean {
    return this.#entries.some(
      (other) =>
        other.id !== id &&
        (other.receipt.recordId === logged.id ||
          (other.receipt.shiftId !== undefined && other.receipt.shiftId === logged.shiftId)),
    );
  }

  /** Removes what was closed long ago, unless something that is open is older still. */
  async prune(): Promise<void> {
    const oldest = this.open[0]?.writtenAt ?? this.#instant();
    const end = this.#now() - CLAIMED_DAYS * DAY;
    for (const { id, closedAt } of this.#entries) {
      if (closedAt !== undefined && closedAt < oldest && Date.parse(closedAt) < end)
        await this.#folder.remove(id);
    }
    await this.#folder.removeAbandoned(this.#now());
    await this.refresh();
  }

  #newEntry(write: Write, name: string): Omit<JournalEntry, "state"> {
    const { account, employeeId, writer = thisProcess() } = this.#options;
    const id = randomUUID();
    return {
      ...write,
      format: 1,
      id,
      account,
      employee: employeeId,
      name,
      receipt: { ...write.receipt, writeId: id },
      sent: [],
      writer,
      writtenAt: this.#instant(),
    };
  }

  async #put<T extends OpenEntry>(entry: T): Promise<T> {
    await this.#folder.write(entry);
    this.#entries = [...this.#entries.filter(({ id }) => id !== entry.id), entry].toSorted((one, other) =>
      one.writtenAt.localeCompare(other.writtenAt),
    );
    this.#tell();
    return entry;
  }

  #tell(): void {
    const shown = JSON.stringify([this.open, this.damaged]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#changes.fire(this.open);
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  #instant(): string {
    return new Date(this.#now()).toISOString();
  }
}

function isOpen(entry: JournalEntry): entry is OpenEntry {
  return entry.state !== "closed";
}

function thisProcess(): JournalEntry["writer"] {
  return { pid: process.pid, machine: hostname() };
}
