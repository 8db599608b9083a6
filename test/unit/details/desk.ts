import { vi } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Session } from "../../../src/session/session";
import { openSession, type SessionChanges } from "../support/session";
import { editor, EventEmitter, workspace, type Document, type Uri } from "./vscode-fake";

export const ACCOUNT = "api.factorialhr.com/1/100";

/** @param changes the session's, and whose token it has */
export function sessionAt(
  baseUrl: string,
  { token = DEMO_ADMIN_TOKEN, ...changes }: SessionChanges & { readonly token?: string } = {},
): Session {
  const credentials = tokenCredentials(token);
  return openSession({ baseUrl, accountId: ACCOUNT, person: undefined, credentials, ...changes });
}

/** A window with the details registered, and a person in front of it. */
export async function desk(first: Session | undefined) {
  editor.reset();
  const { registerDetails } = await import("../../../src/details/register");
  const { addressUri } = await import("../../../src/details/address");
  let session = first;
  const changed = new EventEmitter<undefined>();
  const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn(), debug: vi.fn() };
  const signIn = vi.fn();
  const selected = vi.fn((): unknown => undefined);
  // The events and the log of VS Code that details use.
  type Parts = Parameters<typeof registerDetails>[0];
  const parts = {
    log,
    session: () => session,
    onDidChangeSession: changed.event,
    signIn,
    selected,
  } as unknown as Parts;
  const registered = registerDetails(parts);

  const uriOf = (resourceName: string, recordId: string, accountId = ACCOUNT) =>
    addressUri({ accountId, resourceName, recordId }) as unknown as Uri; // addressUri makes the fake's
  return {
    log,
    signIn,
    selected,
    uriOf,
    registered,
    /** Opens a document in the text editor. */
    open: (resourceName: string, recordId: string, accountId?: string): Promise<Document> =>
      workspace.openTextDocument(uriOf(resourceName, recordId, accountId)),
    run: async (name: string, ...args: unknown[]) => {
      await editor.commands.get(`factorial.${name}`)?.(...args);
    },
    switchTo: (next: Session | undefined) => {
      session = next;
      changed.fire(undefined);
    },
    logged: () => JSON.stringify(Object.values(log).flatMap((level) => level.mock.calls)),
  };
}
