/**
 * The demo company: a local server that behaves like Factorial's API.
 *
 * It is built from `contract/`, the API's own description, and shares nothing with the client that is tried against
 * it. It listens on this machine only.
 */

import { Api } from "./api.js";
import type { Company, Mode } from "./company/company.js";
import { foundCompany } from "./company/found.js";
import { steer } from "./control.js";
import { notFound, tooMany } from "./errors.js";
import { Faults, type Misbehaviour } from "./faults.js";
import { OAuth } from "./oauth.js";
import { StateFile } from "./persistence.js";
import type { Reply } from "./reply.js";
import { lockDay } from "./rules/attendance.js";
import { SandboxServer, type IncomingRequest, type LoggedRequest } from "./server.js";

export type { Company, Mode } from "./company/company.js";
export type { FaultEffect, FaultMatch, Misbehaviour } from "./faults.js";
export type { LoggedFile } from "./logged-body.js";
export type { LoggedRequest } from "./server.js";

export interface SandboxOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** The same seed on the same day gives the same company. Default 1. */
  readonly seed?: number;
  /** Adds so many projects, with people, workers and time in proportion. */
  readonly scale?: number;
  /** How the company tracks project time. Default `flexible`. */
  readonly mode?: Mode;
  /** The company's clock: a moment at which it stands still, or a function. Default the machine's. */
  readonly now?: string | Date | (() => Date);
  /** Serve the routes that only a community SDK names. Default false: they answer 404. */
  readonly unofficial?: boolean;
  /** Enforce every query parameter that the description calls required, which the real server does not. */
  readonly strictQuery?: boolean;
  /** Ignore unknown query parameters, as the real server does, instead of refusing them. */
  readonly lenientQuery?: boolean;
  /** Keep the company in this file between starts. */
  readonly stateFile?: string;
  /** POSTs a minute before 429. The real budget is 200. Default none. */
  readonly postLimitPerMinute?: number;
  /** Lifetime of OAuth access tokens in seconds. Default 3600. */
  readonly tokenLifetime?: number;
  /** Offer `/__sandbox/...`. Default true. */
  readonly control?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** What was asked so far, newest last; at most the last 2000. */
  readonly requests: LoggedRequest[];
  /** The company's tables, to look into. After a reset it is another one. */
  readonly company: Company;
  misbehave(fault: Misbehaviour): void;
  /** Ends all misbehaviour. */
  behave(): void;
  /** Founds the company anew, and forgets tokens, misbehaviour and the log. */
  reset(): void;
  /** Signs a day of an employee off. */
  lockDay(employeeId: string, date: string): void;
  /** Sets the company's clock, which then stands still. */
  setNow(now: string | Date): void;
  /** Makes all OAuth access tokens expire; refresh tokens stay good. */
  expireTokens(): void;
  /** Saves what waits to be saved and ends at once, open connections included. */
  stop(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, scale = 0, mode = "flexible" } = options;
  let clock = clockOf(options.now);
  const now = (): Date => clock();
  const stateFile =
    options.stateFile === undefined
      ? undefined
      : new StateFile(options.stateFile, `${seed}/${scale}/${mode}`);
  const found = (): Company => {
    const made = foundCompany({ seed, scale, mode, now });
    if (stateFile) {
      made.onChange(() => {
        stateFile.saveSoon(made);
      });
    }
    return made;
  };
  let company = found();
  stateFile?.load(company);

  const requests: LoggedRequest[] = [];
  const faults = new Faults();
  const oauth = new OAuth(() => company, options.tokenLifetime ?? 3600);
  const api = new Api(
    () => company,
    (token) => oauth.viewer(token),
    {
      strictQuery: options.strictQuery ?? false,
      lenientQuery: options.lenientQuery ?? false,
      unofficial: options.unofficial ?? false,
    },
  );
  const budget = new PostBudget(options.postLimitPerMinute);

  const steering = {
    requests,
    misbehave: (fault: Misbehaviour): void => {
      faults.add(fault);
    },
    behave: (): void => {
      faults.clear();
    },
    reset: (): void => {
      company = found();
      stateFile?.save(company);
      oauth.reset();
      faults.clear();
      requests.length = 0;
    },
    lockDay: (employeeId: string, date: string): void => {
      company.transaction(() => lockDay(company, employeeId, date));
    },
    setNow: (moment: string | Date): void => {
      clock = clockOf(moment);
    },
    expireTokens: (): void => {
      oauth.expireAccessTokens();
    },
  };

  const answer = async (request: IncomingRequest): Promise<Reply> => {
    if (request.path.startsWith("/oauth/")) return answerOAuth(oauth, request);
    if (request.method === "POST") budget.spend();
    return await api.answer(request);
  };
  const server = new SandboxServer({
    faults,
    requests,
    control: (request) => (options.control === false ? undefined : steer(steering, request)),
    answer,
  });
  const port = await server.listen(options.port ?? 0);
  return {
    ...steering,
    url: `http://127.0.0.1:${port}`,
    port,
    get company() {
      return company;
    },
    stop: async () => {
      await server.close();
      stateFile?.flush(company);
    },
  };
}

function clockOf(now: SandboxOptions["now"]): () => Date {
  if (typeof now === "function") return now;
  if (now === undefined) return () => new Date();
  const moment = new Date(now).getTime();
  if (Number.isNaN(moment)) throw new RangeError(`Not a moment: ${String(now)}`);
  return () => new Date(moment);
}

function answerOAuth(oauth: OAuth, request: IncomingRequest): Reply {
  const parameters = new URLSearchParams(
    request.method === "GET" ? request.search : request.bytes.toString("utf8"),
  );
  const reply = oauth.answer(request.method, request.path, parameters, request.headers.authorization);
  if (!reply) throw notFound();
  return reply;
}

/** Counts POSTs of the last minute. */
class PostBudget {
  private readonly spent: number[] = [];

  constructor(private readonly limit: number | undefined) {}

  spend(): void {
    if (this.limit === undefined) return;
    const now = Date.now();
    while (this.spent[0] !== undefined && this.spent[0] <= now - 60_000) this.spent.shift();
    const [first] = this.spent;
    if (first !== undefined && this.spent.length >= this.limit)
      throw tooMany(Math.ceil((first + 60_000 - now) / 1000));
    this.spent.push(now);
  }
}
