import type { LoggableProject, LoggableSubproject } from "../grammar/types";

/** `ACME / API` */
export function fullName(project: LoggableProject, subproject: LoggableSubproject | undefined): string {
  return subproject ? `${project.name} / ${subproject.name}` : project.name;
}

/** What to type for a project so that the grammar reads just this one: quoted, as names may look like times. */
export function typedName(project: LoggableProject, subproject: LoggableSubproject | undefined): string {
  const quoted = (name: string) => `"${name.replaceAll('"', "")}"`;
  return subproject ? `${quoted(project.name)} / ${quoted(subproject.name)}` : quoted(project.name);
}
