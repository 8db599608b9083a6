import * as vscode from "vscode";
import { showInformation } from "../commands/messages";

/** Where people work with a company that the API has at a host. Others are not known, and none is guessed. */
const WEB_APPS: Readonly<Record<string, string>> = {
  "api.factorialhr.com": "https://app.factorialhr.com",
  "api.demo.factorial.dev": "https://app.demo.factorial.dev",
};

/** Opens the web app's first page: which address a record has there is nowhere written down. */
export async function openWebApp(accountId: string): Promise<void> {
  const host = hostOf(accountId);
  const address = Object.hasOwn(WEB_APPS, host) ? WEB_APPS[host] : undefined;
  if (address !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(address));
  } else if (host === "demo" || /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)) {
    void showInformation(vscode.l10n.t("The demo company runs on your own machine and has no web app."));
  } else {
    void showInformation(vscode.l10n.t("Where the web app of {0} is, is not known.", host));
  }
}

/** An account's id begins with the host that it is signed in to, `demo` for the demo company. */
function hostOf(accountId: string): string {
  const [host = ""] = accountId.split("/");
  try {
    return decodeURIComponent(host);
  } catch {
    return host; // Not written by accountId(): no address is known for it either.
  }
}
