import * as vscode from "vscode";
import type { RecordWording } from "../records/wording";
import type { AnyRecord } from "../resources/any-client";
import { ASSET_STATUSES } from "../resources/it-management/it-assets";
import { sentence } from "../resources/row-text";

/** A way to put the records of a list into groups, by what they say. */
export interface Grouping {
  readonly name: string;
  /** Which group a record is in; "" for those that have none. */
  readonly keyOf: (record: AnyRecord) => string;
  readonly labelOf: (key: string, wording: RecordWording) => string;
  /** A codicon's name. */
  readonly icon: string;
  /** The groups that come first, in this order; the others follow by name, and those that have none are last. */
  readonly order?: readonly string[];
  /** The groups that are open at first. */
  readonly open?: readonly string[];
}

export const ARCHIVED = "archived";

export const REVIEWS_BY_STATUS: Grouping = {
  name: "status",
  keyOf: ({ archived, status }) => (archived === true ? ARCHIVED : textOf(status)),
  labelOf: statusLabel,
  icon: "folder",
  order: ["active", "scheduled", "starting", "draft", "finished", ARCHIVED],
  open: ["active"],
};

const BY_MODEL: Grouping = {
  name: "model",
  keyOf: ({ it_asset_model_id: id }) => textOf(id),
  labelOf: (id, wording) => wording.name("itAssetModels", id) || vscode.l10n.t("Without a model"),
  icon: "device-mobile",
};

const BY_OWNER: Grouping = {
  name: "owner",
  keyOf: ({ owner_id: id }) => textOf(id),
  labelOf: (id, wording) => wording.name("employees", id) || vscode.l10n.t("Nobody's"),
  icon: "person",
};

const BY_STATUS: Grouping = {
  name: "status",
  keyOf: ({ status }) => textOf(status),
  labelOf: statusLabel,
  icon: "folder",
  order: ASSET_STATUSES,
};

/** The first is the one that nobody has to choose. */
export const ASSET_GROUPINGS: readonly Grouping[] = [BY_MODEL, BY_OWNER, BY_STATUS];

/** The groups of some records, in their order. */
export function keysOf(
  grouping: Grouping,
  records: readonly AnyRecord[],
  wording: RecordWording,
): readonly string[] {
  const { order = [] } = grouping;
  const rank = (key: string) => {
    if (key === "") return Infinity;
    const place = order.indexOf(key);
    return place === -1 ? order.length : place;
  };
  const label = (key: string) => bucketLabel(grouping, key, wording);
  return [...new Set(records.map(grouping.keyOf))].sort(
    // Infinity less Infinity is no number.
    (a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || label(a).localeCompare(label(b)),
  );
}

/** What a group is called; it is there even where its name cannot be made. */
export function bucketLabel({ labelOf }: Grouping, key: string, wording: RecordWording): string {
  try {
    return labelOf(key, wording);
  } catch {
    return vscode.l10n.t("Without a name");
  }
}

function statusLabel(status: string, wording: RecordWording): string {
  return sentence(wording.word(status) ?? vscode.l10n.t("Without a status"));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
