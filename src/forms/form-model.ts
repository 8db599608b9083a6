import * as z from "zod";
import { fieldsOf } from "../api/operation";
import type { FieldDeclaration } from "../api/resource";
import {
  filledIn,
  type FormField,
  type FormModel,
  type FormProblems,
  type FormTexts,
  type FormValues,
} from "../messages/form";
import { labelOf } from "../records/field-label";

export interface FormSource {
  readonly title: string;
  readonly place: string;
  /** The fields' names, in their order. */
  readonly names: readonly string[];
  readonly declarations: Readonly<Record<string, FieldDeclaration>>;
  /** What the operation takes that the form is for. */
  readonly input: z.ZodObject;
  readonly texts: FormTexts;
  /** Into the person's language, what the declaration says in English. */
  readonly translate: (text: string) => string;
}

/** The form of an operation, as data: nothing of it is Factorial's own. */
export function formModel({
  title,
  place,
  names,
  declarations,
  input,
  texts,
  translate,
}: FormSource): FormModel {
  const inputs = new Map(fieldsOf(input));
  const fields = names.map((name) => fieldOf(name, declarations[name] ?? {}, inputs.get(name), translate));
  return { title, place, fields, texts };
}

function fieldOf(
  name: string,
  { label = labelOf(name), help, long, choices }: FieldDeclaration,
  input: z.core.$ZodType | undefined,
  translate: (text: string) => string,
): FormField {
  if (!input) throw new Error(`The form's field ${name} is none of its operation's.`);
  const required = !(input instanceof z.ZodOptional);
  const schema = input instanceof z.ZodOptional ? input.unwrap() : input;
  const facts = {
    name,
    label: translate(label),
    required,
    ...(help !== undefined && { help: translate(help) }),
  };
  if (choices) {
    const translated = choices.map((choice) => ({ value: choice.value, label: translate(choice.label) }));
    return { ...facts, kind: "choice", value: translated[0]?.value ?? "", choices: translated };
  }
  if (schema instanceof z.ZodBoolean) return { ...facts, kind: "flag", value: false };
  if (schema instanceof z.ZodISODate) return { ...facts, kind: "date", value: "" };
  if (schema instanceof z.ZodString) return { ...facts, kind: long ? "longtext" : "text", value: "" };
  throw new Error(`There is no control for the form's field ${name}.`);
}

export type CheckedForm<Input> =
  { readonly input: Input; readonly problems?: undefined } | { readonly problems: FormProblems };

/** What is filled in, as the operation takes it, or what is wrong with it by field. */
export function checkForm<Input extends z.ZodObject>(
  form: FormModel,
  values: FormValues,
  input: Input,
): CheckedForm<z.output<Input>> {
  const sent: Record<string, string | boolean> = {};
  for (const { name, value } of filledIn(form, values).fields) {
    const given = typeof value === "string" ? value.trim() : value;
    // What is left empty is not sent: Factorial then does as it does by default.
    if (given !== "") sent[name] = given;
  }
  const result = input.safeParse(sent);
  if (result.success) return { input: result.data };
  const fields: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const name = String(path[0]);
    fields[name] ??= name in sent ? message : form.texts.required;
  }
  return { problems: { message: form.texts.seeFields, fields } };
}
