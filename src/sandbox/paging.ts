/** Pages of a list: by opaque cursor, or by page number as older clients still do. */

import { malformed } from "./errors.js";
import type { Query } from "./query.js";
import { compareIds, type Row } from "./company/table.js";

const LARGEST_PAGE = 100;

export interface Page {
  readonly records: readonly Row[];
  readonly meta: Readonly<Record<string, unknown>>;
}

/** `records` in ascending order of id. */
export function pageOf(records: readonly Row[], query: Query): Page {
  const limit = Math.min(wholeNumber(query, "limit") ?? LARGEST_PAGE, LARGEST_PAGE);
  const after = readCursor(query, "after_id");
  const before = readCursor(query, "before_id");
  const page = wholeNumber(query, "page");
  let from = 0;
  let to = records.length;
  if (after !== undefined) from = firstBeyond(records, after);
  if (before !== undefined) {
    to = records.findIndex((record) => compareIds(record.id, before) >= 0);
    if (to < 0) to = records.length;
    if (after === undefined) from = Math.max(0, to - limit);
  }
  if (page !== undefined) from = Math.min((page - 1) * limit, records.length);
  const end = Math.min(from + limit, to);
  const shown = records.slice(from, end);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    records: shown,
    meta: {
      ...(first && { start_cursor: cursorOf(first.id) }),
      ...(last && { end_cursor: cursorOf(last.id) }),
      has_previous_page: from > 0,
      has_next_page: end < records.length,
      limit,
      total: records.length,
    },
  };
}

/** The whole list at once, as `attendance/shifts` answers whatever page one asks for. */
export function unpaged(records: readonly Row[]): Page {
  return {
    records,
    meta: {
      has_previous_page: false,
      has_next_page: false,
      limit: null,
      total: records.length,
      paginateable: false,
    },
  };
}

function cursorOf(id: string): string {
  return Buffer.from(id, "utf8").toString("base64");
}

function readCursor(query: Query, name: string): string | undefined {
  const text = query.text(name);
  if (text === undefined) return undefined;
  const id = Buffer.from(text, "base64").toString("utf8");
  // A record's plain id is no cursor, and the real server refuses it too.
  if (!/^[\w-]+$/.test(id) || cursorOf(id) !== text) throw malformed(`Invalid cursor for ${name}`);
  return id;
}

function wholeNumber(query: Query, name: string): number | undefined {
  const text = query.text(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw malformed(`${name} must be a positive integer`);
  return Number(text);
}

/** Index of the first record with an id above `id`, whether or not a record has that id (it may be deleted). */
function firstBeyond(records: readonly Row[], id: string): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = records[middle];
    if (record && compareIds(record.id, id) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
