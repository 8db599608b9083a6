import { translate } from "../actions/asking/ask-context";
import { askedField, type Asked } from "../actions/asking/question";
import { preferredVersion } from "../actions/version";
import { nearestVersion } from "../api/versions";
import type { FormField } from "../messages/form";
import { wordOf } from "../records/field-meaning";
import { resourceNamed } from "../resources/any-client";
import type { Session } from "../session/session";
import { ACCESSES } from "../store/names";
import type { Control } from "./controls/control";
import { controlOf } from "./controls/control-of";
import type { FormFiles } from "./form-files";
import { changesRecord, type Subject } from "./form-subject";

/** A field of a form, and what it is to the operation. */
export interface PlannedField {
  /** The page's name for it: the input's, with the value by which it is shown. */
  readonly name: string;
  readonly input: string;
  readonly asked: Asked;
  readonly control: Control;
  /** The field of the record that has what it is now; undefined where no record has. */
  readonly now: string | undefined;
  /** Only there while another field has this value. */
  readonly shownFor?: { readonly input: string; readonly value: string } | undefined;
  /** It only says which part of the record is looked at: another value changes nothing. */
  readonly selects: boolean;
}

type Variant = Pick<PlannedField, "name" | "asked" | "now" | "shownFor">;

/** The fields of an action's form, in the order of its questions. */
export function planFields(session: Session, subject: Subject, files: FormFiles): PlannedField[] {
  const { action, known, record } = subject;
  const { resource, operation, declaration } = action;
  const version = nearestVersion(preferredVersion(), operation.versions);
  const isNew = !changesRecord(action);
  return inputsOf(subject).flatMap((input): PlannedField[] => {
    if (input in known) return [];
    const asked = askedField({ resource, operation, version }, input, {
      choices: declaration.choices?.[input],
    });
    if (!asked) return [];
    return variantsOf(subject, input, asked).map((variant) => {
      const { label, help, required } = variant.asked.meaning;
      const facts = {
        name: variant.name,
        label: labelFor(variant, translate(label)),
        required,
        ...(help !== undefined && { help: translate(help) }),
      };
      const parts = { session, asked: variant.asked, facts, record, isNew, files };
      const declared = resource.fields?.[input]?.choices !== undefined;
      const selects = Object.values(declaration.nowBy ?? {}).some((by) => by.input === input);
      return { ...variant, input, selects, control: controlOf(parts, declared) };
    });
  });
}

/** What each field holds in the record, as the page shows it. @throws FactorialError */
export async function fieldsNow(
  fields: readonly PlannedField[],
  { record }: Subject,
): Promise<Map<string, FormField>> {
  const entries = await Promise.all(
    fields.map(async ({ name, now, control }) => {
      const value = now === undefined ? undefined : (record?.[now] ?? undefined);
      if (value === undefined) return [name, control.blank] as const;
      await control.prepare?.(value);
      return [name, control.filled(value)] as const;
    }),
  );
  return new Map(entries);
}

/** First who does it and where, should that not be known. */
function inputsOf({ action: { declaration } }: Subject): string[] {
  const { me, company, asks = [] } = declaration;
  return [...new Set([me, company, ...asks].filter((name) => name !== undefined))];
}

function variantsOf({ action }: Subject, input: string, asked: Asked): Variant[] {
  const { declaration } = action;
  const { now = {}, nowBy, me, choices } = declaration;
  const isNew = !changesRecord(action);
  const kindBy = choices?.[input]?.kindBy;
  const by = nowBy?.[input];
  const field = now[input] ?? (isNew ? undefined : input);
  const { meaning } = asked;
  if (kindBy) {
    const kind = meaning.kind === "names" ? "names" : "name";
    return Object.entries(kindBy.kinds).map(([value, names]) => ({
      name: `${input}:${value}`,
      asked: { ...asked, meaning: { ...meaning, kind, names } },
      now: field,
      shownFor: { input: kindBy.input, value },
    }));
  }
  if (by) {
    return Object.entries(by.fields).map(([value, now]) => ({
      name: `${input}:${value}`,
      asked,
      now,
      shownFor: { input: by.input, value },
    }));
  }
  if (input === me) {
    return [
      {
        name: input,
        asked: { ...asked, meaning: { ...meaning, kind: "name", names: ACCESSES } },
        now: field,
      },
    ];
  }
  return [{ name: input, asked, now: field }];
}

/** "Which ones: teams", "Questions: peers" */
function labelFor({ shownFor, asked: { meaning } }: Variant, label: string): string {
  if (!shownFor) return label;
  const many = meaning.names === undefined ? undefined : resourceNamed(meaning.names)?.names.many;
  return `${label}: ${translate(many ?? wordOf(shownFor.value))}`;
}
