import { createHash } from "node:crypto";
import * as z from "zod";
import type { CellEdits } from "../../../messages/week";
import type { Drafts } from "../../../session/drafts";
import type { LoggedTime } from "../../entry";

/** `base` tells what Factorial held there when it was typed, without saying it: nothing of that belongs on the disk. */
const Kept = z.object({
  rows: z.array(z.string()),
  edits: z.record(z.string(), z.object({ text: z.string(), base: z.string() })),
  turn: z.number().default(0),
});

type Edit = z.output<typeof Kept>["edits"][string];

/** What is typed into one account's week and not saved: on disk with each change. */
export class WeekDraft {
  readonly #drafts: Drafts;
  readonly #key: string;
  #edits: ReadonlyMap<string, Edit>;
  #rows: readonly string[];
  #turn: number;

  constructor(drafts: Drafts, key: string) {
    this.#drafts = drafts;
    this.#key = key;
    const kept = readKept(drafts.read(key));
    this.#edits = new Map(Object.entries(kept.edits));
    this.#rows = kept.rows;
    this.#turn = kept.turn;
  }

  /** Of what was taken last. */
  get turn(): number {
    return this.#turn;
  }

  get edits(): CellEdits {
    return Object.fromEntries([...this.#edits].map(([cellId, { text }]) => [cellId, text]));
  }

  /** Ids of rows that were added by hand, and of those that edits stand in. */
  get rows(): readonly string[] {
    return [...new Set([...this.#rows, ...[...this.#edits.keys()].map(rowOf)])];
  }

  /** Whether a cell was typed on what Factorial holds now. */
  isTypedOn(cellId: string, held: readonly LoggedTime[]): boolean {
    return this.#edits.get(cellId)?.base === fingerprintOf(held);
  }

  /** Takes over all edits. A text that is the same stays on the base on which it was typed. */
  take(edits: CellEdits, turn: number, heldIn: (cellId: string) => readonly LoggedTime[]): void {
    this.#turn = Math.max(this.#turn, turn);
    this.#edits = new Map(
      Object.entries(edits).map(([cellId, text]) => {
        const known = this.#edits.get(cellId);
        return [cellId, known?.text === text ? known : { text, base: fingerprintOf(heldIn(cellId)) }];
      }),
    );
    this.#keep();
  }

  forget(cellIds: readonly string[]): void {
    this.#edits = new Map([...this.#edits].filter(([cellId]) => !cellIds.includes(cellId)));
    this.#keep();
  }

  addRows(rowIds: readonly string[]): void {
    this.#rows = [...new Set([...this.#rows, ...rowIds])];
    this.#keep();
  }

  /** Also when nothing is left: the turn says that an older copy of the page is not to bring it back. */
  #keep(): void {
    const kept = { rows: this.#rows, edits: Object.fromEntries(this.#edits), turn: this.#turn };
    this.#drafts.keep(this.#key, JSON.stringify(kept));
  }
}

function readKept(text: string | undefined): z.output<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(text ?? ""));
  } catch {
    return { rows: [], edits: {}, turn: 0 }; // none, or of another version
  }
}

function rowOf(cellId: string): string {
  return cellId.slice(0, cellId.lastIndexOf("|"));
}

function fingerprintOf(held: readonly LoggedTime[]): string {
  const facts = held.map(({ id, minutes, comment = "" }) => [id, minutes, comment]);
  return createHash("sha256").update(JSON.stringify(facts.sort())).digest("hex").slice(0, 16);
}
