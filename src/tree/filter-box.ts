import * as vscode from "vscode";
import type { Resource } from "../api/resource";
import { rowOf } from "../records/session-wording";
import { resourceNamed } from "../resources/any-client";
import type { Session } from "../session/session";
import { filterWords, type FilterKind, type Filters, type FilterValue } from "./filters";

export interface FilterQuestion {
  readonly title: string;
  readonly kinds: readonly FilterKind[];
  /** What is filtered by now. */
  readonly filters: Filters;
}

/** Asks what a view is to be filtered by, and for which value. Undefined where the person went away. */
export async function askFilter(
  session: Session,
  { title, kinds, filters }: FilterQuestion,
): Promise<{ readonly input: string; readonly value: FilterValue } | undefined> {
  const kind = await askKind(title, kinds, filters);
  const value = kind && (await askValue(session, title, kind, filters.get(kind.input)));
  return kind && value && { input: kind.input, value };
}

async function askKind(
  title: string,
  kinds: readonly FilterKind[],
  filters: Filters,
): Promise<FilterKind | undefined> {
  const [only, another] = kinds;
  if (!another) return only;
  const items = kinds.map((kind) => ({
    label: kind.label,
    description: filterWords([kind], filters),
    filter: kind,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t("What to filter by"),
  });
  return chosen?.filter;
}

async function askValue(
  session: Session,
  title: string,
  { label, value }: FilterKind,
  now: FilterValue | undefined,
): Promise<FilterValue | undefined> {
  switch (value.from) {
    case "text": {
      const { prompt } = value;
      const text = await vscode.window.showInputBox({ title, prompt, value: now?.value ?? "" });
      return text === undefined ? undefined : { value: text.trim(), label: text.trim() };
    }
    case "choices":
      return vscode.window.showQuickPick(value.choices, { title, placeHolder: label });
    case "records": {
      const resource = resourceNamed(value.resourceName);
      return resource && askRecord(session, resource, title, label);
    }
  }
}

async function askRecord(
  session: Session,
  resource: Resource,
  title: string,
  placeholder: string,
): Promise<FilterValue | undefined> {
  // Loaded when first used: few filters are of this kind.
  const { pickRecords } = await import("../actions/targets/record-picker");
  const picked = await pickRecords(
    { title, canGoBack: false },
    {
      session,
      resource,
      offers: () => true,
      many: false,
      chosen: [],
      placeholder,
      empty: vscode.l10n.t("Nothing to choose from."),
    },
  );
  // Without the button for it, nobody goes back.
  const [record] = typeof picked === "object" ? picked.records : [];
  return record && { value: record.id, label: rowOf(session, resource, record).label };
}
