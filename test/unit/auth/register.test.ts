import { beforeEach, describe, expect, it, vi } from "vitest";
import type { registerAuth as RegisterAuth } from "../../../src/auth/register";
import { eventually } from "../support/eventually";
import { folderOfTest } from "../support/folder";
import { nora } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { authentication, configuration, screen, settings, type Item } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { registerAuth } = await import("../../../src/auth/register");

function register() {
  const memory = new Map<string, unknown>();
  const subscriptions: { dispose(): unknown }[] = [];
  const context = {
    secrets: new MemorySecrets().openWindow(),
    workspaceState: {
      get: (key: string) => memory.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
    },
    globalStorageUri: { fsPath: folderOfTest() },
    extension: { id: "publisher.name" },
    subscriptions,
  };
  const identify = vi.fn(() => Promise.resolve(nora));
  const startDemoCompany = vi.fn(() => Promise.resolve({ url: "http://127.0.0.1:5000", token: "demo" }));
  const auth = registerAuth({
    // The part of the context that signing in needs.
    context: context as unknown as Parameters<typeof RegisterAuth>[0]["context"],
    identify,
    listEmployees: () => Promise.resolve([{ employeeId: "8", fullName: "Ivo Petrov" }]),
    startDemoCompany,
    log: () => undefined,
  });
  return { auth, identify, startDemoCompany, subscriptions };
}

/** Waits for the next quick pick, and takes the row with this label. */
async function take(label: string, at: number): Promise<void> {
  await eventually(() => {
    expect(screen.picks[at]?.items.map((item) => item.label)).toContain(label);
  });
  const pick = screen.picks[at];
  if (!pick) throw new Error("The line before has seen it.");
  pick.selectedItems = pick.items.filter((item) => item.label === label);
  pick.accepted.fire();
}

beforeEach(() => {
  screen.clear();
  delete settings.baseUrl;
});

describe("registerAuth", () => {
  it("does nothing until somebody asks", () => {
    const { identify, startDemoCompany, subscriptions } = register();
    expect(authentication.registered).toMatchObject({ id: "factorial", label: "Factorial" });
    expect(authentication.registered?.options).toEqual({ supportsMultipleAccounts: true });
    expect(identify).not.toHaveBeenCalled();
    expect(startDemoCompany).not.toHaveBeenCalled();
    for (const part of subscriptions) part.dispose();
  });

  it("signs in by VS Code's own steps, and asks again who the person is", async () => {
    const { auth } = register();
    const signedIn = auth.signIn();
    await take("$(beaker) Demo Company", 0);
    const account = await signedIn;
    expect(account).toMatchObject({ method: "demo" });
    if (!account) return;
    const chosen = auth.chooseEmployee(account);
    await take("Ivo Petrov", 1);
    expect(await chosen).toMatchObject({ employeeId: "8" });
    expect(await auth.accounts.activeAccount()).toMatchObject({ employee: { id: "8" } });
  });

  it("does not ask for a key while the address is wrong", async () => {
    settings.baseUrl = "http://api.factorialhr.com";
    const { auth } = register();
    screen.answer = "Open Settings";
    expect(await auth.signIn()).toBeUndefined();
    expect(screen.errors[0]).toMatch(/must begin with https/);
    expect(screen.commands).toEqual([["workbench.action.openSettings", "factorial.baseUrl"]]);
    expect(screen.picks).toEqual([]);
  });

  it("follows the address setting", async () => {
    const { auth } = register();
    const credential = { method: "token", token: "t" } as const;
    const baseUrl = "https://api.factorialhr.com";
    await auth.accounts.add({ baseUrl, identity: nora, credential, chosen: undefined });
    const heard: unknown[] = [];
    auth.accounts.onDidChange((change) => heard.push(change.active));
    settings.baseUrl = "https://api.eu2.demo.factorial.dev";
    configuration.fire({ affectsConfiguration: (name) => name === "factorial.baseUrl" });
    await eventually(() => {
      expect(heard).toEqual([undefined]);
    });
  });

  it("switches among the accounts of this window", async () => {
    const { auth } = register();
    const demo = await auth.accounts.signInToDemo();
    const credential = { method: "token", token: "t" } as const;
    const baseUrl = "https://api.factorialhr.com";
    await auth.accounts.add({ baseUrl, identity: nora, credential, chosen: undefined });
    let offered: readonly Item[] = [];
    screen.choose = (items) => {
      offered = items;
      return items.find((item) => item.label.includes("(demo)"));
    };
    expect(await auth.switchAccount()).toEqual(demo);
    expect(await auth.accounts.activeAccount()).toEqual(demo);
    expect(offered).toMatchObject([
      { label: "Nora Vidal · Acme (demo)", detail: "Demo company" },
      {
        label: "Nora Vidal · Acme",
        detail: "Access token at api.factorialhr.com",
        description: "this window",
      },
      { label: "$(add) Sign In to Another Company…" },
    ]);
  });
});
