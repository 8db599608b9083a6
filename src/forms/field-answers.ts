import { describeError } from "../commands/error-messages";
import type { ToPage } from "../messages/form";
import type { Control, Inputs } from "./controls/control";

export interface FieldAnswersParts {
  readonly controlOf: (name: string) => Control | undefined;
  readonly inputs: Inputs;
  readonly post: (message: ToPage) => void;
  readonly failed: (error: unknown) => void;
}

/** What the page is told while somebody types into a field: how it is read, and what is found. */
export class FieldAnswers {
  readonly #parts: FieldAnswersParts;
  readonly #searches = new Map<string, AbortController>();

  constructor(parts: FieldAnswersParts) {
    this.#parts = parts;
  }

  read(name: string, text: string): void {
    const heard = this.#parts.controlOf(name)?.hear?.(text);
    if (heard) this.#parts.post({ kind: "reading", name, text, ...heard });
  }

  /** Only the last search of a field counts. */
  async search(name: string, text: string): Promise<void> {
    const { controlOf, inputs, post, failed } = this.#parts;
    const control = controlOf(name);
    if (!control?.find) return;
    this.#searches.get(name)?.abort();
    const search = new AbortController();
    this.#searches.set(name, search);
    try {
      const found = await control.find(text, search.signal, inputs);
      if (!search.signal.aborted) post({ kind: "found", name, text, ...found });
    } catch (error) {
      if (search.signal.aborted) return;
      failed(error);
      const problem = describeError(error).message;
      post({ kind: "found", name, text, options: [], more: false, problem });
    }
  }

  stop(): void {
    for (const search of this.#searches.values()) search.abort();
  }
}
