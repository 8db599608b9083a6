import * as vscode from "vscode";
import type { Place, Resource } from "../api/resource";
import { nameOfResource } from "../resources/any-client";
import { catalogue } from "../resources/catalogue";
import type { Session } from "../session/session";
import type { Branch, RecordRef } from "./branch";
import { contextBelow, placeBranch } from "./list-branch";
import { SPECIAL_PLACES } from "./special-branches";

/** A kind of rows that can be below a record, before any record of the kind is known. */
export interface ChildKind {
  /** Tells it from the others below the same record. */
  readonly key: string;
  readonly resource: Resource;
  readonly states?: readonly string[] | undefined;
  readonly branch: (session: Session, below: Below) => Branch;
}

export interface Below {
  readonly parent: RecordRef;
  /** Of the branch. */
  readonly id: string;
  /** What the parent hangs below, the parent last. */
  readonly above: readonly RecordRef[];
  /** What the view is filtered by, as far as the list takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Every kind by the name of the resource that it is below, in the order of the catalogue. */
const CHILDREN: ReadonlyMap<string, readonly ChildKind[]> = childrenByParent();

/** What there is below records of a resource, in some states. */
export function childKinds(resourceName: string, states: readonly string[]): readonly ChildKind[] {
  return (CHILDREN.get(resourceName) ?? []).filter(
    (kind) => kind.states === undefined || kind.states.some((state) => states.includes(state)),
  );
}

function childrenByParent(): Map<string, ChildKind[]> {
  const children = new Map<string, ChildKind[]>();
  const add = (parent: string, kind: ChildKind) => {
    const kinds = children.get(parent) ?? [];
    const isRepeated = kinds.some(({ resource }) => resource === kind.resource);
    kinds.push(isRepeated ? { ...kind, key: `${kind.key}.${kinds.length}` } : kind);
    children.set(parent, kinds);
  };
  for (const resource of Object.values<Resource>(catalogue)) {
    for (const place of resource.places ?? []) add(place.parent, declaredKind(resource, place));
    for (const special of SPECIAL_PLACES.filter((candidate) => candidate.resource === resource)) {
      add(special.parent, {
        key: nameOfResource(resource),
        resource,
        branch: (session, below) =>
          special.branch(session, { ...below, context: contextBelow(resource, special.parent) }),
      });
    }
  }
  return children;
}

function declaredKind(resource: Resource, place: Place): ChildKind {
  return {
    key: nameOfResource(resource),
    resource,
    states: place.states,
    branch: (session, below) =>
      placeBranch(session, {
        ...below,
        place,
        resource,
        label: vscode.l10n.t(place.group),
        empty: vscode.l10n.t(place.empty),
        context: contextBelow(resource, place.parent),
      }),
  };
}
