import * as vscode from "vscode";
import { translate } from "../actions/asking/ask-context";
import { FactorialError } from "../api/errors";
import type { AttachedFile, FormField, FormProblems } from "../messages/form";
import { oneLine } from "../records/plain-text";
import type { Drafts } from "../session/drafts";
import type { Session } from "../session/session";

import { draftText, readDraft, type SentNote } from "./form-draft";
import { fieldsNow, planFields } from "./form-fields";
import type { FormFiles } from "./form-files";
import { keyOf, type FormRef } from "./form-ref";
import { FormState } from "./form-state";
import { changesRecord, readSubject, type Subject } from "./form-subject";

export interface FormContentParts {
  readonly ref: FormRef;
  readonly drafts: Drafts;
  readonly files: FormFiles;
}

/** What a form is about, what is filled in, and its draft on disk. */
export class FormContent {
  readonly key: string;
  readonly state: FormState;
  /** How many changes its page has told of. */
  turn = 0;
  #sent: SentNote | undefined;
  readonly #parts: FormContentParts;
  #session: Session;
  #subject: Subject;

  /** What the server holds with what was typed before. @throws FactorialError */
  static async read(
    parts: FormContentParts,
    session: Session,
    targets: Subject["targets"],
  ): Promise<FormContent> {
    const subject = await readSubject(session, parts.ref.action, targets);
    if (changesRecord(subject.action) && !subject.record) {
      const [target] = subject.targets;
      throw new FactorialError("not-found", vscode.l10n.t("{0} is not there any more.", target?.name ?? ""));
    }
    const fields = planFields(session, subject, parts.files);
    const state = new FormState(fields, await fieldsNow(fields, subject));
    const content = new FormContent(parts, session, subject, state);
    await content.#restore();
    return content;
  }

  private constructor(parts: FormContentParts, session: Session, subject: Subject, state: FormState) {
    this.key = keyOf(parts.ref);
    this.state = state;
    this.#parts = parts;
    this.#session = session;
    this.#subject = subject;
  }

  async #restore(): Promise<void> {
    const { drafts, files } = this.#parts;
    const draft = readDraft(this.key, drafts.read(this.key));
    if (!draft) return;
    this.turn = draft.turn;
    this.#sent = draft.sent;
    await files.openAgain(draft.files);
    this.state.restore(draft);
  }

  get session(): Session {
    return this.#session;
  }

  get accountId(): string {
    return this.#parts.ref.accountId;
  }

  get subject(): Subject {
    return this.#subject;
  }

  get title(): string {
    const { action, targets } = this.#subject;
    const title = translate(action.declaration.title);
    const [first] = targets;
    const { on } = action;
    if (!first || !on) return title;
    const name =
      targets.length === 1 ? first.name : translate("{0} {1}", targets.length, translate(on.names.many));
    return `${title}: ${oneLine(name)}`;
  }

  /** The same account is signed in anew. @throws FactorialError */
  async useSession(session: Session): Promise<void> {
    this.#session = session;
    const fields = planFields(session, this.#subject, this.#parts.files);
    this.state.useFields(fields);
    // The controls learn what they were filled with.
    await fieldsNow(fields, this.#subject);
  }

  /** What is wrong with fields of files of which one cannot be found any more. */
  get missingFiles(): FormProblems["fields"] {
    const fields: Record<string, string> = {};
    for (const { name, field, control } of this.state.shown) {
      const read = field.kind === "files" ? control.read(field) : undefined;
      if (read && "problem" in read) fields[name] = read.problem;
    }
    return fields;
  }

  /** Adds files to a field, or replaces the one that it may have. */
  attach(name: string, chosen: readonly AttachedFile[]): void {
    const field = this.state.shown.find((one) => one.name === name)?.field;
    if (field?.kind !== "files" || chosen.length === 0) return;
    // One that was not there any more is chosen again.
    const others = field.value.filter(
      (file) => this.#parts.files.get(file.id) ?? !chosen.some((one) => one.name === file.name),
    );
    const value = field.many ? [...others, ...chosen] : chosen.slice(-1);
    this.state.setField(name, { ...field, value });
    this.keep();
  }

  /** Puts what is typed on disk. */
  keep(): void {
    const { changes } = this.state;
    if (!changes) {
      this.forget();
      return;
    }
    const { drafts, files } = this.#parts;
    const attached = [...this.state.now.values()].flatMap((field) =>
      field.kind === "files" ? field.value : [],
    );
    const addresses = files.addressesOf(attached.map(({ id }) => id));
    drafts.keep(
      this.key,
      draftText({ form: this.key, ...changes, turn: this.turn, files: addresses, sent: this.#sent }),
    );
  }

  /** What was sent, and whose answer is not there: perhaps since before a restart. */
  get sent(): SentNote | undefined {
    return this.#sent;
  }

  /** Puts on disk what is being sent; undefined where its end is known. */
  noteSent(sent: SentNote | undefined): void {
    this.#sent = sent;
    this.keep();
  }

  /** Takes it off the disk. */
  forget(): void {
    this.#sent = undefined;
    this.#parts.drafts.keep(this.key, "");
  }

  /**
   * Fills the form with what the server holds, but for what is typed: all of it, or only in fields that are hidden, as
   * the others have just been saved.
   * @throws FactorialError
   */
  async readAnew(keeps: "typed" | "hidden"): Promise<void> {
    const { state } = this;
    const isSaved = new Set(keeps === "hidden" ? state.shown.map(({ name }) => name) : []);
    this.#subject = await readSubject(this.#session, this.#subject.action, this.#subject.targets);
    const base = await fieldsNow(state.fields, this.#subject);
    const now = new Map(base);
    for (const field of state.fields) {
      const typed = state.now.get(field.name);
      if (typed && (field.selects ? keeps === "hidden" : !isSaved.has(field.name) && state.isChanged(field)))
        now.set(field.name, typed);
    }
    state.rebase(base, now);
    this.keep();
  }

  /** Lets go of all that is typed. */
  reset(): void {
    const { state } = this;
    this.forget();
    const base = new Map<string, FormField>();
    for (const { name, control } of state.fields) base.set(name, state.base.get(name) ?? control.blank);
    state.reset(base);
  }
}
