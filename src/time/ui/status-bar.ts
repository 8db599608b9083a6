import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { describeError } from "../../commands/error-messages";
import type { Session } from "../../session/session";
import { minutesOf, type LoggedDay } from "../entry";
import { expectedMinutes } from "../expected";
import { formatMinutes } from "../grammar/format";
import { offInWords } from "./day-words";
import { WORKING_HOURS_SETTINGS, workingHours } from "./working-hours";

/** Milliseconds between two looks at the day while the window has the focus. */
const REFRESH_EVERY = 5 * 60_000;

/** Milliseconds that must lie between two looks: coming back to the window often asks nothing. */
const NOT_SOONER_THAN = 60_000;

/** A timer that runs or is paused, in words. */
export interface TimerGlance {
  /** Project and subproject. */
  readonly name: string;
  readonly minutes: number;
  readonly paused: boolean;
  /** For the item itself. */
  readonly text: string;
  /** For the tooltip and for screen readers. */
  readonly spoken: string;
  /** It runs for so long that it was likely forgotten. */
  readonly tooLong: boolean;
}

/** What a person sees without asking. */
export interface Glance {
  /** As it was read last. */
  readonly today: LoggedDay | undefined;
  readonly timer: TimerGlance | undefined;
}

/** The timer, or today's total against what is expected, in the one item that we have. */
export class TimeStatusBar implements vscode.Disposable, Glance {
  readonly #item = vscode.window.createStatusBarItem("factorial.time", vscode.StatusBarAlignment.Right, 100);
  readonly #listening: vscode.Disposable[] = [];
  readonly #looking: NodeJS.Timeout;
  #session: Session | undefined;
  #ofSession: { dispose(): void } | undefined;
  #lookedAt = 0;
  #today: LoggedDay | undefined;
  #timer: TimerGlance | undefined;

  constructor() {
    this.#item.text = "$(clock)";
    this.#item.name = vscode.l10n.t("Factorial: Today's Time");
    this.#item.command = "factorial.time";
    this.#looking = setInterval(() => void this.#look(REFRESH_EVERY - 1000), REFRESH_EVERY);
    this.#listening.push(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#look(NOT_SOONER_THAN);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("factorial.statusBar")) void this.#look(0);
        if (WORKING_HOURS_SETTINGS.some((name) => event.affectsConfiguration(name))) this.#show();
      }),
    );
  }

  get today(): LoggedDay | undefined {
    return this.#today;
  }

  get timer(): TimerGlance | undefined {
    return this.#timer;
  }

  /** Shows a timer in the place of the day's total; undefined where none runs. */
  showTimer(timer: TimerGlance | undefined): void {
    this.#timer = timer;
    this.#show();
  }

  setSession(session: Session | undefined): void {
    this.#ofSession?.dispose();
    this.#ofSession = undefined;
    this.#session = session;
    this.#today = undefined;
    this.#lookedAt = 0;
    void this.#look(0);
  }

  dispose(): void {
    clearInterval(this.#looking);
    this.#ofSession?.dispose();
    for (const each of this.#listening) each.dispose();
    this.#item.dispose();
  }

  async #look(notSoonerThan: number): Promise<void> {
    const session = this.#session;
    const settings = vscode.workspace.getConfiguration("factorial");
    if (!session?.person || !settings.get<boolean>("statusBar.visible", true)) {
      this.#item.hide();
      return;
    }
    if (Date.now() - this.#lookedAt < notSoonerThan || (!vscode.window.state.focused && notSoonerThan > 0))
      return;
    this.#lookedAt = Date.now();
    this.#item.show();
    try {
      const time = await session.time();
      if (!time || session !== this.#session) return;
      this.#ofSession ??= time.log.onDidChange((day) => {
        if (day.day === session.clock.today()) this.#showDay(day);
      });
      const day = await time.log.readDay(session.clock.today());
      if (session === this.#session) this.#showDay(day);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      this.#showError(error);
    }
  }

  #showDay(day: LoggedDay): void {
    this.#today = day;
    this.#show();
  }

  #show(): void {
    const [session, day, timer] = [this.#session, this.#today, this.#timer];
    if (!session || !(day ?? timer)) return;
    const total = formatMinutes(day ? minutesOf(day) : 0);
    const minutes = expectedMinutes(day ?? { day: session.clock.today() }, workingHours());
    const expected = formatMinutes(minutes);
    const logged =
      minutes > 0
        ? vscode.l10n.t("Factorial: {0} of {1} logged today", total, expected)
        : vscode.l10n.t("Factorial: {0} logged today", total);
    this.#item.text = timer ? timer.text : `$(clock) ${minutes > 0 ? `${total} / ${expected}` : total}`;
    this.#item.backgroundColor = timer?.tooLong
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    this.#item.tooltip = this.#tooltip(session, day, timer);
    this.#item.accessibilityInformation = { label: timer ? timer.spoken : logged };
  }

  #tooltip(
    session: Session,
    day: LoggedDay | undefined,
    timer: TimerGlance | undefined,
  ): vscode.MarkdownString {
    const names = new Map(
      (session.projectList?.known ?? []).map((project) => [project.projectWorkerId, project]),
    );
    const byProject = new Map<string, number>();
    for (const { projectWorkerId, minutes } of day?.logged ?? []) {
      const name =
        projectWorkerId === undefined
          ? vscode.l10n.t("without a project")
          : (names.get(projectWorkerId)?.name ?? vscode.l10n.t("another project"));
      byProject.set(name, (byProject.get(name) ?? 0) + minutes);
    }
    const tooltip = new vscode.MarkdownString();
    if (timer) {
      tooltip.appendText(timer.spoken);
      tooltip.appendMarkdown("\n\n---\n\n");
    }
    tooltip.appendText(vscode.l10n.t("Logged today for {0}", session.person?.name ?? ""));
    const off = day?.facts ? offInWords(day.facts) : "";
    if (off !== "") tooltip.appendText(` · ${off}`);
    for (const [name, minutes] of byProject) {
      tooltip.appendMarkdown("\n\n");
      tooltip.appendText(`${formatMinutes(minutes)}  ${name}`);
    }
    tooltip.appendMarkdown("\n\n");
    tooltip.appendText(vscode.l10n.t("Click for the timer and to log time"));
    return tooltip;
  }

  #showError(error: FactorialError): void {
    if (this.#timer) return; // it runs whatever the server says
    this.#item.text = "$(clock) –";
    this.#item.tooltip = describeError(error).message;
    this.#item.backgroundColor =
      error.kind === "sign-in" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  }
}
