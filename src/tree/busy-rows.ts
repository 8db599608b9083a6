import type { Resource } from "../api/resource";
import { Emitter } from "../store/emitter";

/** `busy`: something is being done with it. `timed`: a timer runs on it. */
export type RowMark = "busy" | "timed";

interface Busy {
  readonly resource: Resource;
  readonly recordIds: readonly string[];
  readonly as: RowMark;
}

/** The records that something goes on with: their rows show it until it is over. */
export class BusyRows {
  readonly #marks = new Set<Busy>();
  readonly #changes = new Emitter<Busy>();

  readonly onDidChange = this.#changes.event;

  mark(resource: Resource, recordIds: readonly string[], as: RowMark = "busy"): { dispose(): void } {
    const busy = { resource, recordIds: [...recordIds], as };
    this.#marks.add(busy);
    this.#changes.fire(busy);
    return {
      dispose: () => {
        if (this.#marks.delete(busy)) this.#changes.fire(busy);
      },
    };
  }

  has(resource: Resource, recordId: string, as: RowMark = "busy"): boolean {
    return [...this.#marks].some(
      (busy) => busy.as === as && busy.resource === resource && busy.recordIds.includes(recordId),
    );
  }

  dispose(): void {
    this.#marks.clear();
    this.#changes.dispose();
  }
}
