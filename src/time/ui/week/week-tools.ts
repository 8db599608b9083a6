import * as vscode from "vscode";
import type { CellEdits, ToWeekHost, ToWeekPage } from "../../../messages/week";
import { addDays, monthOf, weekOf } from "../../week/days";
import { figuresOf } from "../../week/month";
import { loggedIn, rowIdOf, sumOf } from "../../week/sheet";
import type { OpenWeek } from "./open-week";
import { rowChoices } from "./row-choices";
import { commitSuggestions, fillsFor, plannedIn, plannedRows, readPlans } from "./week-fills";
import { monthTitle } from "./week-model";

/** The buttons that do something with the week as it is open. */
export type Tool = Exclude<Extract<ToWeekHost, { kind: "ask" }>["for"], "readAgain" | "exportMonth">;

/** What came of a press on one of them. */
export interface ToolOutcome {
  /** What the person is told. */
  readonly notice?: string;
  /** What the page is told after it has heard of the rows. */
  readonly message?: ToWeekPage;
}

/** @returns undefined where the person thought better of it. @throws FactorialError */
export async function useTool(tool: Tool, open: OpenWeek): Promise<ToolOutcome | undefined> {
  switch (tool) {
    case "addRow":
      return addRow(open);
    case "copyLastWeek":
      return copyLastWeek(open);
    case "fillFromPlan":
      return fillFromPlan(open);
    case "fillFromCommits":
      return suggestFromCommits(open);
    case "month":
      return { message: await monthMessage(open) };
  }
}

async function addRow(open: OpenWeek): Promise<ToolOutcome | undefined> {
  const chosen = await vscode.window.showQuickPick(rowChoices(open), {
    title: vscode.l10n.t("Add Row"),
    placeHolder: open.time.log.strategy.takesTask
      ? vscode.l10n.t("Project, subproject, or task")
      : vscode.l10n.t("Project and subproject"),
  });
  if (chosen?.rowId === undefined) return undefined;
  await open.addRows([chosen.rowId]);
  return {};
}

/** First the rows; and when all of them are there, the hours. */
async function copyLastWeek(open: OpenWeek): Promise<ToolOutcome> {
  const last = weekOf(addDays(open.week.days[0] ?? "", -7));
  const days = await open.time.log.readDays(last.days);
  const loggable = new Set(open.projects.map(({ projectWorkerId }) => projectWorkerId));
  const rows = days
    .flatMap(({ logged }) => logged)
    .filter(({ projectWorkerId }) => projectWorkerId !== undefined && loggable.has(projectWorkerId));
  if ((await open.addRows(rows.map(rowIdOf))) > 0)
    return {
      notice: vscode.l10n.t("The rows of last week are here. Press again to copy its hours as well."),
    };
  return filled(
    open,
    fillsFor(open.sheet, (row, at) => {
      const day = days[at];
      return day ? sumOf(loggedIn(day, row)) : 0;
    }),
  );
}

async function fillFromPlan(open: OpenWeek): Promise<ToolOutcome> {
  const plans = await readPlans(open.session, open.projects);
  await open.addRows(plannedRows(plans, open.sheet.days));
  return filled(
    open,
    fillsFor(open.sheet, (row, at) => plannedIn(plans, row, open.week.days[at] ?? "")),
  );
}

/** Cells that something is typed in are left alone. */
function filled(open: OpenWeek, fills: CellEdits): ToolOutcome {
  const free = Object.entries(fills).filter(([cellId]) => open.edits[cellId] === undefined);
  if (free.length === 0) return { notice: vscode.l10n.t("There is no empty cell to fill.") };
  return {
    notice: vscode.l10n.t("Cells that were filled, and are not saved yet: {0}", free.length),
    message: { kind: "fill", edits: Object.fromEntries(free) },
  };
}

async function suggestFromCommits(open: OpenWeek): Promise<ToolOutcome> {
  const days = open.week.days.filter((day) => day <= open.sheet.today);
  const suggestions = await commitSuggestions(days, open.session.clock.zone);
  return suggestions.length > 0
    ? { notice: "", message: { kind: "suggest", suggestions } }
    : { notice: whyNoCommits() };
}

function whyNoCommits(): string {
  return vscode.workspace.isTrusted
    ? vscode.l10n.t("In the folders of this window there is no commit of yours in this week.")
    : vscode.l10n.t("Commits are not read in Restricted Mode. Trust this folder to have them suggested.");
}

async function monthMessage(open: OpenWeek): Promise<ToWeekPage> {
  const day = open.middle;
  const [days, plans] = await Promise.all([
    open.time.log.readDays(monthOf(day)),
    readPlans(open.session, open.projects),
  ]);
  await open.names.learn(days.flatMap(({ logged }) => logged));
  const nameOf = (projectWorkerId: string | undefined) => open.names.project({ projectWorkerId });
  const { byProject, byWeek } = figuresOf(days, plans, nameOf, open.sheet.today);
  return {
    kind: "month",
    month: {
      title: monthTitle(day),
      byProject: [...byProject],
      byWeek: byWeek.map((figure) => ({ ...figure, name: vscode.l10n.t("Week {0}", figure.name) })),
    },
  };
}
