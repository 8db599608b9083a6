import { projectWorkers } from "../resources/project-management/project-workers";
import type { Session } from "../session/session";

const staffs = new WeakMap<Session, Map<string, ProjectStaff>>();

/** The one `ProjectStaff` of a project. */
export function staffOf(session: Session, projectId: string): ProjectStaff {
  const ofSession = staffs.get(session) ?? new Map<string, ProjectStaff>();
  staffs.set(session, ofSession);
  const staff = ofSession.get(projectId) ?? new ProjectStaff(session, projectId);
  ofSession.set(projectId, staff);
  return staff;
}

/**
 * The workers of a project. The API finds time and plans by worker only, so both ask for them first: once for both,
 * until one is refreshed.
 */
class ProjectStaff {
  #ids: Promise<readonly string[]> | undefined;

  constructor(
    readonly session: Session,
    readonly projectId: string,
  ) {}

  /** @throws FactorialError */
  workerIds(): Promise<readonly string[]> {
    // Without the signal of whoever asks first: the other one may still want them.
    const ids = (this.#ids ??= this.#fetch());
    ids.catch(() => {
      if (this.#ids === ids) this.#ids = undefined;
    });
    return ids;
  }

  forget(): void {
    this.#ids = undefined;
  }

  async #fetch(): Promise<readonly string[]> {
    const { client, store } = this.session;
    const { data } = await client.projectWorkers.all({ project_ids: [this.projectId] });
    // A server that does not know the filter sends everybody's.
    const own = data.filter((worker) => worker.project_id === this.projectId);
    store.put(projectWorkers, own);
    return own.map((worker) => worker.id);
  }
}
