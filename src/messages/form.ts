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

/** Something that an id names, with what people call it. */
const named = z.object({ id: z.string(), label: z.string(), description: z.optional(z.string()) });

const ratingStep = z.object({ value: z.number(), text: z.string() });

/** `hasOptions`: what is answered is one of the question's options, or several. */
const answerType = z.object({ ...choice.shape, hasOptions: z.optional(z.boolean()) });

const question = z.object({
  /** Stays the same however often the question is changed or moved. */
  uuid: z.string(),
  title: z.string(),
  answerType: z.string(),
  mandatory: z.boolean(),
  /** For multiple and single choice. */
  options: z.array(z.string()),
});

const section = z.object({ uuid: z.string(), title: z.string(), questions: z.array(question) });

/** A file that the host has; its content never goes through the page. */
const file = z.object({ id: z.string(), name: z.string(), size: z.string() });

/**
 * Of `typed`: the text as it was typed; the host says how it reads it. Of `date`: `YYYY-MM-DD`, or what was typed
 * instead, such as "next friday". Empty texts and lists are what is not filled in.
 */
export const formField = z.discriminatedUnion("kind", [
  z.object({ ...facts, kind: z.literal("text"), value: z.string() }),
  z.object({ ...facts, kind: z.literal("longtext"), value: z.string() }),
  z.object({ ...facts, kind: z.literal("date"), value: z.string(), reading: z.optional(z.string()) }),
  z.object({
    ...facts,
    kind: z.literal("typed"),
    value: z.string(),
    /** How the host reads the value: "1h30", "€1,234.56". */
    reading: z.optional(z.string()),
    placeholder: z.optional(z.string()),
  }),
  z.object({ ...facts, kind: z.literal("choice"), value: z.string(), choices: z.array(choice) }),
  z.object({
    ...facts,
    kind: z.literal("choices"),
    value: z.array(z.string()),
    choices: z.array(choice),
    /** Small buttons in a row, for weekdays; else a list of boxes. */
    toggles: z.boolean(),
  }),
  z.object({ ...facts, kind: z.literal("flag"), value: z.boolean() }),
  /** Picked from what the host finds; at most one where `many` is false. */
  z.object({ ...facts, kind: z.literal("names"), value: z.array(named), many: z.boolean() }),
  z.object({ ...facts, kind: z.literal("scale"), value: z.array(ratingStep) }),
  z.object({
    ...facts,
    kind: z.literal("questions"),
    value: z.array(section),
    answerTypes: z.array(answerType),
  }),
  z.object({ ...facts, kind: z.literal("files"), value: z.array(file), many: z.boolean() }),
]);

/** Sentences of the page itself, by what they are for. */
const formTexts = z.object({
  save: z.string(),
  saving: z.string(),
  /** What the mark beside a label means. */
  requiredMark: z.string(),
  /** Beside a required field that is empty. */
  required: z.string(),
  /** Above the form, when there is something beside a field. */
  seeFields: z.string(),
  /** Under the title while something is typed that is not saved. */
  unsaved: z.string(),
  discard: z.string(),
  pickDate: z.string(),
  search: z.string(),
  searching: z.string(),
  nothingFound: z.string(),
  moreToFind: z.string(),
  remove: z.string(),
  moveUp: z.string(),
  moveDown: z.string(),
  addSection: z.string(),
  addQuestion: z.string(),
  addOption: z.string(),
  addStep: z.string(),
  sectionTitle: z.string(),
  questionTitle: z.string(),
  answerType: z.string(),
  mandatory: z.string(),
  stepValue: z.string(),
  stepText: z.string(),
  option: z.string(),
  chooseFiles: z.string(),
  conflictTitle: z.string(),
  mine: z.string(),
  theirs: z.string(),
  keepMine: z.string(),
  takeTheirs: z.string(),
});

const formSection = z.object({
  /** Undefined for the fields that stand before any title. */
  title: z.optional(z.string()),
  fields: z.array(formField),
});

const formModel = z.object({
  /** Which form it is: of what, of which record, in which company. */
  key: z.string(),
  title: z.string(),
  /** Where the record goes: the company's name. */
  place: z.string(),
  sections: z.array(formSection),
  texts: formTexts,
});

const problems = z.object({
  /** About the whole form. */
  message: z.optional(z.string()),
  /** By field. */
  fields: z.record(z.string(), z.string()),
});

/** A field that was changed on the server since the form was opened, and here too. */
const conflict = z.object({ name: z.string(), label: z.string(), mine: z.string(), theirs: z.string() });

const fieldValue = z.union([
  z.string(),
  z.boolean(),
  z.array(z.string()),
  z.array(named),
  z.array(ratingStep),
  z.array(section),
  z.array(file),
]);

/** By field. */
const values = z.record(z.string(), fieldValue);

export const toPage = z.discriminatedUnion("kind", [
  /**
   * Everything the page shows, each time: VS Code drops what is sent to a hidden page, and the next message, or the
   * answer to `ready`, makes up for it. The model's values are shown only where `fill` is true or the page is new:
   * what is typed is not taken away by a message that was on its way.
   */
  z.object({
    kind: z.literal("show"),
    form: formModel,
    fill: z.boolean(),
    /** How many changes the host has: the page goes on counting from there. */
    turn: z.number(),
    saving: z.boolean(),
    unsaved: z.boolean(),
    problems,
    conflicts: z.array(conflict),
  }),
  /** How the host reads a text, or why it cannot. Only for the text as it is now. */
  z.object({
    kind: z.literal("reading"),
    name: z.string(),
    text: z.string(),
    reading: z.optional(z.string()),
    problem: z.optional(z.string()),
  }),
  /** What was found for a text in a field of names. */
  z.object({
    kind: z.literal("found"),
    name: z.string(),
    text: z.string(),
    options: z.array(named),
    /** There is more than these: a longer text finds it. */
    more: z.boolean(),
    problem: z.optional(z.string()),
  }),
  /** The host has what the `change` of that turn brought, and it is on disk. */
  z.object({ kind: z.literal("kept"), turn: z.number() }),
  /** The person saves by VS Code's own key or its palette: the page answers with `save`, `resolve` or `held-back`. */
  z.object({ kind: z.literal("save-now") }),
]);

export const toHost = z.discriminatedUnion("kind", [
  /** The page has loaded: for the first time, or again after its tab was hidden. */
  z.object({ kind: z.literal("ready") }),
  /** Something was typed or chosen. `turn` counts the form's changes, also over restarts. */
  z.object({ kind: z.literal("change"), values, turn: z.number() }),
  z.object({ kind: z.literal("save"), values }),
  /** What is to be saved is not sent: the page shows what is wrong with it. */
  z.object({ kind: z.literal("held-back") }),
  z.object({ kind: z.literal("discard") }),
  /** Escape: the tab closes, what was typed is kept. */
  z.object({ kind: z.literal("leave"), values }),
  z.object({ kind: z.literal("read"), name: z.string(), text: z.string() }),
  z.object({ kind: z.literal("search"), name: z.string(), text: z.string() }),
  /** Opens VS Code's own dialog; the files come with the next `show`. */
  z.object({ kind: z.literal("choose-files"), name: z.string() }),
  /** For each conflict whose value counts. */
  z.object({ kind: z.literal("resolve"), theirs: z.array(z.string()), values }),
]);

/**
 * What the page keeps with VS Code, which writes it to its own disk, where nothing belongs that came from the server.
 * `form` tells which form the tab is of, to whoever opens it; `values` is what was typed and the host does not have,
 * which is for a moment only, or while it does not run. VS Code writes it late, so that what it gives back may be older
 * than the host's draft: `turn` tells.
 */
export const pageState = z.object({ form: z.string(), values, turn: z._default(z.number(), 0) });

export type FormField = z.output<typeof formField>;
export type FormSection = z.output<typeof formSection>;
export type FormTexts = z.output<typeof formTexts>;
export type FormModel = z.output<typeof formModel>;
export type FormProblems = z.output<typeof problems>;
export type FormValue = z.output<typeof fieldValue>;
export type FormValues = z.output<typeof values>;
export type FormConflict = z.output<typeof conflict>;
export type Named = z.output<typeof named>;
export type QuestionSection = z.output<typeof section>;
export type Question = z.output<typeof question>;
export type RatingStep = z.output<typeof ratingStep>;
export type AttachedFile = z.output<typeof file>;
export type ToPage = z.output<typeof toPage>;
export type ToHost = z.output<typeof toHost>;
export type PageState = z.output<typeof pageState>;
