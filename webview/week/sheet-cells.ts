import {
  cellIdOf,
  type CellMark,
  type CellMarks,
  type WeekCell,
  type WeekModel,
} from "../../src/messages/week";
import { readCell } from "../../src/time/grammar/cell";
import { formatMinutes } from "../../src/time/grammar/format";
import type { Edits } from "./edits";

/** A place in the sheet: row and column, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The week with what is typed over it. */
export class SheetCells {
  marks: CellMarks = {};

  constructor(
    readonly week: WeekModel,
    readonly edits: Edits,
  ) {}

  cell({ row, column }: Place): WeekCell | undefined {
    return this.week.rows[row]?.cells[column];
  }

  idOf({ row, column }: Place): string {
    return cellIdOf(this.week.rows[row]?.id ?? "", this.week.days[column]?.day ?? "");
  }

  /** Of cells that are edited or marked and stand in a row of this week. */
  placeOf(cellId: string): Place | undefined {
    const row = this.week.rows.findIndex(({ id }) => cellId.startsWith(`${id}|`));
    const column = this.week.days.findIndex(({ day }) => cellId.endsWith(`|${day}`));
    return row === -1 || column === -1 ? undefined : { row, column };
  }

  isOpen(place: Place): boolean {
    const cell = this.cell(place);
    return cell !== undefined && cell.closed === undefined;
  }

  isEdited(place: Place): boolean {
    return this.edits.get(this.idOf(place)) !== undefined;
  }

  mark(place: Place): CellMark | undefined {
    return this.marks[this.idOf(place)];
  }

  /** What an editor starts with, and what is copied. */
  text(place: Place): string {
    return this.edits.get(this.idOf(place)) ?? this.cell(place)?.text ?? "";
  }

  /** What is seen: `1h30` however it was typed; what cannot be read stays as it is. */
  shown(place: Place): string {
    const minutes = this.minutes(place);
    if (minutes === undefined) return this.text(place);
    return minutes === 0 ? "" : formatMinutes(minutes);
  }

  /** Undefined for what cannot be read. */
  minutes(place: Place): number | undefined {
    const edit = this.edits.get(this.idOf(place));
    if (edit === undefined) return this.cell(place)?.minutes;
    const reading = readCell(edit);
    if (reading.kind === "problem") return undefined;
    return reading.kind === "time" ? reading.minutes : 0;
  }

  rowTotal(row: number): number {
    return this.week.days.reduce((sum, _, column) => sum + (this.minutes({ row, column }) ?? 0), 0);
  }

  dayTotal(column: number): number {
    return this.week.rows.reduce((sum, _, row) => sum + (this.minutes({ row, column }) ?? 0), 0);
  }

  total(): number {
    return this.week.rows.reduce((sum, _, row) => sum + this.rowTotal(row), 0);
  }
}
