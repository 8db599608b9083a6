import { describe, expect, it } from "vitest";
import { ACTIONS, type Action } from "../../../src/actions/action-list";
import { readArguments } from "../../../src/actions/targets/command-arguments";

const close = actionCalled("factorial.projects.close");

function actionCalled(id: string): Action {
  const action = ACTIONS.find((each) => each.id === id);
  if (!action) throw new Error(`There is no ${id}.`);
  return action;
}

/** A tree's node: more than a plain object, and with more in it. */
class Node {
  readonly label = "a row";
  constructor(
    readonly recordId: string,
    readonly resourceName = "projects",
  ) {}
}

describe("what a command is called with", () => {
  const [one, two, other] = [new Node("1"), new Node("2"), new Node("9", "tasks")];

  it.each([
    ["a row", [one], { ids: ["1"] }],
    ["a row among selected ones", [one, [one, two, other]], { ids: ["1", "2"] }],
    ["a row among selected ones, made anew", [new Node("1"), [one, two]], { ids: ["1", "2"] }],
    ["a row outside the selection", [one, [two]], { ids: ["1"] }],
    ["a row of another kind", [other], {}],
    ["a row of another kind among some of its own", [other, [other, one]], { ids: ["1"] }],
    ["a group", [{ parent: one }], { ids: ["1"] }],
    ["groups", [{ parent: one }, [{ parent: one }, { parent: two }]], { ids: ["1", "2"] }],
    ["ids", [{ ids: ["1", "1", "2"] }], { ids: ["1", "2"] }],
    ["ids and input", [{ ids: ["1"], input: { a: 1 } }], { ids: ["1"], input: { a: 1 } }],
    ["input", [{ input: { a: 1 } }], { input: { a: 1 } }],
    ["nothing", [], {}],
    ["an empty list", [{ ids: [] }], {}],
    ["ids that are none", [{ ids: [7] }], {}],
    ["an empty id", [{ ids: [""] }], {}],
    ["nonsense", ["x", 7], {}],
    ["null", [null], {}],
  ])("%s", (_what, given, expected) => {
    expect(readArguments(close, given)).toEqual(expected);
  });

  it("has no ids for an action that needs no row", () => {
    expect(readArguments(actionCalled("factorial.reviewProcesses.create"), [one])).toEqual({});
  });
});
