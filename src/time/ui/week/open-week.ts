import { cellIdOf, type CellEdits, type CellMarks, type WeekModel } from "../../../messages/week";
import type { Drafts } from "../../../session/drafts";
import type { PersonalTime, Session } from "../../../session/session";
import type { LoggedDay, LoggedTime } from "../../entry";
import type { LoggableProject } from "../../grammar/types";
import { changeOf, isChange, type CellChange, type CellProblem } from "../../week/changes";
import { weekOf, type Week } from "../../week/days";
import { loggedIn, makeSheet, sumOf, type Sheet, type SheetRow } from "../../week/sheet";
import { RowNames } from "./row-names";
import { WeekDraft } from "./week-draft";
import { weekModel } from "./week-model";
import { conflictInWords, problemInWords } from "./week-words";

interface Cell {
  readonly row: SheetRow;
  readonly day: LoggedDay;
}

/** A week as it was read, and what is typed over it. */
export class OpenWeek {
  readonly key: string;
  readonly #draft: WeekDraft;
  #sheet: Sheet;

  private constructor(
    readonly session: Session,
    readonly time: PersonalTime,
    readonly week: Week,
    readonly projects: readonly LoggableProject[],
    readonly names: RowNames,
    draft: WeekDraft,
    days: readonly LoggedDay[],
  ) {
    this.key = keyOf(session, week);
    this.#draft = draft;
    this.#sheet = this.#sheetOf(days);
  }

  /** @param day any of the week's. @throws FactorialError */
  static async read(session: Session, day: string, drafts: Drafts): Promise<OpenWeek | undefined> {
    const week = weekOf(day);
    const { projectList } = session;
    const [time, known] = await Promise.all([session.time(), projectList?.get()]);
    if (!time || !projectList || !known) return undefined;
    const days = await time.log.readDays(week.days);
    // Somebody who logs on a project that we do not know of may have been assigned to it since we asked.
    const isAllKnown = days
      .flatMap(({ logged }) => logged)
      .every(
        ({ projectWorkerId: id }) =>
          id === undefined || known.some(({ projectWorkerId }) => projectWorkerId === id),
      );
    const projects = isAllKnown || projectList.isFresh ? known : await projectList.refresh();
    const names = new RowNames(session, projects);
    const draft = new WeekDraft(drafts, keyOf(session, week));
    const open = new OpenWeek(session, time, week, projects, names, draft, days);
    await names.learn(open.sheet.rows);
    return open;
  }

  get sheet(): Sheet {
    return this.#sheet;
  }

  /** A day of the month that most of the week is in. */
  get middle(): string {
    return this.week.days[3] ?? this.#sheet.today;
  }

  get edits(): CellEdits {
    return this.#draft.edits;
  }

  model(): WeekModel {
    const { key, session, week, sheet, names } = this;
    return weekModel({ key, session, week, sheet, names });
  }

  /** Reads the week again; what is typed stays. @throws FactorialError */
  async readAgain(): Promise<void> {
    this.#sheet = this.#sheetOf(await this.time.log.readDays(this.week.days));
    await this.names.learn(this.#sheet.rows);
  }

  /** Of what was taken last. */
  get turn(): number {
    return this.#draft.turn;
  }

  take(edits: CellEdits, turn: number): void {
    this.#draft.take(edits, turn, (cellId) => this.heldIn(cellId));
  }

  forget(cellIds: readonly string[]): void {
    this.#draft.forget(cellIds);
  }

  /** Of what was typed, what Factorial holds just so by now: a write of which nobody knew the end may have come. */
  forgetWhatIsHeld(): void {
    const { changes, problems } = this.changes();
    this.forget(Object.keys(this.edits).filter((cellId) => !changes.has(cellId) && !problems.has(cellId)));
  }

  /** Answers how many of the rows are new. @throws FactorialError */
  async addRows(rowIds: readonly string[]): Promise<number> {
    const before = this.#sheet.rows.length;
    this.#draft.addRows(rowIds.filter((id) => this.#sheet.rows.every((row) => row.id !== id)));
    this.#sheet = this.#sheetOf(this.#sheet.days);
    await this.names.learn(this.#sheet.rows);
    return this.#sheet.rows.length - before;
  }

  /** What the edits ask for, by cell: those that can be written, and why the others cannot. */
  changes(): {
    readonly changes: ReadonlyMap<string, CellChange>;
    readonly problems: ReadonlyMap<string, CellProblem>;
  } {
    const changes = new Map<string, CellChange>();
    const problems = new Map<string, CellProblem>();
    for (const [cellId, text] of Object.entries(this.edits)) {
      const cell = this.#cellOf(cellId);
      const asked = cell && changeOf(this.#sheet, cell.row, cell.day, text);
      if (isChange(asked)) changes.set(cellId, asked);
      else if (asked) problems.set(cellId, asked);
    }
    return { changes, problems };
  }

  /** @param failed why cells could not be saved when it was tried */
  marks(failed: ReadonlyMap<string, string>): CellMarks {
    const { problems } = this.changes();
    const marks: Record<string, CellMarks[string]> = {};
    for (const cellId of Object.keys(this.edits)) {
      const problem = problems.get(cellId);
      const held = this.heldIn(cellId);
      const failure = failed.get(cellId);
      if (problem) marks[cellId] = { kind: "problem", text: problemInWords(problem) };
      else if (failure !== undefined) marks[cellId] = { kind: "problem", text: failure };
      else if (!this.#draft.isTypedOn(cellId, held))
        marks[cellId] = { kind: "conflict", text: conflictInWords(sumOf(held)) };
    }
    return marks;
  }

  heldIn(cellId: string): readonly LoggedTime[] {
    const cell = this.#cellOf(cellId);
    return cell ? loggedIn(cell.day, cell.row) : [];
  }

  #cellOf(cellId: string): Cell | undefined {
    for (const row of this.#sheet.rows) {
      const day = this.#sheet.days.find((one) => cellIdOf(row.id, one.day) === cellId);
      if (day) return { row, day };
    }
    return undefined;
  }

  #sheetOf(days: readonly LoggedDay[]): Sheet {
    const { time, projects, session } = this;
    return makeSheet({
      days,
      added: this.#draft.rows,
      projects,
      kind: time.log.strategy.kind,
      today: session.clock.today(),
    });
  }
}

function keyOf(session: Session, { days: [monday = ""] }: Week): string {
  return `${session.accountId} ${monday}`;
}
