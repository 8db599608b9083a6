import type * as vscode from "vscode";
import type { FormRequest, RunnerParts } from "../actions/runner-parts";
import type { Target } from "../actions/targets/target";
import { targetsOf } from "../actions/targets/targets";
import { showError } from "../commands/error-messages";
import { logError } from "../commands/register-command";
import { pageState } from "../messages/form";
import type { Drafts } from "../session/drafts";
import type { Session } from "../session/session";
import { Form } from "./form";
import { FormFiles } from "./form-files";
import { keyOf, readKey, type FormRef } from "./form-ref";

export interface FormsParts {
  readonly extensionUri: vscode.Uri;
  readonly runner: RunnerParts;
  readonly drafts: Drafts;
}

/** A tab that VS Code brought back, until its account is signed in. */
interface Waiting {
  readonly ref: FormRef;
  readonly panel: vscode.WebviewPanel;
}

/** All forms that are open: one of each; one that is open comes to the front, with what was typed in it. */
export class Forms {
  readonly #parts: FormsParts;
  readonly #open = new Map<string, Promise<Form>>();
  #waiting: readonly Waiting[] = [];
  #session: Session | undefined;

  constructor(parts: FormsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    if (!session) return;
    for (const [key, form] of this.#open) {
      if (readKey(key)?.accountId === session.accountId) void form.then((one) => one.useSession(session));
    }
    const due = this.#waiting.filter(({ ref }) => ref.accountId === session.accountId);
    this.#waiting = this.#waiting.filter((one) => !due.includes(one));
    for (const one of due) void this.#bringBack(session, one);
  }

  /** @throws FactorialError */
  async open({ action, targets, input }: FormRequest): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const ref = { accountId: session.accountId, action, targetIds: targets.map(({ id }) => id) };
    const known = this.#open.get(keyOf(ref));
    const form = await (known ?? this.#start(session, ref, targets));
    if (known) form.reveal();
    form.fill(input);
  }

  /** Takes up a tab of before a restart; one that nothing is known of any more is closed. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = pageState.safeParse(state);
    const ref = kept.success ? readKey(kept.data.form) : undefined;
    if (!ref || this.#open.has(keyOf(ref))) {
      panel.dispose();
      return;
    }
    const session = this.#session;
    if (session?.accountId === ref.accountId) await this.#bringBack(session, { ref, panel });
    else {
      panel.onDidDispose(() => {
        this.#waiting = this.#waiting.filter((one) => one.panel !== panel);
      });
      this.#waiting = [...this.#waiting, { ref, panel }];
    }
  }

  async #bringBack(session: Session, { ref, panel }: Waiting): Promise<void> {
    const { log, signIn } = this.#parts.runner;
    try {
      await this.#startAgain(session, ref, panel);
    } catch (error) {
      logError(log, ref.action.id, error);
      panel.dispose();
      await showError(error, { signIn, retry: () => this.#reopen(ref) });
    }
  }

  async #reopen(ref: FormRef): Promise<void> {
    const session = this.#session;
    if (session?.accountId !== ref.accountId) return;
    const known = this.#open.get(keyOf(ref));
    if (known) (await known).reveal();
    else await this.#startAgain(session, ref);
  }

  async #startAgain(session: Session, ref: FormRef, panel?: vscode.WebviewPanel): Promise<void> {
    const { on } = ref.action;
    const targets = on ? await targetsOf(session, on, ref.targetIds) : [];
    await this.#start(session, ref, targets, panel);
  }

  #start(
    session: Session,
    ref: FormRef,
    targets: readonly Target[],
    panel?: vscode.WebviewPanel,
  ): Promise<Form> {
    const { extensionUri, runner, drafts } = this.#parts;
    const key = keyOf(ref);
    const forget = () => {
      this.#open.delete(key);
    };
    const form = Form.open(
      {
        extensionUri,
        runner,
        drafts,
        files: new FormFiles(),
        ref,
        openAgain: () => this.#reopen(ref),
        onDone: forget,
      },
      session,
      targets,
      panel,
    );
    this.#open.set(key, form);
    form.catch(forget);
    return form;
  }
}
