import * as z from "zod";
import type { LoggableProject } from "../grammar/types";
import type { RecentProject } from "../recent-projects";

const Rule = z.object({
  /** A regular expression for the branch's name. */
  match: z.string().min(1),
  /** The project's name, code or id. */
  project: z.string().min(1),
  /** The subproject's name or id. */
  subproject: z.string().optional(),
});

/**
 * What the first rule that fits says of a branch. Rules are what somebody typed into the settings: those that are not
 * one, have no regular expression in them or name a project that the person cannot log on say nothing.
 */
export function projectByRules(
  rules: unknown,
  branch: string,
  projects: readonly LoggableProject[],
): RecentProject | undefined {
  if (!Array.isArray(rules)) return undefined;
  for (const each of rules as unknown[]) {
    const rule = Rule.safeParse(each).data;
    if (!rule || !isMatch(rule.match, branch)) continue;
    const project = projects.find(({ name, code, projectId }) =>
      isNamed(rule.project, name, code, projectId),
    );
    if (!project) continue;
    const { subproject } = rule;
    if (subproject === undefined) return { projectId: project.projectId };
    const part = project.subprojects.find(({ id, name }) => isNamed(subproject, name, id));
    if (part) return { projectId: project.projectId, subprojectId: part.id };
  }
  return undefined;
}

function isMatch(pattern: string, branch: string): boolean {
  try {
    return new RegExp(pattern).test(branch);
  } catch {
    return false;
  }
}

function isNamed(wanted: string, ...names: (string | undefined)[]): boolean {
  return names.some((name) => name?.toLowerCase() === wanted.toLowerCase());
}
