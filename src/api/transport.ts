import ky, { type KyInstance } from "ky";
import pLimit from "p-limit";
import type { Credentials } from "./credentials";
import { errorFromAnswer, errorFromFailure, FactorialError, unreadable } from "./errors";
import { parseJson } from "./ids";
import { PostBudget } from "./post-budget";
import { SharedReads } from "./shared-reads";

export interface TransportOptions {
  /** Such as `https://api.factorialhr.com`, without a path. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Seconds to wait for a whole answer. Default 30. */
  readonly timeoutSeconds?: number;
  /** Milliseconds before the second and the third attempt of a read; jitter is added. Default 1000 and 2000. */
  readonly retryDelays?: readonly number[];
  /** Writes by POST that we allow ourselves a minute; Factorial documents 200. Default 150. */
  readonly postsPerMinute?: number;
  /** Told of each request when its answer is there. Carries no secret: no header, no body, no query value. */
  readonly onRequest?: (line: RequestLine) => void;
  /** Told when a read waits because Factorial asked for it. */
  readonly onWait?: (seconds: number) => void;
}

export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly milliseconds: number;
}

export interface WireRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path from the root, with its query. */
  readonly path: string;
  readonly body?: string | FormData | undefined;
  readonly unofficial?: boolean;
  readonly signal?: AbortSignal | undefined;
}

const MOST_IN_FLIGHT = 4;

/** A longer `Retry-After` is told to the person instead of waited for, seconds. */
const LONGEST_WAIT = 60;

/**
 * Speaks HTTP. Reads are tried three times and equal reads in flight share one request; writes are sent once, and
 * once more only after a 401 that new credentials cure. At most four requests are under way at a time.
 */
export class Transport {
  readonly #options: TransportOptions;
  readonly #http: KyInstance;
  readonly #limit = pLimit(MOST_IN_FLIGHT);
  readonly #reads = new SharedReads();
  readonly #posts: PostBudget;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#posts = new PostBudget(options.postsPerMinute ?? 150);
    this.#http = ky.create({
      // ky's own retries and timeout end with the headers; ours cover the whole answer, so that half of one counts.
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      // A followed redirect would carry the API key to wherever it points.
      redirect: "manual",
    });
  }

  /** The parsed JSON of the answer. @throws FactorialError */
  async send(request: WireRequest): Promise<unknown> {
    if (request.method !== "GET") return this.#attempt(request, request.signal);
    return this.#reads.share(request.path, request.signal, (signal) => this.#read({ ...request, signal }));
  }

  async #read(request: WireRequest): Promise<unknown> {
    const delays = this.#options.retryDelays ?? [1000, 2000];
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#attempt(request, request.signal);
      } catch (error) {
        const delay = delays[attempt];
        if (delay === undefined || !(error instanceof FactorialError) || !mayPass(error)) throw error;
        await this.#waitBefore(error, delay, request.signal);
      }
    }
  }

  async #waitBefore(error: FactorialError, delay: number, signal: AbortSignal | undefined): Promise<void> {
    const asked = error.retryAfterSeconds;
    if (asked === undefined) return sleep(delay * (1 + Math.random() / 2), signal);
    if (asked > LONGEST_WAIT) throw error;
    this.#options.onWait?.(asked);
    return sleep(asked * 1000, signal);
  }

  async #attempt(request: WireRequest, signal: AbortSignal | undefined): Promise<unknown> {
    if (request.method === "POST") await this.#posts.take(signal);
    return this.#limit(async () => {
      if (signal?.aborted) throw cancelled();
      const { credentials } = this.#options;
      let answer = await this.#exchange(request, await credentials.authorize(), signal);
      if (answer.status === 401 && (await credentials.renew?.()) === true) {
        answer = await this.#exchange(request, await credentials.authorize(), signal);
      }
      return readAnswer(answer, request);
    });
  }

  async #exchange(
    request: WireRequest,
    authorization: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<WireAnswer> {
    const { baseUrl, timeoutSeconds = 30 } = this.#options;
    // One controller for the caller's leaving and for the time running out: cheaper than joining two signals.
    const abort = new AbortController();
    const leave = () => {
      abort.abort();
    };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      abort.abort();
    }, timeoutSeconds * 1000);
    signal?.addEventListener("abort", leave, { once: true });
    const started = performance.now();
    let status: number | undefined;
    try {
      const response = await this.#http(new URL(request.path, baseUrl), {
        method: request.method,
        headers: {
          accept: "application/json",
          ...(typeof request.body === "string" && { "content-type": "application/json" }),
          ...authorization,
        },
        ...(request.body !== undefined && { body: request.body }),
        signal: abort.signal,
      });
      status = response.status;
      return { status, headers: response.headers, text: await response.text() };
    } catch (failure) {
      throw errorFromFailure(failure, {
        isWrite: request.method !== "GET",
        cancelled: signal?.aborted ?? false,
        timedOut,
        timeoutSeconds,
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
      const [path = ""] = request.path.split("?");
      const milliseconds = Math.round(performance.now() - started);
      this.#options.onRequest?.({ method: request.method, path, status, milliseconds });
    }
  }
}

interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

function readAnswer(answer: WireAnswer, request: WireRequest): unknown {
  const isWrite = request.method !== "GET";
  if (answer.status < 200 || answer.status > 299) {
    throw errorFromAnswer(answer, { isWrite, unofficial: request.unofficial ?? false });
  }
  if (answer.text.trim() === "") return null;
  try {
    return parseJson(answer.text);
  } catch (error) {
    throw unreadable("Factorial's answer is not complete, or not JSON.", isWrite, error);
  }
}

/** Failures of a read that a further attempt may not meet again. */
function mayPass(error: FactorialError): boolean {
  return ["rate-limit", "unavailable", "offline", "unreadable"].includes(error.kind);
}

function cancelled(): FactorialError {
  return new FactorialError("cancelled", "Cancelled.");
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
