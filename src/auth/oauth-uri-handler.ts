import * as vscode from "vscode";
import { showWarning } from "../commands/messages";
import type { Disposable } from "../store/emitter";
import type { CallbackOutcome } from "./authorization";

export const URI_PATH = "/oauth";

/** Receives the editor's own links (`vscode://…/oauth`); VS Code allows one handler an extension. */
export class OAuthUriHandler implements vscode.UriHandler {
  #receive: ((query: URLSearchParams) => CallbackOutcome) | undefined;

  handleUri(uri: Pick<vscode.Uri, "path" | "query">): void {
    if (uri.path !== URI_PATH) return;
    // VS Code has decoded the query once; codes and our states have no character that a second time would change.
    const outcome = this.#receive?.(new URLSearchParams(uri.query)) ?? "foreign";
    if (outcome === "foreign") {
      void showWarning(
        vscode.l10n.t("A Factorial sign-in came in that this window did not ask for. It was ignored."),
      );
    }
  }

  listen(receive: (query: URLSearchParams) => CallbackOutcome): Disposable {
    this.#receive = receive;
    return {
      dispose: () => {
        if (this.#receive === receive) this.#receive = undefined;
      },
    };
  }
}
