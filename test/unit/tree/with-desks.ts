import { afterEach, beforeEach } from "vitest";
import { sandboxOfFile } from "../support/sandbox";
import { openSession, type SessionChanges } from "../support/session";
import { Desk } from "./desk";
import { pathOf } from "./small-company";
import { screen } from "./vscode-fake";

/** What a test file about the views works with: the demo company, and windows that are closed after each test. */
export async function withDesks() {
  const sandbox = await sandboxOfFile();
  const desks: Desk[] = [];
  beforeEach(() => {
    screen.clear();
  });
  afterEach(() => {
    for (const desk of desks.splice(0)) desk.close();
  });
  return {
    sandbox,
    /** @param grouping how assets were grouped last time */
    sitDown: (changes: SessionChanges = {}, grouping?: string): Desk => {
      const desk = new Desk(openSession({ baseUrl: sandbox.url, ...changes }), grouping);
      desks.push(desk);
      return desk;
    },
    /** What the demo company was asked for: `project_management/projects`. */
    asked: (): string[] => sandbox.requests.map(({ path }) => pathOf(path)),
  };
}
