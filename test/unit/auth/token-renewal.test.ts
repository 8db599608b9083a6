import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Accounts } from "../../../src/auth/accounts";
import { exchangeCode } from "../../../src/auth/oauth";
import { folderOfTest } from "../support/folder";
import { nora, openWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { APP, json, redirectUri, startOAuthStandIn, type OAuthStandIn } from "./oauth-stand-in";

let server: OAuthStandIn;
let secrets: MemorySecrets;
let folder: string;

beforeEach(async () => {
  server = await startOAuthStandIn();
  secrets = new MemorySecrets();
  folder = folderOfTest();
});

function open(parts: { lockFolder?: string } = {}) {
  const window = openWindow(secrets, { lockFolder: folder, patience: 500, ...parts });
  window.baseUrl = server.baseUrl;
  return window;
}

/** Signs in with tokens that are due to be renewed, or were `refusedNow` already. */
async function signIn(accounts: Accounts, over: { due?: boolean } = {}) {
  const tokens = await exchangeCode(
    { ...APP, baseUrl: server.baseUrl, redirectUri },
    server.newCode(redirectUri),
  );
  server.asked.length = 0;
  const refreshAt = over.due === false ? tokens.refreshAt : Date.now() - 1;
  const credential = { method: "oauth" as const, ...APP, ...tokens, refreshAt };
  const account = await accounts.add({
    baseUrl: server.baseUrl,
    identity: nora,
    credential,
    chosen: undefined,
  });
  return { account, tokens, key: `factorial.account/${account.id}` };
}

const bearer = (headers: Record<string, string>) => headers.authorization?.replace("Bearer ", "") ?? "";

describe("an OAuth token", () => {
  it("is used as it is until it is due", async () => {
    const { accounts } = open();
    const { account, tokens } = await signIn(accounts, { due: false });
    expect(bearer(await accounts.credentialsFor(account).authorize())).toBe(tokens.accessToken);
    expect(server.asked).toHaveLength(0);
  });

  it("is renewed once for 20 requests at the same time", async () => {
    const { accounts } = open();
    const { account, tokens } = await signIn(accounts);
    server.slowness = 30;
    const used = await Promise.all(
      Array.from({ length: 20 }, () => accounts.credentialsFor(account).authorize().then(bearer)),
    );
    expect(server.asked).toHaveLength(1);
    expect(new Set(used)).toEqual(server.good);
    expect(used[0]).not.toBe(tokens.accessToken);
  });

  it("is stored before anybody uses it", async () => {
    const { accounts } = open();
    const { account, key } = await signIn(accounts);
    const used = bearer(await accounts.credentialsFor(account).authorize());
    const stored = secrets.written.filter((write) => write.key === key);
    expect(stored.at(-1)?.value).toContain(used);
    expect(stored.at(-1)?.value).toContain("refresh-");
  });

  it("is not used if it cannot be stored", async () => {
    const { accounts } = open();
    const { account, key } = await signIn(accounts);
    const before = secrets.everything[key];
    secrets.broken = true;
    await expect(accounts.credentialsFor(account).authorize()).rejects.toThrow("keyring");
    secrets.broken = false;
    // As after a crash at this point: the storage still has the old pair.
    expect(secrets.everything[key]).toBe(before);
    expect(await accounts.activeAccount()).toMatchObject({ ended: false });
  });

  it("is renewed after a 401, once for all requests that had it", async () => {
    const { accounts } = open();
    const { account, tokens } = await signIn(accounts, { due: false });
    const credentials = accounts.credentialsFor(account);
    await credentials.authorize();
    const renewed = await Promise.all(Array.from({ length: 20 }, async () => credentials.renew?.()));
    await credentials.authorize();
    renewed.push(await credentials.renew?.()); // the last of the old requests was slow to fail
    expect(new Set(renewed)).toEqual(new Set([true]));
    expect(server.asked).toHaveLength(1);
    const used = bearer(await credentials.authorize());
    expect(used).not.toBe(tokens.accessToken);
    expect(server.good).toContain(used);
  });

  it("is renewed again and again", async () => {
    server.expiresIn = 0;
    const { accounts } = open();
    const { account } = await signIn(accounts);
    const credentials = accounts.credentialsFor(account);
    const used = [
      await credentials.authorize(),
      await credentials.authorize(),
      await credentials.authorize(),
    ];
    expect(new Set(used.map(bearer)).size).toBe(3);
    expect(server.asked).toHaveLength(3);
  });
});

describe("two windows", () => {
  it.each([0, 30, 150])(
    "renew once together, though one sees the other's writing %i ms later",
    async (delay) => {
      secrets = new MemorySecrets(delay);
      const [here, there] = [open(), open()];
      const { account } = await signIn(here.accounts);
      await new Promise((resolve) => setTimeout(resolve, delay + 10));
      expect(await there.accounts.list()).toHaveLength(1);
      const used = await Promise.all(
        [here, there, here, there].map(({ accounts }) =>
          accounts.credentialsFor(account).authorize().then(bearer),
        ),
      );
      expect(server.asked).toHaveLength(1);
      expect(new Set(used)).toEqual(server.good);
    },
  );

  it("do not renew a token that the other has just renewed", async () => {
    const [here, there] = [open(), open()];
    const { account } = await signIn(here.accounts, { due: false });
    await there.accounts.list();
    const [mine, theirs] = [here.accounts.credentialsFor(account), there.accounts.credentialsFor(account)];
    await Promise.all([mine.authorize(), theirs.authorize()]);
    expect(await mine.renew?.()).toBe(true);
    expect(await theirs.renew?.()).toBe(true);
    expect(server.asked).toHaveLength(1);
    expect(bearer(await theirs.authorize())).toBe(bearer(await mine.authorize()));
  });

  it("of different accounts renew at the same time without undoing each other", async () => {
    secrets = new MemorySecrets(50);
    const [here, there] = [open(), open()];
    const one = await signIn(here.accounts);
    const tokens = await exchangeCode(
      { ...APP, baseUrl: server.baseUrl, redirectUri },
      server.newCode(redirectUri),
    );
    const credential = { method: "oauth" as const, ...APP, ...tokens, refreshAt: 1 };
    const identity = { ...nora, companyId: "2" };
    const two = await here.accounts.add({ baseUrl: server.baseUrl, identity, credential, chosen: undefined });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const [first, second] = await Promise.all([
      here.accounts.credentialsFor(one.account).authorize().then(bearer),
      there.accounts.credentialsFor(two).authorize().then(bearer),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(secrets.everything[one.key]).toContain(first);
    expect(secrets.everything[`factorial.account/${two.id}`]).toContain(second);
  });

  it("are not stopped by one that died while renewing", async () => {
    const { accounts } = open();
    const { account } = await signIn(accounts);
    const name = createHash("sha256").update(account.id).digest("hex").slice(0, 32);
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `sign-in-${name}.lock`),
      JSON.stringify({ id: "dead", pid, machine: hostname() }),
    );
    await expect(accounts.credentialsFor(account).authorize()).resolves.toBeDefined();
  });

  it("on two machines, which have no lock in common, keep the sign-in when both renew", async () => {
    secrets = new MemorySecrets(100);
    const [here, remote] = [open(), open({ lockFolder: folderOfTest() })];
    const { account } = await signIn(here.accounts);
    await new Promise((resolve) => setTimeout(resolve, 110));
    const used = await Promise.all(
      [here, remote].map(({ accounts }) => accounts.credentialsFor(account).authorize().then(bearer)),
    );
    expect(server.asked).toHaveLength(2);
    expect(new Set(used)).toEqual(server.good);
    expect(await here.accounts.activeAccount()).toMatchObject({ ended: false });
  });
});

describe("a sign-in", () => {
  it("has ended when the refresh token is refused, in all windows, and is not asked for again", async () => {
    const [here, there] = [open(), open()];
    const { account } = await signIn(here.accounts);
    await there.accounts.list();
    server.instead.push((response) => {
      json(response, 400, { error: "invalid_grant", error_description: "Revoked." });
    });
    const credentials = here.accounts.credentialsFor(account);
    await expect(Promise.all([credentials.authorize(), credentials.authorize()])).rejects.toMatchObject({
      kind: "sign-in",
      message: "Your Factorial sign-in has ended.",
    });
    await expect(credentials.authorize()).rejects.toMatchObject({ kind: "sign-in" });
    await expect(there.accounts.credentialsFor(account).authorize()).rejects.toMatchObject({
      kind: "sign-in",
    });
    expect(server.asked).toHaveLength(1);
    expect(here.changes.at(-1)).toMatchObject({
      changed: [{ id: account.id, ended: true }],
      activeChanged: false,
    });
    expect(there.changes.at(-1)).toMatchObject({ changed: [{ id: account.id, ended: true }] });
    expect(await here.accounts.oauthKeysOf(account)).toMatchObject(APP);
  });

  it.each<[what: string, misbehave: () => void, kind: string]>([
    ["the network is down", () => void server.instead.push((response) => response.destroy()), "offline"],
    [
      "the server is broken",
      () => void server.instead.push((response) => response.writeHead(503).end()),
      "unavailable",
    ],
    [
      "a proxy answers",
      () => void server.instead.push((response) => response.writeHead(400).end("<p>")),
      "invalid",
    ],
  ])("has not ended when %s", async (_what, misbehave, kind) => {
    const { accounts } = open();
    const { account } = await signIn(accounts);
    misbehave();
    const credentials = accounts.credentialsFor(account);
    await expect(credentials.authorize()).rejects.toMatchObject({ kind });
    expect(await accounts.activeAccount()).toMatchObject({ ended: false });
    expect(server.good).toContain(bearer(await credentials.authorize()));
  });

  it("that was signed out in the meantime stays signed out", async () => {
    const { accounts } = open();
    const { account } = await signIn(accounts);
    server.slowness = 50;
    const asked = accounts.credentialsFor(account).authorize();
    asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await accounts.signOut(account);
    await expect(asked).rejects.toMatchObject({ kind: "sign-in" });
    expect(secrets.everything).toEqual({});
  });
});
