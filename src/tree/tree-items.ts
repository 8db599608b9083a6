import * as vscode from "vscode";
import type { UnreadableRecord } from "../api/page";
import type { Part, Resource, Row } from "../api/resource";
import { describeError } from "../commands/error-messages";
import { oneLine } from "../records/plain-text";
import type { Branch } from "./branch";

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** A row without a sign could not be seen. */
const NOTHING = "–";

export interface RecordLook {
  readonly row: Row;
  /** Undefined where no command works on it. */
  readonly context: string | undefined;
  readonly isLeaf: boolean;
  /** Something is being done with it. */
  readonly busy: boolean;
}

/** The tooltip is made when somebody points at the row. */
export function recordItem(resource: Resource, { row, context, isLeaf, busy }: RecordLook): vscode.TreeItem {
  const label = oneLine(row.label) || NOTHING;
  const description = oneLine(row.description ?? "");
  const item = new vscode.TreeItem(label, isLeaf ? None : Collapsed);
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(busy ? "loading~spin" : (row.icon ?? resource.icon));
  if (context !== undefined) item.contextValue = context;
  // The description often has the status already, and nobody wants to hear it twice.
  const status = row.status !== undefined && !description.includes(row.status) ? oneLine(row.status) : "";
  item.accessibilityInformation = {
    label: [vscode.l10n.t(resource.names.one), label, status, description].filter(Boolean).join(", "),
  };
  return item;
}

export function groupItem({ facts: { label, icon, context } }: Branch): vscode.TreeItem {
  const item = new vscode.TreeItem(label, Collapsed);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = context;
  return item;
}

export function bucketItem(label: string, icon: string, count: string, isOpen: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(oneLine(label) || NOTHING, isOpen ? Expanded : Collapsed);
  item.description = count;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = "group";
  return item;
}

export function partItem({ label, description, icon, parts = [] }: Part): vscode.TreeItem {
  const item = new vscode.TreeItem(oneLine(label) || NOTHING, parts.length > 0 ? Collapsed : None);
  item.description = oneLine(description ?? "");
  // Answers are longer than a row is wide. A text, not Markdown: it is what somebody wrote.
  item.tooltip = [label, description].filter(Boolean).join("\n");
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = "part";
  return item;
}

export function unreadableItem({ problems }: UnreadableRecord): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("A record that cannot be read"));
  item.description = oneLine(problems.join("; "));
  item.tooltip = item.description;
  item.iconPath = new vscode.ThemeIcon("warning");
  return item;
}

/** What can be done comes first: the reason is often longer than the view is wide. */
export function errorItem(branch: Branch): vscode.TreeItem {
  const retry = vscode.l10n.t("Try Again");
  const reason = branch.error ? describeError(branch.error).message : "";
  const item = new vscode.TreeItem(retry);
  item.description = oneLine(reason);
  item.tooltip = reason;
  item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("errorForeground"));
  item.command = { command: "factorial.retry", title: retry, arguments: [branch] };
  item.contextValue = "error";
  item.accessibilityInformation = { label: `${reason} ${retry}`, role: "button" };
  return item;
}

export function moreItem(branch: Branch): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("Load more…"));
  item.iconPath = new vscode.ThemeIcon("ellipsis");
  item.command = { command: "factorial.loadMore", title: "", arguments: [branch] };
  return item;
}

export function emptyItem(text: string): vscode.TreeItem {
  return new vscode.TreeItem(text);
}
