/**
 * What the host and the page of a form say to each other. Both sides parse what arrives: a message that is none of
 * these is logged and ignored. The page is built with this, hence the small edition of zod.
 */
import * as z from "zod/mini";

const facts = {
  /** The request field's name. */
  name: z.string(),
  label: z.string(),
  help: z.optional(z.string()),
  required: z.boolean(),
};

const choice = z.object({ value: z.string(), label: z.string() });

const formField = z.discriminatedUnion("kind", [
  z.object({ ...facts, kind: z.literal("text"), value: z.string() }),
  z.object({ ...facts, kind: z.literal("longtext"), value: z.string() }),
  /** The value is `YYYY-MM-DD`, or empty. */
  z.object({ ...facts, kind: z.literal("date"), value: z.string() }),
  z.object({ ...facts, kind: z.literal("choice"), value: z.string(), choices: z.array(choice) }),
  z.object({ ...facts, kind: z.literal("flag"), value: z.boolean() }),
]);

/** Sentences of the page itself. */
const formTexts = z.object({
  save: z.string(),
  saving: z.string(),
  /** What the mark beside a label means. */
  requiredMark: z.string(),
  /** Beside a required field that is empty. */
  required: z.string(),
  /** Beside a date of which only a part is typed. */
  incompleteDate: z.string(),
  /** Above the form, when there is something beside a field. */
  seeFields: z.string(),
});

const formModel = z.object({
  title: z.string(),
  /** Where the record goes: the company's name. */
  place: z.string(),
  fields: z.array(formField),
  texts: formTexts,
});

const problems = z.object({
  /** About the whole form. */
  message: z.optional(z.string()),
  /** By field. */
  fields: z.record(z.string(), z.string()),
});

/** By field: a text, a date as `YYYY-MM-DD`, the value of a choice, a flag. Empty texts are what is not filled in. */
const values = z.record(z.string(), z.union([z.string(), z.boolean()]));

/**
 * Everything the page shows, each time: VS Code drops what is sent to a hidden page, and the next message, or the
 * answer to `ready`, makes up for it.
 */
export const toPage = z.object({
  kind: z.literal("show"),
  form: formModel,
  saving: z.boolean(),
  problems,
});

export const toHost = z.discriminatedUnion("kind", [
  /** The page has loaded: for the first time, or again after its tab was hidden. */
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("save"), values }),
]);

/** What the page keeps for itself while its tab is hidden. */
export const pageState = z.object({ values });

export type FormField = z.output<typeof formField>;
export type FormTexts = z.output<typeof formTexts>;
export type FormModel = z.output<typeof formModel>;
export type FormProblems = z.output<typeof problems>;
export type FormValues = z.output<typeof values>;
export type ToPage = z.output<typeof toPage>;
export type ToHost = z.output<typeof toHost>;
export type PageState = z.output<typeof pageState>;

/** The form with something filled in. */
export function filledIn(form: FormModel, values: FormValues): FormModel {
  return { ...form, fields: form.fields.map((field) => withValue(field, values[field.name])) };
}

function withValue(field: FormField, value: string | boolean | undefined): FormField {
  if (field.kind === "flag") return typeof value === "boolean" ? { ...field, value } : field;
  return typeof value === "string" ? { ...field, value } : field;
}
