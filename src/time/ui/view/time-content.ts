import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import type { Disposable } from "../../../store/emitter";
import { describeError } from "../../../commands/error-messages";
import type { Session } from "../../../session/session";
import type { LoggedDay, LoggedTime } from "../../entry";
import type { Journal } from "../../journal/journal";
import type { OpenEntry } from "../../journal/journal-entry";
import type { TimeLog } from "../../time-log";
import { weekOf } from "../../week/days";
import { workingHours, WORKING_HOURS_SETTINGS } from "../working-hours";
import { weekRows, type WeekContent } from "./day-rows";
import { fetchNames, nameOfLogged } from "./logged-names";
import { rowItem, type TimeRow } from "./time-row";
import { unsentRows } from "./unsent-rows";

/** Milliseconds between two looks at the week while somebody watches. */
const REFRESH_EVERY = 5 * 60_000;

/** Milliseconds that must lie between two looks: coming back to the window often asks nothing. */
const NOT_SOONER_THAN = 60_000;

/** What the content needs of the view that it is in. */
export interface TimePane {
  readonly visible: boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  badge?: vscode.ViewBadge | undefined;
}

/** The rows of the Time view: the week as it was read last, and what became of it since. */
export class TimeContent implements vscode.Disposable {
  readonly #pane: TimePane;
  readonly #changed: () => void;
  readonly #listening: vscode.Disposable[];
  readonly #timer: NodeJS.Timeout;
  #session: Session | undefined;
  #onJournal: Disposable | undefined;
  #onLog: Disposable | undefined;
  #abort = new AbortController();
  #days: readonly LoggedDay[] = [];
  #readAt = 0;

  /** @param changed to be called when the rows are no longer as they were drawn */
  constructor(pane: TimePane, changed: () => void) {
    this.#pane = pane;
    this.#changed = changed;
    this.#timer = setInterval(() => {
      this.#look(REFRESH_EVERY - 1000);
    }, REFRESH_EVERY);
    this.#listening = [
      pane.onDidChangeVisibility(() => {
        this.#look(NOT_SOONER_THAN);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#look(NOT_SOONER_THAN);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (WORKING_HOURS_SETTINGS.some((name) => event.affectsConfiguration(name))) changed();
      }),
    ];
  }

  setSession(session: Session | undefined): void {
    this.#leaveSession();
    this.#session = session;
    this.#showUnsent([]);
    if (session) void this.#watch(session, this.#abort.signal);
    this.refresh();
  }

  /** Reads anew, at once where somebody watches; the rows stay until the answer comes. */
  refresh(): void {
    this.#readAt = 0;
    this.#changed();
  }

  /** The rows at the top. Reads the week where that is due. */
  async rows(): Promise<readonly TimeRow[]> {
    const session = this.#session;
    if (!session) return [];
    const { signal } = this.#abort;
    const isOver = () => signal.aborted;
    const journal = await session.journal();
    if (isOver()) return [];
    setContent(journal ? "shown" : "empty");
    // What is not sent is on this machine, and is wanted most where Factorial cannot be reached.
    const unsent = () =>
      unsentRows(
        journal ? waitingIn(journal).map((open) => named(session, open)) : [],
        session.clock.today(),
      );
    try {
      const time = await session.time();
      if (!time || isOver()) return [];
      this.#listenTo(time.log);
      await this.#readWeek(session, time.log, signal);
      await fetchNames(
        session,
        this.#days.flatMap(({ logged }) => logged),
        { signal },
      );
      return isOver() ? [] : [...unsent(), ...weekRows(this.#week(session, time.log))];
    } catch (error) {
      if (isOver()) return [];
      if (!(error instanceof FactorialError)) throw error;
      if (error.kind !== "permission") return [...unsent(), errorRow(error)];
      setContent("denied");
      return unsent();
    }
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#leaveSession();
    for (const each of this.#listening) each.dispose();
  }

  #leaveSession(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#onJournal?.dispose();
    this.#onLog?.dispose();
    this.#onLog = undefined;
    this.#days = [];
  }

  /** From the start on, also where nobody looks: the number of what is not sent stands at the view's icon. */
  async #watch(session: Session, signal: AbortSignal): Promise<void> {
    const journal = await session.journal();
    if (!journal || signal.aborted) return;
    const show = () => {
      this.#showUnsent(waitingIn(journal));
      this.#changed();
    };
    this.#onJournal = journal.onDidChange(show);
    show();
  }

  #listenTo(log: TimeLog): void {
    this.#onLog ??= log.onDidChange((changed) => {
      this.#days = this.#days.map((day) => (day.day === changed.day ? changed : day));
      this.#changed();
    });
  }

  #showUnsent({ length }: readonly OpenEntry[]): void {
    this.#pane.badge =
      length > 0 ? { value: length, tooltip: vscode.l10n.t("{0} unsent", length) } : undefined;
    void vscode.commands.executeCommand("setContext", "factorial.unsent", length > 0);
  }

  async #readWeek(session: Session, log: TimeLog, signal: AbortSignal): Promise<void> {
    const { days: wanted } = weekOf(session.clock.today());
    const isOfThisWeek = this.#days[0]?.day === wanted[0];
    if (isOfThisWeek && Date.now() - this.#readAt < REFRESH_EVERY) return;
    const days = await log.readDays(wanted, { signal });
    if (signal.aborted) return;
    this.#days = days;
    this.#readAt = Date.now();
  }

  #week(session: Session, log: TimeLog): WeekContent {
    const resource = log.strategy.kind === "flexible-records" ? "flexibleTimeRecords" : "timeRecords";
    return {
      today: session.clock.today(),
      days: this.#days,
      hours: workingHours(),
      nameOf: (logged: LoggedTime) => {
        const isWithout = logged.projectWorkerId === undefined;
        const unknown = isWithout ? vscode.l10n.t("Without a project") : vscode.l10n.t("Another project");
        return nameOfLogged(session, logged, unknown);
      },
      resourceOf: ({ id, shiftId }: LoggedTime) => (id === shiftId ? "shifts" : resource),
    };
  }

  #look(notSoonerThan: number): void {
    if (!this.#pane.visible || !vscode.window.state.focused) return;
    if (this.#session && Date.now() - this.#readAt >= notSoonerThan) this.refresh();
  }
}

function setContent(content: "shown" | "empty" | "denied"): void {
  void vscode.commands.executeCommand("setContext", "factorial.time.content", content);
}

/** What waits for the person: not what is just being sent. */
function waitingIn(journal: Journal): OpenEntry[] {
  return journal.open.filter((open) => open.state !== "writing" || journal.isOrphan(open));
}

/** One that was written before its project's name was known. */
function named(session: Session, open: OpenEntry): OpenEntry {
  return open.name === ""
    ? { ...open, name: nameOfLogged(session, open.entry, vscode.l10n.t("Another project")) }
    : open;
}

/** What can be done comes first: the reason is often longer than the view is wide. */
function errorRow(error: FactorialError): TimeRow {
  const label = vscode.l10n.t("Try Again");
  const { message } = describeError(error);
  const item = rowItem({
    id: "error",
    label,
    description: message,
    icon: "error",
    color: "errorForeground",
    context: "error",
    tooltip: message,
  });
  item.command = { command: "factorial.refresh", title: label };
  item.accessibilityInformation = { label: `${message} ${label}`, role: "button" };
  return { item, below: [] };
}
