import * as vscode from "vscode";
import { oneLine } from "../../../records/plain-text";
import type { LoggedTime } from "../../entry";

/** A row of the Time view, with all that is below it: a week is little enough to be drawn at once. */
export interface TimeRow {
  readonly item: vscode.TreeItem;
  readonly below: readonly TimeRow[];
  /** What Log Time starts with when it is run on the row. */
  readonly logText?: string;
  /** What the server holds, on the row of an entry. */
  readonly logged?: LoggedTime;
  /** The journal's id, on the row of an entry that is not sent. */
  readonly openId?: string;
  /** The record behind the row, as Show Details and Copy Id name it. */
  readonly resourceName?: string;
  readonly recordId?: string;
}

export interface RowLook {
  /** Unique in the view. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly color?: string | undefined;
  /** What menus go by; `group …` and `part …` are rows that stand for no record. */
  readonly context: string;
  readonly state?: "open" | "closed";
  /** More than fits in a line; never Markdown, as it has names and comments in it. */
  readonly tooltip?: string;
}

export function rowItem(look: RowLook): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const collapsible = look.state === undefined ? None : look.state === "open" ? Expanded : Collapsed;
  const item = new vscode.TreeItem(oneLine(look.label), collapsible);
  item.id = look.id;
  item.description = look.description;
  item.iconPath = new vscode.ThemeIcon(
    look.icon,
    look.color === undefined ? undefined : new vscode.ThemeColor(look.color),
  );
  item.contextValue = look.context;
  item.tooltip = look.tooltip ?? [look.label, look.description].filter(Boolean).join("\n");
  item.accessibilityInformation = { label: [look.label, look.description].filter(Boolean).join(", ") };
  return item;
}

/** Whether what a command was given is one of the rows. */
export function isTimeRow(value: unknown): value is TimeRow {
  return typeof value === "object" && value !== null && "item" in value && "below" in value;
}
