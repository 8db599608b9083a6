import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { Drafts } from "../../../src/session/drafts";
import { folderOfTest } from "../support/folder";

let folder: string;
let failures: unknown[];
const open = (where = join(folder, "drafts")) => new Drafts(where, (error) => failures.push(error));
beforeEach(() => {
  folder = folderOfTest();
  failures = [];
});

it("is on disk when the call returns, for another window to read", () => {
  expect(open().read("api.factorialhr.com/1/7")).toBeUndefined();
  open().keep("api.factorialhr.com/1/7", "1h30 acm #половина 🙂");
  expect(open().read("api.factorialhr.com/1/7")).toBe("1h30 acm #половина 🙂");
  expect(failures).toEqual([]);
});

it("keeps accounts apart, and forgets a text when it is empty", () => {
  const drafts = open();
  drafts.keep("a/../b", "one");
  drafts.keep("a/b", "two");
  drafts.keep("a/b", "");
  drafts.keep("nobody", "");
  expect(drafts.read("a/../b")).toBe("one");
  expect(drafts.read("a/b")).toBeUndefined();
  expect(failures).toEqual([]);
});

it("tells a failure and goes on", () => {
  const notAFolder = join(folder, "file");
  writeFileSync(notAFolder, "");
  open(notAFolder).keep("a", "text");
  expect(failures).toHaveLength(1);
});
