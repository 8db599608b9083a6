import * as vscode from "vscode";
import type { Credentials } from "../api/credentials";
import { isRefusal, plainCredentials } from "./account-credentials";
import type { Identify } from "./accounts-parts";
import { cleanSecret } from "./pasted-secret";
import type { Identity } from "./stored-account";
import { BACK, type Answer } from "../commands/step";
import type { SignInUi } from "./sign-in-ui";
import { pastedProblem } from "./texts";

export type SecretCredential =
  { readonly method: "api-key"; readonly key: string } | { readonly method: "token"; readonly token: string };

/** One pasted secret, asked for until Factorial knows whose it is, or the person leaves. */
export async function secretStep<T>(
  ui: SignInUi,
  method: SecretCredential["method"],
  baseUrl: string,
  identify: Identify,
  use: (credential: SecretCredential, identity: Identity) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  let value = "";
  for (;;) {
    let identity: Identity | undefined;
    const answer = await ui.ask({
      ...texts(method),
      canGoBack: true,
      value,
      secret: true,
      check: async (text, signal) => {
        const problem = pastedProblem(text, texts(method).whenEmpty);
        if (problem !== undefined) return problem;
        const credential = secretCredential(method, cleanSecret(text));
        try {
          identity = await identify(baseUrl, plainCredentials(credential), signal);
          return undefined;
        } catch (error) {
          if (!isRefusal(error)) return error instanceof Error ? error.message : String(error);
          return refusalText(method, await fitsOther(method, cleanSecret(text), baseUrl, identify, signal));
        }
      },
    });
    if (answer === BACK || answer === undefined) return answer;
    value = answer;
    if (!identity) continue;
    const result = await use(secretCredential(method, cleanSecret(answer)), identity);
    if (result !== BACK) return result;
  }
}

function secretCredential(method: SecretCredential["method"], secret: string): SecretCredential {
  return method === "api-key" ? { method, key: secret } : { method, token: secret };
}

/** An API key looks like a token, and is refused as one: whether it is one can only be tried, at the same host. */
async function fitsOther(
  method: SecretCredential["method"],
  secret: string,
  baseUrl: string,
  identify: Identify,
  signal: AbortSignal,
): Promise<boolean> {
  const other: Credentials = plainCredentials(
    secretCredential(method === "token" ? "api-key" : "token", secret),
  );
  try {
    await identify(baseUrl, other, signal);
    return true;
  } catch {
    return false; // whatever it is, the first refusal is what the person is told of
  }
}

function texts(method: SecretCredential["method"]) {
  return method === "api-key"
    ? {
        title: vscode.l10n.t("Sign In with an API Key"),
        prompt: vscode.l10n.t(
          "API key of your company, made by an administrator. It gives full access, and stays in the secret storage of this machine.",
        ),
        placeholder: vscode.l10n.t("API key"),
        whenEmpty: vscode.l10n.t("Paste the API key."),
      }
    : {
        title: vscode.l10n.t("Sign In with an Access Token"),
        prompt: vscode.l10n.t(
          "OAuth access token. It is not renewed: it ends when Factorial says so, usually after an hour.",
        ),
        placeholder: vscode.l10n.t("Access token"),
        whenEmpty: vscode.l10n.t("Paste the access token."),
      };
}

function refusalText(method: SecretCredential["method"], fitsTheOther: boolean): string {
  if (method === "api-key") {
    return fitsTheOther
      ? vscode.l10n.t("This is an access token. Go back, and choose Access Token.")
      : vscode.l10n.t(
          "Factorial does not accept this API key. If it is a token, go back and choose Access Token.",
        );
  }
  return fitsTheOther
    ? vscode.l10n.t("This is an API key. Go back, and choose API Key.")
    : vscode.l10n.t(
        "Factorial does not accept this token; it may have ended. If it is an API key, go back and choose API Key.",
      );
}
