// The demo company of the extension under test, asked past the extension.
import * as z from "zod";
import { allows, statesOf, type Action } from "../../../src/actions/action-list";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Request, Row, Sample } from "./sample";

const DEMO_URL = "http://127.0.0.1:47811";

const logged = z.array(
  z.object({ method: z.string(), path: z.string(), status: z.number(), body: z.unknown().optional() }),
);
const record = z.looseObject({ id: z.string() });
const page = z.object({
  data: z.array(record),
  meta: z.object({ has_next_page: z.boolean(), end_cursor: z.string().nullish() }),
});

/** What a list wants, beside what a test wants. */
const NEEDED: Readonly<Record<string, string>> = {
  "project_management/projects": "include_inputed_minutes=false",
  "integrations/sync_runs":
    "marketplace_integration_uuid=6f0d2f3c-4b1e-4c8a-9d57-2a8e4f6b7c11&created_at_gteq=2020-01-01",
};

export async function startOver(): Promise<void> {
  await steer("POST", "/reset");
  await forget();
}

/** What arrived since the last start, writes only: `POST project_management/projects/close`. */
export async function writes(): Promise<(Request & { readonly status: number })[]> {
  const answer = await fetch(`${DEMO_URL}/__sandbox/requests`);
  return logged
    .parse(await answer.json())
    .filter(({ method }) => method !== "GET")
    .map(({ method, path, status, body }) => ({
      wire: `${method} ${path.replace(/^\/api\/[\d-]+\/resources\//, "")}`,
      ...(method === "DELETE" ? {} : { body }),
      status,
    }));
}

/** Records that an action can be tried on, as many as there are. */
export async function rowsFor(action: Action, { rowsFrom = "", fits }: Sample): Promise<Row[]> {
  const { on } = action;
  if (!on) return [];
  const version = on.operations.list?.versions.at(-1) ?? "2026-10-01";
  const rows = await recordsIn(version, `${on.module}/${on.path}?${rowsFrom}`);
  return rows.filter((row) => allows(action, statesOf(on, row)) && fits?.(row) !== false);
}

/** All records of a list, page by page: `locations/locations?ids[]=7`. */
export async function recordsIn(version: string, list: string): Promise<Row[]> {
  const [path = "", query] = list.split("?");
  const wanted = [NEEDED[path], query, "limit=100"].filter(Boolean).join("&");
  const rows: Row[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const after = cursor === "" ? "" : `&after_id=${cursor}`;
    const { data, meta } = page.parse(await read(`${version}/resources/${path}?${wanted}${after}`));
    rows.push(...data);
    cursor = meta.has_next_page ? (meta.end_cursor ?? undefined) : undefined;
  }
  return rows;
}

/** One record: `tasks/tasks/7`. */
export async function recordOf(version: string, path: string): Promise<Row> {
  return record.parse(await read(`${version}/resources/${path}`));
}

/** The last record of a list that has one page. */
export async function newestOf(path: string): Promise<Row> {
  const { data } = page.parse(await read(`2026-10-01/resources/${path}`));
  const newest = data.at(-1);
  if (!newest) throw new Error(`${path} has no records`);
  return newest;
}

/** A request past the extension, in the newest version. */
export async function send({ wire, body }: Request): Promise<void> {
  const [method = "", path = ""] = wire.split(" ");
  await ask(method, `2026-10-01/resources/${path}`, JSON.stringify(body));
}

async function read(path: string): Promise<unknown> {
  const text = await ask("GET", path);
  // 2026-04-01 writes ids as integers.
  return JSON.parse(text.replace(/("(?:\w+_)?id":)(\d+)/g, '$1"$2"'));
}

async function ask(method: string, path: string, body?: string): Promise<string> {
  const headers = { authorization: `Bearer ${DEMO_TOKEN}`, "content-type": "application/json" };
  const answer = await fetch(`${DEMO_URL}/api/${path}`, { method, headers, ...(body && { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text;
}

export function forget(): Promise<void> {
  return steer("DELETE", "/requests");
}

async function steer(method: string, path: string): Promise<void> {
  const answer = await fetch(`${DEMO_URL}/__sandbox${path}`, { method });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
}
