import type { Resource } from "../api/resource";
import type { Branch } from "./branch";

/** The branches of a view, each under the id of the row that shows it. */
export class Branches {
  readonly #branches = new Map<string, { readonly branch: Branch; readonly rowId: string }>();

  /** The branch that is there already under this id, else a new one. */
  at(id: string, make: () => Branch): Branch {
    const known = this.#branches.get(id)?.branch;
    return known ?? this.add(make());
  }

  /** @param rowId of the row that its rows are below, where that is not its own */
  add(branch: Branch, rowId = branch.facts.id): Branch {
    this.#branches.set(branch.facts.id, { branch, rowId });
    return branch;
  }

  has(branch: Branch): boolean {
    return this.#branches.get(branch.facts.id)?.branch === branch;
  }

  rowIdOf(branch: Branch): string {
    return this.#branches.get(branch.facts.id)?.rowId ?? branch.facts.id;
  }

  all(): Branch[] {
    return [...this.#branches.values()].map(({ branch }) => branch);
  }

  /** Those that list a resource, or that are somewhere below some records. */
  about(lists: Resource, of: Resource, recordIds: readonly string[]): Branch[] {
    return this.all().filter(
      ({ facts }) =>
        facts.lists.includes(lists) ||
        facts.above.some(({ resource, recordId }) => resource === of && recordIds.includes(recordId)),
    );
  }

  /** Takes in and drops what was written. Answers the branches whose rows changed. */
  follow(resource: Resource, written: readonly string[], removed: readonly string[]): Branch[] {
    return this.all().filter((branch) => {
      const dropped = removed.length > 0 && branch.drop(resource, removed);
      const adopted = written.map((recordId) => branch.adopt(resource, recordId));
      return dropped || adopted.includes(true);
    });
  }

  clear(): void {
    for (const branch of this.all()) branch.dispose();
    this.#branches.clear();
  }
}
