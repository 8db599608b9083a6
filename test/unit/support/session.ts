import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { tokenCredentials } from "../../../src/api/credentials";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import { Session, type SessionOptions } from "../../../src/session/session";
import { NOW } from "./sandbox";

/** Not by a hook of the tests: forms are made with a session outside of them too. */
const journals = mkdtempSync(join(tmpdir(), "factorial-journals-"));
process.once("exit", () => {
  rmSync(journals, { recursive: true, force: true });
});

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
    journalFolder: join(journals, randomUUID()),
    onRequest: () => undefined,
    onWait: () => undefined,
    patience: { retryDelays: [], settleDelays: [1, 1] },
    instant: () => Temporal.Instant.from(NOW),
    ...options,
  });
}
