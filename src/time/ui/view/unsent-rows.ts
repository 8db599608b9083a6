import * as vscode from "vscode";
import { formatMinutes } from "../../grammar/format";
import type { OpenEntry } from "../../journal/journal-entry";
import { readableDay } from "../readable-day";
import { rowItem, type TimeRow } from "./time-row";

/** The group of what is not on the server, or not known to be; nothing where there is none. */
export function unsentRows(open: readonly OpenEntry[], today: string): TimeRow[] {
  if (open.length === 0) return [];
  const item = rowItem({
    id: "unsent",
    label: vscode.l10n.t("Unsent ({0})", open.length),
    description: vscode.l10n.t("on this machine only"),
    icon: "cloud-upload",
    color: "list.warningForeground",
    context: "group unsent",
    state: "open",
  });
  return [{ item, below: open.map((entry) => unsentRow(entry, today)) }];
}

function unsentRow(open: OpenEntry, today: string): TimeRow {
  const { entry, why = "" } = open;
  const range = entry.range && `${entry.range.from}–${entry.range.to}`;
  const time = [formatMinutes(entry.minutes), range, readableDay(entry.day, today)]
    .filter(Boolean)
    .join(" · ");
  const state = stateInWords(open);
  const item = rowItem({
    id: `unsent/${open.id}`,
    label: nameOfOpen(open),
    description: [time, why === "" ? state : `${state}: ${why}`].join(" · "),
    icon: ICONS[open.state],
    context: `part unsent ${open.kind} ${open.state}`,
    tooltip: [nameOfOpen(open), time, entry.comment, "", state, why]
      .filter((line) => line !== undefined)
      .join("\n"),
  });
  item.accessibilityInformation = { label: [nameOfOpen(open), time, state, why].filter(Boolean).join(", ") };
  return { item, below: [], openId: open.id };
}

const ICONS: Readonly<Record<OpenEntry["state"], string>> = {
  draft: "edit",
  writing: "sync",
  half: "warning",
  unknown: "question",
  "not-saved": "circle-slash",
};

/** What it is about: `ACME / API`, and what was to be done where that was not logging it. */
export function nameOfOpen({ kind, name }: OpenEntry): string {
  switch (kind) {
    case "log":
      return name;
    case "change":
      return vscode.l10n.t("Change to {0}", name);
    case "remove":
      return vscode.l10n.t("Delete {0}", name);
  }
}

export function stateInWords({ state, kind, missing }: OpenEntry): string {
  switch (state) {
    case "draft":
      return vscode.l10n.t("not sent yet");
    case "writing":
      return vscode.l10n.t("being sent");
    case "unknown":
      return vscode.l10n.t("nobody knows whether it was saved");
    case "not-saved":
      return kind === "remove" ? vscode.l10n.t("not deleted") : vscode.l10n.t("not saved");
    case "half":
      return halfInWords(missing);
  }
}

function halfInWords(missing: OpenEntry["missing"]): string {
  switch (missing) {
    case "comment":
      return vscode.l10n.t("saved without its comment");
    case "removal":
      return vscode.l10n.t("saved, but the old entry is still there");
    case "record":
    case "shift":
    case undefined:
      return vscode.l10n.t("the shift is saved, its project not");
  }
}
