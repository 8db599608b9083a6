import { hostname } from "node:os";
import * as vscode from "vscode";
import { withoutIcons } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";
import { isPaused, minutesAt, type RunningTimer } from "../../timer/timer-state";
import type { TimerGlance } from "../status-bar";

/** Minutes after which a timer was likely forgotten. */
const TOO_LONG = 10 * 60;

/** The item is for a glance; the tooltip has the whole name. */
const LONGEST_NAME = 20;

/** A timer in words. @param now Unix milliseconds */
export function glanceOf(running: RunningTimer, now: number): TimerGlance {
  const { name } = running.project;
  const minutes = minutesAt(running, now);
  const paused = isPaused(running);
  const time = formatMinutes(minutes);
  const what = paused
    ? vscode.l10n.t("Factorial: timer paused at {0} on {1}", time, name)
    : vscode.l10n.t("Factorial: timer at {0} on {1}", time, name);
  return {
    name,
    minutes,
    paused,
    text: `$(${paused ? "debug-pause" : "clock"}) ${clockOf(minutes)} ${withoutIcons(shortened(name))}`,
    spoken:
      running.machine === hostname() ? what : vscode.l10n.t("{0}, started on {1}", what, running.machine),
    tooLong: !paused && minutes > TOO_LONG,
  };
}

/** `0:52`, without seconds: it changes once a minute. */
function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function shortened(name: string): string {
  const [project = ""] = name.split(" / ");
  return project.length > LONGEST_NAME ? `${project.slice(0, LONGEST_NAME - 1)}…` : project;
}
