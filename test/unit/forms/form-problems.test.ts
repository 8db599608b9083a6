import { describe, expect, it, vi } from "vitest";
import { FactorialError } from "../../../src/api/errors";

vi.mock("vscode", () => import("./vscode-fake"));

const { problemsOf } = await import("../../../src/forms/form-problems");

const form = [{ name: "code", input: "code" }];

describe("problemsOf", () => {
  it("puts the server's words beside the field that they name", () => {
    const error = new FactorialError("invalid", "x", { fields: { code: ["has already been taken"] } });
    expect(problemsOf(error, form)).toEqual({
      message: "Not saved: see the marked fields.",
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

  it("finds the field by the operation's name for it", () => {
    const error = new FactorialError("invalid", "x", { fields: { arguments: ["is unknown"] } });
    const shown = [{ name: "arguments:by_teams", input: "arguments" }];
    expect(problemsOf(error, shown).fields).toEqual({ "arguments:by_teams": "is unknown" });
  });

  it("has a sentence for our own mistakes", () => {
    expect(problemsOf(new TypeError("x is not a function"), form).message).toMatch(/Something went wrong/);
  });
});
