import { describe, expect, it, vi } from "vitest";
import { eventually } from "../support/eventually";
import { company, HOST, nora, openWindow, refused } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";

const apiKey = { method: "api-key", key: "the-key" } as const;
const token = { method: "token", token: "the-token" } as const;
const signedIn = { baseUrl: HOST, identity: nora, credential: token, chosen: undefined };
const byKey = { baseUrl: HOST, identity: company, credential: apiKey, chosen: null };
const ivo = { employeeId: "8", fullName: "Ivo Petrov", email: "ivo@acme.example" };

describe("signing in", () => {
  it("stores the account, tells of it, and makes it the active one", async () => {
    const secrets = new MemorySecrets();
    const { accounts, changes } = openWindow(secrets);
    expect(await accounts.activeAccount()).toBeUndefined();
    const account = await accounts.add(signedIn);
    expect(account).toMatchObject({
      id: "api.factorialhr.com/1/70",
      host: "api.factorialhr.com",
      method: "token",
      company: { id: "1", name: "Acme" },
      employee: { id: "7", fullName: "Nora Vidal" },
      ended: false,
    });
    expect(await accounts.activeAccount()).toEqual(account);
    expect(changes).toEqual([
      { added: [account], removed: [], changed: [], active: account, activeChanged: true },
    ]);
    expect(await accounts.credentialsFor(account).authorize()).toEqual({ authorization: "Bearer the-token" });
    expect(await accounts.baseUrlOf(account)).toBe(HOST);
  });

  it("gives nothing secret to whom the accounts are shown", async () => {
    const { accounts, changes } = openWindow(new MemorySecrets());
    await accounts.add(byKey);
    expect(JSON.stringify([await accounts.list(), changes])).not.toContain("the-key");
  });

  it("survives a restart", async () => {
    const secrets = new MemorySecrets();
    const account = await openWindow(secrets).accounts.add(byKey);
    const restarted = openWindow(new MemorySecrets(0, secrets.everything));
    expect(await restarted.accounts.list()).toEqual([account]);
    expect(restarted.changes).toEqual([]);
    expect(await restarted.accounts.credentialsFor(account).authorize()).toEqual({ "x-api-key": "the-key" });
  });

  it("again replaces the credential of the same user, by whatever method", async () => {
    const { accounts, changes } = openWindow(new MemorySecrets());
    const first = await accounts.add(signedIn);
    const credentials = accounts.credentialsFor(first);
    await accounts.add({ ...signedIn, credential: apiKey });
    expect(await accounts.list()).toHaveLength(1);
    expect(changes.at(-1)).toMatchObject({ added: [], removed: [], changed: [{ method: "api-key" }] });
    expect(await credentials.authorize()).toEqual({ "x-api-key": "the-key" });
  });

  it("by a key keeps what the person said at first, for that host and company", async () => {
    const { accounts } = openWindow(new MemorySecrets());
    await accounts.add({ ...byKey, chosen: ivo });
    const again = await accounts.add({ ...byKey, chosen: undefined });
    expect(again.employee).toEqual({ id: "8", fullName: "Ivo Petrov", email: "ivo@acme.example" });
    const elsewhere = await accounts.add({ ...byKey, identity: { companyId: "2" }, chosen: undefined });
    expect(elsewhere.employee).toBeUndefined();
    expect(await accounts.find(HOST, company)).toMatchObject({ askedWho: true });
    expect(await accounts.find("https://api.eu2.demo.factorial.dev", company)).toBeUndefined();
  });

  it("lets the person change who they are", async () => {
    const { accounts, changes } = openWindow(new MemorySecrets());
    const account = await accounts.add(byKey);
    expect(account).toMatchObject({ askedWho: true, employee: undefined });
    await accounts.chooseEmployee(account, ivo);
    expect(await accounts.activeAccount()).toMatchObject({ employee: { id: "8" } });
    expect(changes.at(-1)?.changed).toHaveLength(1);
    await accounts.chooseEmployee(account, null);
    expect((await accounts.activeAccount())?.employee).toBeUndefined();
  });

  it("fails, and changes nothing, when the storage does", async () => {
    const secrets = new MemorySecrets();
    const { accounts, changes } = openWindow(secrets);
    secrets.broken = true;
    await expect(accounts.add(signedIn)).rejects.toThrow("keyring");
    secrets.broken = false;
    expect(await accounts.list()).toEqual([]);
    expect(changes).toEqual([]);
    await expect(accounts.add(signedIn)).resolves.toBeDefined();
  });
});

describe("signing out", () => {
  it("forgets everything", async () => {
    const secrets = new MemorySecrets();
    const window = openWindow(secrets);
    const account = await window.accounts.add({ ...byKey, chosen: ivo });
    const credentials = window.accounts.credentialsFor(account);
    await window.accounts.signOut(account);
    expect(secrets.everything).toEqual({});
    expect([...window.memory.values()].filter((value) => value !== undefined)).toEqual([]);
    expect(window.changes.at(-1)).toMatchObject({ removed: [{ id: account.id }], active: undefined });
    await expect(credentials.authorize()).rejects.toMatchObject({ kind: "sign-in" });
    const again = await window.accounts.add({ ...byKey, chosen: undefined });
    expect(again).toMatchObject({ employee: undefined, askedWho: false });
  });

  it("of one account leaves the others", async () => {
    const { accounts } = openWindow(new MemorySecrets());
    const key = await accounts.add(byKey);
    const own = await accounts.add(signedIn);
    await accounts.signOut(own);
    expect(await accounts.list()).toEqual([key]);
    expect(await accounts.activeAccount()).toEqual(key);
  });
});

describe("several accounts", () => {
  it("have one that is active in a window, remembered by its workspace", async () => {
    const secrets = new MemorySecrets();
    const first = openWindow(secrets);
    const one = await first.accounts.add(signedIn);
    const two = await first.accounts.add({ ...signedIn, identity: { ...nora, companyId: "2" } });
    const second = openWindow(secrets);
    expect(await second.accounts.activeAccount()).toEqual(one);
    await first.accounts.switchAccount(one);
    await first.accounts.switchAccount(two);
    expect(first.changes.at(-1)).toMatchObject({ active: { id: two.id }, activeChanged: true, added: [] });
    expect(await second.accounts.activeAccount()).toEqual(one);
    const reopened = openWindow(secrets, {}, first.memory);
    expect(await reopened.accounts.activeAccount()).toEqual(two);
  });

  it("of another host wait until the setting names their host", async () => {
    const window = openWindow(new MemorySecrets());
    const account = await window.accounts.add(signedIn);
    window.baseUrl = "https://api.eu2.demo.factorial.dev";
    await window.accounts.baseUrlChanged();
    expect(window.changes.at(-1)).toMatchObject({ active: undefined, activeChanged: true });
    expect(await window.accounts.usable()).toEqual([]);
    expect(await window.accounts.list()).toEqual([account]);
    expect(await window.accounts.baseUrlOf(account)).toBe(HOST);
    window.baseUrl = HOST;
    await window.accounts.baseUrlChanged();
    expect(window.changes.at(-1)).toMatchObject({ active: { id: account.id } });
  });

  it("are not used at all while the setting is no address", async () => {
    const window = openWindow(new MemorySecrets());
    await window.accounts.add(signedIn);
    window.baseUrl = undefined;
    expect(await window.accounts.activeAccount()).toBeUndefined();
  });
});

describe("another window", () => {
  it("is told of what this one does", async () => {
    const secrets = new MemorySecrets(10);
    const [here, there] = [openWindow(secrets), openWindow(secrets)];
    expect(await there.accounts.list()).toEqual([]);
    const account = await here.accounts.add(signedIn);
    await eventually(() => {
      expect(there.changes).toEqual([
        { added: [account], removed: [], changed: [], active: account, activeChanged: true },
      ]);
    });
    await here.accounts.add({ ...signedIn, identity: { ...nora, fullName: "Nora V." } });
    await eventually(() => {
      expect(there.changes.at(-1)).toMatchObject({ added: [], removed: [], changed: [{ id: account.id }] });
    });
    await here.accounts.signOut(account);
    await eventually(() => {
      expect(there.changes.at(-1)).toMatchObject({ added: [], removed: [{ id: account.id }], changed: [] });
    });
    expect(there.changes).toHaveLength(3);
  });

  it("does not hear of other extensions' secrets", async () => {
    const secrets = new MemorySecrets();
    const { accounts, changes } = openWindow(secrets);
    await accounts.add(signedIn);
    await secrets.openWindow().store("someone-else", "x");
    expect(changes).toHaveLength(1);
  });
});

describe("a 401 on a credential that cannot be renewed", () => {
  it("ends the account if Factorial does not know it any more", async () => {
    const identify = vi.fn().mockRejectedValue(refused());
    const secrets = new MemorySecrets();
    const { accounts } = openWindow(secrets, { identify });
    const account = await accounts.add(signedIn);
    const credentials = accounts.credentialsFor(account);
    expect(await Promise.all([credentials.renew?.(), credentials.renew?.()])).toEqual([false, false]);
    expect(identify).toHaveBeenCalledTimes(1);
    expect(await accounts.activeAccount()).toMatchObject({ id: account.id, ended: true });
    await expect(credentials.authorize()).rejects.toMatchObject({ kind: "sign-in" });
    expect(await openWindow(secrets).accounts.list()).toMatchObject([{ ended: true }]);
    await accounts.add(signedIn);
    expect(await credentials.authorize()).toEqual({ authorization: "Bearer the-token" });
  });

  it("leaves it if only that operation refuses it, or nobody can tell", async () => {
    const identify = vi.fn().mockResolvedValueOnce(company).mockRejectedValueOnce(new Error("no network"));
    const { accounts } = openWindow(new MemorySecrets(), { identify });
    const account = await accounts.add(byKey);
    await expect(accounts.credentialsFor(account).renew?.()).rejects.toMatchObject({ kind: "permission" });
    expect(await accounts.credentialsFor(account).renew?.()).toBe(false);
    expect(identify).toHaveBeenCalledTimes(2);
    expect(await accounts.activeAccount()).toMatchObject({ ended: false });
  });
});

describe("the demo company", () => {
  it("needs no questions, and keeps neither address nor token", async () => {
    const secrets = new MemorySecrets();
    const startDemoCompany = vi.fn().mockResolvedValue({ url: "http://127.0.0.1:5000", token: "demo-token" });
    const identify = vi.fn().mockResolvedValue(nora);
    const { accounts } = openWindow(secrets, { startDemoCompany, identify });
    const account = await accounts.signInToDemo();
    expect(account).toMatchObject({ id: "demo/1/70", method: "demo", host: "demo", employee: { id: "7" } });
    expect(identify).toHaveBeenCalledWith("http://127.0.0.1:5000", expect.anything());
    expect(await accounts.credentialsFor(account).authorize()).toEqual({
      authorization: "Bearer demo-token",
    });
    expect(await accounts.baseUrlOf(account)).toBe("http://127.0.0.1:5000");
    expect(startDemoCompany).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(secrets.everything)).not.toMatch(/demo-token|127\.0\.0\.1/);
  });

  it("is found at its new address after a restart, when first asked for", async () => {
    const secrets = new MemorySecrets();
    await openWindow(secrets).accounts.signInToDemo();
    const startDemoCompany = vi
      .fn()
      .mockRejectedValueOnce(new Error("port"))
      .mockResolvedValue({ url: "http://127.0.0.1:6000", token: "new" });
    const { accounts } = openWindow(secrets, { startDemoCompany });
    const account = await accounts.activeAccount();
    expect(startDemoCompany).not.toHaveBeenCalled();
    if (!account) throw new Error("The demo company is the only account.");
    await expect(accounts.baseUrlOf(account)).rejects.toThrow("port");
    expect(await accounts.baseUrlOf(account)).toBe("http://127.0.0.1:6000");
    expect(await accounts.credentialsFor(account).authorize()).toEqual({ authorization: "Bearer new" });
  });

  it("is usable whatever the setting says, and no window's first choice", async () => {
    const secrets = new MemorySecrets();
    const first = openWindow(secrets);
    const demo = await first.accounts.signInToDemo();
    const own = await first.accounts.add(signedIn);
    const second = openWindow(secrets);
    expect(await second.accounts.activeAccount()).toEqual(own);
    second.baseUrl = undefined;
    expect(await second.accounts.activeAccount()).toEqual(demo);
  });
});
