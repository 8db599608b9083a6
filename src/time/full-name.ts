import type { LoggableProject, LoggableSubproject } from "./grammar/types";

/** `ACME / API` */
export function fullName(project: LoggableProject, subproject: LoggableSubproject | undefined): string {
  return subproject ? `${project.name} / ${subproject.name}` : project.name;
}
