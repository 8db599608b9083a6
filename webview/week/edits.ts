import type { CellEdits } from "../../src/messages/week";

/** Texts by cell; undefined takes the edit away, so that the cell shows again what Factorial holds. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** One thing that a person did. */
interface Step {
  readonly before: Texts;
  readonly after: Texts;
}

/** What is typed and not saved, with all steps back and forth. */
export class Edits {
  #now: ReadonlyMap<string, string>;
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];

  constructor(edits: CellEdits = {}) {
    this.#now = new Map(Object.entries(edits));
  }

  get size(): number {
    return this.#now.size;
  }

  get(cellId: string): string | undefined {
    return this.#now.get(cellId);
  }

  all(): CellEdits {
    return Object.fromEntries(this.#now);
  }

  /** Takes texts over as one step. Answers the cells that have changed. */
  set(texts: Texts): readonly string[] {
    const changed = new Map([...texts].filter(([cellId, text]) => this.#now.get(cellId) !== text));
    if (changed.size === 0) return [];
    const before = new Map([...changed.keys()].map((cellId) => [cellId, this.#now.get(cellId)]));
    this.#done = [...this.#done, { before, after: changed }];
    this.#undone = [];
    return this.#apply(changed);
  }

  undo(): readonly string[] {
    const step = this.#done.at(-1);
    if (!step) return [];
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return this.#apply(step.before);
  }

  redo(): readonly string[] {
    const step = this.#undone.at(-1);
    if (!step) return [];
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return this.#apply(step.after);
  }

  #apply(texts: Texts): readonly string[] {
    const now = new Map(this.#now);
    for (const [cellId, text] of texts) {
      if (text === undefined) now.delete(cellId);
      else now.set(cellId, text);
    }
    this.#now = now;
    return [...texts.keys()];
  }
}
