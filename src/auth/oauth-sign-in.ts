import * as vscode from "vscode";
import { errorFromFailure, FactorialError } from "../api/errors";
import { Authorization, pastedCallback } from "./authorization";
import type { BrowserReturn } from "./browser-return";
import { PortBusy } from "./loopback";
import { exchangeCode, OAuthRefusal, type OAuthTokens } from "./oauth";
import { cleanSecret } from "./pasted-secret";
import { BACK, type Answer } from "../commands/step";
import type { SignInUi } from "./sign-in-ui";
import { pastedProblem } from "./texts";

export interface OAuthKeys {
  readonly clientId: string;
  readonly clientSecret: string;
}

const MINUTES_TO_ANSWER = 5;

/**
 * Client id, client secret, browser. What was typed stays when a later step fails or is gone back from.
 *
 * @param known the keys of an earlier sign-in: the browser opens at once
 * @param use does what comes after the tokens; if it fails, the person can try again
 */
export async function oauthSteps<T>(
  ui: SignInUi,
  back: BrowserReturn,
  baseUrl: string,
  known: OAuthKeys | undefined,
  use: (keys: OAuthKeys, tokens: OAuthTokens) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  let { clientId, clientSecret } = known ?? { clientId: "", clientSecret: "" };
  let step: "id" | "secret" | "browser" = known ? "browser" : "id";
  let problem: string | undefined;
  for (;;) {
    if (step === "id") {
      const answer = await askClientId(ui, { baseUrl, redirectUri: back.redirectUri }, clientId);
      if (answer === BACK || answer === undefined) return answer;
      clientId = cleanSecret(answer);
      step = "secret";
    } else if (step === "secret") {
      const answer = await askClientSecret(ui, clientSecret, problem);
      problem = undefined;
      if (answer === undefined) return undefined;
      if (answer !== BACK) clientSecret = cleanSecret(answer);
      step = answer === BACK ? "id" : "browser";
    } else {
      const keys = { clientId, clientSecret };
      try {
        const tokens = await askBrowser(ui, back, baseUrl, keys);
        const result = tokens === BACK || tokens === undefined ? tokens : await use(keys, tokens);
        if (result !== BACK) return result;
      } catch (error) {
        problem = problemText(error);
      }
      step = "secret";
    }
  }
}

function askClientId(
  ui: SignInUi,
  { baseUrl, redirectUri }: { readonly baseUrl: string; readonly redirectUri: string },
  value: string,
): Promise<Answer<string>> {
  const copy = {
    icon: "copy",
    tooltip: vscode.l10n.t("Copy the Redirect URI"),
    run: () => void vscode.env.clipboard.writeText(redirectUri),
  };
  return ui.ask({
    title: vscode.l10n.t("Sign In with Your Company's OAuth App"),
    step: 1,
    totalSteps: 3,
    canGoBack: true,
    prompt: vscode.l10n.t(
      "Client id of the app, made at {0}. Its redirect URI must be {1}",
      `${baseUrl}/oauth/applications`,
      redirectUri,
    ),
    placeholder: vscode.l10n.t("Client id"),
    value,
    secret: false,
    actions: [copy],
    check: (text) => Promise.resolve(pastedProblem(text, vscode.l10n.t("Paste the client id of your app."))),
  });
}

function askClientSecret(ui: SignInUi, value: string, problem: string | undefined): Promise<Answer<string>> {
  return ui.ask({
    title: vscode.l10n.t("Sign In with Your Company's OAuth App"),
    step: 2,
    totalSteps: 3,
    canGoBack: true,
    prompt: vscode.l10n.t("Client secret of the app. It stays in the secret storage of this machine."),
    placeholder: vscode.l10n.t("Client secret"),
    value,
    problem,
    secret: true,
    check: (text) =>
      Promise.resolve(pastedProblem(text, vscode.l10n.t("Paste the client secret of your app."))),
  });
}

async function askBrowser(
  ui: SignInUi,
  back: BrowserReturn,
  baseUrl: string,
  keys: OAuthKeys,
): Promise<Answer<OAuthTokens>> {
  const app = { ...keys, baseUrl, redirectUri: back.redirectUri };
  const authorization = new Authorization(app);
  const gone = new AbortController();
  const listening = await back.listen((query) => authorization.receive(query));
  const timer = setTimeout(() => {
    authorization.cancel(new FactorialError("unavailable", "The browser did not come back in time."));
  }, MINUTES_TO_ANSWER * 60_000);
  const open = () => void vscode.env.openExternal(vscode.Uri.parse(authorization.url, true));
  const until = authorization.code.then((code) => exchangeCode(app, code, gone.signal));
  until.catch(() => undefined); // somebody who has left is told nothing
  try {
    open();
    return await ui.wait<OAuthTokens>({
      title: vscode.l10n.t("Waiting for Your Browser"),
      step: 3,
      totalSteps: 3,
      canGoBack: true,
      prompt: vscode.l10n.t(
        "Allow access in the browser. If it stops at a page that cannot be reached, paste that page's address here.",
      ),
      placeholder: vscode.l10n.t("Address of the page, only if you are not taken back here"),
      actions: [{ icon: "link-external", tooltip: vscode.l10n.t("Open the Browser Again"), run: open }],
      until,
      pasted: (text) => pasteProblem(authorization, text),
    });
  } finally {
    clearTimeout(timer);
    gone.abort();
    authorization.cancel();
    await listening.close();
  }
}

function pasteProblem(authorization: Authorization, text: string): string | undefined {
  const query = pastedCallback(text);
  if (!query) return vscode.l10n.t("Paste the whole address, from http to its end.");
  return authorization.receive(query) === "foreign"
    ? vscode.l10n.t("This address answers another sign-in than the one under way. Open the browser again.")
    : undefined;
}

function problemText(error: unknown): string {
  if (error instanceof PortBusy) {
    return vscode.l10n.t(
      "Port {0} is in use by another program, perhaps by a sign-in in another window. Close it, or choose another port in the setting factorial.oauthPort and in the app's redirect URI.",
      error.port,
    );
  }
  if (error instanceof OAuthRefusal) return refusalText(error);
  if (error instanceof FactorialError) return error.message;
  const options = { isWrite: false, cancelled: false, timedOut: false, timeoutSeconds: 0 };
  return errorFromFailure(error, options).message;
}

function refusalText({ code, message }: OAuthRefusal): string {
  switch (code) {
    case "access_denied":
      return vscode.l10n.t("You did not allow access in the browser. Press Enter to try again.");
    case "invalid_client":
    case "unauthorized_client":
      return vscode.l10n.t("Factorial does not accept this client id with this client secret.");
    case "invalid_grant":
      return vscode.l10n.t(
        "Factorial does not accept the browser's answer: it came too late, or the app's redirect URI is another one. Press Enter to try again.",
      );
    default:
      return message;
  }
}
