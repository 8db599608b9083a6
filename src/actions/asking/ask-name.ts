import * as vscode from "vscode";
import * as z from "zod";
import type { Answer } from "../../commands/step";
import { fieldsOf } from "../../api/operation";
import type { Resource } from "../../api/resource";
import { resourceNamed, type AnyRecord } from "../../resources/any-client";
import { employees } from "../../resources/employees/employees";
import { ACCESSES } from "../../store/names";
import { valueProblem } from "../reading/value-problem";
import { pickRecords, type Does } from "../targets/record-picker";
import { isListable, type KnownRecord } from "../targets/record-search";
import { preferredVersion } from "../version";
import { promptOf, skipFacts, translate, type FieldStep, type Value } from "./ask-context";
import { askText } from "./ask-text";
import type { Asked } from "./question";
import { stepRow } from "./steps";

/** Which record is meant, or which ones, where an input takes ids: people see and search names. */
export async function askName(step: FieldStep): Promise<Answer<Value>> {
  const { frame, field, session, record: target, start } = step;
  const { meaning, schema } = field;
  const kind = meaning.names ?? "";
  const resource = kind === ACCESSES ? employees : resourceNamed(kind);
  const query = resource && narrowed(resource, field, target);
  // Without a list there is nothing to choose from: the id is typed.
  if (!resource || !isListable(session, resource, preferredVersion(), query)) return askText(step);
  const many = meaning.kind === "names";
  const idOf = (record: KnownRecord) => (kind === ACCESSES ? textOrNothing(record.access_id) : record.id);
  const valueOf = (records: readonly KnownRecord[]): unknown => {
    const ids = records.flatMap((record) => idOf(record) ?? []);
    if (ids.length === 0 && !meaning.required) return undefined;
    return many ? ids : ids[0];
  };
  const answer = await pickRecords(frame, {
    session,
    resource,
    many,
    query,
    offers: (record) => idOf(record) !== undefined,
    isNow: many ? undefined : (record) => field.now !== undefined && idOf(record) === field.now,
    chosen: many ? await recordsOf(step, kind, start) : [],
    placeholder: many
      ? vscode.l10n.t("{0}: type to search, check those that are meant", promptOf(field))
      : vscode.l10n.t("{0}: type to search", promptOf(field)),
    empty: vscode.l10n.t("There are no {0} that this account may see.", vscode.l10n.t(resource.names.many)),
    skip: meaning.required || many ? undefined : stepRow<Does>(skipFacts(field), { value: { kind: "skip" } }),
    problem: (records) =>
      meaning.required && records.length === 0
        ? vscode.l10n.t("Choose at least one.")
        : valueProblem(schema, valueOf(records), translate),
  });
  return typeof answer === "object" ? { value: valueOf(answer.records) } : answer;
}

/** The records that were chosen before, or that the target has now; those that nobody may see are not among them. */
async function recordsOf({ session }: FieldStep, kind: string, ids: unknown): Promise<KnownRecord[]> {
  const wanted = z.array(z.string()).safeParse(ids);
  if (!wanted.success || wanted.data.length === 0) return [];
  await session.names.fetch(kind, wanted.data);
  return wanted.data.flatMap((id) => {
    const record = session.names.find(kind, id);
    return typeof record?.id === "string" ? [{ ...record, id: record.id }] : [];
  });
}

/** The list's further input: a filter that takes several values gets the one of the target as a list. */
export function narrowed(
  resource: Resource,
  { choices }: Pick<Asked, "choices">,
  target: AnyRecord | undefined,
): Record<string, unknown> | undefined {
  if (!choices) return undefined;
  const filters = new Map(resource.operations.list ? fieldsOf(resource.operations.list.input) : []);
  const by = Object.entries(choices.by ?? {}).flatMap(([filter, field]) => {
    const value = target?.[field] ?? undefined;
    if (value === undefined) return [];
    const schema = filters.get(filter);
    const takesValue = schema !== undefined && z.safeParse(schema, value).success;
    return [[filter, takesValue || Array.isArray(value) ? value : [value]] as const];
  });
  return { ...choices.fixed, ...Object.fromEntries(by) };
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
