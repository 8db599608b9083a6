/**
 * Factorial puts the API's version into each URL and brings a new one each quarter. These are the versions that
 * the declarations in src/resources were checked against, oldest first.
 */
export const API_VERSIONS = ["2026-04-01", "2026-07-01", "2026-10-01"] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

export const DEFAULT_VERSION: ApiVersion = "2026-10-01";

export function isApiVersion(text: string): text is ApiVersion {
  return API_VERSIONS.some((version) => version === text);
}

/** Versions are dates, so that comparing them as text puts them in order. */
export function isBefore(version: ApiVersion, other: ApiVersion): boolean {
  return version < other;
}

export function versionsFrom(first: ApiVersion): readonly ApiVersion[] {
  return API_VERSIONS.filter((version) => !isBefore(version, first));
}

/**
 * The version to send an operation in: the wanted one where that has it, else the nearest that has it (of two
 * equally near ones the newer). So time that needs `flexible_time_records`, gone since 2026-07-01, still goes
 * through 2026-04-01 until that retires.
 */
export function nearestVersion(wanted: ApiVersion, offered: readonly ApiVersion[]): ApiVersion {
  const position = (version: ApiVersion) => API_VERSIONS.indexOf(version);
  const distance = (version: ApiVersion) => Math.abs(position(version) - position(wanted));
  const [nearest] = [...offered].sort((a, b) => distance(a) - distance(b) || position(b) - position(a));
  if (nearest === undefined) throw new Error("An operation must be in at least one API version.");
  return nearest;
}
