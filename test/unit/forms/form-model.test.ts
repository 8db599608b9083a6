import * as z from "zod";
import { describe, expect, it } from "vitest";
import * as f from "../../../src/api/fields";
import { fieldsOf } from "../../../src/api/operation";
import type { Resource } from "../../../src/api/resource";
import { checkForm, formModel, type FormSource } from "../../../src/forms/form-model";
import type { FormTexts } from "../../../src/messages/form";
import { catalogue } from "../../../src/resources/catalogue";
import { projects } from "../../../src/resources/project-management/projects";

const texts: FormTexts = {
  save: "Save",
  saving: "Saving…",
  requiredMark: "*",
  required: "Needed.",
  incompleteDate: "Half a date.",
  seeFields: "See the fields.",
};

const input = z.strictObject({
  name: z.string().min(1),
  notes: z.string().optional(),
  starts_on: f.date.optional(),
  scope: z.string().optional(),
  active: z.boolean().optional(),
  count: z.int().optional(),
});

function modelOf(names: readonly string[], declarations: FormSource["declarations"] = {}) {
  return formModel({
    title: "New",
    place: "Brisa",
    names,
    declarations,
    input,
    texts,
    translate: (text) => text,
  });
}

const model = modelOf(["name", "notes", "starts_on", "scope", "active"], {
  name: { help: "Short." },
  notes: { long: true },
  scope: {
    choices: [
      { value: "some", label: "Some" },
      { value: "all", label: "All" },
    ],
  },
});

describe("formModel", () => {
  it("takes kind and need from the operation, order and words from the declaration", () => {
    expect(model.fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ["name", "text", true],
      ["notes", "longtext", false],
      ["starts_on", "date", false],
      ["scope", "choice", false],
      ["active", "flag", false],
    ]);
    expect(model.fields[0]).toMatchObject({ label: "Name", help: "Short.", value: "" });
  });

  it("begins a choice with its first", () => {
    expect(model.fields[3]?.value).toBe("some");
  });

  it("translates what the declaration says", () => {
    const declarations = {
      scope: { label: "Scope", help: "Which", choices: [{ value: "all", label: "All" }] },
    };
    const source = { title: "", place: "", names: ["scope"], declarations, input, texts };
    const { fields } = formModel({ ...source, translate: (text) => text.toUpperCase() });
    expect(fields[0]).toMatchObject({
      label: "SCOPE",
      help: "WHICH",
      choices: [{ value: "all", label: "ALL" }],
    });
  });

  it("refuses a field that the operation does not have, or that there is no control for", () => {
    expect(() => modelOf(["nothing"])).toThrow("nothing");
    expect(() => modelOf(["count"])).toThrow("count");
  });
});

describe("the declared forms", () => {
  const declared = Object.values<Resource>(catalogue).filter(({ form }) => form !== undefined);

  it("include that of projects", () => {
    expect(declared).toContain(projects);
  });

  it.each(declared.map((resource) => [resource.path, resource] as const))(
    "of %s has a control for each field, and no required one is missing",
    (_path, { form = [], fields: declarations = {}, operations }) => {
      const { input: taken } = operations.create ?? { input: z.object({}) };
      const source = { title: "", place: "", texts, translate: (text: string) => text };
      const { fields } = formModel({ ...source, names: form, declarations, input: taken });
      const needed = fieldsOf(taken).filter(([, field]) => !(field instanceof z.ZodOptional));
      expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(needed.map(([name]) => name)));
    },
  );
});

describe("checkForm", () => {
  it("answers what the operation takes: trimmed, and without what is empty", () => {
    const values = { name: "  API ", notes: " \n", starts_on: "2026-11-20", scope: "all", active: true };
    expect(checkForm(model, values, input)).toEqual({
      input: { name: "API", starts_on: "2026-11-20", scope: "all", active: true },
    });
  });

  it("sends what is seen, also where nothing was touched", () => {
    expect(checkForm(model, { name: "API" }, input)).toEqual({
      input: { name: "API", scope: "some", active: false },
    });
  });

  it("says beside the field what is missing or wrong", () => {
    const { problems } = checkForm(model, { name: "  ", starts_on: "2026-02-30" }, input);
    expect(problems?.message).toBe("See the fields.");
    expect(problems?.fields.name).toBe("Needed.");
    expect(problems?.fields.starts_on).toMatch(/date/);
  });

  it("sends no field that the form does not have", () => {
    expect(checkForm(model, { name: "API", count: "7" }, input)).toEqual({
      input: { name: "API", scope: "some", active: false },
    });
  });
});
