import * as vscode from "vscode";
import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { Resource } from "../api/resource";
import { companyCurrency } from "../records/company-currency";
import { fieldLines, type FieldLine } from "../records/field-values";
import { nameWhatIsIn, wordingOf } from "../records/session-wording";
import type { AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import { escapeMarkdown } from "./plain-text";

/** A tooltip is read at a glance; the rest is for the details. */
const MOST_LINES = 12;

/** What a record says, for whoever points at its row. Names that are not known yet are fetched now. */
export async function recordTooltip(
  session: Session,
  resource: Resource,
  record: AnyRecord,
  title: string,
  options: CallOptions,
): Promise<vscode.MarkdownString> {
  try {
    await nameWhatIsIn(session, (wording) => void fieldLines(resource, record, wording), options);
  } catch (error) {
    // The rest of it can be said without names.
    if (!(error instanceof FactorialError)) throw error;
  }
  const currency = companyCurrency(session.store, record.legal_entity_id);
  const lines = fieldLines(resource, record, wordingOf(session), currency).filter(
    (line) => saysSomething(line, title) && !isNested(record[line.name]),
  );
  const written = lines.slice(0, MOST_LINES).map(({ label, text }) => {
    return `**${escapeMarkdown(label)}:** ${escapeMarkdown(text)}`;
  });
  if (lines.length > MOST_LINES) written.push("…");
  const markdown = new vscode.MarkdownString(
    [`**${escapeMarkdown(title)}**`, written.join("  \n")].join("\n\n"),
  );
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

/** What has fields of its own is too much for a glance. */
function isNested(value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some((each) => typeof each === "object" && each !== null);
}

/** An id that names nothing is for machines, and the title is said already. */
function saysSomething({ name, text, link }: FieldLine, title: string): boolean {
  if (text === title) return false;
  return link !== undefined || !/(^|_)(ids?|uuid)$/.test(name);
}
