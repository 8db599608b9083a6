import * as vscode from "vscode";
import { FactorialError } from "../../api/errors";
import { describeError } from "../../commands/error-messages";
import type { Session } from "../../session/session";
import { minutesOf, type LoggedDay } from "../entry";
import { formatMinutes } from "../grammar/format";

/** Milliseconds between two looks at the day while the window has the focus. */
const REFRESH_EVERY = 5 * 60_000;

/** Milliseconds that must lie between two looks: coming back to the window often asks nothing. */
const NOT_SOONER_THAN = 60_000;

/** Today's total against what is expected, in the one item that we have. */
export class TimeStatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("factorial.time", vscode.StatusBarAlignment.Right, 100);
  readonly #listening: vscode.Disposable[] = [];
  readonly #timer: NodeJS.Timeout;
  #session: Session | undefined;
  #ofSession: { dispose(): void } | undefined;
  #lookedAt = 0;

  constructor() {
    this.#item.text = "$(clock)";
    this.#item.name = vscode.l10n.t("Factorial: Today's Time");
    this.#item.command = "factorial.logTime";
    this.#timer = setInterval(() => void this.#look(REFRESH_EVERY - 1000), REFRESH_EVERY);
    this.#listening.push(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#look(NOT_SOONER_THAN);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("factorial.statusBar")) void this.#look(0);
        if (event.affectsConfiguration("factorial.hoursPerDay")) void this.#look(0);
      }),
    );
  }

  setSession(session: Session | undefined): void {
    this.#ofSession?.dispose();
    this.#ofSession = undefined;
    this.#session = session;
    this.#lookedAt = 0;
    void this.#look(0);
  }

  dispose(): void {
    clearInterval(this.#timer);
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
        if (day.day === session.clock.today()) this.#show(session, day);
      });
      const day = await time.log.readDay(session.clock.today());
      if (session === this.#session) this.#show(session, day);
    } catch (error) {
      if (!(error instanceof FactorialError)) throw error;
      this.#showError(error);
    }
  }

  #show(session: Session, day: LoggedDay): void {
    const expected = vscode.workspace.getConfiguration("factorial").get("hoursPerDay", 8) * 60;
    const total = minutesOf(day);
    this.#item.text = `$(clock) ${formatMinutes(total)} / ${formatMinutes(expected)}`;
    this.#item.backgroundColor = undefined;
    this.#item.tooltip = this.#tooltip(session, day);
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t(
        "Factorial: {0} of {1} logged today",
        formatMinutes(total),
        formatMinutes(expected),
      ),
    };
  }

  #tooltip(session: Session, day: LoggedDay): vscode.MarkdownString {
    const names = new Map(
      (session.projectList?.known ?? []).map((project) => [project.projectWorkerId, project]),
    );
    const byProject = new Map<string, number>();
    for (const { projectWorkerId, minutes } of day.logged) {
      const name =
        projectWorkerId === undefined
          ? vscode.l10n.t("without a project")
          : (names.get(projectWorkerId)?.name ?? vscode.l10n.t("another project"));
      byProject.set(name, (byProject.get(name) ?? 0) + minutes);
    }
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(vscode.l10n.t("Logged today for {0}", session.person?.name ?? ""));
    for (const [name, minutes] of byProject) {
      tooltip.appendMarkdown("\n\n");
      tooltip.appendText(`${formatMinutes(minutes)}  ${name}`);
    }
    tooltip.appendMarkdown("\n\n");
    tooltip.appendText(vscode.l10n.t("Click to log time"));
    return tooltip;
  }

  #showError(error: FactorialError): void {
    this.#item.text = "$(clock) –";
    this.#item.tooltip = describeError(error).message;
    this.#item.backgroundColor =
      error.kind === "sign-in" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  }
}
