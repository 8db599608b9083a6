import * as vscode from "vscode";
import { showInformation } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import { csvOf } from "../../week/csv";
import { monthOf } from "../../week/days";
import { RowNames } from "./row-names";

/** Tells spreadsheets that it is UTF-8, which some take for the machine's own letters otherwise. */
const MARK = "\uFEFF";

/** Asks where to, and writes all time of a month. @throws FactorialError */
export async function exportMonth(session: Session, day: string): Promise<void> {
  const time = await session.time();
  if (!time) return;
  const month = day.slice(0, 7);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `factorial-${month}.csv`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export Month as CSV"),
    filters: { CSV: ["csv"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  const [days, projects] = await Promise.all([
    time.log.readDays(monthOf(day)),
    session.projectList?.get() ?? [],
  ]);
  const logged = days.flatMap((one) => one.logged);
  const names = new RowNames(session, projects);
  await names.learn(logged);
  const lines = logged.map((one) => [
    one.day,
    time.person.name,
    names.project(one),
    names.subproject(one),
    names.task(one),
    (one.minutes / 60).toFixed(2),
    one.minutes,
    one.range?.from ?? "",
    one.range?.to ?? "",
    one.comment ?? "",
  ]);
  const head = [
    "Day",
    "Person",
    "Project",
    "Subproject",
    "Task",
    "Hours",
    "Minutes",
    "From",
    "To",
    "Comment",
  ];
  await vscode.workspace.fs.writeFile(target, Buffer.from(MARK + csvOf([head, ...lines])));
  void showInformation(vscode.l10n.t("{0} entries of {1} are in {2}.", logged.length, month, target.fsPath));
}
