import * as vscode from "vscode";
import * as z from "zod";
import type { Resource } from "../api/resource";
import type { AnyRecord } from "../resources/any-client";
import { ASSET_TYPE_NAMES } from "../resources/it-management/it-asset-models";
import { wordOf } from "../records/field-meaning";

/** Something that a view's main list can be narrowed by. The server does it, so that nothing is missed. */
export interface FilterKind {
  /** The list's input that takes the value. */
  readonly input: string;
  /** What a person chooses it by: "Owner". */
  readonly label: string;
  readonly value:
    | { readonly from: "text"; readonly prompt: string }
    /** Records of this resource, by their id. */
    | { readonly from: "records"; readonly resourceName: string }
    | { readonly from: "choices"; readonly choices: readonly { value: string; label: string }[] };
  /**
   * Whether a record that was just written would be found; without it, none is taken in before the list is fetched
   * again.
   */
  readonly finds?: (record: AnyRecord, value: string) => boolean;
}

/** A value that was chosen, with what it is called. */
export interface FilterValue {
  readonly value: string;
  readonly label: string;
}

/** By the name of the input. */
export type Filters = ReadonlyMap<string, FilterValue>;

export function projectFilters(): FilterKind[] {
  const prompt = vscode.l10n.t(
    "Part of a project's name or code. Factorial searches all projects, not only those shown.",
  );
  return [
    {
      input: "name_or_code",
      label: vscode.l10n.t("Name or code"),
      value: { from: "text", prompt },
      finds: ({ name, code }, text) => has(name, text) || has(code, text),
    },
  ];
}

export function reviewFilters(): FilterKind[] {
  return [
    {
      input: "search",
      label: vscode.l10n.t("Name"),
      value: { from: "text", prompt: vscode.l10n.t("Part of a review process's name.") },
      finds: ({ name }, text) => has(name, text),
    },
  ];
}

export function assetFilters(): FilterKind[] {
  return [
    {
      input: "serial_numbers",
      label: vscode.l10n.t("Serial number"),
      value: { from: "text", prompt: vscode.l10n.t("The whole serial number.") },
      finds: ({ serial_number: serial }, text) => serial === text,
    },
    byRecord("owner_ids", vscode.l10n.t("Owner"), "employees", "owner_id"),
    byRecord("team_ids", vscode.l10n.t("Team"), "teams", "team_id"),
    byRecord("workplace_ids", vscode.l10n.t("Workplace"), "locations", "workplace_id"),
    {
      input: "type_names",
      label: vscode.l10n.t("Type"),
      value: {
        from: "choices",
        choices: ASSET_TYPE_NAMES.map((value) => ({ value, label: vscode.l10n.t(wordOf(value)) })),
      },
    },
  ];
}

export function companyFilters(): FilterKind[] {
  return [byRecord("employee_ids", vscode.l10n.t("Person"), "employees", "attachable_id")];
}

/** The part of the filters that a list takes, as its input. */
export function filterInput(resource: Resource, filters: Filters): Readonly<Record<string, unknown>> {
  const taken: Readonly<Record<string, unknown>> = resource.operations.list?.input.shape ?? {};
  return Object.fromEntries(
    [...filters]
      .filter(([input]) => input in taken)
      .map(([input, { value }]) => [input, takesList(resource, input) ? [value] : value]),
  );
}

/** Whether a list's filter takes several values. */
export function takesList(resource: Resource, filter: string): boolean {
  const shape: Readonly<Record<string, z.core.$ZodType | undefined>> | undefined =
    resource.operations.list?.input.shape;
  let schema = shape?.[filter];
  while (schema instanceof z.ZodOptional) schema = schema.unwrap();
  return schema instanceof z.ZodArray;
}

/** What is shown, in words: “umbra”, or "Owner: Nora Vidal · Type: laptop" where there are several kinds. */
export function filterWords(kinds: readonly FilterKind[], filters: Filters): string {
  return kinds
    .flatMap(({ input, label, value }) => {
      const chosen = filters.get(input);
      if (!chosen) return [];
      const words = value.from === "text" ? `“${chosen.label}”` : chosen.label;
      return [kinds.length === 1 ? words : `${label}: ${words}`];
    })
    .join(" · ");
}

function byRecord(input: string, label: string, resourceName: string, field: string): FilterKind {
  return {
    input,
    label,
    value: { from: "records", resourceName },
    finds: (record, id) => record[field] === id,
  };
}

function has(text: unknown, part: string): boolean {
  return typeof text === "string" && text.toLowerCase().includes(part.toLowerCase());
}
