import { describe, expect, it, vi } from "vitest";
import { FactorialError } from "../../../src/api/errors";
import type { FormModel } from "../../../src/messages/form";

vi.mock("vscode", () => import("./vscode-fake"));

const { problemsOf } = await import("../../../src/forms/form-problems");

const form: FormModel = {
  title: "New Project",
  place: "Brisa",
  fields: [{ name: "code", label: "Code", required: false, kind: "text", value: "" }],
  texts: {
    save: "",
    saving: "",
    requiredMark: "",
    required: "",
    incompleteDate: "",
    seeFields: "See the fields.",
  },
};

describe("problemsOf", () => {
  it("puts the server's words beside the field that they name", () => {
    const error = new FactorialError("invalid", "x", { fields: { code: ["has already been taken"] } });
    expect(problemsOf(error, form)).toEqual({
      message: "See the fields.",
      fields: { code: "has already been taken" },
    });
  });

  it("says above the form what is about none of its fields", () => {
    const error = new FactorialError("conflict", "x", {
      messages: ["Too many projects"],
      fields: { code: ["is too long"], client_id: ["is unknown"] },
    });
    expect(problemsOf(error, form)).toEqual({
      message: "Not saved. (Too many projects · client_id: is unknown)",
      fields: { code: "is too long" },
    });
  });

  it("keeps the summary of a refusal without words", () => {
    const error = new FactorialError("invalid", "Factorial refused the request.");
    expect(problemsOf(error, form).message).toBe("Not saved. (Factorial refused the request.)");
  });

  it("does not say that nothing was saved when nobody knows", () => {
    const unknown = new FactorialError("unavailable", "x", { written: "unknown" });
    expect(problemsOf(unknown, form).message).toContain("It may be saved nevertheless");
    const known = new FactorialError("offline", "x");
    expect(problemsOf(known, form).message).not.toContain("nevertheless");
  });

  it("has a sentence for our own mistakes", () => {
    expect(problemsOf(new TypeError("x is not a function"), form).message).toMatch(/Something went wrong/);
  });
});
