import type * as vscode from "vscode";
import type { Resource } from "../api/resource";
import type { Session } from "../session/session";
import type { Disposable } from "../store/emitter";
import type { Action } from "./action-list";
import type { Answers } from "./asking/question";
import type { Target } from "./targets/target";

/** Something may have changed on the server: views fetch anew. */
export interface ActionChange {
  readonly action: Action;
  /** The rows that it was about; none where the action needs no row. */
  readonly targetIds: readonly string[];
}

/** A form that is wanted. */
export interface FormRequest {
  readonly action: Action;
  /** The rows that it is about: one, or all that go into one request; none where the action needs no row. */
  readonly targets: readonly Target[];
  /** What is filled in beforehand. */
  readonly input: Answers;
}

export interface RunnerParts {
  readonly log: vscode.LogOutputChannel;
  readonly session: () => Session | undefined;
  readonly signIn: () => unknown;
  /** Also called where it is not known whether anything was done. */
  readonly changed: (change: ActionChange) => void;
  /** Opens the form of an action that has one. */
  readonly openForm: (request: FormRequest) => unknown;
  /** Shows rows as busy until what it gives is disposed. */
  readonly markBusy?: (ids: readonly string[], resource: Resource) => Disposable;
}
