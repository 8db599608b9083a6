import type { FactorialError } from "../api/errors";
import type { LoggedDay, LoggedTime } from "./entry";
import type { JournalEntry } from "./journal/journal-entry";
import type { Receipt, WriteStep } from "./strategies/strategy";

/** How a write ended that is not known to be whole. */
export type Shortfall =
  /** A part is saved; the rest can be sent again by itself. */
  | {
      readonly kind: "half";
      readonly missing: WriteStep["writes"];
      readonly receipt: Receipt;
      readonly error: FactorialError;
    }
  /** Nothing is saved. */
  | {
      readonly kind: "not-saved";
      readonly error: FactorialError;
      /** The answer was lost, and the day was read to find out. */
      readonly readBack: boolean;
      /** The journal keeps it under this id: it may be sent later. Missing where it was refused for good. */
      readonly unsent?: string | undefined;
    }
  /** Factorial said that it is saved, but the day could not be read back. */
  | { readonly kind: "unconfirmed"; readonly error: FactorialError; readonly receipt: Receipt }
  /** The answer was lost and the day cannot be read: neither is known. */
  | { readonly kind: "unknown"; readonly error: FactorialError; readonly receipt: Receipt };

export type SaveOutcome =
  /** Read back: `logged` is what the server holds now. */
  | {
      readonly kind: "saved";
      readonly logged: LoggedTime;
      readonly day: LoggedDay;
      readonly receipt: Receipt;
    }
  | Shortfall;

export type RemoveOutcome =
  /** Read back: it is not there any more. */
  { readonly kind: "removed"; readonly day: LoggedDay; readonly receipt: Receipt } | Shortfall;

/**
 * Where the entry came from: it is there or in the journal, at each moment in one of them at least. Both are waited
 * for, and must not fail.
 */
export interface Handover {
  /** By what it is known there: the journal can tell later whether it has taken it. */
  readonly origin?: string;
  /** The journal has it; nothing was sent yet. */
  readonly taken: () => unknown;
  /** It was refused, and the journal is about to drop it. */
  readonly givenBack: () => unknown;
}

/** What became of a write that nobody had seen the end of. */
export interface Settled {
  readonly entry: JournalEntry;
  readonly outcome: SaveOutcome | RemoveOutcome;
}
