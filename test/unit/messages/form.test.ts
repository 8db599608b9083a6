import { describe, expect, it } from "vitest";
import { filledIn, pageState, toHost, toPage, type FormModel } from "../../../src/messages/form";

const form: FormModel = {
  title: "New Project",
  place: "Brisa",
  fields: [
    { name: "name", label: "Name", required: true, kind: "text", value: "" },
    { name: "is_billable", label: "Billable", required: false, kind: "flag", value: false },
  ],
  texts: { save: "", saving: "", requiredMark: "", required: "", incompleteDate: "", seeFields: "" },
};

describe("messages of a form", () => {
  it("are read back as they were sent", () => {
    const show = { kind: "show", form, saving: true, problems: { fields: { name: "is taken" } } };
    expect(toPage.parse(structuredClone(show))).toEqual(show);
    const save = { kind: "save", values: { name: "API", is_billable: true } };
    expect(toHost.parse(structuredClone(save))).toEqual(save);
    expect(toHost.parse({ kind: "ready" })).toEqual({ kind: "ready" });
  });

  it.each([
    undefined,
    null,
    "save",
    {},
    { kind: "delete" },
    { kind: "save" },
    { kind: "save", values: { name: { toString: "x" } } },
    { kind: "save", values: ["API"] },
  ])("are refused by the host when they are none: %j", (message) => {
    expect(toHost.safeParse(message).success).toBe(false);
  });

  it.each([
    undefined,
    { kind: "show" },
    { kind: "show", form, saving: false },
    {
      kind: "show",
      form: { ...form, fields: [{ ...form.fields[0], kind: "html" }] },
      saving: false,
      problems: { fields: {} },
    },
  ])("are refused by the page when they are none", (message) => {
    expect(toPage.safeParse(message).success).toBe(false);
  });

  it("have no meaning in what another page may have kept", () => {
    expect(pageState.safeParse(undefined).success).toBe(false);
    expect(pageState.safeParse({ values: { name: 1 } }).success).toBe(false);
  });
});

describe("filledIn", () => {
  it("takes values of the fields' own types, and leaves the rest as it was", () => {
    const values = { name: "API", is_billable: "yes", project_admins: "all" };
    expect(filledIn(form, values).fields.map(({ value }) => value)).toEqual(["API", false]);
    expect(filledIn(form, { name: true, is_billable: true }).fields.map(({ value }) => value)).toEqual([
      "",
      true,
    ]);
  });
});
