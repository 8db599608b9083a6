import type { Resource } from "../api/resource";
import { nearestVersion, type ApiVersion } from "../api/versions";

/** Where the API has a record: its own path, else the list that it is found in. */
export function apiPath({ module, path, operations }: Resource, id: string, version: ApiVersion): string {
  const { get, list } = operations;
  const used = nearestVersion(version, (get ?? list)?.versions ?? [version]);
  const base = `/api/${used}/resources/${module}/${path}`;
  const encoded = encodeURIComponent(id);
  if (get) return `${base}/${encoded}`;
  return list && "ids" in list.input.shape ? `${base}?ids[]=${encoded}` : base;
}
