import * as vscode from "vscode";
import type { RecordRef } from "./record-ref";

export const SCHEME = "factorial";

/** A record's document: one account's view of it, so that no company ever shows another's record. */
export interface Address extends RecordRef {
  readonly accountId: string;
}

/** `factorial:/projects/1201.md?account=…`. Only ids are in it: editors remember addresses, and names may be private. */
export function addressUri({ accountId, resourceName, recordId }: Address): vscode.Uri {
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${resourceName}/${encodeId(recordId)}.md`,
    query: new URLSearchParams({ account: accountId }).toString(),
  });
}

/** Undefined for an address that is not one of a record. */
export function readAddress({ path, query }: vscode.Uri): Address | undefined {
  const [, resourceName, encoded] = /^\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
  const recordId = encoded === undefined ? undefined : decodeId(encoded);
  const accountId = new URLSearchParams(query).get("account");
  if (resourceName === undefined || recordId === undefined || accountId === null) return undefined;
  return { accountId, resourceName, recordId };
}

/**
 * A link from one record's document to another's. VS Code resolves it against the document's own address and keeps
 * that one's query, and so the account; it decodes the path once, hence an id that needs it is encoded twice.
 */
export function relativeLink({ resourceName, recordId }: RecordRef): string {
  return `../${resourceName}/${encodeURIComponent(encodeId(recordId))}.md`;
}

/** Finds the links that `relativeLink` wrote. Nobody else's text can look like one: its brackets are escaped. */
const LINK = /(?<=^|\s)\[(?:\\.|[^[\]\\])*\]\(\.\.\/([^/()\s]+)\/([^/()\s]+)\.md\)/gm;

/** Where in a document's text which record is linked to. */
export function linksIn(
  text: string,
): { readonly start: number; readonly end: number; readonly record: RecordRef }[] {
  return [...text.matchAll(LINK)].flatMap((match) => {
    const [whole, resourceName, encoded = ""] = match;
    const once = decodeId(encoded);
    const recordId = once === undefined ? undefined : decodeId(once);
    if (resourceName === undefined || recordId === undefined) return [];
    return [{ start: match.index, end: match.index + whole.length, record: { resourceName, recordId } }];
  });
}

/** Half a surrogate pair has no encoding, and parentheses would end a Markdown link. */
function encodeId(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

function decodeId(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined; // Typed by hand: a percent sign that starts nothing.
  }
}
