import * as vscode from "vscode";
import type { FactorialError } from "../api/errors";
import type { Part, Resource } from "../api/resource";
import type { ApiVersion } from "../api/versions";
import { describeError } from "../commands/error-messages";
import type { AnyRecord } from "../resources/any-client";
import { sentence } from "../resources/row-text";
import { apiPath } from "./api-path";
import { fieldBlocks } from "./field-blocks";
import { code, heading, inline, item, labelled, page, paragraph } from "./markdown";
import { partBlocks } from "./part-blocks";
import type { RecordRef } from "./record-ref";
import type { Scene } from "./scene";

export interface RecordDocument {
  readonly ref: RecordRef;
  readonly resource: Resource;
  readonly record: AnyRecord;
  /** Records of other resources that are read with it. */
  readonly also: readonly AlsoSection[];
  /** Why the record, or the names in it, are not of now. */
  readonly stale: readonly FactorialError[];
  readonly version: ApiVersion;
}

export interface AlsoSection {
  readonly heading: string;
  readonly resource: Resource;
  readonly records: readonly AnyRecord[];
  readonly problem?: FactorialError | undefined;
}

/** A record in words: what it is called, its fields, what it consists of, and what else belongs to it. */
export function recordDocument(document: RecordDocument, scene: Scene): string {
  const { ref, resource, record, also, stale } = document;
  const { wording } = scene;
  const row = wording.row(resource, record);
  const status = row.status ?? (typeof record.status === "string" ? wording.word(record.status) : undefined);
  const fields = fieldBlocks(resource, record, scene, ref);
  return page([
    heading(1, row.label),
    paragraph([sentence(wording.text(resource.names.one)), status].filter(Boolean).join(" · ")),
    ...stale.map((error) => labelled(vscode.l10n.t("Not up to date"), inline(describeError(error).message))),
    ...fields.blocks,
    ...partBlocks(partsOf(resource, record, scene), 2),
    ...also.flatMap((section) => alsoBlocks(section, scene, ref)),
    ...developerBlocks(document, fields.ids),
  ]);
}

function partsOf(resource: Resource, record: AnyRecord, { wording }: Scene): readonly Part[] {
  // The record came from the list that this resource declares.
  return resource.parts?.(record, wording) ?? [];
}

function alsoBlocks(
  { heading: title, resource, records, problem }: AlsoSection,
  scene: Scene,
  ref: RecordRef,
): string[] {
  if (problem) return [heading(2, title), paragraph(describeError(problem).message)];
  const several = records.length > 1;
  const blocks = records.flatMap((record) => [
    ...(several ? [heading(3, scene.wording.row(resource, record).label)] : []),
    ...fieldBlocks(resource, record, scene, ref).blocks,
    ...partBlocks(partsOf(resource, record, scene), several ? 4 : 3),
  ]);
  return [heading(2, title), ...(blocks.length > 0 ? blocks : [paragraph(vscode.l10n.t("Nothing yet."))])];
}

function developerBlocks({ ref, resource, version }: RecordDocument, ids: readonly string[]): string[] {
  return [
    heading(2, vscode.l10n.t("For developers")),
    [
      item(labelled(vscode.l10n.t("ID"), code(ref.recordId))),
      ...ids,
      item(labelled(vscode.l10n.t("API path"), code(apiPath(resource, ref.recordId, version)))),
    ].join("\n"),
  ];
}
