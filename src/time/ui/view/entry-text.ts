import type { LoggableProject } from "../../grammar/types";
import { formatMinutes } from "../../grammar/format";
import type { LoggedTime, TimeEntry } from "../../entry";
import { typedName } from "../names";

/** What to type for an entry, so that the Log Time box reads just that. A project that is not known is left out. */
export function entryText(
  { projectWorkerId, subprojectId, minutes, range, day, comment = "" }: TimeEntry | LoggedTime,
  projects: readonly LoggableProject[],
): string {
  const project = projects.find((one) => one.projectWorkerId === projectWorkerId);
  const part = project?.subprojects.find(({ id }) => id === subprojectId);
  const words = comment.replaceAll(/\s+/g, " ").trim();
  return [
    range ? `${range.from}-${range.to}` : formatMinutes(minutes),
    project ? typedName(project, part) : "",
    `@${day}`,
    words === "" ? "" : `#${words}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
