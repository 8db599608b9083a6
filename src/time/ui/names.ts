import type { TimeEntry } from "../entry";
import { formatMinutes } from "../grammar/format";
import type { LoggableProject, LoggableSubproject } from "../grammar/types";

export { fullName } from "../full-name";

/** What to type for a project so that the grammar reads just this one: quoted, as names may look like times. */
export function typedName(project: LoggableProject, subproject: LoggableSubproject | undefined): string {
  const quoted = (name: string) => `"${name.replaceAll('"', "")}"`;
  return subproject ? `${quoted(project.name)} / ${quoted(subproject.name)}` : quoted(project.name);
}

/** What to type for an entry, so that the box reads it back; its name is as `fullName` gives it. */
export function typedEntry({ day, minutes, range, comment }: TimeEntry, name: string): string {
  const time = range ? `${range.from}-${range.to}` : formatMinutes(minutes);
  const [project = "", ...rest] = name.split(" / ").map((part) => `"${part.replaceAll('"', "")}"`);
  const words = [time, [project, ...rest].join(" / "), `@${day}`];
  return [...words, ...(comment === undefined ? [] : [`#${comment}`])].join(" ");
}
