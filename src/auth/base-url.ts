/** Why a text cannot be the address of a Factorial server. */
export type BaseUrlProblem =
  | "empty"
  | "not-an-address"
  | "scheme" // neither https nor http
  | "insecure" // http to another machine: the key would travel in the open
  | "user-info" // user:password@ in the address: a trick to make one host look like another
  | "path"
  | "query";

export type BaseUrlCheck =
  | { readonly ok: true; readonly baseUrl: string; readonly host: string }
  | { readonly ok: false; readonly problem: BaseUrlProblem };

/** Where the API is, unless a setting says otherwise. */
export const DEFAULT_BASE_URL = "https://api.factorialhr.com";

/**
 * Reads the base URL setting. The result is an origin without a slash at its end (`https://api.factorialhr.com`)
 * and its host with a port other than the scheme's own (`localhost:3000`), which is what secrets are kept under.
 */
export function checkBaseUrl(text: string): BaseUrlCheck {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, problem: "empty" };
  // The URL parser silently drops tabs and newlines, and takes one slash, three slashes or a backslash for two
  // slashes: what a person sees would not be where the secret goes.
  if (!/^[a-z][a-z\d+.-]*:\/\/[^/\s\\][^\s\\]*$/iu.test(trimmed))
    return { ok: false, problem: "not-an-address" };
  if (!URL.canParse(trimmed)) return { ok: false, problem: "not-an-address" };
  const url = new URL(trimmed);
  if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, problem: "scheme" };
  if (/^[^/]*\/\/[^/?#]*@/u.test(trimmed)) return { ok: false, problem: "user-info" };
  if (url.protocol === "http:" && !isLoopback(url.hostname)) return { ok: false, problem: "insecure" };
  if (trimmed.includes("?") || trimmed.includes("#")) return { ok: false, problem: "query" };
  if (url.pathname !== "/") return { ok: false, problem: "path" };
  return { ok: true, baseUrl: url.origin, host: url.host };
}

/** The URL parser has already brought `127.1` and the like into this form. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
