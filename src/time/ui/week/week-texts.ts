import * as vscode from "vscode";
import type { WeekTexts } from "../../../messages/week";

/** What the page says by itself, in the person's language. */
export function weekTexts(): WeekTexts {
  return {
    save: vscode.l10n.t("Save…"),
    saving: vscode.l10n.t("Saving…"),
    discard: vscode.l10n.t("Discard"),
    previousWeek: vscode.l10n.t("‹ Previous"),
    thisWeek: vscode.l10n.t("This Week"),
    nextWeek: vscode.l10n.t("Next ›"),
    readAgain: vscode.l10n.t("Read Again"),
    addRow: vscode.l10n.t("Add Row…"),
    copyLastWeek: vscode.l10n.t("Copy Last Week's Rows"),
    fillFromPlan: vscode.l10n.t("Fill from Plan"),
    fillFromCommits: vscode.l10n.t("Fill from Commits"),
    month: vscode.l10n.t("Month"),
    exportMonth: vscode.l10n.t("Export as CSV…"),
    project: vscode.l10n.t("Project"),
    total: vscode.l10n.t("Total"),
    logged: vscode.l10n.t("Logged"),
    planned: vscode.l10n.t("Planned until today"),
    byProject: vscode.l10n.t("By project"),
    byWeek: vscode.l10n.t("By week"),
    empty: vscode.l10n.t("Nothing is logged in this week. Add a row, or copy those of last week."),
    unsaved: vscode.l10n.t("Not saved yet: {0}", "{0}"),
    keys: vscode.l10n.t("Type 1h30, 90m or 1.5h, and #comment after it. Enter edits, Escape takes back."),
    suggestions: vscode.l10n.t("What your commits suggest"),
    accept: vscode.l10n.t("Accept"),
    acceptInto: vscode.l10n.t("Row"),
    close: vscode.l10n.t("Close"),
    closedCells: vscode.l10n.t("Cells that take nothing were left out: {0}", "{0}"),
  };
}
