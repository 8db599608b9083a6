/** A session in the demo company with the actions registered, and what was asked of the server. */
import { vi } from "vitest";
import type { ActionChange, FormRequest, RunnerParts } from "../../../src/actions/register";
import type { Session } from "../../../src/session/session";
import { sandboxOfFile } from "../support/sandbox";
import { NORA, openSession as openSessionAt, type SessionChanges } from "../support/session";
import { commands, screen } from "./vscode-fake";

export const sandbox = await sandboxOfFile({ unofficial: true });

/** Before each test: an empty screen, the company as it was founded. */
export function startOver(): void {
  sandbox.reset();
  screen.clear();
}

export function openSession(changes: SessionChanges = {}): Session {
  const common = { accountId: "a1", companyName: "Brisa", person: NORA, baseUrl: sandbox.url };
  return openSessionAt({ ...common, ...changes });
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
