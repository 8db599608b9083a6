import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import type { Resource } from "../../api/resource";
import { describeError } from "../../commands/error-messages";
import { showStep } from "../../commands/show-step";
import type { Answer, StepFrame } from "../../commands/step";
import { rowOf } from "../../records/session-wording";
import type { Session } from "../../session/session";
import { foldText } from "../../time/grammar/text";
import { createList } from "../../commands/create-list";
import { chosenOf, stepRow, type StepRow } from "../asking/steps";
import { RecordSearch, type KnownRecord } from "./record-search";

export interface RecordChoice {
  readonly session: Session;
  readonly resource: Resource;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly offers: (record: KnownRecord) => boolean;
  readonly many: boolean;
  /** Chosen at first. */
  readonly chosen: readonly KnownRecord[];
  /** What it is now, which the row says. */
  readonly isNow?: ((record: KnownRecord) => boolean) | undefined;
  readonly placeholder: string;
  /** Said where the list has nothing to choose. */
  readonly empty: string;
  /** The row that leaves it out. */
  readonly skip?: StepRow<Does> | undefined;
  /** What is wrong with a choice of several; undefined accepts it. */
  readonly problem?: (records: readonly KnownRecord[]) => string | undefined;
}

/** What Enter on a row does. */
export type Does =
  | { readonly kind: "take"; readonly record: KnownRecord }
  | { readonly kind: "skip" }
  | { readonly kind: "more" }
  | { readonly kind: "again" };

/** Milliseconds after the last key before the server is asked. */
const TYPING_PAUSE = 250;

/** Milliseconds in which VS Code tells what we checked ourselves. */
const ECHO_TIME = 300;

/** Skipping chooses none. */
export interface Picked {
  readonly records: readonly KnownRecord[];
}

/** Asks which records are meant. */
export function pickRecords(frame: StepFrame, choice: RecordChoice): Promise<Answer<Picked>> {
  return new RecordPicker(frame, choice).show();
}

/**
 * A list to search in. The server searches where it can, and only for a text at which the person paused; what was
 * chosen stays chosen while they search on.
 */
class RecordPicker {
  readonly #frame: StepFrame;
  readonly #choice: RecordChoice;
  readonly #list = createList<StepRow<Does>>();
  readonly #search: RecordSearch;
  readonly #chosen = new Map<string, KnownRecord>();
  #fetching = new AbortController();
  #pause: NodeJS.Timeout | undefined;
  /** Something is typed that the server has not been asked for, or has not answered yet. */
  #unanswered = false;
  /** Enter was pressed before the answer to what is typed came. */
  #acceptsAnswer = false;
  #error: FactorialError | undefined;
  #problem: string | undefined;
  /** The checks that VS Code has not confirmed yet. */
  #echo: { readonly rows: readonly StepRow<Does>[]; readonly until: number } | undefined;
  #finish: ((picked: Picked) => void) | undefined;

  constructor(frame: StepFrame, choice: RecordChoice) {
    this.#frame = frame;
    this.#choice = choice;
    this.#search = new RecordSearch(choice);
    for (const record of choice.chosen) this.#chosen.set(record.id, record);
    this.#list.placeholder = choice.placeholder;
    this.#list.canSelectMany = choice.many;
  }

  async show(): Promise<Answer<Picked>> {
    const list = this.#list;
    try {
      return await showStep<Picked>(list, this.#frame, (finish) => {
        this.#finish = finish;
        void this.#fetch((options) => this.#search.find("", options));
        return vscode.Disposable.from(
          list.onDidChangeValue(() => {
            this.#typed();
          }),
          list.onDidChangeSelection((rows) => {
            if (this.#choice.many) this.#checked(rows);
          }),
          list.onDidAccept(() => {
            this.#accept();
          }),
        );
      });
    } finally {
      clearTimeout(this.#pause);
      this.#fetching.abort();
      this.#finish = undefined;
    }
  }

  #typed(): void {
    this.#problem = undefined;
    this.#acceptsAnswer = false;
    this.#unanswered = this.#search.isOnServer;
    // What is there already and fits is of use until the server answers.
    this.#render();
    if (!this.#search.isOnServer) return;
    clearTimeout(this.#pause);
    this.#fetching.abort();
    this.#list.busy = true;
    const text = this.#list.value.trim();
    this.#pause = setTimeout(
      () => void this.#fetch((options) => this.#search.find(text, options)),
      TYPING_PAUSE,
    );
  }

  #accept(): void {
    const { many, problem } = this.#choice;
    if (!many) {
      const does = chosenOf(this.#list)?.answer?.value;
      // Somebody types fast and presses Enter: what they look for is on its way, and no other row is meant.
      if (this.#unanswered && does?.kind !== "take") this.#acceptsAnswer = true;
      else if (does) this.#act(does);
      return;
    }
    const records = [...this.#chosen.values()];
    if (records.length === 0 && this.#error) {
      this.#act({ kind: "again" });
      return;
    }
    this.#problem = problem?.(records);
    if (this.#problem === undefined) this.#finish?.({ records });
    else this.#render();
  }

  #act(does: Does): void {
    switch (does.kind) {
      case "take":
        this.#finish?.({ records: [does.record] });
        return;
      case "skip":
        this.#finish?.({ records: [] });
        return;
      case "more":
        void this.#fetch((options) => this.#search.more(options));
        return;
      case "again": {
        const text = this.#list.value.trim();
        void this.#fetch((options) => this.#search.find(text, options));
      }
    }
  }

  /** Rows that are checked or no longer so; one that does something does it now, as a list of checks has no Enter for it. */
  #checked(rows: readonly StepRow<Does>[]): void {
    if (this.#isEcho(rows)) return;
    let acted = false;
    for (const row of this.#list.items) {
      const does = row.answer?.value;
      const isChecked = rows.includes(row);
      if (does?.kind === "take") {
        if (isChecked) this.#chosen.set(does.record.id, does.record);
        else this.#chosen.delete(does.record.id);
      } else if (isChecked && does) {
        this.#act(does);
        acted = true;
      }
    }
    if (acted) this.#render();
  }

  /**
   * For new rows VS Code first says that none is checked, and then that those are which we said. Nobody has unchecked
   * anything.
   */
  #isEcho(rows: readonly StepRow<Does>[]): boolean {
    const echo = this.#echo;
    if (!echo || Date.now() > echo.until) return false;
    if (echo.rows.every((row) => rows.includes(row))) {
      this.#echo = undefined;
      return false;
    }
    return true;
  }

  async #fetch(fetch: (options: { signal: AbortSignal }) => Promise<void>): Promise<void> {
    this.#fetching.abort();
    const fetching = (this.#fetching = new AbortController());
    const { signal } = fetching;
    this.#list.busy = true;
    this.#error = undefined;
    try {
      await fetch({ signal });
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      if (error.kind !== "cancelled") this.#error = error;
    }
    // Of an older text: its answer says nothing about what is typed now.
    if (signal.aborted) return;
    this.#list.busy = false;
    this.#unanswered = false;
    this.#render();
    const [first] = this.#found();
    if (this.#acceptsAnswer && first && !this.#error) this.#act({ kind: "take", record: first });
    this.#acceptsAnswer = false;
  }

  #render(): void {
    if (!this.#finish) return;
    const found = this.#found();
    const ids = new Set(found.map(({ id }) => id));
    const chosenBefore = [...this.#chosen.values()].filter(({ id }) => !ids.has(id));
    const rows = [...chosenBefore, ...found].map((record) => this.#recordRow(record));
    const isNew = this.#showRows([...this.#notices(rows.length), ...rows, ...this.#furtherRows()]);
    if (this.#choice.many && isNew) this.#checkChosen();
  }

  #checkChosen(): void {
    const chosen = this.#list.items.filter(({ answer }) => {
      const does = answer?.value;
      return does?.kind === "take" && this.#chosen.has(does.record.id);
    });
    this.#list.selectedItems = chosen;
    this.#echo = chosen.length === 0 ? undefined : { rows: chosen, until: Date.now() + ECHO_TIME };
  }

  /** Rows that read the same stay: one that somebody is about to click must not be taken away. */
  #showRows(rows: readonly StepRow<Does>[]): boolean {
    const read = (all: readonly StepRow<Does>[]) =>
      JSON.stringify(
        all.map(({ label, description, answer }) => {
          const does = answer?.value;
          return [label, description, does?.kind === "take" ? does.record.id : does?.kind];
        }),
      );
    if (read(rows) === read(this.#list.items)) return false;
    this.#list.items = rows;
    return true;
  }

  #found(): readonly KnownRecord[] {
    const { records, isOnServer } = this.#search;
    const { words } = foldText(this.#list.value);
    if ((isOnServer && !this.#unanswered) || words.length === 0) return records;
    return records.filter((record) => {
      const text = foldText(this.#textOf(record)).spaced;
      return words.every((word) => text.includes(word));
    });
  }

  #textOf(record: KnownRecord): string {
    const { label, description, within } = this.#rowOf(record);
    return [label, description, within].filter(Boolean).join(" ");
  }

  #rowOf(record: KnownRecord) {
    return rowOf(this.#choice.session, this.#choice.resource, record);
  }

  #recordRow(record: KnownRecord): StepRow<Does> {
    // Without the icon, which is the same for nearly all.
    const { label, description, within } = this.#rowOf(record);
    const now = this.#choice.isNow?.(record) === true ? vscode.l10n.t("now") : undefined;
    const facts = { label, description: [description, within, now].filter(Boolean).join(" · ") };
    return stepRow<Does>(facts, { value: { kind: "take", record } });
  }

  /** What is to be said before the rows: what failed, what is missing, that there is nothing. */
  #notices(rows: number): StepRow<Does>[] {
    if (this.#error) {
      return [
        stepRow<Does>(
          {
            label: describeError(this.#error).message,
            icon: "error",
            detail: vscode.l10n.t("Try again. What you typed is kept."),
          },
          { value: { kind: "again" } },
        ),
      ];
    }
    if (this.#problem !== undefined) return [stepRow<Does>({ label: this.#problem, icon: "warning" })];
    if (rows > 0 || this.#list.busy || this.#unanswered) return [];
    const text = this.#list.value.trim();
    const { empty, resource } = this.#choice;
    const sentence =
      text === "" ? empty : vscode.l10n.t("No {0} matches “{1}”.", vscode.l10n.t(resource.names.one), text);
    return [stepRow<Does>({ label: sentence, icon: "info" })];
  }

  #furtherRows(): StepRow<Does>[] {
    const { skip } = this.#choice;
    const more = stepRow<Does>(
      { label: vscode.l10n.t("Load more…"), icon: "ellipsis" },
      { value: { kind: "more" } },
    );
    return [...(this.#search.hasMore && !this.#error ? [more] : []), ...(skip ? [skip] : [])];
  }
}
