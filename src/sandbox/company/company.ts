/** The demo company: its tables, its clock and its way of tracking time. */

import { wallTime, type WallTime } from "../clock.js";
import { Table, type Journal, type Row, type Undo } from "./table.js";
import type {
  BankHoliday,
  Employee,
  Leave,
  PlannedRecord,
  Project,
  ProjectTask,
  ProjectWorker,
  Review,
  Shift,
  Subproject,
  Task,
  TimeRecord,
} from "./records.js";

/**
 * How the company tracks the time of projects: `attendance` hangs every time record on a clocked shift, `flexible`
 * takes minutes per project and day.
 */
export type Mode = "flexible" | "attendance";

export const COMPANY_ID = "4217";

/** The one integration of the company: the credential's own. The list of sync runs asks for it. */
export const DEMO_INTEGRATION_UUID = "6f0d2f3c-4b1e-4c8a-9d57-2a8e4f6b7c11";

export class Company implements Journal {
  readonly legalEntities = new Table<Row>(this, 61);
  readonly locations = new Table<Row>(this, 81);
  readonly teams = new Table<Row>(this, 91);
  readonly employees = new Table<Employee>(this, 301);

  readonly projects = new Table<Project>(this, 1201);
  readonly subprojects = new Table<Subproject>(this, 5001);
  readonly projectWorkers = new Table<ProjectWorker>(this, 20001);
  readonly timeRecords = new Table<TimeRecord>(this, 700001);
  readonly plannedRecords = new Table<PlannedRecord>(this, 3101);
  readonly projectTasks = new Table<ProjectTask>(this, 4101);
  readonly budgetStrategies = new Table<Row>(this, 151);
  readonly expenseRecords = new Table<Row>(this, 2401);
  readonly exportableExpenses = new Table<Row>(this, 1);
  readonly exportableProjects = new Table<Row>(this, 1);
  readonly rates = new Table<Row>(this, 171);
  readonly tasks = new Table<Task>(this, 8801);

  readonly shifts = new Table<Shift>(this, 900001);
  readonly reviews = new Table<Review>(this, 60001);
  readonly bankHolidays = new Table<BankHoliday>(this, 1);
  readonly leaves = new Table<Leave>(this, 5501);

  readonly assetCategories = new Table<Row>(this, 21);
  readonly assetModels = new Table<Row>(this, 1);
  readonly assets = new Table<Row>(this, 1);

  readonly customSchemas = new Table<Row>(this, 41);
  readonly customResources = new Table<Row>(this, 441);
  readonly customValues = new Table<Row>(this, 4401);

  readonly syncRuns = new Table<Row>(this, 7001);
  readonly syncableStates = new Table<Row>(this, 7301);
  readonly syncableSyncRuns = new Table<Row>(this, 7601);
  readonly syncableItems = new Table<Row>(this, 1);
  readonly syncRunOutputs = new Table<Row>(this, 7901);

  readonly agreements = new Table<Row>(this, 1);
  readonly companyScoreScales = new Table<Row>(this, 1);
  readonly scoreScales = new Table<Row>(this, 11);
  readonly evaluations = new Table<Row>(this, 15001);
  readonly evaluationAnswers = new Table<Row>(this, 1);
  readonly evaluationScores = new Table<Row>(this, 17001);
  readonly reviewOwners = new Table<Row>(this, 1501);
  readonly reviewTemplates = new Table<Row>(this, 51);
  readonly reviewProcesses = new Table<Row>(this, 101);
  readonly estimatedTargets = new Table<Row>(this, 1);
  readonly reviewTargets = new Table<Row>(this, 1);
  readonly questionnaires = new Table<Row>(this, 1);
  readonly visibilitySettings = new Table<Row>(this, 1);

  private undos: Undo[] | undefined;
  private stampAt = "";
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly mode: Mode,
    readonly now: () => Date,
  ) {}

  /** What the clock on the company's wall shows. */
  wall(): WallTime {
    return wallTime(this.now());
  }

  get today(): string {
    return this.wall().date;
  }

  note(undo: Undo): void {
    this.undos?.push(undo);
  }

  stamp(): string {
    return this.stampAt === "" ? this.now().toISOString() : this.stampAt;
  }

  /** Runs `work` with everything that it inserts dated back, as a company that is older than a minute needs. */
  asOf<T>(stamp: string, work: () => T): T {
    const before = this.stampAt;
    this.stampAt = stamp;
    try {
      return work();
    } finally {
      this.stampAt = before;
    }
  }

  /** Does all of it or nothing: a refusal half-way takes back what was written before it. */
  transaction<T>(work: () => T): T {
    const undos: Undo[] = (this.undos = []);
    try {
      const result = work();
      for (const listener of this.listeners) listener();
      return result;
    } catch (refusal) {
      this.undos = undefined;
      for (const undo of undos.reverse()) undo();
      throw refusal;
    } finally {
      this.undos = undefined;
    }
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** All tables by name, for saving and loading. */
  tables(): ReadonlyMap<string, Table<Row>> {
    const tables = new Map<string, Table<Row>>();
    for (const [name, value] of Object.entries(this)) if (isTable(value)) tables.set(name, value);
    return tables;
  }
}

function isTable(value: unknown): value is Table<Row> {
  return value instanceof Table;
}
