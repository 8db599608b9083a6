import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Credentials } from "../../../src/api/credentials";
import type { BrowserReturn } from "../../../src/auth/browser-return";
import type { SignInUi } from "../../../src/auth/sign-in-ui";
import type { Identity } from "../../../src/auth/stored-account";
import { nora, openWindow, refused, type TestWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { APP, redirectUri, startOAuthStandIn, type OAuthStandIn } from "./oauth-stand-in";
import { choose, goBack, leave, person, type, type Do } from "./sign-in-person";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { signIn } = await import("../../../src/auth/sign-in");
const { PortBusy } = await import("../../../src/auth/loopback");

const METHODS = "Sign In to Factorial";

let window: TestWindow;
let identify: (baseUrl: string, credentials: Credentials) => Promise<Identity>;

beforeEach(() => {
  screen.clear();
  window = openWindow(new MemorySecrets());
});

const start = (
  ui: SignInUi,
  over: { baseUrl: string; browserReturn: () => BrowserReturn },
  again?: Parameters<typeof signIn>[1],
) =>
  signIn(
    {
      ui,
      accounts: window.accounts,
      identify,
      listEmployees: () => Promise.resolve([]),
      gitEmail: () => Promise.resolve(undefined),
      ...over,
    },
    again,
  );

describe("by OAuth app", () => {
  const APP_STEP = "Sign In with Your Company's OAuth App";
  const BROWSER = "Waiting for Your Browser";
  let server: OAuthStandIn;
  let receive: Parameters<BrowserReturn["listen"]>[0] | undefined;

  beforeEach(async () => {
    server = await startOAuthStandIn();
    window.baseUrl = server.baseUrl;
    receive = undefined;
    identify = async (_baseUrl, credentials) => {
      const { authorization = "" } = await credentials.authorize();
      if (!server.good.has(authorization.replace("Bearer ", ""))) throw refused();
      return nora;
    };
  });

  const browserReturn = (): BrowserReturn => ({
    redirectUri,
    listen: (listener) => {
      receive = listener;
      return Promise.resolve({
        close: () => {
          receive = undefined;
          return Promise.resolve();
        },
      });
    },
  });
  const over = () => ({ baseUrl: server.baseUrl, browserReturn });

  /** What Factorial's page would send back for the page that was opened last. */
  const callback = (query: Record<string, string> = { code: server.newCode(redirectUri) }) => {
    const state = new URL(screen.opened.at(-1) ?? "").searchParams.get("state") ?? "";
    return new URLSearchParams({ state, ...query });
  };
  const allow: Do = (step) => {
    expect(receive?.(callback({ code: "evil", state: "forged" }))).toBe("foreign");
    expect(receive?.(callback())).toBe("taken");
    return step.until;
  };

  it("goes through the browser", async () => {
    const ui = person(
      [METHODS, choose("OAuth App")],
      [
        APP_STEP,
        (step) => {
          expect(step.prompt).toContain(redirectUri);
          step.actions[0]?.run();
          expect(screen.copied).toEqual([redirectUri]);
          return type(["", /client id/], " demo-client ")(step);
        },
      ],
      [APP_STEP, type(["", /client secret/], "demo-secret\n")],
      [BROWSER, allow],
    );
    const account = await start(ui, over());
    ui.done();
    expect(account).toMatchObject({ method: "oauth", employee: { id: "7" } });
    expect(screen.opened[0]).toContain(`${server.baseUrl}/oauth/authorize?client_id=demo-client&`);
    expect(receive).toBeUndefined();
    const { authorization = "" } = await window.accounts
      .credentialsFor({ id: account?.id ?? "" })
      .authorize();
    expect(server.good).toContain(authorization.replace("Bearer ", ""));
  });

  it("takes a pasted address where the browser cannot come back", async () => {
    const paste: Do = (step) => {
      expect(step.pasted("nonsense")).toMatch(/whole address/);
      expect(step.pasted(`${redirectUri}?code=x&state=old`)).toMatch(/another sign-in/);
      expect(step.pasted(`${redirectUri}?${callback().toString()}`)).toBeUndefined();
      return step.until;
    };
    const ui = person(
      [METHODS, choose("OAuth App")],
      [APP_STEP, type("demo-client")],
      [APP_STEP, type("demo-secret")],
      [BROWSER, paste],
    );
    expect(await start(ui, over())).toMatchObject({ method: "oauth" });
  });

  it("comes back to the secret with what was wrong: denied, wrong secret, code used up", async () => {
    const problem =
      (words: RegExp, next: string): Do =>
      (step) => {
        expect(step.problem).toMatch(words);
        return next;
      };
    const ui = person(
      [METHODS, choose("OAuth App")],
      [APP_STEP, type("demo-client")],
      [APP_STEP, type("wrong")],
      [
        BROWSER,
        (step) => {
          expect(receive?.(callback({ error: "access_denied" }))).toBe("refused");
          return step.until;
        },
      ],
      [APP_STEP, problem(/did not allow access/, "wrong")],
      [BROWSER, allow],
      [APP_STEP, problem(/does not accept this client id with this client secret/, APP.clientSecret)],
      [
        BROWSER,
        (step) => {
          receive?.(callback({ code: "spent" }));
          return step.until;
        },
      ],
      [APP_STEP, problem(/came too late/, APP.clientSecret)],
      [BROWSER, allow],
    );
    expect(await start(ui, over())).toMatchObject({ method: "oauth" });
    ui.done();
    const states = screen.opened.map((url) => new URL(url).searchParams.get("state"));
    expect(new Set(states).size).toBe(4);
  });

  it("says that the port is busy", async () => {
    const busy = () => ({ redirectUri, listen: () => Promise.reject(new PortBusy(43117)) });
    const ui = person(
      [METHODS, choose("OAuth App")],
      [APP_STEP, type("demo-client")],
      [APP_STEP, type("demo-secret")],
      [
        APP_STEP,
        (step) => {
          expect(step.problem).toMatch(/Port 43117 is in use/);
          return undefined;
        },
      ],
    );
    expect(await start(ui, { ...over(), browserReturn: busy })).toBeUndefined();
    expect(screen.opened).toEqual([]);
  });

  it("stops listening, and asks for nothing more, when the person leaves", async () => {
    const ui = person(
      [METHODS, choose("OAuth App")],
      [APP_STEP, type("demo-client")],
      [APP_STEP, type("demo-secret")],
      [BROWSER, leave],
    );
    expect(await start(ui, over())).toBeUndefined();
    expect(receive).toBeUndefined();
    expect(server.asked).toEqual([]);
  });

  it("opens the browser at once for an account whose sign-in has ended", async () => {
    const credential = { method: "oauth", ...APP, accessToken: "old" } as const;
    const signedIn = { baseUrl: server.baseUrl, identity: nora, credential, chosen: undefined };
    const account = await window.accounts.add(signedIn);
    const ui = person([BROWSER, allow]);
    expect(await start(ui, over(), account)).toMatchObject({ id: account.id, ended: false });
    ui.done();
  });

  it("goes back step by step to the methods", async () => {
    const ui = person(
      [METHODS, choose("OAuth App")],
      [APP_STEP, type("demo-client")],
      [APP_STEP, type("demo-secret")],
      [BROWSER, goBack],
      [
        APP_STEP,
        (step) => {
          expect(step).toMatchObject({ value: "demo-secret", problem: undefined });
          return goBack(step);
        },
      ],
      [
        APP_STEP,
        (step) => {
          expect(step.value).toBe("demo-client");
          return goBack(step);
        },
      ],
      [METHODS, leave],
    );
    expect(await start(ui, over())).toBeUndefined();
    ui.done();
  });
});
