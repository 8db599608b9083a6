/** One table of the demo company: records by id, in ascending order, with an undo log for refused requests. */

export interface Row {
  id: string;
  [field: string]: unknown;
}

/** The fields that a record's type names, without the index signature. */
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };

/** What it takes to make a record: all that its type asks for, and whatever else the description has. */
export type New<T extends Row> = Omit<Named<T>, "id"> & { id?: string } & Record<string, unknown>;

/** Something to take back if the request is refused half-way. */
export type Undo = () => void;

export interface Journal {
  note(undo: Undo): void;
  stamp(): string;
}

/** Ascending: numbers by value however long they are, then everything else as text. */
export function compareIds(left: string, right: string): number {
  const [a, b] = [isNumeric(left), isNumeric(right)];
  if (a !== b) return a ? -1 : 1;
  if (a && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

function isNumeric(id: string): boolean {
  return /^\d+$/.test(id);
}

export class Table<T extends Row> {
  private readonly rows = new Map<string, T>();
  private sorted: readonly T[] | undefined = [];
  private lastId: number;

  /** @param firstId ids count up from here, so that ids of different tables can't be mistaken for each other */
  constructor(
    private readonly journal: Journal,
    firstId = 1,
  ) {
    this.lastId = firstId - 1;
  }

  nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  get size(): number {
    return this.rows.size;
  }

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** In ascending order of id. */
  all(): readonly T[] {
    this.sorted ??= [...this.rows.values()].sort((a, b) => compareIds(a.id, b.id));
    return this.sorted;
  }

  where(matches: (row: T) => boolean): readonly T[] {
    return this.all().filter(matches);
  }

  find(matches: (row: T) => boolean): T | undefined {
    for (const row of this.rows.values()) if (matches(row)) return row;
    return undefined;
  }

  /** Gives the record an id, unless it has one, and stamps it. */
  insert(fields: New<T>): T {
    const stamp = this.journal.stamp();
    const id = fields.id ?? this.nextId();
    // what New<T> asks for, with an id, is a T; TypeScript can't see that of a type parameter
    const row = { created_at: stamp, updated_at: stamp, ...fields, id } as unknown as T;
    this.put(row);
    this.journal.note(() => {
      this.drop(row.id);
    });
    return row;
  }

  /** Changes some fields of a record in place. A field set to undefined is empty. */
  patch(row: T, fields: Partial<T>): T {
    const before = { ...row };
    Object.assign(row, { updated_at: this.journal.stamp() }, fields);
    this.journal.note(() => {
      for (const key of Object.keys(row)) if (!(key in before)) Reflect.deleteProperty(row, key);
      Object.assign(row, before);
    });
    return row;
  }

  remove(row: T): T {
    this.drop(row.id);
    this.journal.note(() => {
      this.put(row);
    });
    return row;
  }

  snapshot(): { readonly lastId: number; readonly rows: readonly T[] } {
    return { lastId: this.lastId, rows: this.all() };
  }

  restore(snapshot: { readonly lastId: number; readonly rows: readonly T[] }): void {
    this.rows.clear();
    for (const row of snapshot.rows) this.rows.set(row.id, row);
    this.lastId = snapshot.lastId;
    this.sorted = undefined;
  }

  private put(row: T): void {
    this.rows.set(row.id, row);
    this.sorted = undefined;
  }

  private drop(id: string): void {
    this.rows.delete(id);
    this.sorted = undefined;
  }
}

/** Records by the value of a field that every one of them has. */
export function groupBy<T extends Row>(
  rows: readonly T[],
  field: keyof T & string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = String(row[field]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** A copy without some fields. */
export function without(
  fields: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** A field of a general record as text; empty if it is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
