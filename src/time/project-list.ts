import * as z from "zod";
import type { FactorialClient } from "../resources/factorial-client";
import { Emitter, type Event } from "../store/emitter";
import type { Store } from "../store/store";
import type { TimeEntry } from "./entry";
import { fullName } from "./full-name";
import type { LoggableProject } from "./grammar/types";
import { fetchLoggableProjects } from "./loggable-projects";
import { taskName, withTask } from "./task-name";

/** Minutes for which the list counts as fresh. Today's records are never kept this way, projects may be. */
const FRESH_MINUTES = 10;

/** Where the list outlives the window, so that the picker has rows at once after a restart. */
export interface ProjectListMemory {
  /** Whatever was written last, by whichever version of the extension. */
  read(): unknown;
  write(projects: readonly LoggableProject[]): void;
}

const Remembered = z.array(
  z.object({
    projectId: z.string(),
    projectWorkerId: z.string(),
    name: z.string(),
    code: z.string().exactOptional(),
    subprojects: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
);

/** The projects that the person may log on: from memory at once, fetched anew when old. */
export class ProjectList {
  #projects: readonly LoggableProject[] | undefined;
  #fetchedAt = 0;
  #fetching: Promise<readonly LoggableProject[]> | undefined;
  readonly #changes = new Emitter<readonly LoggableProject[]>();

  readonly onDidChange: Event<readonly LoggableProject[]> = this.#changes.event;

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
    readonly memory: ProjectListMemory,
  ) {
    this.#projects = Remembered.safeParse(memory.read()).data;
  }

  /** What is known now, without a request; undefined before the first fetch ever. */
  get known(): readonly LoggableProject[] | undefined {
    return this.#projects;
  }

  /** `ACME / API · Audit log`; empty where the project is not known. */
  nameOf({ projectWorkerId, subprojectId, taskId }: TimeEntry): string {
    const project = this.#projects?.find((known) => known.projectWorkerId === projectWorkerId);
    if (!project) return "";
    const part = project.subprojects.find(({ id }) => id === subprojectId);
    const task = taskId === undefined ? undefined : taskName(this.store, taskId);
    return withTask(fullName(project, part), task ?? "");
  }

  get isFresh(): boolean {
    return Date.now() - this.#fetchedAt < FRESH_MINUTES * 60_000;
  }

  /** The list, fetched where none is known yet. */
  async get(): Promise<readonly LoggableProject[]> {
    return this.#projects ?? this.refresh();
  }

  /** Fetches the list; callers at the same time share one fetch. @throws FactorialError */
  refresh(): Promise<readonly LoggableProject[]> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  /** Call when the server says that something about the projects has changed. */
  expire(): void {
    this.#fetchedAt = 0;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #fetch(): Promise<readonly LoggableProject[]> {
    const projects = await fetchLoggableProjects(this.client, this.store, this.employeeId);
    this.#projects = projects;
    this.#fetchedAt = Date.now();
    this.memory.write(projects);
    this.#changes.fire(projects);
    return projects;
  }
}
