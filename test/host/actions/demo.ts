// The demo company of the extension under test, asked past the extension.
import * as z from "zod";
import { allows, statesOf, type Action } from "../../../src/actions/action-list";
import { nameOfResource } from "../../../src/resources/any-client";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Request, Row, Sample } from "./wires";

const DEMO_URL = "http://127.0.0.1:47811";

const logged = z.array(
  z.object({ method: z.string(), path: z.string(), status: z.number(), body: z.unknown().optional() }),
);
const list = z.object({
  data: z.array(z.looseObject({ id: z.string() })),
  meta: z.object({ has_next_page: z.boolean(), end_cursor: z.string().nullish() }),
});

/** What a list wants, beside what a sample wants. */
const NEEDED: Readonly<Record<string, string>> = {
  projects: "include_inputed_minutes=false",
  syncRuns: "marketplace_integration_uuid=6f0d2f3c-4b1e-4c8a-9d57-2a8e4f6b7c11&created_at_gteq=2020-01-01",
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
  const query = [NEEDED[nameOfResource(on)], rowsFrom, "limit=100"].filter(Boolean).join("&");
  const rows: Row[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const after = cursor === "" ? "" : `&after_id=${cursor}`;
    const text = await ask("GET", `${version}/resources/${on.module}/${on.path}?${query}${after}`);
    // 2026-04-01 writes ids as integers.
    const { data, meta } = list.parse(JSON.parse(text.replace(/("(?:\w+_)?id":)(\d+)/g, '$1"$2"')));
    rows.push(...data);
    cursor = meta.has_next_page ? (meta.end_cursor ?? undefined) : undefined;
  }
  return rows.filter((row) => allows(action, statesOf(on, row)) && fits?.(row) !== false);
}

/** The last record of a list that has one page. */
export async function newestOf(path: string): Promise<Row> {
  const { data } = list.parse(JSON.parse(await ask("GET", `2026-10-01/resources/${path}`)));
  const newest = data.at(-1);
  if (!newest) throw new Error(`${path} has no records`);
  return newest;
}

/** A request past the extension, in the newest version. */
export async function send({ wire, body }: Request): Promise<void> {
  const [method = "", path = ""] = wire.split(" ");
  await ask(method, `2026-10-01/resources/${path}`, JSON.stringify(body));
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
