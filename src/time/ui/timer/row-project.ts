import * as z from "zod";
import { subprojects } from "../../../resources/project-management/subprojects";
import type { Session } from "../../../session/session";
import type { TimedProject } from "../../timer/timer-state";
import { timedProject } from "./project-box";

const row = z.object({
  resourceName: z.enum(["projects", "subprojects"]),
  recordId: z.string().min(1),
});

/** What a row of a view stands for; undefined where a command was not called from a row. */
export type ChosenRow = z.output<typeof row>;

export function readRow(argument: unknown): ChosenRow | undefined {
  return row.safeParse(argument).data;
}

/**
 * The project of a row, as the person may log on it; undefined where they may not. The list is fetched anew where the
 * row is not on it: somebody may have been assigned a minute ago. @throws FactorialError
 */
export async function projectOfRow(
  { projectList, store }: Session,
  { resourceName, recordId }: ChosenRow,
): Promise<TimedProject | undefined> {
  if (!projectList) return undefined;
  const projectId = resourceName === "projects" ? recordId : store.get(subprojects, recordId)?.project_id;
  const isIt = (each: { readonly projectId: string }) => each.projectId === projectId;
  const project = projectList.known?.find(isIt) ?? (await projectList.refresh()).find(isIt);
  if (!project) return undefined;
  if (resourceName === "projects") return timedProject(project, undefined);
  const part = project.subprojects.find(({ id }) => id === recordId);
  return part && timedProject(project, part);
}
