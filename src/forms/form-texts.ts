import * as vscode from "vscode";
import type { FormTexts } from "../messages/form";

/** What every form says, in the person's language. */
export function formTexts(): FormTexts {
  return {
    save: vscode.l10n.t("Save"),
    saving: vscode.l10n.t("Saving…"),
    requiredMark: vscode.l10n.t("* must be filled in"),
    required: vscode.l10n.t("This must be filled in."),
    seeFields: vscode.l10n.t("Not saved: see the marked fields."),
    unsaved: vscode.l10n.t("There are changes that are not saved."),
    discard: vscode.l10n.t("Discard"),
    pickDate: vscode.l10n.t("Pick a date"),
    search: vscode.l10n.t("Type to search"),
    searching: vscode.l10n.t("Searching…"),
    nothingFound: vscode.l10n.t("Nothing was found."),
    moreToFind: vscode.l10n.t("There are more: type more of the name."),
    remove: vscode.l10n.t("Remove"),
    moveUp: vscode.l10n.t("Move up"),
    moveDown: vscode.l10n.t("Move down"),
    addSection: vscode.l10n.t("Add a section"),
    addQuestion: vscode.l10n.t("Add a question"),
    addOption: vscode.l10n.t("Add an option"),
    addStep: vscode.l10n.t("Add a step"),
    sectionTitle: vscode.l10n.t("Title of the section"),
    questionTitle: vscode.l10n.t("Question"),
    answerType: vscode.l10n.t("Kind of answer"),
    mandatory: vscode.l10n.t("Must be answered"),
    stepValue: vscode.l10n.t("Value"),
    stepText: vscode.l10n.t("What it stands for"),
    option: vscode.l10n.t("Option"),
    chooseFiles: vscode.l10n.t("Choose files…"),
    conflictTitle: vscode.l10n.t("Changed in Factorial meanwhile: choose what to keep, then save."),
    mine: vscode.l10n.t("Typed here"),
    theirs: vscode.l10n.t("In Factorial now"),
    keepMine: vscode.l10n.t("Keep mine"),
    takeTheirs: vscode.l10n.t("Take theirs"),
  };
}
