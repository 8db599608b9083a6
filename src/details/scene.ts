import type { RecordWording } from "../records/wording";
import type { AnyRecord } from "../resources/any-client";
import type { NameKind } from "../store/names";

/** What a document is written by: words, and the records that ids name. */
export interface Scene {
  readonly wording: RecordWording;
  readonly find: (kind: NameKind, id: string) => AnyRecord | undefined;
}
