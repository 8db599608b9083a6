import { describe, expect, it, vi } from "vitest";
import { company, HOST, nora, openWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";

const apiKey = { method: "api-key", key: "the-key" } as const;
const token = { method: "token", token: "the-token" } as const;
const signedIn = { baseUrl: HOST, identity: nora, credential: token, chosen: undefined };
const byKey = { baseUrl: HOST, identity: company, credential: apiKey, chosen: null };

describe("stored records", () => {
  const stored = async () => {
    const secrets = new MemorySecrets();
    const { accounts } = openWindow(secrets);
    const account = await accounts.add(signedIn);
    await accounts.add(byKey);
    return { everything: secrets.everything, key: `factorial.account/${account.id}` };
  };

  it.each<[what: string, spoil: (json: string) => string, reason: string]>([
    ["cut", (json) => json.slice(0, 40), "not JSON"],
    [
      "of a later version",
      (json) => json.replace('"version":1', '"version":2'),
      "unknown or missing: version",
    ],
    [
      "of a method unknown here",
      (json) => json.replace('"method":"token"', '"method":"sso"'),
      "credential.method",
    ],
    ["without its token", (json) => json.replace("the-token", ""), "credential.token"],
    ["pointed to another host", (json) => json.replace(HOST, "https://evil.example"), "another host"],
    ["pointed to a path", (json) => json.replace(HOST, `${HOST}/evil`), "another host"],
    ["of another account", (json) => json.replace('/70"', '/71"'), "another host or account"],
  ])("that are %s are told of once and set aside, the others work", async (_what, spoil, reason) => {
    const { everything, key } = await stored();
    const spoilt = spoil(everything[key] ?? "");
    expect(spoilt).not.toBe(everything[key]);
    const secrets = new MemorySecrets(0, { ...everything, [key]: spoilt });
    const window = openWindow(secrets);
    expect(await window.accounts.list()).toMatchObject([{ method: "api-key" }]);
    await window.accounts.chooseEmployee((await window.accounts.list())[0] ?? { id: "" }, null);
    expect(window.unreadable).toHaveLength(1);
    expect(window.unreadable[0]?.reason).toContain(reason);
    expect(window.unreadable[0]?.reason).not.toContain("the-token");
    expect(secrets.everything[key]).toBe(spoilt);
    await window.accounts.add(signedIn);
    expect(await window.accounts.list()).toHaveLength(2);
  });

  it("without a list are told of, and a new sign-in makes a new list", async () => {
    const window = openWindow(new MemorySecrets(0, { "factorial.accounts": "{" }));
    expect(await window.accounts.list()).toEqual([]);
    expect(window.unreadable).toEqual([{ id: "all", reason: "not our list" }]);
    await window.accounts.add(signedIn);
    expect(await window.accounts.list()).toHaveLength(1);
  });

  it("are tried again after a locked keyring", async () => {
    const secrets = new MemorySecrets();
    const inner = secrets.openWindow();
    const get = vi
      .fn((key: string) => inner.get(key))
      .mockRejectedValueOnce(new Error("The keyring is locked."));
    const { accounts } = openWindow(secrets, { secrets: { ...inner, get } });
    await expect(accounts.list()).rejects.toThrow("keyring");
    await expect(accounts.list()).resolves.toEqual([]);
  });
});
