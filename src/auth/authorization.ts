import { FactorialError } from "../api/errors";
import { authorizeUrl, newState, readCallback, type OAuthApp } from "./oauth";

/** What became of one callback, for the page or message that its sender sees. */
export type CallbackOutcome = "taken" | "refused" | "foreign" | "late";

/** One question to the person's browser, from opening the page to the code that comes back. */
export class Authorization {
  readonly #state = newState();
  #resolve: (code: string) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #over = false;

  /** The page to open. */
  readonly url: string;
  /** The code, once the browser has come back with it. */
  readonly code: Promise<string>;

  constructor(app: Omit<OAuthApp, "clientSecret">) {
    this.url = authorizeUrl(app, this.#state);
    this.code = new Promise<string>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever waits hears of a refusal; nobody waiting (any more) is no reason to end the extension host.
    this.code.catch(() => undefined);
  }

  /** Takes a callback, from wherever it came. One that answers another question changes nothing. */
  receive(query: URLSearchParams): CallbackOutcome {
    const callback = readCallback(query, this.#state);
    if (callback.kind === "foreign") return "foreign";
    if (this.#over) return "late";
    this.#over = true;
    if (callback.kind === "refused") {
      this.#reject(callback.refusal);
      return "refused";
    }
    this.#resolve(callback.code);
    return "taken";
  }

  cancel(reason = new FactorialError("cancelled", "The sign-in was cancelled.")): void {
    this.#over = true;
    this.#reject(reason);
  }
}

/**
 * The query in the address that somebody copied out of the browser; undefined if the text is no such address.
 * Needed where neither the loopback port nor the editor's own links can be reached from the browser.
 */
export function pastedCallback(text: string): URLSearchParams | undefined {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const query = new URL(trimmed).searchParams;
  return query.has("state") ? query : undefined;
}
