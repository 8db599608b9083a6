import type { WeekTexts } from "../../src/messages/week";
import { formatMinutes } from "../../src/time/grammar/format";
import { make, makeWords, newId, say } from "../elements";
import type { Place, SheetCells } from "./sheet-cells";

/** The sheet as a table. Only what has changed is drawn anew. */
export class Grid {
  readonly element = make("div", "sheet");
  readonly #cells: readonly (readonly HTMLTableCellElement[])[];
  readonly #rowTotals: readonly HTMLTableCellElement[];
  readonly #dayTotals: readonly HTMLTableCellElement[];
  readonly #weekTotal = make("td", "total");
  readonly #sheet: SheetCells;

  constructor(sheet: SheetCells, texts: WeekTexts, label: string) {
    this.#sheet = sheet;
    const { days, rows } = sheet.week;
    const table = make("table", "grid");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-label", label);
    table.setAttribute("aria-multiselectable", "true");

    const head = table.createTHead().insertRow();
    head.append(header("col", "project", texts.project));
    for (const day of days) {
      const cell = header("col", day.today ? "day today" : "day", day.label);
      const reasons = [day.off, day.closed].filter((reason) => reason !== undefined).join(" · ");
      cell.setAttribute("aria-label", reasons === "" ? day.name : `${day.name}: ${reasons}`);
      cell.classList.toggle("closed", day.closed !== undefined);
      cell.title = reasons;
      if (day.off !== undefined) cell.append(makeWords("span", "off", day.off));
      cell.dataset.day = day.day;
      if (day.today) cell.setAttribute("aria-current", "date");
      head.append(cell);
    }
    head.append(header("col", "total", texts.total));

    const body = table.createTBody();
    const built = rows.map(({ name, cells }, row) => {
      const line = make("tr", "");
      const own = cells.map((cell, column) => {
        const element = make("td", "cell");
        element.setAttribute("role", "gridcell");
        element.tabIndex = -1;
        element.dataset.row = String(row);
        element.dataset.column = String(column);
        if (cell.closed !== undefined) {
          element.setAttribute("aria-readonly", "true");
          element.title = cell.closed;
        }
        return element;
      });
      const name_ = header("row", "name", name);
      name_.dir = "auto";
      name_.title = name;
      const total = make("td", "total");
      total.setAttribute("role", "gridcell");
      line.append(name_, ...own, total);
      body.append(line);
      return { own, total };
    });
    this.#cells = built.map(({ own }) => own);
    this.#rowTotals = built.map(({ total }) => total);

    const foot = table.createTFoot().insertRow();
    foot.append(header("row", "name", texts.total));
    this.#dayTotals = days.map(() => {
      const cell = make("td", "total");
      cell.setAttribute("role", "gridcell");
      foot.append(cell);
      return cell;
    });
    this.#weekTotal.setAttribute("role", "gridcell");
    foot.append(this.#weekTotal);
    this.element.append(table);
    this.drawAll();
  }

  at({ row, column }: Place): HTMLTableCellElement | undefined {
    return this.#cells[row]?.[column];
  }

  /** The cell that an event came from. */
  placeOf(target: EventTarget | null): Place | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>("td.cell") : undefined;
    const { row, column } = cell?.dataset ?? {};
    return row === undefined || column === undefined
      ? undefined
      : { row: Number(row), column: Number(column) };
  }

  drawAll(): void {
    this.draw(this.#cells.flatMap((cells, row) => cells.map((_, column) => ({ row, column }))));
  }

  /** Draws cells, and the sums that they are in. A cell that is being edited is left alone. */
  draw(places: readonly Place[]): void {
    const sheet = this.#sheet;
    for (const place of places) {
      const cell = this.at(place);
      if (cell && !cell.classList.contains("editing")) this.#drawCell(cell, place);
    }
    for (const row of new Set(places.map((place) => place.row))) {
      const total = this.#rowTotals[row];
      if (total) say(total, minutesText(sheet.rowTotal(row)));
    }
    for (const column of new Set(places.map((place) => place.column))) {
      const [total, day] = [this.#dayTotals[column], sheet.week.days[column]];
      if (total && day) drawTotal(total, sheet.dayTotal(column), day.expected);
    }
    const expected = sheet.week.days.reduce((sum, day) => sum + day.expected, 0);
    drawTotal(this.#weekTotal, sheet.total(), expected);
  }

  #drawCell(cell: HTMLTableCellElement, place: Place): void {
    const sheet = this.#sheet;
    const mark = sheet.mark(place);
    const isUnreadable = sheet.minutes(place) === undefined;
    const isEdited = sheet.isEdited(place);
    say(cell, sheet.shown(place));
    cell.classList.toggle("edited", isEdited);
    cell.classList.toggle("problem", isUnreadable || mark?.kind === "problem");
    cell.classList.toggle("conflict", mark?.kind === "conflict");
    if (isUnreadable || mark) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
    const title = mark?.text ?? sheet.cell(place)?.closed ?? "";
    if (cell.title !== title) cell.title = title;
  }
}

function header(scope: "col" | "row", className: string, text: string): HTMLTableCellElement {
  const cell = makeWords("th", className, text);
  cell.scope = scope;
  cell.id = newId("head");
  return cell;
}

function minutesText(minutes: number): string {
  return minutes === 0 ? "" : formatMinutes(minutes);
}

function drawTotal(cell: HTMLTableCellElement, minutes: number, expected: number): void {
  say(cell, expected === 0 ? minutesText(minutes) : `${formatMinutes(minutes)} / ${formatMinutes(expected)}`);
  cell.classList.toggle("met", expected > 0 && minutes >= expected);
}
