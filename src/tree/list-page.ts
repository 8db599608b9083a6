import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { Page } from "../api/page";
import type { Resource } from "../api/resource";
import { nameWhatIsIn } from "../records/session-wording";
import type { AnyRecord } from "../resources/any-client";
import type { Session } from "../session/session";
import type { BranchPage, BranchRow } from "./branch";

type Records = Pick<Page<AnyRecord>, "data" | "unreadable"> & Partial<Pick<Page<AnyRecord>, "nextCursor">>;

/** Requests that one click may cost where most records of a list belong elsewhere. */
const MOST_REQUESTS = 5;

/** Takes a page of a list into the store, with the names of what is in it, and makes rows of it. */
export async function listPage(
  session: Session,
  resource: Resource,
  page: Records,
  options: CallOptions,
): Promise<BranchPage> {
  session.store.put(resource, page.data.filter(hasId));
  const problem = await nameRecords(session, resource, page.data, options);
  const rows: BranchRow[] = [
    ...page.data.map((record) =>
      hasId(record)
        ? ({ kind: "record", resource, recordId: record.id } as const)
        : ({ kind: "loose", resource, record } as const),
    ),
    ...page.unreadable.map((record) => ({ kind: "unreadable", record }) as const),
  ];
  return { rows, next: page.nextCursor, problem };
}

/** Fetches the names of all that is drawn of some records. Without them the rows still say the rest. */
export async function nameRecords(
  session: Session,
  resource: Resource,
  records: readonly AnyRecord[],
  options: CallOptions = {},
): Promise<FactorialError | undefined> {
  try {
    await nameWhatIsIn(
      session,
      (wording) => {
        for (const record of records) {
          whereReadable(() => {
            wording.row(resource, record);
            resource.parts?.(record, wording);
          });
        }
      },
      options,
    );
    return undefined;
  } catch (error) {
    if (error instanceof FactorialError && error.kind !== "cancelled") return error;
    throw error;
  }
}

/** A record that its own row cannot be made of is said to be unreadable when it is drawn; the others have names. */
function whereReadable(draw: () => void): void {
  try {
    draw();
  } catch (error) {
    if (error instanceof FactorialError) throw error;
  }
}

/** Walks a list until a page brings a row, for what the server cannot filter. */
export async function fittingPage(
  list: (cursor: string | undefined) => Promise<Page<AnyRecord>>,
  fits: (record: AnyRecord) => boolean,
  first: string | undefined,
): Promise<Records> {
  const unreadable: Page<AnyRecord>["unreadable"][number][] = [];
  let cursor = first;
  for (let requests = 1; ; requests++) {
    const page = await list(cursor);
    const data = page.data.filter(fits);
    unreadable.push(...page.unreadable);
    const { nextCursor } = page;
    const broughtRows = data.length + unreadable.length > 0;
    if (broughtRows || nextCursor === undefined || requests === MOST_REQUESTS) {
      return { data, unreadable, nextCursor };
    }
    cursor = nextCursor;
  }
}

export function hasId(record: AnyRecord): record is AnyRecord & { readonly id: string } {
  return typeof record.id === "string" && record.id !== "";
}
