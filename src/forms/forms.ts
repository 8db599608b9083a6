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
import { waitingPage } from "./waiting-page";
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

interface OpenForm {
  readonly opening: Promise<Form>;
  /** Once it has opened. */
  form: Form | undefined;
}

/** All forms that are open: one of each; one that is open comes to the front, with what was typed in it. */
export class Forms {
  readonly #parts: FormsParts;
  readonly #open = new Map<string, OpenForm>();
  #waiting: readonly Waiting[] = [];
  #session: Session | undefined;

  constructor(parts: FormsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    if (!session) return;
    for (const [key, { opening }] of this.#open) {
      if (readKey(key)?.accountId === session.accountId)
        void opening.then((form) => form.useSession(session));
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
    const form = await (known?.opening ?? this.#start(session, ref, targets));
    if (known) form.reveal();
    form.fill(input);
  }

  /** Saves the form whose tab is in front, if it is one of ours; ends when that has ended, well or not. */
  async saveActive(): Promise<void> {
    const active = [...this.#open.values()].find(({ form }) => form?.isActive);
    await active?.form?.save();
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
      panel.webview.html = waitingPage();
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
    if (known) (await known.opening).reveal();
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
      if (this.#open.get(key) === one) this.#open.delete(key);
    };
    const opening = Form.open(
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
    const one: OpenForm = { opening, form: undefined };
    this.#open.set(key, one);
    opening.then((form) => (one.form = form), forget);
    return opening;
  }
}
