/** Names one record, in whatever comes: a row of a view, a command's arguments, a document's address. */
export interface RecordRef {
  /** The resource's name in the catalogue. */
  readonly resourceName: string;
  readonly recordId: string;
}

/** The records that a command is about: what was clicked, or all that is selected where that is among it. */
export function chosenRecords(args: readonly unknown[], selected: () => unknown): readonly RecordRef[] {
  const [clicked, selection] = args;
  // VS Code calls a command of the palette or of a key with nothing, one of a menu with the row and all selected rows.
  if (clicked === undefined || clicked === null) return recordsIn(selected());
  const [first] = recordsIn(clicked);
  if (!first) return [];
  const all = recordsIn(selection);
  return all.some((record) => isSame(record, first)) ? all : recordsIn(clicked);
}

/** Every record named in a row, or in a list of rows; other rows (groups, errors) name none. */
function recordsIn(value: unknown): RecordRef[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (typeof value !== "object" || value === null) return [];
  if (!("resourceName" in value) || !("recordId" in value)) return [];
  const { resourceName, recordId } = value;
  return typeof resourceName === "string" && typeof recordId === "string" ? [{ resourceName, recordId }] : [];
}

function isSame(record: RecordRef, other: RecordRef): boolean {
  return record.resourceName === other.resourceName && record.recordId === other.recordId;
}
