import type { Resource } from "../api/resource";
import { meaningsOf, type FieldMeaning } from "../records/field-meaning";
import { fieldLines, type FieldLine } from "../records/field-values";
import { nameOfResource, type AnyRecord } from "../resources/any-client";
import { employees } from "../resources/employees/employees";
import { ACCESSES } from "../store/names";
import { relativeLink } from "./address";
import { code, inline, item, labelled, link, titled } from "./markdown";
import { isId, isNested, nestedPart } from "./nested";
import { isLong, partItems } from "./part-blocks";
import type { RecordRef } from "./record-ref";
import type { Scene } from "./scene";

export interface FieldBlocks {
  /** What a person reads: a list of what is short, then what is long. */
  readonly blocks: readonly string[];
  /** Ids that stand for nothing with a name: items for who writes programs. */
  readonly ids: readonly string[];
}

/** A record's fields. @param owner the record whose document this is, not to be named on its own page */
export function fieldBlocks(
  resource: Resource,
  record: AnyRecord,
  scene: Scene,
  owner: RecordRef,
): FieldBlocks {
  const meanings = new Map(meaningsOf(resource, resource.record).map((meaning) => [meaning.name, meaning]));
  const facts: string[] = [];
  const texts: string[] = [];
  const ids: string[] = [];
  for (const line of fieldLines(resource, record, scene.wording)) {
    const { name, label, text } = line;
    const value = record[name];
    const meaning = meanings.get(name);
    const kind = meaning?.kind;
    // The record's own id is said at the end.
    if (name === "id" || isOwner(line, owner)) continue;
    if (isId(name) && kind !== "name" && kind !== "names") ids.push(item(labelled(label, code(text))));
    else if (isNested(value)) facts.push(...partItems(nestedPart(label, value, scene.wording)));
    else if (kind === "long-text" || (!line.link && kind !== "names" && isLong(text)))
      texts.push(titled(label, text));
    else facts.push(item(labelled(label, namesIn(meaning, value, scene) ?? linked(line, scene))));
  }
  return { blocks: [facts.join("\n"), ...texts].filter((block) => block !== ""), ids };
}

function linked({ text, link: target }: FieldLine, scene: Scene): string {
  return target ? linkedName(text, target.resourceName, target.id, scene) : inline(text);
}

/** Several names, each with its link. Undefined where the field is none of names. */
function namesIn(meaning: FieldMeaning | undefined, value: unknown, scene: Scene): string | undefined {
  const { kind, names } = meaning ?? {};
  if (kind !== "names" || names === undefined || !Array.isArray(value)) return undefined;
  return value
    .map((id) => linkedName(scene.wording.name(names, String(id)), names, String(id), scene))
    .join(", ");
}

/** A name that is known leads to its record. */
function linkedName(text: string, names: string, id: string, { find }: Scene): string {
  const found = find(names, id);
  if (typeof found?.id !== "string") return inline(text);
  const resourceName = names === ACCESSES ? nameOfResource(employees) : names;
  return link(text, relativeLink({ resourceName, recordId: found.id }));
}

function isOwner({ link: target }: FieldLine, { resourceName, recordId }: RecordRef): boolean {
  return target?.resourceName === resourceName && target.id === recordId;
}
