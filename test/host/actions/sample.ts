/** A record as the demo company answers it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Request {
  /** `POST project_management/projects/close` */
  readonly wire: string;
  /** Undefined where none is sent. */
  readonly body?: unknown;
}

/** `newest` gives the last record of a list. */
type Step = (newest: (list: string) => Promise<Row>) => Request | Promise<Request>;

export interface Sample {
  /** What a person would answer to the questions. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The requests for the chosen rows. */
  readonly sends: (rows: readonly Row[]) => readonly Request[];
  /** Where rows of this kind are, if not simply all of the list: a query. */
  readonly rowsFrom?: string;
  /** What must be there first, one after the other. */
  readonly first?: readonly Step[];
  /** Of those rows, the ones that Factorial's rules allow it for. */
  readonly fits?: (row: Row) => boolean;
}

export type Samples = Readonly<Record<string, Sample>>;

export type Input = NonNullable<Sample["input"]>;

/** One request a row. */
export function each(
  wire: string,
  body: (row: Row) => object,
  input?: Input,
  more: Partial<Sample> = {},
): Sample {
  return {
    ...more,
    ...(input && { input }),
    sends: (rows) =>
      rows.map((row) => ({ wire: wire.replace("{id}", row.id), body: { ...body(row), ...input } })),
  };
}

/** One request for all rows. */
export function together(wire: string, field: string, input?: Input, more: Partial<Sample> = {}): Sample {
  const sends: Sample["sends"] = (rows) => [{ wire, body: { [field]: rows.map(({ id }) => id), ...input } }];
  return { ...more, ...(input && { input }), sends };
}

/** No row. */
export function once(wire: string, body: object, input?: Input): Sample {
  return { ...(input && { input }), sends: () => [{ wire, body: { ...body, ...input } }] };
}

/** A DELETE, which has no body. */
export function gone(path: string, more: Partial<Sample> = {}): Sample {
  return { ...more, sends: (rows) => rows.map(({ id }) => ({ wire: `DELETE ${path}/${id}` })) };
}

export const byId = ({ id }: Row) => ({ id });
export const P = "project_management";

/** `YYYY-MM-DD` in the company's calendar. */
export function day(ahead = 0): string {
  const instant = new Date(Date.now() + ahead * 24 * 60 * 60 * 1000);
  return instant.toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
}
