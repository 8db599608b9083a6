import type { Credentials } from "../api/credentials";
import type { RequestLine } from "../api/transport";
import type { ApiVersion } from "../api/versions";
import { createFactorialClient, type FactorialClient } from "../resources/factorial-client";
import { Names } from "../store/names";
import { Store } from "../store/store";
import { CompanyClock } from "../time/company-clock";
import type { Person } from "../time/entry";
import { ProjectList, type ProjectListMemory } from "../time/project-list";
import { findMode, strategyFor, type ModeFinding, type TimeMode } from "../time/strategies/choose";
import { TimeLog } from "../time/time-log";

export interface SessionOptions {
  readonly accountId: string;
  readonly companyName: string;
  /** Whose time is logged; undefined where the credential is the company's and nobody was chosen. */
  readonly person: Person | undefined;
  /** The credential acts as nobody, so that every confirmation must say whose time it was. */
  readonly actsForOther: boolean;
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly version: ApiVersion;
  /** IANA name; the machine's zone where empty. */
  readonly timeZone: string;
  readonly timeMode: "auto" | TimeMode;
  readonly projectListMemory: ProjectListMemory;
  readonly onRequest: (line: RequestLine) => void;
  readonly onWait: (seconds: number) => void;
}

/** How one person logs time in one company. */
export interface PersonalTime {
  readonly person: Person;
  readonly log: TimeLog;
  readonly finding: ModeFinding;
}

/** What this window works with while an account is active: its client, its records, its time. */
export class Session {
  readonly client: FactorialClient;
  readonly store = new Store();
  readonly names: Names;
  readonly clock: CompanyClock;
  /** Undefined where nobody's time can be logged. */
  readonly projectList: ProjectList | undefined;
  readonly #options: SessionOptions;
  #time: Promise<PersonalTime> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { baseUrl, credentials, version, onRequest, onWait } = options;
    this.client = createFactorialClient({ baseUrl, credentials, version, onRequest, onWait });
    this.names = new Names(this.store, this.client);
    this.clock = new CompanyClock(options.timeZone);
    this.projectList =
      options.person &&
      new ProjectList(this.client, this.store, options.person.employeeId, options.projectListMemory);
  }

  get accountId(): string {
    return this.#options.accountId;
  }

  get companyName(): string {
    return this.#options.companyName;
  }

  get person(): Person | undefined {
    return this.#options.person;
  }

  get actsForOther(): boolean {
    return this.#options.actsForOther;
  }

  /** The way this company logs time is found at the first use and kept. @throws FactorialError */
  time(): Promise<PersonalTime> | undefined {
    const { person } = this;
    const { projectList } = this;
    if (!person || !projectList) return undefined;
    this.#time ??= this.#startTime(person, projectList);
    // A failure (no network at the first use) must not stay for the whole session.
    this.#time.catch(() => {
      this.#time = undefined;
    });
    return this.#time;
  }

  dispose(): void {
    this.projectList?.dispose();
    void this.#time?.then(
      ({ log }) => {
        log.dispose();
      },
      () => undefined,
    );
    this.store.dispose();
  }

  async #startTime(person: Person, projectList: ProjectList): Promise<PersonalTime> {
    const { client, store, clock } = this;
    const { employeeId } = person;
    const projectWorkerIds = async () => (await projectList.get()).map((project) => project.projectWorkerId);
    const finding = await this.#findMode(employeeId, projectWorkerIds);
    const strategy = strategyFor(finding.mode, {
      client,
      version: this.#options.version,
      store,
      employeeId,
      clock,
      projectWorkerIds,
    });
    return { person, finding, log: new TimeLog({ client, strategy, employeeId, clock }) };
  }

  async #findMode(employeeId: string, projectWorkerIds: () => Promise<string[]>): Promise<ModeFinding> {
    const { timeMode } = this.#options;
    if (timeMode !== "auto") return { mode: timeMode, evidence: "setting" };
    return findMode(this.client, { employeeId, projectWorkerIds: await projectWorkerIds() }, this.clock);
  }
}
