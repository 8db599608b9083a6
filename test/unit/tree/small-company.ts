/** A company of a few records, for what the demo company does not have: many pages, no records, odd records. */
import { answering, json, pageOf, type StandIn } from "../api/stand-in";

type Records = readonly Readonly<Record<string, unknown>>[];

/** Pages of a list, in their order; or what is answered to a query. */
type List = readonly Records[] | ((query: URLSearchParams) => Records) | { readonly status: number };

/** @param lists by module and path: `project_management/projects`; other lists are empty */
export function smallCompany(lists: Readonly<Record<string, List>>): Promise<StandIn> {
  return answering((response, { url }) => {
    const list = lists[pathOf(url)] ?? [];
    if ("status" in list) json(response, { errors: ["No."] }, list.status);
    else if (typeof list === "function") json(response, pageOf(list(url.searchParams)));
    else {
      const at = Number(url.searchParams.get("after_id") ?? 0);
      json(response, pageOf(list[at] ?? [], at + 1 < list.length ? String(at + 1) : undefined));
    }
  });
}

/** `/api/2026-10-01/resources/project_management/projects` → `project_management/projects` */
export function pathOf(url: URL | string): string {
  return (typeof url === "string" ? url : url.pathname).split("/").slice(4).join("/");
}

/** What was asked, one line a request: `project_management/projects after_id=1`. */
export function askedOf({ requests }: StandIn): string[] {
  return requests.map(({ url }) => {
    const query = [...url.searchParams].filter(([name]) => name !== "limit");
    return [pathOf(url), ...query.map((pair) => pair.join("="))].join(" ");
  });
}
