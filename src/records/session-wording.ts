import * as vscode from "vscode";
import type { CallOptions } from "../api/client";
import type { Resource, Row } from "../api/resource";
import type { AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import type { NameKind } from "../store/names";
import { RecordWording } from "./wording";

/** Words for the records that a session knows. */
export function wordingOf(
  { names, clock }: Session,
  need?: (kind: NameKind, id: string) => void,
): RecordWording {
  return new RecordWording({
    names,
    clock,
    language: vscode.env.language,
    translate: (text, ...values) => vscode.l10n.t(text, ...values),
    need,
  });
}

/** Fetches, in batches, the names that some words need. @throws FactorialError */
export async function nameWhatIsIn(
  session: Session,
  draw: (wording: RecordWording) => void,
  options: CallOptions = {},
): Promise<void> {
  await session.names.settle((need) => {
    draw(wordingOf(session, need));
  }, options);
}

/** The row of a record that the session knows. */
export function rowOf(session: Session, resource: Resource, record: AnyRecord): Row {
  return wordingOf(session).row(resource, record);
}
