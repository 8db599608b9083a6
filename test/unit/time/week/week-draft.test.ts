import { expect, it } from "vitest";
import { Drafts } from "../../../../src/session/drafts";
import type { LoggedTime } from "../../../../src/time/entry";
import { WeekDraft } from "../../../../src/time/ui/week/week-draft";
import { folderOfTest } from "../../support/folder";

const CELL = "7/12|2026-11-14";

function memory() {
  const folder = folderOfTest();
  const failed = (error: unknown) => {
    throw error;
  };
  return { open: () => new WeekDraft(new Drafts(folder, failed), "nora 2026-11-09") };
}

const held = (minutes: number): readonly LoggedTime[] => [{ id: "1", day: "2026-11-14", minutes }];

it("outlives the window, with the row that it is in and what it was typed on", () => {
  const { open } = memory();
  open().take({ [CELL]: "1h30 #fix" }, 3, () => held(60));
  const draft = open();
  expect(draft.edits).toEqual({ [CELL]: "1h30 #fix" });
  expect(draft.rows).toEqual(["7/12"]);
  expect(draft.isTypedOn(CELL, held(60))).toBe(true);
  expect(draft.isTypedOn(CELL, held(45))).toBe(false);
});

it("knows of what it had last, also when nothing of that is left", () => {
  const { open } = memory();
  const draft = open();
  draft.take({ [CELL]: "1h" }, 3, () => []);
  draft.take({ [CELL]: "2h" }, 4, () => []);
  draft.forget([CELL]);
  expect(open().edits).toEqual({});
  expect(open().turn).toBe(4);
});
