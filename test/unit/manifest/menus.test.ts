import { describe, expect, test } from "vitest";
import { actionPlacements } from "../../../scripts/manifest/action-menus";
import { generalPlacements } from "../../../scripts/manifest/general-menus";
import type { Placement } from "../../../scripts/manifest/manifest-types";
import { onGroupBelow, onGroupOf, ON_RECORD, onRowsOf } from "../../../scripts/manifest/when";
import { ACTIONS, type Action } from "../../../src/actions/action-list";
import { nameOfResource } from "../../../src/resources/any-client";

const placements = actionPlacements();
const HARMLESS = /^(inline|1_open|2_actions|3_\w+)@/;

/** Whether a row has what a clause is about, as VS Code decides it. */
function isOnRow(when: string, contextValue: string): boolean {
  const [, pattern = ""] = /viewItem =~ \/((?:\\.|[^/\\])+)\//.exec(when) ?? [];
  return new RegExp(pattern).test(contextValue);
}

function placesOf({ id }: Action): Placement[] {
  return placements.filter(({ entry }) => "command" in entry && entry.command === id);
}

describe("where commands are on rows", () => {
  test("on those of a resource, and of no other that begins the same", () => {
    expect(isOnRow(onRowsOf("projects"), "projects")).toBe(true);
    expect(isOnRow(onRowsOf("projects"), "projects active")).toBe(true);
    expect(isOnRow(onRowsOf("projects"), "projectsOfMine active")).toBe(false);
    expect(isOnRow(onRowsOf("projects"), "group projects")).toBe(false);
  });

  test("on those in one of some states", () => {
    const when = onRowsOf("projects", ["active", "draft"]);
    expect(isOnRow(when, "projects active")).toBe(true);
    expect(isOnRow(when, "projects billable draft")).toBe(true);
    expect(isOnRow(when, "projects closed")).toBe(false);
    expect(isOnRow(when, "projects inactive")).toBe(false);
    expect(() => onRowsOf("projects", ["not-started"])).toThrow("not-started");
  });

  test("on groups below a record, and at the top of a view", () => {
    expect(isOnRow(onGroupBelow("rates", "projects"), "group rates projects active")).toBe(true);
    expect(isOnRow(onGroupBelow("rates", "projects"), "group rates subprojects")).toBe(false);
    expect(isOnRow(onGroupBelow("rates", "projects", ["draft"]), "group rates projects active")).toBe(false);
    expect(isOnRow(onGroupOf("rates"), "group rates")).toBe(true);
    expect(isOnRow(onGroupOf("rates"), "group rates projects")).toBe(false);
  });

  test("on any record, but on no other row", () => {
    for (const record of ["projects", "projects active", "groups", "itAssets in_stock"])
      expect(isOnRow(ON_RECORD, record), record).toBe(true);
    for (const other of ["group", "group projects", "part", "error", ""])
      expect(isOnRow(ON_RECORD, other), other).toBe(false);
  });
});

describe("every action", () => {
  test.each(ACTIONS.map((action) => [action.id, action] as const))("%s", (_, action) => {
    const { on, operation, declaration } = action;
    const places = placesOf(action);
    expect(places.filter(({ menu }) => menu === "commandPalette")).toHaveLength(1);
    const elsewhere = places.filter(({ menu }) => menu !== "commandPalette");
    // Modules without a view of their own have no title to put a command into.
    if (on) {
      const context = [nameOfResource(on), ...(declaration.states?.slice(0, 1) ?? [])].join(" ");
      expect(elsewhere.some(({ entry }) => isOnRow(entry.when, context))).toBe(true);
    }
    for (const { entry } of operation.unofficial ? places : [])
      expect(entry.when).toContain("config.factorial.showUnofficial");
    for (const { menu, entry } of declaration.danger === "destructive" ? elsewhere : [])
      if (menu !== "view/title") expect(entry.group).not.toMatch(HARMLESS);
  });
});

test("buttons and entries that need no record are where our views are", () => {
  for (const { menu, entry } of [...generalPlacements(), ...placements]) {
    if (menu.startsWith("view/"))
      expect(entry.when).toMatch(/^view (== factorial\.\w+|=~ \/\^factorial\\\.\/) /);
  }
});
