import * as vscode from "vscode";
import { WEEKDAYS, type Weekday, type WorkingHours } from "../expected";

/** The settings that say what is expected; a listener to changes asks for these. */
export const WORKING_HOURS_SETTINGS = ["factorial.hoursPerDay", "factorial.workingDays"];

const FROM_MONDAY_TO_FRIDAY: readonly Weekday[] = WEEKDAYS.slice(0, 5);

/** What the settings say, as they are now. A settings file has whatever was typed into it. */
export function workingHours(): WorkingHours {
  const settings = vscode.workspace.getConfiguration("factorial");
  const hours: unknown = settings.get("hoursPerDay");
  const days: unknown = settings.get("workingDays");
  const isSet = ["hoursPerDay", "workingDays"].some((name) => {
    const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect(name) ?? {};
    return [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
  });
  return {
    isChosen: isSet,
    hoursPerDay: typeof hours === "number" && hours >= 0 && hours <= 24 ? hours : 8,
    workingDays: Array.isArray(days) ? WEEKDAYS.filter((day) => days.includes(day)) : FROM_MONDAY_TO_FRIDAY,
  };
}
