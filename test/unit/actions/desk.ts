/** A session in the demo company with the actions registered, and what was asked of the server. */
import { Temporal } from "temporal-polyfill";
import { vi } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import type { ActionChange, FormRequest, RunnerParts } from "../../../src/actions/register";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import { startSandbox, type Sandbox } from "../../../src/sandbox/index";
import { Session, type SessionOptions } from "../../../src/session/session";
import { commands } from "./vscode-fake";

/** A Wednesday. */
export const NOW = "2026-11-18T11:00:00+01:00";

export const sandbox: Sandbox = await startSandbox({ now: NOW });

export function openSession(changes: Partial<SessionOptions> = {}): Session {
  return new Session({
    accountId: "a1",
    companyName: "Brisa",
    person: { employeeId: "302", name: "Nora Vidal" },
    actsForOther: false,
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version: "2026-10-01",
    timeZone: "Europe/Madrid",
    timeMode: "flexible",
    projectListMemory: { read: () => undefined, write: () => undefined },
    timeZoneMemory: { read: () => undefined, write: () => undefined },
    onRequest: () => undefined,
    onWait: () => undefined,
    patience: { retryDelays: [], timeoutSeconds: 5 },
    instant: () => Temporal.Instant.from(NOW),
    ...changes,
  });
}

export interface Desk {
  session: Session | undefined;
  readonly parts: RunnerParts;
  readonly changes: ActionChange[];
  readonly busy: string[];
  /** The forms that were asked for. */
  readonly formRequests: FormRequest[];
  readonly logged: string[];
  readonly run: (command: string, ...given: unknown[]) => Promise<unknown>;
}

export async function openDesk(session: Session | undefined = openSession()): Promise<Desk> {
  const { registerActions } = await import("../../../src/actions/register");
  const changes: ActionChange[] = [];
  const busy: string[] = [];
  const logged: string[] = [];
  const write = (line: string) => logged.push(line);
  const desk: Desk = {
    session,
    changes,
    busy,
    formRequests: [],
    logged,
    parts: {
      // The parts of a log that actions use.
      log: { warn: write, error: write, show: () => logged.push("shown") } as unknown as RunnerParts["log"],
      session: () => desk.session,
      signIn: vi.fn(),
      changed: (change) => changes.push(change),
      markBusy: (ids) => {
        busy.push(`busy ${ids.join(",")}`);
        return { dispose: () => busy.push(`free ${ids.join(",")}`) };
      },
      openForm: (request) => desk.formRequests.push(request),
    },
    run: (command, ...given) => commands.executeCommand(`factorial.${command}`, ...given),
  };
  registerActions(desk.parts);
  return desk;
}

/** The writes that the server was asked for: method and path after the resource's module. */
export function writes(): string[] {
  return sandbox.requests
    .filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/resources\/[^/]+\//, "")}`);
}
