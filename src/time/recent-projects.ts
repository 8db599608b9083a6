import type { LoggableProject, LoggableSubproject } from "./grammar/types";

/** What was logged on: ids only, so that a renamed project keeps its place. */
export interface RecentProject {
  readonly projectId: string;
  readonly subprojectId?: string | undefined;
}

/** Storage of VS Code's form: synchronous to read, remembered for us when written. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const MOST = 5;

/** Newest first; in a workspace the last one used there comes before what was used elsewhere since. */
export class RecentProjects {
  constructor(
    readonly workspace: Memory,
    readonly everywhere: Memory,
    /** Accounts do not share ids. */
    readonly accountId: string,
  ) {}

  get inWorkspace(): readonly RecentProject[] {
    return read(this.workspace, this.accountId);
  }

  get elsewhere(): readonly RecentProject[] {
    return read(this.everywhere, this.accountId);
  }

  async remember(used: RecentProject): Promise<void> {
    await Promise.all(
      [this.workspace, this.everywhere].map((memory) =>
        memory.update(
          keyOf(this.accountId),
          [used, ...read(memory, this.accountId).filter((other) => !isSame(other, used))].slice(0, MOST),
        ),
      ),
    );
  }
}

export interface Suggestion {
  readonly project: LoggableProject;
  readonly subproject?: LoggableSubproject | undefined;
  readonly why: "rule" | "branch" | "workspace" | "planned" | "recent" | "last-logged" | "assigned";
  /** Of what is planned: minutes a day. */
  readonly minutes?: number | undefined;
}

/** What speaks for one project or another. */
export interface Hints {
  /** From a rule of the settings, or one that the person agreed to: what this branch's work is on. */
  readonly rule?: RecentProject | undefined;
  /** Logged from this branch before. */
  readonly branch?: RecentProject | undefined;
  readonly inWorkspace: readonly RecentProject[];
  /** Planned for today, with minutes. */
  readonly planned?: readonly (RecentProject & { readonly minutes: number })[];
  readonly elsewhere: readonly RecentProject[];
}

/**
 * What to offer when no project is typed, the likeliest first: what belongs to this branch, last used in this
 * workspace, planned today, used lately, logged lately (from wherever), then all that the person may log on.
 */
export function suggestProjects(
  projects: readonly LoggableProject[],
  { rule, branch, inWorkspace, planned = [], elsewhere }: Hints,
  lastLogged: RecentProject | undefined,
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  const add = (used: RecentProject | undefined, why: Suggestion["why"], minutes?: number) => {
    const project = projects.find(({ projectId }) => projectId === used?.projectId);
    if (!project) return;
    const subproject = project.subprojects.find(({ id }) => id === used?.subprojectId);
    const isThere = suggestions.some(
      (other) => other.project === project && other.subproject?.id === subproject?.id,
    );
    if (!isThere) suggestions.push({ project, subproject, why, ...(minutes !== undefined && { minutes }) });
  };
  add(rule, "rule");
  add(branch, "branch");
  for (const used of inWorkspace) add(used, "workspace");
  for (const used of planned) add(used, "planned", used.minutes);
  for (const used of elsewhere) add(used, "recent");
  add(lastLogged, "last-logged");
  for (const { projectId } of projects) add({ projectId }, "assigned");
  return suggestions;
}

export function isSame(one: RecentProject, other: RecentProject): boolean {
  return one.projectId === other.projectId && one.subprojectId === other.subprojectId;
}

function keyOf(accountId: string): string {
  return `factorial.recentProjects:${accountId}`;
}

function read(memory: Memory, accountId: string): readonly RecentProject[] {
  const value = memory.get(keyOf(accountId));
  return Array.isArray(value) ? value.filter(isRecentProject) : [];
}

export function isRecentProject(value: unknown): value is RecentProject {
  if (typeof value !== "object" || value === null || !("projectId" in value)) return false;
  const subprojectId = "subprojectId" in value ? value.subprojectId : undefined;
  return (
    typeof value.projectId === "string" && (subprojectId === undefined || typeof subprojectId === "string")
  );
}
