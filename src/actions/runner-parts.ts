import type * as vscode from "vscode";
import type { Resource } from "../api/resource";
import type { Session } from "../session/session";
import type { Disposable } from "../store/emitter";
import type { Action } from "./action-list";

/** Something may have changed on the server: views fetch anew. */
export interface ActionChange {
  readonly action: Action;
  /** The rows that it was about; none where the action needs no row. */
  readonly targetIds: readonly string[];
}

export interface RunnerParts {
  readonly log: vscode.LogOutputChannel;
  readonly session: () => Session | undefined;
  readonly signIn: () => unknown;
  /** Also called where it is not known whether anything was done. */
  readonly changed: (change: ActionChange) => void;
  /** Shows rows as busy until what it gives is disposed. */
  readonly markBusy?: (ids: readonly string[], resource: Resource) => Disposable;
}
