import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import type { Resource } from "../api/resource";
import { describeError } from "../commands/error-messages";
import { heading, page, paragraph } from "./markdown";

/** A document that says why there is no record in it, and what to do. */
function saying(title: string, ...sentences: string[]): string {
  return page([heading(1, title), ...sentences.map(paragraph)]);
}

/** What failed, the server's words, and what to do. */
export function failedDocument(resource: Resource, error: unknown): string {
  const title = vscode.l10n.t("This {0} cannot be shown", vscode.l10n.t(resource.names.one));
  return saying(title, describeError(error).message, remedy(error));
}

export function noWayDocument(resource: Resource): string {
  return saying(
    vscode.l10n.t("This {0} cannot be shown", vscode.l10n.t(resource.names.one)),
    noWayText(resource),
  );
}

export function noWayText(resource: Resource): string {
  return vscode.l10n.t(
    "Factorial has no way to ask for one of its {0}. Refresh the view that it is in, and open it from there.",
    vscode.l10n.t(resource.names.many),
  );
}

export function removedDocument(resource: Resource): string {
  return saying(
    vscode.l10n.t("This {0} is gone", vscode.l10n.t(resource.names.one)),
    vscode.l10n.t("It was removed while this document was open."),
  );
}

/** Nothing of the record is said: whoever works here now may not know of it. */
export function otherAccountDocument(isSignedIn: boolean): string {
  return saying(
    vscode.l10n.t("The account of this document is gone"),
    isSignedIn
      ? vscode.l10n.t("It is of another Factorial account than the one that this window works with.")
      : vscode.l10n.t("This window is not signed in to the Factorial account that it is of."),
  );
}

export function nowhereDocument(): string {
  return saying(
    vscode.l10n.t("Nothing here"),
    vscode.l10n.t("This address names nothing in Factorial. Open records from Factorial's views."),
  );
}

function remedy(error: unknown): string {
  if (!(error instanceof FactorialError)) return vscode.l10n.t("Open it again to try once more.");
  switch (error.kind) {
    case "sign-in":
      return vscode.l10n.t("Sign in with “Factorial: Sign In…”, and open it again.");
    case "permission":
      return vscode.l10n.t("Ask your company's Factorial administrator for access, and open it again.");
    case "not-found":
      return vscode.l10n.t("It may have been deleted. Refresh the view that it was in.");
    case "unreadable":
      return vscode.l10n.t("“Factorial: Show Logs” says more. Open it again to try once more.");
    default:
      return vscode.l10n.t("Open it again to try once more.");
  }
}
