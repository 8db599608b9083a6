import { statesOf } from "../actions/action-list";
import type { Part, Resource } from "../api/resource";
import { rowOf, wordingOf } from "../records/session-wording";
import { nameOfResource, type AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { childKinds } from "./children";
import type { RecordLook } from "./tree-items";

/** How a record's row looks. @throws whatever the declaration does with a record that it did not think of */
export function lookOf(
  session: Session,
  resource: Resource,
  record: AnyRecord,
  marks: { readonly hasId: boolean; readonly busy?: boolean; readonly timed?: boolean },
): RecordLook {
  const { hasId, busy = false, timed = false } = marks;
  const name = nameOfResource(resource);
  const states = hasId ? statesOf(resource, record) : [];
  const children = hasId ? childKinds(name, states).length : 0;
  const row = rowOf(session, resource, record);
  return {
    row: timed ? { ...row, icon: "watch" } : row,
    // Menus go by the words: `timed` is one of ours, beside the record's states.
    context: hasId ? [name, ...states, ...(timed ? ["timed"] : [])].join(" ") : undefined,
    isLeaf: children + partsOf(session, resource, record).length === 0,
    busy,
  };
}

/** What a record consists of. @throws as `lookOf` does */
export function partsOf(session: Session, resource: Resource, record: AnyRecord): readonly Part[] {
  return resource.parts?.(record, wordingOf(session)) ?? [];
}

/** A record's states; none for one that they cannot be told of. */
export function statesOrNone(resource: Resource, record: AnyRecord | undefined): readonly string[] {
  try {
    return record ? statesOf(resource, record) : [];
  } catch {
    return [];
  }
}

/** What to say of a record that its declaration cannot draw. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
