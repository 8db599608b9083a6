/** Says what is wrong with the shape of a request, in the words of the real server as far as they are known. */

/** What the validator reports; the part of it that is needed. */
export interface Violation {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: unknown;
}

export function complaints(violations: readonly Violation[]): readonly string[] {
  return [...new Set(violations.map(complaint))];
}

function complaint({ keyword, instancePath, message, params }: Violation): string {
  const place = instancePath
    .replace(/^\/requestBody/, "")
    .replace(/^\/query\//, "")
    .replace(/^\//, "")
    .replace(/\//g, ".");
  const isQuery = instancePath.startsWith("/query");
  const inside = place === "" || place === "query" ? "" : `${place}.`;
  if (keyword === "required")
    return `Missing required ${isQuery ? "param" : "prop"} ${inside}${param(params, "missingProperty")}`;
  if (keyword === "additionalProperties") {
    return `Unknown ${isQuery ? "param" : "prop"} ${inside}${param(params, "additionalProperty")}`;
  }
  return `Invalid ${isQuery ? "param" : "prop"} ${place}: ${message ?? keyword}`;
}

function param(params: unknown, name: string): string {
  if (typeof params !== "object" || params === null) return "";
  const value: unknown = Reflect.get(params, name);
  return typeof value === "string" ? value : "";
}
