import type { WeekTexts } from "../../src/messages/week";
import { CellEditor } from "./cell-editor";
import type { Texts } from "./edits";
import type { Grid } from "./grid";
import { Selection } from "./selection";
import type { Place, SheetCells } from "./sheet-cells";
import { readTabular, writeTabular } from "./tabular";

export interface SheetControlParts {
  readonly sheet: SheetCells;
  readonly grid: Grid;
  readonly texts: WeekTexts;
  /** Something was done to cells: one step. */
  readonly onEdit: (texts: Texts) => void;
  /** What stands in the cell that is being edited; undefined when the person has thought better of it. */
  readonly onTyping: (cellId: string, text: string | undefined) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onActive: (place: Place) => void;
  readonly onNote: (sentence: string) => void;
}

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The keyboard, the mouse and the clipboard, as in a spreadsheet. */
export class SheetControl {
  readonly selection: Selection;
  readonly #parts: SheetControlParts;
  #editing: { readonly editor: CellEditor; readonly place: Place } | undefined;

  constructor(parts: SheetControlParts) {
    this.#parts = parts;
    const { sheet, grid, onActive } = parts;
    const size = { rows: sheet.week.rows.length, columns: sheet.week.days.length };
    this.selection = new Selection(grid, size, onActive);
    const { element } = grid;
    element.addEventListener("keydown", (event) => {
      const isDone = this.#editing ? this.#pressInEditor(event) : this.#press(event);
      if (!isDone) return;
      // VS Code hears of all keys that come this far, and would undo or save on its own.
      event.preventDefault();
      event.stopPropagation();
    });
    element.addEventListener("mousedown", (event) => {
      const place = grid.placeOf(event.target);
      if (!place || (this.#editing && isSame(place, this.#editing.place))) return;
      event.preventDefault();
      this.commit();
      this.selection.move(place, { extend: event.shiftKey });
    });
    element.addEventListener("dblclick", (event) => {
      if (grid.placeOf(event.target) && !this.#editing) this.edit();
    });
    element.addEventListener("focusout", ({ target }) => {
      if (target === this.#editing?.editor.input) this.commit();
    });
    element.addEventListener("copy", (event) => {
      this.#copy(event);
    });
    element.addEventListener("cut", (event) => {
      if (this.#copy(event)) this.#clear();
    });
    element.addEventListener("paste", (event) => {
      this.#paste(event);
    });
    this.selection.move(
      {
        row: 0,
        column: Math.max(
          0,
          sheet.week.days.findIndex((day) => day.today),
        ),
      },
      { focus: false },
    );
  }

  /** Opens the active cell. @param text what it starts with; what it holds where none is given */
  edit(text?: string): void {
    const { sheet, grid, onTyping } = this.#parts;
    const place = this.selection.active;
    const cell = grid.at(place);
    if (!cell || !sheet.isOpen(place)) return;
    const label = `${sheet.week.rows[place.row]?.name ?? ""}, ${sheet.week.days[place.column]?.name ?? ""}`;
    const cellId = sheet.idOf(place);
    const editor = new CellEditor({
      cell,
      label,
      text: text ?? sheet.text(place),
      onType: (typed) => {
        onTyping(cellId, typed);
      },
    });
    this.#editing = { editor, place };
  }

  /** Takes what stands in the open cell. */
  commit(): void {
    if (!this.#editing) return;
    const { editor, place } = this.#editing;
    const { text } = editor;
    this.#close();
    this.#set([[place, text]]);
  }

  #close(): void {
    const editing = this.#editing;
    this.#editing = undefined;
    if (!editing) return;
    editing.editor.close();
    this.#parts.onTyping(this.#parts.sheet.idOf(editing.place), undefined);
    this.#parts.grid.draw([editing.place]);
  }

  #pressInEditor(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    const { active } = this.selection;
    switch (event.key) {
      case "Enter":
        if (event.ctrlKey || event.metaKey) return false;
        this.commit();
        this.selection.move({ ...active, row: active.row + (event.shiftKey ? -1 : 1) });
        return true;
      case "Tab":
        this.commit();
        return this.#tab(event.shiftKey);
      case "Escape":
        this.#close();
        this.selection.move(active);
        return true;
      default:
        return false;
    }
  }

  #press(event: KeyboardEvent): boolean {
    const { active } = this.selection;
    const isCommand = event.ctrlKey || event.metaKey;
    const by = ARROWS[event.key];
    if (by && !event.altKey) {
      const { rows, days } = this.#parts.sheet.week;
      const far = isCommand ? Math.max(rows.length, days.length) : 1;
      const to = { row: active.row + by.row * far, column: active.column + by.column * far };
      this.selection.move(to, { extend: event.shiftKey });
      return true;
    }
    if (isCommand) return this.#pressCommand(event);
    switch (event.key) {
      case "Tab":
        return this.#tab(event.shiftKey);
      case "Home":
      case "End":
        this.selection.move(
          { ...active, column: event.key === "Home" ? 0 : Infinity },
          { extend: event.shiftKey },
        );
        return true;
      case "Enter":
      case "F2":
        this.edit();
        return true;
      case "Delete":
      case "Backspace":
        this.#clear();
        return true;
      case "Escape":
        return this.#takeBack();
      default:
        // The key itself lands in the input, which has the focus by then.
        if (event.key.length === 1 && !event.altKey && event.key !== " ") this.edit("");
        return false;
    }
  }

  #pressCommand(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.#parts.onUndo();
    else if (key === "y" || key === "z") this.#parts.onRedo();
    else if (key === "a") this.#selectAll();
    else if (key === "home") this.selection.move({ row: 0, column: 0 }, { extend: event.shiftKey });
    else if (key === "end")
      this.selection.move({ row: Infinity, column: Infinity }, { extend: event.shiftKey });
    else return false;
    return true;
  }

  /** To the next cell, from the last one out of the sheet. */
  #tab(isBack: boolean): boolean {
    const { rows, days } = this.#parts.sheet.week;
    const { row, column } = this.selection.active;
    const next = row * days.length + column + (isBack ? -1 : 1);
    if (next < 0 || next >= rows.length * days.length) return false;
    this.selection.move({ row: Math.floor(next / days.length), column: next % days.length });
    return true;
  }

  #selectAll(): void {
    this.selection.move({ row: 0, column: 0 });
    this.selection.move({ row: Infinity, column: Infinity }, { extend: true });
  }

  #clear(): void {
    this.#set(this.selection.places().map((place) => [place, ""] as const));
  }

  /** Escape: what Factorial holds counts again. */
  #takeBack(): boolean {
    const { sheet, onEdit } = this.#parts;
    const edited = this.selection.places().filter((place) => sheet.isEdited(place));
    if (edited.length === 0) return false;
    onEdit(new Map(edited.map((place) => [sheet.idOf(place), undefined])));
    return true;
  }

  /** Puts texts into the cells that take them, as one step. */
  #set(texts: readonly (readonly [Place, string])[]): void {
    const { sheet, onEdit, onNote, texts: words } = this.#parts;
    const open = texts.filter(([place]) => sheet.isOpen(place));
    onEdit(
      new Map(
        open.map(([place, text]) => {
          const typed = text.trim();
          return [sheet.idOf(place), typed === sheet.cell(place)?.text ? undefined : typed];
        }),
      ),
    );
    const closed = texts.length - open.length;
    if (closed > 0) onNote(words.closedCells.replace("{0}", String(closed)));
  }

  #copy(event: ClipboardEvent): boolean {
    if (this.#editing) return false;
    const { sheet } = this.#parts;
    const rows = this.selection.rows().map((row) => row.map((place) => sheet.text(place)));
    event.clipboardData?.setData("text/plain", writeTabular(rows));
    event.preventDefault();
    return true;
  }

  #paste(event: ClipboardEvent): void {
    if (this.#editing) return;
    event.preventDefault();
    const rows = readTabular(event.clipboardData?.getData("text/plain") ?? "");
    const [only, ...others] = rows.flat();
    if (only === undefined) return;
    if (others.length === 0) {
      this.#set(this.selection.places().map((place) => [place, only] as const));
      return;
    }
    const { week } = this.#parts.sheet;
    const [corner = this.selection.active] = this.selection.places();
    const texts = rows.flatMap((cells, row) =>
      cells.map((text, column) => [{ row: corner.row + row, column: corner.column + column }, text] as const),
    );
    this.#set(texts.filter(([{ row, column }]) => row < week.rows.length && column < week.days.length));
  }
}

function isSame(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}
