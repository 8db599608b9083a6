import { describe, expect, it, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { fieldsOf } from "../../../src/api/operation";

vi.mock("vscode", () => import("./vscode-fake"));

const { questionsOf } = await import("../../../src/actions/prepare");

describe.each(ACTIONS.map((action) => [action.id, action] as const))("%s", (_id, action) => {
  const { declaration, operation, on, resource } = action;
  const inputs = new Set(fieldsOf(operation.input).map(([name]) => name));

  it("names only input that its operation takes", () => {
    const { asks = [], from = {}, fixed = {}, me, company } = declaration;
    const named = [...asks, ...Object.keys(from), ...Object.keys(fixed), me, company].filter(Boolean);
    expect(named.filter((name) => name !== undefined && !inputs.has(name))).toEqual([]);
    if (on) expect([...inputs]).toContain(action.target);
  });

  it("asks for all that must be sent and is not known", () => {
    const { from = {}, fixed = {}, me, company } = declaration;
    const known = new Set([action.target, me, company, ...Object.keys(from), ...Object.keys(fixed)]);
    const asked = questionsOf(action, undefined, {}, undefined).flatMap(({ asked: fields }) =>
      fields.map(({ meaning }) => meaning),
    );
    const required = fieldsOf(operation.input)
      .filter(([name, field]) => !known.has(name) && field._zod.optin !== "optional")
      .map(([name]) => name);
    expect(required.filter((name) => !asked.some((meaning) => meaning.name === name))).toEqual([]);
    expect(asked.filter(({ kind }) => kind === "other").map(({ name }) => name)).toEqual([]);
  });

  it("is undone by an operation that there is", () => {
    const { undo, danger } = declaration;
    if (danger === "reversible") expect(undo).toBeDefined();
    if (!undo) return;
    const undoing = resource.operations[undo.operation];
    const taken = new Set(undoing && fieldsOf(undoing.input).map(([name]) => name));
    const sent = [
      ...Object.keys(undo.from ?? {}),
      ...Object.keys(undo.fixed ?? {}),
      undo.answer ?? [],
    ].flat();
    expect(sent.filter((name) => !taken.has(name))).toEqual([]);
  });
});
