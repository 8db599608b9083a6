import { FactorialError } from "../api/errors";
import type { LoggedDay, LoggedTime, TimeEntry } from "./entry";
import type { Journal } from "./journal/journal";
import type { OpenEntry } from "./journal/journal-entry";
import type { Receipt, TimeStrategy } from "./strategies/strategy";
import { TimeWriter, type Ended, type Write } from "./time-writer";
import { changedMeanwhile, interrupted, isOver, isStill, unlikeToldOf, whyOf } from "./write-ends";
import type { Handover, RemoveOutcome, SaveOutcome, Settled } from "./write-outcomes";

export type Outcome = SaveOutcome | RemoveOutcome;

export interface JournaledWritesOptions {
  readonly strategy: TimeStrategy;
  readonly settleDelays?: readonly number[] | undefined;
  /** Without one nothing outlives this process, and windows do not know of each other. */
  readonly journal?: Journal | undefined;
  /** Project and subproject as a person knows them. */
  readonly nameOf: (entry: TimeEntry) => string;
  /** Reads a day and tells whoever shows it. @throws FactorialError */
  readonly showDay: (day: string) => Promise<LoggedDay>;
}

/**
 * Writes one after the other, over all windows, and each with the journal: the intent before the first request, each
 * answer before the next, the end when it was read back.
 */
export class JournaledWrites {
  readonly #options: JournaledWritesOptions;

  constructor(options: JournaledWritesOptions) {
    this.#options = options;
  }

  /** A new wish. One that is refused for good is not kept: whoever wished it is there and is told. */
  async begin(wish: Write, handover?: Handover): Promise<Outcome> {
    const { journal, strategy, nameOf } = this.#options;
    if (!journal) {
      const start = wish.kind === "log" ? strategy.begin(wish.entry, wish.before) : {};
      const write = { ...wish, receipt: { ...start, ...wish.receipt } };
      return this.#end(write, await this.#writer(write).send(write));
    }
    this.#writer(wish).next(wish, wish.receipt); // What cannot be written at all must not get into the journal.
    const { id } = await journal.begin(wish, nameOf(wish.entry), handover?.origin);
    await handover?.taken();
    return this.#working(id, { keepsRefused: false, handover }, (open) => this.#sendFresh(open));
  }

  /** Sends what is open: what was never sent as it is, of all else only what a look does not find. */
  async send(id: string): Promise<Outcome> {
    return this.#working(id, { keepsRefused: true }, (open) => this.#resend(open));
  }

  /** Sends what is missing, after a look. */
  async finish(write: Write): Promise<Outcome> {
    const { writeId } = write.receipt;
    if (this.#options.journal?.get(writeId ?? "") && writeId !== undefined) return this.send(writeId);
    return this.#end(write, await this.#lookAndSend(write, "half"));
  }

  /** Looks what became of it; sends it on only where its first part is there. */
  async lookAgain(write: Write, error: FactorialError): Promise<Outcome> {
    const { journal } = this.#options;
    const { writeId } = write.receipt;
    const look = async (what: Write) => {
      const ended = await this.#writer(what).lookPatiently(what, error);
      return ended.kind === "half" && ended.receipt !== what.receipt
        ? this.#writer(what).send({ ...what, receipt: ended.receipt })
        : ended;
    };
    if (writeId !== undefined && journal?.get(writeId))
      return this.#working(writeId, { keepsRefused: true }, look);
    return this.#end(write, await look(write));
  }

  /** What became of the writes that nobody has seen the end of. Sends nothing. */
  async settle(): Promise<readonly Settled[]> {
    const { journal } = this.#options;
    if (!journal) return [];
    return journal.exclusively(async () => {
      const settled: Settled[] = [];
      for (const open of journal.open) {
        const wasSeen = open.state === "half" || open.state === "unknown";
        if (!wasSeen && !journal.isOrphan(open)) continue;
        try {
          const writer = this.#writer(open, { settleDelays: wasSeen ? [0] : this.#options.settleDelays });
          const outcome = await this.#end(open, await writer.lookPatiently(open, interrupted()));
          await this.#note(open, outcome, true);
          if (!wasSeen || outcome.kind !== open.state) settled.push({ entry: open, outcome });
        } catch (error) {
          journal.report(error); // One that cannot be looked for must not keep the others from it.
        }
      }
      return settled;
    });
  }

  /** Does the work on what is open, while no other window writes, and notes its end. */
  async #working(
    id: string,
    { keepsRefused, handover }: { keepsRefused: boolean; handover?: Handover | undefined },
    work: (open: OpenEntry) => Promise<Ended>,
  ): Promise<Outcome> {
    const { journal } = this.#options;
    if (!journal) throw new Error("Nothing is open without a journal.");
    return journal.exclusively(async () => {
      const open = journal.get(id);
      // A new wish waits for the lock; if that took so long that another window has looked, it is no longer ours.
      if (!open || (!keepsRefused && open.state !== "writing"))
        throw new Error("It was sent or given up in another window.");
      if (keepsRefused && open.state === "writing" && !journal.isOrphan(open))
        throw new Error("It is being sent at this moment.");
      let outcome: Outcome;
      try {
        outcome = await this.#end(open, await work(open));
      } catch (error) {
        if (journal.get(id)?.state === "writing") await journal.note(id, { state: "unknown" });
        throw error;
      }
      if (!keepsRefused && isOver(outcome, open.kind)) await handover?.givenBack();
      return this.#note(open, outcome, keepsRefused);
    });
  }

  /** The first request of a write, on the day as it is now that nobody else writes. */
  async #sendFresh(open: OpenEntry): Promise<Ended> {
    const { strategy, journal } = this.#options;
    const { kind, entry, instead, receipt } = open;
    let write: OpenEntry;
    try {
      const before = await strategy.readDay(instead?.day ?? entry.day);
      if (instead && !before.some((logged) => isStill(instead, logged))) throw changedMeanwhile();
      const start = kind === "log" ? strategy.begin(entry, before) : {};
      const day = instead && instead.day !== entry.day ? await strategy.readDay(entry.day) : before;
      write = { ...open, state: "writing", before: day, receipt: { ...start, ...receipt }, sent: [] };
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { kind: "not-saved", error, readBack: false };
    }
    const writer = this.#writer(write);
    writer.next(write, write.receipt); // A draft that cannot be written stays a draft.
    await journal?.intend(write);
    return writer.send(write);
  }

  async #resend(open: OpenEntry): Promise<Ended> {
    if (open.state === "draft") return this.#sendFresh(open);
    try {
      const instead = await this.#findEarlier(open);
      if (instead) return await this.#sendFresh({ ...open, kind: "change", instead });
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      return { kind: "not-saved", error, readBack: false };
    }
    if (open.sent.length > 0) return this.#sendFresh(open);
    await this.#options.journal?.intend({ ...open, state: "writing" });
    return this.#lookAndSend(open, open.state === "writing" ? "unknown" : open.state);
  }

  /** What was sent before the entry was edited may have come since. */
  async #findEarlier(open: OpenEntry): Promise<LoggedTime | undefined> {
    const { strategy } = this.#options;
    for (const entry of open.sent) {
      const write: Write = { ...open, kind: "log", entry, receipt: {} };
      const { recordId, shiftId } = await this.#writer(write, { id: open.id }).look(write);
      const day = (recordId ?? shiftId) ? await strategy.readDay(entry.day) : [];
      const found = day.find(
        (logged) => logged.id === recordId || (shiftId !== undefined && logged.shiftId === shiftId),
      );
      if (found) return { ...found, comment: await strategy.commentOf(found) };
    }
    return undefined;
  }

  /** @param state what it stays where the day cannot be read */
  async #lookAndSend(write: Write, state: "half" | "unknown" | "not-saved"): Promise<Ended> {
    const writer = this.#writer(write);
    let receipt: Receipt;
    try {
      receipt = await writer.look(write);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      const missing = writer.next(write, write.receipt)?.writes ?? "record";
      if (state === "half") return { kind: "half", missing, receipt: write.receipt, error };
      return state === "unknown"
        ? { kind: "unknown", receipt: write.receipt, error }
        : { kind: "not-saved", error, readBack: false };
    }
    return writer.send({ ...write, receipt });
  }

  #writer(
    { receipt }: Write,
    {
      id = receipt.writeId,
      settleDelays = this.#options.settleDelays,
    }: { id?: string | undefined; settleDelays?: readonly number[] | undefined } = {},
  ): TimeWriter {
    const { strategy, journal } = this.#options;
    return new TimeWriter({
      strategy,
      settleDelays,
      note: async (news) => {
        if (receipt.writeId !== undefined) await journal?.note(receipt.writeId, { receipt: news });
      },
      isClaimed: (logged) => journal?.isClaimed(id, logged) ?? false,
    });
  }

  /** What the server holds now that all requests are answered; or the day as it is, for those who show it. */
  async #end(write: Write, ended: Ended): Promise<Outcome> {
    const { showDay } = this.#options;
    const { kind, entry, instead } = write;
    if (ended.kind !== "done") {
      if (ended.kind === "half") await showDay(entry.day).catch(() => undefined); // The outcome says enough.
      return ended;
    }
    const { receipt } = ended;
    let day: LoggedDay;
    try {
      if (instead && instead.day !== entry.day) await showDay(instead.day);
      day = await showDay(entry.day);
    } catch (error) {
      if (error instanceof FactorialError) return { kind: "unconfirmed", error, receipt };
      throw error;
    }
    const logged = day.logged.find(({ id }) => id === (receipt.recordId ?? instead?.id));
    if (kind === "remove" && !logged) return { kind: "removed", day, receipt };
    if (kind !== "remove" && logged) return { kind: "saved", logged, day, receipt };
    return { kind: "unknown", error: unlikeToldOf(kind), receipt };
  }

  async #note({ id, kind }: OpenEntry, outcome: Outcome, keepsRefused: boolean): Promise<Outcome> {
    const { journal } = this.#options;
    switch (outcome.kind) {
      case "saved":
      case "removed":
        await journal?.close(id, outcome.receipt);
        return outcome;
      case "half":
        await journal?.note(id, {
          ...whyOf(outcome),
          state: "half",
          missing: outcome.missing,
          receipt: outcome.receipt,
        });
        return outcome;
      case "unconfirmed":
      case "unknown":
        await journal?.note(id, { ...whyOf(outcome), state: "unknown", receipt: outcome.receipt });
        return outcome;
      case "not-saved":
        if (!keepsRefused && isOver(outcome, kind)) {
          await journal?.close(id);
          return outcome;
        }
        await journal?.note(id, { ...whyOf(outcome), state: "not-saved" });
        return { ...outcome, unsent: id };
    }
  }
}
