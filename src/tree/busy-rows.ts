import type { Resource } from "../api/resource";
import { Emitter } from "../store/emitter";

interface Busy {
  readonly resource: Resource;
  readonly recordIds: readonly string[];
}

/** The records that something is being done with: their rows show it until it is done. */
export class BusyRows {
  readonly #marks = new Set<Busy>();
  readonly #changes = new Emitter<Busy>();

  readonly onDidChange = this.#changes.event;

  mark(resource: Resource, recordIds: readonly string[]): { dispose(): void } {
    const busy = { resource, recordIds: [...recordIds] };
    this.#marks.add(busy);
    this.#changes.fire(busy);
    return {
      dispose: () => {
        if (this.#marks.delete(busy)) this.#changes.fire(busy);
      },
    };
  }

  has(resource: Resource, recordId: string): boolean {
    return [...this.#marks].some((busy) => busy.resource === resource && busy.recordIds.includes(recordId));
  }

  dispose(): void {
    this.#marks.clear();
    this.#changes.dispose();
  }
}
