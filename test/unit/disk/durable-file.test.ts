import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendDurably, writeDurably } from "../../../src/disk/durable-file";
import { folderOfTest } from "../support/folder";

let folder = "";
beforeEach(() => {
  folder = folderOfTest();
});

test("a text takes the place of what was there, and nothing else is left behind", async () => {
  const path = join(folder, "made", "timer.json");
  await writeDurably(path, "first, and longer");
  await writeDurably(path, "second");
  expect(await readFile(path, "utf8")).toBe("second");
  expect(await readdir(join(folder, "made"))).toEqual(["timer.json"]);
});

test("lines are added in the order in which they came", async () => {
  const path = join(folder, "made", "entry.jsonl");
  await appendDurably(path, "one");
  await appendDurably(path, "two");
  expect(await readFile(path, "utf8")).toBe("one\ntwo\n");
});

test.each([
  ["written", writeDurably],
  ["added to", appendDurably],
])("a file that is %s is the person's alone to read", async (_, write) => {
  const path = join(folder, "private");
  await write(path, "text");
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test("two writers at once leave one of the two texts whole", async () => {
  const path = join(folder, "timer.json");
  const texts = ["a".repeat(100_000), "b".repeat(100_000)];
  await Promise.all(texts.map((text) => writeDurably(path, text)));
  expect(texts).toContain(await readFile(path, "utf8"));
});
