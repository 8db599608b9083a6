import type { Temporal } from "temporal-polyfill";
import type { Credentials } from "../api/credentials";
import type { RequestLine, TransportOptions } from "../api/transport";
import type { ApiVersion } from "../api/versions";
import { createFactorialClient, type FactorialClient } from "../resources/factorial-client";
import { Names } from "../store/names";
import { Store } from "../store/store";
import { CompanyClock } from "../time/company-clock";
import type { Person, TimeEntry } from "../time/entry";
import type { Journal } from "../time/journal/journal";
import { ProjectList, type ProjectListMemory } from "../time/project-list";
import type { findMode as FindMode, ModeFinding, TimeMode } from "../time/strategies/choose";
import type { TimeLog, TimeLogOptions } from "../time/time-log";
import { findTimeZone } from "../time/time-zone";

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
  /** IANA name from the settings; empty: that of the person's location, which is asked for once and remembered. */
  readonly timeZone: string;
  readonly timeZoneMemory: TimeZoneMemory;
  readonly timeMode: "auto" | TimeMode;
  readonly projectListMemory: ProjectListMemory;
  /** Where the journals of all accounts are. */
  readonly journalFolder: string;
  /** The disk refuses what the journal should keep. */
  readonly onJournalFailure?: (error: unknown) => void;
  readonly onRequest: (line: RequestLine) => void;
  readonly onWait: (seconds: number) => void;
  /** How long to wait for what; the defaults are for people. */
  readonly patience?: Pick<TransportOptions, "timeoutSeconds" | "retryDelays"> &
    Pick<TimeLogOptions, "settleDelays">;
  /** Default the machine's. */
  readonly instant?: () => Temporal.Instant;
}

export interface TimeZoneMemory {
  read(): unknown;
  write(zone: string): void;
}

/** How one person logs time in one company. */
export interface PersonalTime {
  readonly person: Person;
  readonly log: TimeLog;
  /** What is not saved yet, or not known to be. */
  readonly journal: Journal;
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
  #journal: Promise<Journal> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { baseUrl, credentials, version, onRequest, onWait, patience } = options;
    this.client = createFactorialClient({ ...patience, baseUrl, credentials, version, onRequest, onWait });
    this.names = new Names(this.store, this.client);
    this.clock = new CompanyClock(options.timeZone || this.#rememberedZone(), options.instant);
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
    const { person, projectList } = this;
    if (!person || !projectList) return undefined;
    this.#time ??= this.#startTime(person, projectList).catch((error: unknown) => {
      // A failure (no network at the first use) must not stay for the whole session.
      this.#time = undefined;
      throw error;
    });
    return this.#time;
  }

  /** What is not saved yet, or not known to be: read from the disk, without a request. */
  journal(): Promise<Journal> | undefined {
    return this.person && this.#journalOf(this.person);
  }

  dispose(): void {
    void this.#journal?.then(
      (journal) => {
        journal.dispose();
      },
      () => undefined,
    );
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
    // Loaded here: no view and no action needs it.
    const [{ TimeLog }, { WorkCalendar }, { findMode, strategyFor }] = await Promise.all([
      import("../time/time-log"),
      import("../time/calendar/work-calendar"),
      import("../time/strategies/choose"),
      this.#learnTimeZone(employeeId),
    ]);
    const finding = await this.#findMode(findMode, employeeId, projectList);
    const { version, patience } = this.#options;
    const strategy = strategyFor(finding.mode, { client, version, store, employeeId, clock });
    const journal = await this.#journalOf(person);
    const nameOf = (entry: TimeEntry) => projectList.nameOf(entry);
    const calendar = new WorkCalendar(client, employeeId);
    const log = new TimeLog({
      ...patience,
      client,
      strategy,
      employeeId,
      clock,
      journal,
      calendar,
      nameOf,
    });
    return { person, finding, log, journal };
  }

  #journalOf({ employeeId }: Person): Promise<Journal> {
    this.#journal ??= this.#openJournal(employeeId);
    return this.#journal;
  }

  async #openJournal(employeeId: string): Promise<Journal> {
    const { accountId, journalFolder, onJournalFailure } = this.#options;
    const { Journal } = await import("../time/journal/journal");
    const journal = new Journal({
      folder: journalFolder,
      account: accountId,
      employeeId,
      ...(onJournalFailure && { onFailure: onJournalFailure }),
    });
    await journal.refresh();
    await journal.prune();
    journal.follow();
    return journal;
  }

  #rememberedZone(): string {
    const zone = this.#options.timeZoneMemory.read();
    return typeof zone === "string" ? zone : "";
  }

  /**
   * A machine is often in another zone than the company (a container is in UTC), and hours sent with the wrong offset
   * end up at the wrong time of day.
   */
  async #learnTimeZone(employeeId: string): Promise<void> {
    const { timeZone, timeZoneMemory } = this.#options;
    if (timeZone !== "" || this.#rememberedZone() !== "") return;
    const zone = (await findTimeZone(this.client, employeeId)) ?? this.clock.zone;
    this.clock.useZone(zone);
    timeZoneMemory.write(zone);
  }

  async #findMode(
    findMode: typeof FindMode,
    employeeId: string,
    projectList: ProjectList,
  ): Promise<ModeFinding> {
    const { timeMode } = this.#options;
    if (timeMode !== "auto") return { mode: timeMode, evidence: "setting" };
    const projectWorkerIds = (await projectList.get()).map((project) => project.projectWorkerId);
    return findMode(this.client, { employeeId, projectWorkerIds }, this.clock);
  }
}
