import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Account } from "../../../src/auth/stored-account";
import { company, HOST, nora, openWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { CancellationError, env, screen, settings, UIKind } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { FactorialAuthenticationProvider } = await import("../../../src/auth/provider");
const { browserReturn, callbackPage } = await import("../../../src/auth/browser-return");
const { OAuthUriHandler } = await import("../../../src/auth/oauth-uri-handler");

const byKey = {
  baseUrl: HOST,
  identity: company,
  credential: { method: "api-key", key: "the-key" },
  chosen: null,
} as const;
const own = {
  baseUrl: HOST,
  identity: nora,
  credential: { method: "token", token: "the-token" },
  chosen: undefined,
} as const;

describe("the authentication provider", () => {
  function open(signIn: () => Promise<Account | undefined> = () => Promise.resolve(undefined)) {
    const { accounts } = openWindow(new MemorySecrets());
    const provider = new FactorialAuthenticationProvider(accounts, signIn);
    const heard: unknown[] = [];
    provider.onDidChangeSessions((event) => heard.push(event));
    return { accounts, provider, heard };
  }

  it("lists accounts without their secrets", async () => {
    const { accounts, provider, heard } = open();
    await accounts.add(byKey);
    await accounts.add(own);
    const sessions = await provider.getSessions(undefined, {});
    expect(sessions.map(({ account }) => account.label)).toEqual(["Acme", "Nora Vidal · Acme"]);
    expect(JSON.stringify([sessions, heard])).not.toMatch(/the-key|the-token/);
    const [first] = sessions;
    expect(await provider.getSessions(["read"], first ? { account: first.account } : {})).toEqual([first]);
    expect(await provider.getSessions(["payroll"], {})).toEqual([]);
  });

  it("tells of sessions, not of a change of the active account", async () => {
    const { accounts, provider, heard } = open();
    const one = await accounts.add(own);
    await accounts.add(byKey);
    await accounts.switchAccount(one);
    expect(heard).toHaveLength(2);
    await provider.removeSession(one.id);
    expect(heard[2]).toMatchObject({ added: [], removed: [{ id: one.id }], changed: [] });
  });

  it("signs in when asked to, and says so when the person leaves", async () => {
    const { provider } = open();
    await expect(provider.createSession()).rejects.toBeInstanceOf(CancellationError);
    const { accounts } = openWindow(new MemorySecrets());
    const signedIn = open(() => accounts.add(own));
    await expect(signedIn.provider.createSession()).resolves.toMatchObject({
      account: { label: "Nora Vidal · Acme" },
      scopes: ["read", "write"],
    });
  });
});

describe("the way back from the browser", () => {
  beforeEach(() => {
    screen.clear();
    env.uiKind = UIKind.Desktop;
    env.remoteName = undefined;
    delete settings.oauthPort;
  });

  it("is a port on this machine, which a setting can change", async () => {
    settings.oauthPort = 0;
    const links = new OAuthUriHandler();
    expect(browserReturn("publisher.name", links).redirectUri).toBe("http://127.0.0.1:0/callback");
    const listening = await browserReturn("publisher.name", links).listen(() => "taken");
    await listening.close();
    delete settings.oauthPort;
    expect(browserReturn("publisher.name", links).redirectUri).toBe("http://127.0.0.1:43117/callback");
  });

  it("is the editor's own link in a remote window", async () => {
    env.remoteName = "ssh-remote";
    const links = new OAuthUriHandler();
    const back = browserReturn("publisher.name", links);
    expect(back.redirectUri).toBe("vscode://publisher.name/oauth");
    const receive = vi.fn((query: URLSearchParams) => (query.get("state") === "s" ? "taken" : "foreign"));
    const listening = await back.listen(receive);
    const uri = (path: string, query: string) => ({ path, query });
    links.handleUri(uri("/oauth", "code=c&state=s"));
    links.handleUri(uri("/elsewhere", "code=c&state=s"));
    expect(receive).toHaveBeenCalledOnce();
    expect(screen.warnings).toEqual([]);
    links.handleUri(uri("/oauth", "code=c&state=forged"));
    await listening.close();
    links.handleUri(uri("/oauth", "code=c&state=s"));
    expect(screen.warnings).toHaveLength(2);
    expect(screen.warnings[0]).toContain("ignored");
  });

  it("is a pasted address in a browser's VS Code: nothing listens", async () => {
    env.uiKind = UIKind.Web;
    const back = browserReturn("publisher.name", new OAuthUriHandler());
    expect(back.redirectUri).toBe("http://127.0.0.1:43117/callback");
    const listening = await back.listen(() => "taken");
    await expect(fetch(back.redirectUri)).rejects.toThrow();
    await listening.close();
  });

  it.each([
    ["taken", 200, /close this tab/],
    ["late", 200, /close this tab/],
    ["refused", 200, /not given/],
    ["foreign", 400, /ignored/],
  ] as const)("shows a page when the callback is %s", (outcome, status, words) => {
    const page = callbackPage(outcome);
    expect(page.status).toBe(status);
    expect(page.text).toMatch(words);
  });
});
