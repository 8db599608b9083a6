import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Credentials } from "../../../src/api/credentials";
import type { SignInUi } from "../../../src/auth/sign-in-ui";
import type { Identity } from "../../../src/auth/stored-account";
import { company, nora, openWindow, refused, type TestWindow } from "./accounts-setup";
import { MemorySecrets } from "./memory-secrets";
import { choose, goBack, leave, none, person, type } from "./sign-in-person";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { signIn } = await import("../../../src/auth/sign-in");

const KEY = "the-key";
const TOKEN = "the-token";
const people = [
  { employeeId: "7", fullName: "Nora Vidal", email: "Nora@Acme.example" },
  { employeeId: "8", fullName: "Ivo Petrov" },
];

let window: TestWindow;
let secrets: MemorySecrets;
let identify: (baseUrl: string, credentials: Credentials) => Promise<Identity>;

beforeEach(() => {
  screen.clear();
  secrets = new MemorySecrets();
  window = openWindow(secrets);
  identify = async (_baseUrl, credentials) => {
    const headers = await credentials.authorize();
    if (headers["x-api-key"] === KEY) return company;
    if (headers.authorization === `Bearer ${TOKEN}`) return nora;
    throw refused();
  };
});

const start = (ui: SignInUi, over: object = {}, again?: Parameters<typeof signIn>[1]) =>
  signIn(
    {
      ui,
      accounts: window.accounts,
      identify,
      listEmployees: () => Promise.resolve(people),
      gitEmail: () => Promise.resolve("nora@acme.example"),
      browserReturn: () => {
        throw new Error("No browser is needed.");
      },
      baseUrl: "https://api.factorialhr.com",
      ...over,
    },
    again,
  );

const METHODS = "Sign In to Factorial";
const KEY_STEP = "Sign In with an API Key";
const TOKEN_STEP = "Sign In with an Access Token";
const WHO = "Who Are You?";

describe("by API key", () => {
  it("asks who the person is, with git's e-mail as a suggestion only", async () => {
    const ui = person(
      [METHODS, choose("API Key")],
      [KEY_STEP, type(["", /Paste/], ["  ", /Paste/], ["eyJ…", /Copy it again/], ` "Bearer ${KEY}"\n`)],
      [
        WHO,
        async (step) => {
          const rows = await step.rows(none);
          expect(rows.map(({ label, suggested }) => [label, suggested === true])).toEqual([
            ["Nora Vidal", true],
            ["Ivo Petrov", false],
            ["$(circle-slash) None of These", false],
          ]);
          expect(rows[0]?.description).toBe("Nora@Acme.example · suggested, as your git e-mail");
          return rows[1]?.value;
        },
      ],
    );
    const account = await start(ui);
    ui.done();
    expect(account).toMatchObject({
      method: "api-key",
      employee: { id: "8", fullName: "Ivo Petrov" },
      askedWho: true,
    });
    expect(await window.accounts.activeAccount()).toEqual(account);
    expect(await window.accounts.credentialsFor({ id: account?.id ?? "" }).authorize()).toEqual({
      "x-api-key": KEY,
    });
  });

  it("asks only once for a company, also if the person is none of these", async () => {
    const first = person([METHODS, choose("API Key")], [KEY_STEP, type(KEY)], [WHO, choose("None of These")]);
    expect(await start(first)).toMatchObject({ employee: undefined, askedWho: true });
    const second = person([METHODS, choose("API Key")], [KEY_STEP, type(KEY)]);
    expect(await start(second)).toMatchObject({ employee: undefined, askedWho: true });
    second.done();
  });

  it("says what is wrong, keeps the text, and which method fits", async () => {
    const ui = person(
      [METHODS, choose("API Key")],
      [KEY_STEP, type([TOKEN, /This is an access token/], ["guess", /does not accept this API key/])],
    );
    expect(await start(ui)).toBeUndefined();
    expect(secrets.everything).toEqual({});
  });

  it("shows a failed connection as such", async () => {
    identify = () => Promise.reject(new Error("No connection to Factorial."));
    const ui = person(
      [METHODS, choose("API Key")],
      [KEY_STEP, type([KEY, /^No connection to Factorial\.$/])],
    );
    await start(ui);
  });

  it("goes back from each step to the one before, with what was typed", async () => {
    const ui = person(
      [METHODS, choose("API Key")],
      [KEY_STEP, type(KEY)],
      [WHO, goBack],
      [
        KEY_STEP,
        (step) => {
          expect(step).toMatchObject({ value: KEY, secret: true });
          return goBack(step);
        },
      ],
      [METHODS, choose("Access Token")],
      [TOKEN_STEP, leave],
    );
    expect(await start(ui)).toBeUndefined();
    ui.done();
    expect(secrets.everything).toEqual({});
  });

  it("stores nothing if the person leaves at the last question", async () => {
    await start(person([METHODS, choose("API Key")], [KEY_STEP, type(KEY)], [WHO, leave]));
    expect(secrets.everything).toEqual({});
  });
});

describe("by access token", () => {
  it("takes the employee from the token", async () => {
    const ui = person(
      [METHODS, choose("Access Token")],
      [TOKEN_STEP, type([KEY, /This is an API key/], ["x", /does not accept this token/], TOKEN)],
    );
    expect(await start(ui)).toMatchObject({ method: "token", employee: { id: "7" }, askedWho: false });
    ui.done();
  });

  it("starts at once where a sign-in has ended", async () => {
    const credential = { method: "token", token: "old" } as const;
    const baseUrl = "https://api.factorialhr.com";
    const account = await window.accounts.add({ baseUrl, identity: nora, credential, chosen: undefined });
    const ui = person([TOKEN_STEP, type(TOKEN)]);
    expect(await start(ui, {}, account)).toMatchObject({ id: account.id });
    ui.done();
  });
});

it("to the demo company asks for nothing more", async () => {
  expect(await start(person([METHODS, choose("Demo Company")]))).toMatchObject({ method: "demo" });
});
