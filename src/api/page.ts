import type * as z from "zod";
import { FactorialError, unreadable } from "./errors";
import { idsAsText } from "./ids";

/** A record that came but does not fit its declaration: shown as one row, so that the rest can still be seen. */
export interface UnreadableRecord {
  /** Its id, where that much could be read. */
  readonly id: string | undefined;
  /** `field: what is wrong`, one each. */
  readonly problems: readonly string[];
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly unreadable: readonly UnreadableRecord[];
  /** Pass as `after_id` for the next page; undefined on the last. */
  readonly nextCursor: string | undefined;
  /** Records in the whole list, where the server says so. */
  readonly total: number | undefined;
}

/** A walk of more pages than this is no list but a loop. */
const MOST_PAGES = 1000;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads one record. @throws FactorialError of kind "unreadable" */
export function readRecord<R extends z.ZodObject>(schema: R, answer: unknown, isWrite: boolean): z.output<R> {
  // Lists alone are wrapped in `data`, yet older texts, and Factorial's own samples, allow for it here too.
  const value = isObject(answer) && !("id" in answer) && isObject(answer.data) ? answer.data : answer;
  const result = schema.safeParse(idsAsText(schema, value));
  if (result.success) return result.data;
  throw unreadable(`Factorial's answer cannot be read: ${problemsOf(result.error).join("; ")}`, isWrite);
}

/** Reads the records of a list or of a bulk action; those that do not fit are kept apart. */
export function readRecords<R extends z.ZodObject>(
  schema: R,
  answer: unknown,
  isWrite: boolean,
): Pick<Page<z.output<R>>, "data" | "unreadable"> {
  const data: z.output<R>[] = [];
  const unreadableRecords: UnreadableRecord[] = [];
  for (const value of elementsOf(answer, isWrite)) {
    const result = schema.safeParse(idsAsText(schema, value));
    if (result.success) data.push(result.data);
    else unreadableRecords.push({ id: idOf(value), problems: problemsOf(result.error) });
  }
  return { data, unreadable: unreadableRecords };
}

/** Reads one page of a list. @throws FactorialError of kind "unreadable" */
export function readPage<R extends z.ZodObject>(schema: R, answer: unknown): Page<z.output<R>> {
  const { total } = metaOf(answer);
  return {
    ...readRecords(schema, answer, false),
    nextCursor: nextCursorOf(answer),
    total: typeof total === "number" ? total : undefined,
  };
}

function metaOf(answer: unknown): Record<string, unknown> {
  return isObject(answer) && isObject(answer.meta) ? answer.meta : {};
}

function nextCursorOf(answer: unknown): string | undefined {
  const { has_next_page: hasNext, limit, end_cursor: cursor } = metaOf(answer);
  // A meta without a limit (`paginateable: false`) means that all came.
  if (hasNext !== true || limit === null || limit === undefined) return undefined;
  return typeof cursor === "string" || typeof cursor === "number" ? String(cursor) : undefined;
}

/**
 * Walks a list page by page, as the server sends them. A cursor that comes again would walk in circles for ever, so
 * it ends the walk with an error rather than with half a list that looks whole.
 * @param ahead ask for the next page while this one is still being read: for who wants the whole list anyway
 */
export async function* walkPages(
  fetchPage: (cursor: string | undefined) => Promise<unknown>,
  { ahead }: { readonly ahead: boolean },
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>();
  let fetching = fetchPage(undefined);
  for (let pages = 1; ; pages++) {
    const answer = await fetching;
    const cursor = nextCursorOf(answer);
    if (cursor === undefined) {
      yield answer;
      return;
    }
    if (seen.has(cursor))
      throw unreadable("Factorial's list repeats itself: the same page came twice.", false);
    if (pages === MOST_PAGES) {
      throw new FactorialError("unreadable", `Factorial's list does not end after ${MOST_PAGES} pages.`);
    }
    seen.add(cursor);
    if (ahead) fetching = fetchEarly(fetchPage, cursor);
    yield answer;
    if (!ahead) fetching = fetchPage(cursor);
  }
}

/** A failure of a page that is fetched early is told when it is that page's turn, or never if nobody gets there. */
function fetchEarly(fetchPage: (cursor: string) => Promise<unknown>, cursor: string): Promise<unknown> {
  const fetching = fetchPage(cursor);
  fetching.catch(() => undefined);
  return fetching;
}

function elementsOf(answer: unknown, isWrite: boolean): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  if (isObject(answer)) {
    if (Array.isArray(answer.data)) return answer.data;
    // Seen in the wild for an empty result.
    if (answer.errors === null) return [];
  }
  if (answer === null) return [];
  throw unreadable("Factorial's answer is not a list.", isWrite);
}

function idOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return typeof value.id === "string" || typeof value.id === "number" ? String(value.id) : undefined;
}

export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join(".") || "record"}: ${issue.message}`);
}
