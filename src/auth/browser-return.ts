import * as vscode from "vscode";
import type { CallbackOutcome } from "./authorization";
import { DEFAULT_LOOPBACK_PORT, listenOnLoopback, loopbackRedirectUri, type CallbackPage } from "./loopback";
import { URI_PATH, type OAuthUriHandler } from "./oauth-uri-handler";

/** How the browser finds its way back to the editor. */
export interface BrowserReturn {
  /** What the OAuth app's settings at Factorial must say. */
  readonly redirectUri: string;
  /** Begins to listen. @throws PortBusy */
  listen(receive: (query: URLSearchParams) => CallbackOutcome): Promise<{ close(): Promise<void> }>;
}

/**
 * The way back that works in this window. Factorial compares the redirect URI letter by letter with the one in the
 * app's settings, so each way has one that stays; that rules out `env.asExternalUri`, which adds the window's or
 * the request's number.
 *
 * - a window on this machine: a port on 127.0.0.1;
 * - a remote window of a desktop VS Code: the port would open on the other machine, so the editor's own link;
 * - VS Code in a browser: neither reaches us, so the person pastes the address at which the browser has stopped.
 */
export function browserReturn(extensionId: string, links: OAuthUriHandler): BrowserReturn {
  const port = vscode.workspace.getConfiguration("factorial").get("oauthPort", DEFAULT_LOOPBACK_PORT);
  if (vscode.env.uiKind === vscode.UIKind.Web) {
    const nothingToClose = { close: () => Promise.resolve() };
    return { redirectUri: loopbackRedirectUri(port), listen: () => Promise.resolve(nothingToClose) };
  }
  if (vscode.env.remoteName !== undefined) {
    return {
      redirectUri: `${vscode.env.uriScheme}://${extensionId}${URI_PATH}`,
      listen: (receive) => {
        const listening = links.listen(receive);
        return Promise.resolve({
          close: () => {
            listening.dispose();
            return Promise.resolve();
          },
        });
      },
    };
  }
  return {
    redirectUri: loopbackRedirectUri(port),
    listen: (receive) => listenOnLoopback(port, (query) => callbackPage(receive(query))),
  };
}

/** What the person reads in the browser. */
export function callbackPage(outcome: CallbackOutcome): CallbackPage {
  switch (outcome) {
    case "taken":
    case "late":
      return { status: 200, text: vscode.l10n.t("You can close this tab and go back to your editor.") };
    case "refused":
      return { status: 200, text: vscode.l10n.t("Access was not given. Your editor says how to go on.") };
    case "foreign":
      return {
        status: 400,
        text: vscode.l10n.t("Your editor did not ask for this sign-in. It was ignored."),
      };
  }
}
