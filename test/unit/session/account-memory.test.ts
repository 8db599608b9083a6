import { expect, it } from "vitest";
import { forgetAccount } from "../../../src/session/account-memory";

it("forgets what is remembered of an account, and nothing of another, nor what is not in its list", async () => {
  const kept = new Map<string, unknown>([
    ["factorial.projectList:api/1/7:302", []],
    ["factorial.timeZone:api/1/7:302", "Europe/Madrid"],
    ["factorial.recentProjects:api/1/7", []],
    ["factorial.other:api/1/7", "kept"],
    ["factorial.projectList:api/1/77:302", []],
    ["factorial.recentProjects:api/1/77", []],
    ["factorial.activeAccount", "api/1/7"],
  ]);
  const memory = {
    keys: () => [...kept.keys()],
    update: (key: string) => {
      kept.delete(key);
      return Promise.resolve();
    },
  };
  await forgetAccount(memory, "api/1/7");
  expect([...kept.keys()]).toEqual([
    "factorial.other:api/1/7",
    "factorial.projectList:api/1/77:302",
    "factorial.recentProjects:api/1/77",
    "factorial.activeAccount",
  ]);
});
