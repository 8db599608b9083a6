import * as vscode from "vscode";
import { showInformation } from "../commands/messages";
import { resourceNamed } from "../resources/any-client";
import type { Session } from "../session/session";
import { noWayText } from "./problem-documents";
import { readRecord, storedRecord, type KnownRecord } from "./read-record";
import type { RecordRef } from "./record-ref";

export async function copyIds(records: readonly RecordRef[]): Promise<void> {
  await copy(records.map(({ recordId }) => recordId).join("\n"));
}

/** One record as an object, several as a list: what is known of them, fetched where nothing is. @throws FactorialError */
export async function copyJson(session: Session, records: readonly RecordRef[]): Promise<void> {
  const found: KnownRecord[] = [];
  for (const ref of records) {
    const resource = resourceNamed(ref.resourceName);
    if (!resource) continue;
    const record = storedRecord(session, resource, ref.recordId) ?? (await readRecord(session, ref))?.record;
    if (record) found.push(record);
    else void showInformation(noWayText(resource));
  }
  if (found.length > 0) await copy(JSON.stringify(found.length === 1 ? found[0] : found, null, 2));
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied."), 3000);
}
