/** `/__sandbox/...`: steering from outside of the process, for tests that drive a real editor. */

import { isFields } from "./body.js";
import { malformed, notFound, Refusal } from "./errors.js";
import { readMisbehaviour, type Misbehaviour } from "./faults.js";
import { json, type Reply } from "./reply.js";
import type { IncomingRequest, LoggedRequest } from "./server.js";

export interface Steering {
  readonly requests: LoggedRequest[];
  misbehave: (fault: Misbehaviour) => void;
  behave: () => void;
  reset: () => void;
  lockDay: (employeeId: string, date: string) => void;
  setNow: (now: string) => void;
  expireTokens: () => void;
}

type Route = (steering: Steering, body: Readonly<Record<string, unknown>>) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  "GET /health": () => ({ status: "ok" }),
  "GET /requests": ({ requests }) => requests,
  "DELETE /requests": ({ requests }) => {
    requests.length = 0;
  },
  "POST /faults": ({ misbehave }, body) => {
    const fault = readMisbehaviour(body);
    if (!fault) throw malformed("This is no known kind of misbehaviour");
    misbehave(fault);
  },
  "DELETE /faults": ({ behave }) => {
    behave();
  },
  "POST /reset": ({ reset }) => {
    reset();
  },
  "POST /lock-day": ({ lockDay }, body) => {
    lockDay(String(body.employee_id), String(body.date));
  },
  "POST /now": ({ setNow }, body) => {
    if (Number.isNaN(Date.parse(String(body.now)))) throw malformed("now must be a date and time");
    setNow(String(body.now));
  },
  "POST /expire-tokens": ({ expireTokens }) => {
    expireTokens();
  },
};

const PREFIX = "/__sandbox";

export function steer(steering: Steering, request: IncomingRequest): Reply | undefined {
  if (!request.path.startsWith(`${PREFIX}/`)) return undefined;
  try {
    const route = ROUTES[`${request.method} ${request.path.slice(PREFIX.length)}`];
    if (!route) throw notFound();
    return json(200, route(steering, bodyOf(request)) ?? { status: "done" });
  } catch (error) {
    if (error instanceof Refusal) return json(error.status, error.body);
    throw error;
  }
}

function bodyOf({ bytes }: IncomingRequest): Readonly<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    return isFields(body) ? body : {};
  } catch {
    throw malformed("The body is not valid JSON");
  }
}
