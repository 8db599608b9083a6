import type * as z from "zod";
import type { ChoiceDeclaration } from "../../api/action";
import { fieldsOf, inVersion, type Operation } from "../../api/operation";
import type { Resource } from "../../api/resource";
import type { ApiVersion } from "../../api/versions";
import { fieldMeaning, type FieldMeaning } from "../../records/field-meaning";
import type { AnyRecord } from "../../resources/any-client";

/** Input by field. What is skipped is there as undefined. */
export type Answers = Readonly<Record<string, unknown>>;

/** One field that is asked for. */
export interface Asked {
  readonly meaning: FieldMeaning;
  readonly schema: z.core.$ZodType;
  /** What it is now; undefined where that is not known, or several records have it. */
  readonly now?: unknown;
  readonly choices?: ChoiceDeclaration | undefined;
}

/** One step: a field, or all yes-or-no fields together. */
export interface Question {
  readonly asked: readonly [Asked, ...Asked[]];
}

export interface AskedOperation {
  readonly resource: Resource;
  readonly operation: Operation;
  readonly version: ApiVersion;
}

/** What an operation's field means; undefined where this version does not take it. */
export function askedField(
  { resource, operation, version }: AskedOperation,
  name: string,
  facts: Pick<Asked, "now" | "choices"> = {},
): Asked | undefined {
  const schema = new Map(fieldsOf(inVersion(operation.input, version))).get(name);
  return schema && { ...facts, schema, meaning: fieldMeaning(resource, name, schema) };
}

/** The steps for some fields, in their order: those that are yes or no are one step, where the first of them is. */
export function questionsFor(fields: readonly Asked[]): Question[] {
  const flags = fields.filter(({ meaning }) => meaning.kind === "flag");
  return fields.flatMap((field): Question[] => {
    if (field.meaning.kind !== "flag") return [{ asked: [field] }];
    const [first, ...others] = flags;
    return field === first ? [{ asked: [first, ...others] }] : [];
  });
}

/** The question as the answers before it make it; undefined where they leave nothing to ask. */
export function dueQuestion(question: Question, answers: Answers): Question | undefined {
  const [{ choices, ...field }, ...others] = question.asked;
  const kindBy = choices?.kindBy;
  if (!kindBy) return question;
  const names = kindBy.kinds[String(answers[kindBy.input])];
  const kind = field.meaning.kind === "names" ? "names" : "name";
  return names === undefined
    ? undefined
    : { asked: [{ ...field, choices, meaning: { ...field.meaning, kind, names } }, ...others] };
}

/** What a record holds of an input now. */
export function nowOf(
  record: AnyRecord | undefined,
  field: string,
  declared?: Readonly<Record<string, string>>,
): unknown {
  return record?.[declared?.[field] ?? field] ?? undefined;
}
