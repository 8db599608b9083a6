import { foldText, type FoldedText } from "./text";
import type { LoggableProject, LoggableSubproject } from "./types";

/** The names of a project in the form in which they are compared. */
export interface ProjectNames {
  project: LoggableProject;
  name: FoldedText;
  code?: FoldedText;
  subprojects: readonly { subproject: LoggableSubproject; name: FoldedText }[];
}

// The entry is read again at each key, the projects stay the same.
const known = new WeakMap<LoggableProject, ProjectNames>();

export function projectNames(project: LoggableProject): ProjectNames {
  const cached = known.get(project);
  if (cached) return cached;
  const names: ProjectNames = {
    project,
    name: foldText(project.name),
    ...(project.code === undefined ? {} : { code: foldText(project.code) }),
    subprojects: project.subprojects.map((subproject) => ({ subproject, name: foldText(subproject.name) })),
  };
  known.set(project, names);
  return names;
}

/** All names and codes, subprojects' too, as lists of words. */
export function allNameWords(projects: readonly LoggableProject[]): readonly (readonly string[])[] {
  return projects.map(projectNames).flatMap(({ name, code, subprojects }) => {
    const own = code ? [name.words, code.words] : [name.words];
    return [...own, ...subprojects.map((subproject) => subproject.name.words)];
  });
}
