import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { folderOfTest } from "../support/folder";
import { extensions } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { gitEmail } = await import("../../../src/auth/git-email");

function gitConfig(text: string): void {
  const folder = folderOfTest();
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  writeFileSync(join(folder, "config"), text);
  vi.stubEnv("GIT_CONFIG_GLOBAL", join(folder, "config"));
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
  vi.stubEnv("HOME", folder);
}

describe("gitEmail", () => {
  it("is git's own", async () => {
    gitConfig("[user]\n\temail = nora@acme.example\n");
    expect(await gitEmail()).toBe("nora@acme.example");
  });

  it("is nothing where git has none", async () => {
    gitConfig("");
    expect(await gitEmail()).toBeUndefined();
  });

  it("is nothing where VS Code's git cannot be run", async () => {
    gitConfig("[user]\n\temail = nora@acme.example\n");
    const api = { git: { path: "/nowhere/git" }, repositories: [] };
    // Like the real one, it needs its own `this`.
    const exports = {
      api,
      getAPI() {
        return this.api;
      },
    };
    vi.spyOn(extensions, "getExtension").mockReturnValue({ activate: () => Promise.resolve(exports) });
    expect(await gitEmail()).toBeUndefined();
  });
});
