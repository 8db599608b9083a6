import { Temporal } from "temporal-polyfill";
import { tokenCredentials } from "../../../src/api/credentials";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import { Session, type SessionOptions } from "../../../src/session/session";
import { NOW } from "./sandbox";

export type SessionChanges = Partial<SessionOptions>;

/** The developer of the demo company. */
export const NORA = { employeeId: "302", name: "Nora Vidal" };

/** The session of Carmen, who may see everything: at a standing clock, without a memory, and asking nothing twice. */
export function openSession(options: SessionChanges & Pick<SessionOptions, "baseUrl">): Session {
  return new Session({
    accountId: "account",
    companyName: "Brisa Software",
    person: { employeeId: "301", name: "Carmen Ortega" },
    actsForOther: false,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version: "2026-10-01",
    timeZone: "Europe/Madrid",
    timeMode: "flexible",
    projectListMemory: { read: () => undefined, write: () => undefined },
    timeZoneMemory: { read: () => undefined, write: () => undefined },
    onRequest: () => undefined,
    onWait: () => undefined,
    patience: { retryDelays: [], settleDelays: [1, 1] },
    instant: () => Temporal.Instant.from(NOW),
    ...options,
  });
}
