import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { describeError } from "../../../commands/error-messages";
import { toWeekHost, type CellEdits, type ToWeekHost, type ToWeekPage } from "../../../messages/week";
import type { Drafts } from "../../../session/drafts";
import type { Session } from "../../../session/session";
import { PageTab } from "../../../webviews/page-tab";
import { addDays } from "../../week/days";
import { OpenWeek } from "./open-week";
import { weekTitle } from "./week-model";
import { confirmChanges, writeChanges } from "./week-saving";
import { weekTexts } from "./week-texts";
import { useTool } from "./week-tools";
import { endInWords, outcomeInWords } from "./week-words";

export interface WeekSheetParts {
  readonly extensionUri: vscode.Uri;
  readonly drafts: Drafts;
  readonly exportMonth: () => Promise<void>;
  /** For the log. */
  readonly failed: (error: unknown) => void;
  readonly tell: (error: unknown) => unknown;
  readonly closed: () => void;
}

type Ask = Extract<ToWeekHost, { kind: "ask" }>["for"];

/**
 * Which week was shown last, if it was another than this one. On disk as drafts are, for what VS Code remembers of a
 * page may be older when its window is reloaded at once, and the sheet would come back on a week without the edits.
 */
const SHOWN = "the week that is shown";

export function forgetWeek(drafts: Drafts): void {
  drafts.keep(SHOWN, "");
}

/** The week sheet: its tab, the week in it, and the talk with its page. */
export class WeekSheet {
  readonly #parts: WeekSheetParts;
  readonly #tab: PageTab<ToWeekHost, ToWeekPage>;
  #session: Session | undefined;
  #listening: { dispose(): void } | undefined;
  /** Any day of the week that is shown; undefined: this week, whichever that is. */
  #day: string | undefined;
  #open: OpenWeek | undefined;
  /** Why cells could not be saved, until something else is typed there. */
  #failed: ReadonlyMap<string, string> = new Map();
  #isSaving = false;
  #notice = "";
  #reads = 0;

  constructor(parts: WeekSheetParts, panel?: vscode.WebviewPanel) {
    this.#parts = parts;
    this.#day = parts.drafts.read(SHOWN);
    const failed = (error: unknown) => {
      parts.failed(error);
    };
    this.#tab = new PageTab(
      {
        extensionUri: parts.extensionUri,
        page: "week",
        title: vscode.l10n.t("Week"),
        ownStyles: false,
        messages: toWeekHost,
        hear: (message) => {
          this.#hear(message).catch((error: unknown) => {
            failed(error);
            void parts.tell(error);
            // A page that saves holds its sheet until it is shown what came of it.
            this.#show(false);
          });
        },
        complain: failed,
        closed: () => {
          this.#listening?.dispose();
          parts.closed();
        },
      },
      panel,
    );
  }

  /** A day of the month that most of the week is in. */
  get middle(): string | undefined {
    return this.#open?.middle;
  }

  reveal(): void {
    this.#tab.reveal();
  }

  dispose(): void {
    this.#tab.close();
  }

  useSession(session: Session | undefined): void {
    this.#listening?.dispose();
    this.#listening = undefined;
    this.#session = session;
    // What is typed meanwhile still goes to the draft of the account that it was typed for.
    void this.#read();
  }

  /** Reads the week that is to be shown; what comes for one that is not any more is left. */
  async #read(): Promise<void> {
    const session = this.#session;
    const read = ++this.#reads;
    if (!session) {
      this.#open = undefined;
      this.#notice = vscode.l10n.t("Sign in to Factorial to see your week. What you typed is kept.");
      this.#show(true);
      return;
    }
    try {
      const open = await OpenWeek.read(session, this.#day ?? session.clock.today(), this.#parts.drafts);
      if (read !== this.#reads) return;
      this.#open = open;
      this.#failed = new Map();
      this.#notice = "";
      if (open)
        this.#listening ??= open.time.log.onDidChange((day) => {
          this.#readAfter(day.day);
        });
    } catch (error) {
      if (read !== this.#reads) return;
      this.#open = undefined;
      this.#notice = describeError(error).message;
      this.#parts.failed(error);
    }
    this.#show(true);
  }

  /** Time was logged or taken back elsewhere in this window. */
  #readAfter(day: string): void {
    if (this.#isSaving || !this.#open?.week.days.includes(day)) return;
    void this.#readAgain();
  }

  async #readAgain(): Promise<void> {
    const open = this.#open;
    if (!open) {
      await this.#read();
      return;
    }
    try {
      await open.readAgain();
      this.#notice = "";
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      this.#notice = describeError(error).message;
    }
    if (open === this.#open) this.#show(false);
  }

  async #hear(message: ToWeekHost): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.#show(true);
        return;
      case "edits": {
        const open = this.#take(message);
        if (open) this.#tab.post({ kind: "judged", marks: open.marks(this.#failed), turn: message.turn });
        return;
      }
      case "save": {
        const open = this.#take(message);
        if (open) await this.#save(open);
        return;
      }
      case "go":
        if (this.#isSaving) return;
        await this.#go(message.weeks);
        return;
      case "ask":
        if (this.#open || message.for === "readAgain") await this.#answer(message.for);
    }
  }

  async #go(weeks: "previous" | "this" | "next"): Promise<void> {
    const shown = this.#open?.week.days[0] ?? this.#session?.clock.today();
    this.#day = weeks === "this" || !shown ? undefined : addDays(shown, weeks === "next" ? 7 : -7);
    this.#parts.drafts.keep(SHOWN, this.#day ?? "");
    await this.#read();
  }

  async #answer(what: Ask): Promise<void> {
    if (what === "readAgain") return this.#readAgain();
    if (what === "exportMonth") return this.#parts.exportMonth();
    if (!this.#open) return;
    const outcome = await useTool(what, this.#open);
    if (!outcome) return;
    this.#notice = outcome.notice ?? this.#notice;
    this.#show(false);
    if (outcome.message) this.#tab.post(outcome.message);
  }

  async #save(open: OpenWeek): Promise<void> {
    const { changes, problems } = open.changes();
    const all = [...changes.values()];
    if (all.length === 0) {
      // What was typed is what Factorial holds already.
      if (problems.size === 0) open.forget(Object.keys(open.edits));
      this.#notice =
        problems.size === 0
          ? vscode.l10n.t("There is nothing to save.")
          : vscode.l10n.t("Nothing can be saved as it is: see the marked cells.");
      this.#show(problems.size === 0);
      return;
    }
    this.#isSaving = true;
    this.#show(false);
    let isWritten = false;
    try {
      if (!(await confirmChanges(open, all, problems.size))) return;
      isWritten = true;
      const applied = await writeChanges(open, all);
      const failed = new Map<string, string>();
      for (const [cellId, change] of changes) {
        const outcome = applied.outcomes.get(change);
        const words = outcome && outcomeInWords(outcome);
        if (words !== undefined) failed.set(cellId, words);
        if (outcome?.kind === "saved") open.forget([cellId]);
      }
      this.#failed = failed;
      await this.#readAgain();
      open.forgetWhatIsHeld();
      this.#notice = [endInWords(applied, all.length), this.#notice].join(" ").trim();
    } finally {
      this.#isSaving = false;
      this.#show(isWritten);
    }
  }

  /** Answers the week that took it: none while it is saved, or where another one is shown by now. */
  #take({ key, edits, turn }: { key: string; edits: CellEdits; turn: number }): OpenWeek | undefined {
    const open = this.#open;
    if (open?.key !== key || this.#isSaving) return undefined;
    const before = open.edits;
    open.take(edits, turn);
    this.#failed = new Map([...this.#failed].filter(([cellId]) => before[cellId] === edits[cellId]));
    if (Object.keys(before).length > 0 !== Object.keys(edits).length > 0) this.#name();
    return open;
  }

  #name(): void {
    const { week, edits } = this.#open ?? {};
    if (!week) return;
    const isUnsaved = Object.keys(edits ?? {}).length > 0;
    this.#tab.name(isUnsaved ? `● ${weekTitle(week)}` : weekTitle(week));
  }

  /** @param fill the page takes the edits as they are here; else what is typed there stays */
  #show(fill: boolean): void {
    const open = this.#open;
    this.#name();
    this.#tab.post({
      kind: "show",
      ...(open && { week: open.model() }),
      fill,
      edits: open?.edits ?? {},
      turn: open?.turn ?? 0,
      marks: open?.marks(this.#failed) ?? {},
      saving: this.#isSaving,
      notice: this.#notice,
      texts: weekTexts(),
    });
  }
}
