import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageState, toHost, toPage, type FormModel, type FormTexts } from "../../../src/messages/form";

const texts: FormTexts = {
  save: "",
  saving: "",
  requiredMark: "",
  required: "",
  seeFields: "",
  unsaved: "",
  discard: "",
  pickDate: "",
  search: "",
  searching: "",
  nothingFound: "",
  moreToFind: "",
  remove: "",
  moveUp: "",
  moveDown: "",
  addSection: "",
  addQuestion: "",
  addOption: "",
  addStep: "",
  sectionTitle: "",
  questionTitle: "",
  answerType: "",
  mandatory: "",
  stepValue: "",
  stepText: "",
  option: "",
  chooseFiles: "",
  conflictTitle: "",
  mine: "",
  theirs: "",
  keepMine: "",
  takeTheirs: "",
};

const facts = (name: string) => ({ name, label: name, required: false });

const question = { uuid: "q", title: "Why?", answerType: "pick", mandatory: true, options: ["Yes", "No"] };
const sections = [{ uuid: "s", title: "First", questions: [question] }];
const ana = { id: "1", label: "Ana García", description: "Design" };

const form: FormModel = {
  key: "new:projects",
  title: "New Project",
  place: "Brisa",
  texts,
  sections: [
    {
      fields: [
        { ...facts("name"), kind: "text", value: "API", help: "As the team calls it." },
        { ...facts("description"), kind: "longtext", value: "one\ntwo" },
        { ...facts("due_on"), kind: "date", value: "next friday", reading: "Fri, Nov 27" },
        { ...facts("budget"), kind: "typed", value: "1.234", reading: "€1,234.00", placeholder: "0,00" },
        { ...facts("status"), kind: "choice", value: "a", choices: [{ value: "a", label: "Active" }] },
      ],
    },
    {
      title: "More",
      fields: [
        {
          ...facts("days"),
          kind: "choices",
          value: ["a"],
          choices: [{ value: "a", label: "A" }],
          toggles: true,
        },
        { ...facts("is_billable"), kind: "flag", value: false },
        { ...facts("manager_id"), kind: "names", value: [ana], many: false },
        { ...facts("scale"), kind: "scale", value: [{ value: 0.5, text: "Fair" }] },
        {
          ...facts("questions"),
          kind: "questions",
          value: sections,
          answerTypes: [
            { value: "text", label: "Free text" },
            { value: "pick", label: "One of several", hasOptions: true },
          ],
        },
        { ...facts("files"), kind: "files", value: [{ id: "f", name: "a.pdf", size: "1 KB" }], many: true },
      ],
    },
  ],
};

const show = {
  kind: "show",
  form,
  fill: false,
  turn: 0,
  saving: true,
  unsaved: true,
  problems: { message: "Not saved.", fields: { name: "is taken" } },
  conflicts: [{ name: "name", label: "Name", mine: "API", theirs: "App" }],
};

const values = Object.fromEntries(
  form.sections.flatMap(({ fields }) => fields).map(({ name, value }) => [name, value]),
);

describe("what the host tells the page", () => {
  it.each([
    show,
    { kind: "reading", name: "due_on", text: "next friday", reading: "Fri, Nov 27" },
    { kind: "reading", name: "due_on", text: "soon", problem: "This is no date." },
    { kind: "found", name: "manager_id", text: "an", options: [ana], more: true },
    { kind: "kept", turn: 1 },
    { kind: "save-now" },
  ])("is read as it was sent: $kind", (message) => {
    expect(toPage.parse(structuredClone(message))).toEqual(message);
  });

  it.each([
    ["nothing", undefined],
    ["another kind", { kind: "save", values }],
    ["a part of it", { kind: "show", form, saving: false }],
    ["no texts", { ...show, form: { ...form, texts: {} } }],
    [
      "an unknown kind of field",
      { ...show, form: { ...form, sections: [{ fields: [{ ...facts("x"), kind: "html", value: "" }] }] } },
    ],
    [
      "a value of another kind",
      { ...show, form: { ...form, sections: [{ fields: [{ ...facts("x"), kind: "flag", value: "" }] }] } },
    ],
  ])("is refused: %s", (_, message) => {
    expect(toPage.safeParse(message).success).toBe(false);
  });
});

describe("what the page tells the host", () => {
  it.each([
    { kind: "ready" },
    { kind: "change", values, turn: 1 },
    { kind: "save", values },
    { kind: "discard" },
    { kind: "leave", values },
    { kind: "read", name: "budget", text: "1h30" },
    { kind: "search", name: "manager_id", text: "" },
    { kind: "choose-files", name: "files" },
    { kind: "held-back" },
    { kind: "resolve", theirs: ["name"], values },
  ])("is read as it was sent: $kind", (message) => {
    expect(toHost.parse(structuredClone(message))).toEqual(message);
  });

  it.each([
    undefined,
    null,
    "save",
    {},
    { kind: "delete" },
    { kind: "save" },
    { kind: "resolve", values: {} },
    { kind: "save", values: ["API"] },
    { kind: "save", values: { name: { toString: "x" } } },
    { kind: "save", values: { scale: [{ value: Number.NaN, text: "" }] } },
    { kind: "save", values: { name: 7 } },
  ])("is refused when it is none of these: %j", (message) => {
    expect(toHost.safeParse(message).success).toBe(false);
  });

  it("is text, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const message = { kind: "save", values: { name: text, names: [{ id: text, label: text }] } };
        expect(toHost.parse(message)).toEqual(message);
      }),
    );
  });
});

describe("what the page keeps", () => {
  it("tells which form it is of", () => {
    const kept = { form: form.key, values, turn: 3 };
    expect(pageState.parse(structuredClone(kept))).toEqual(kept);
    expect(pageState.safeParse({ values }).success).toBe(false);
  });

  it.each([undefined, { form: "x", values: { name: 1 } }, { form: 1, values: {} }])(
    "has no meaning where another page kept it: %j",
    (kept) => {
      expect(pageState.safeParse(kept).success).toBe(false);
    },
  );
});
