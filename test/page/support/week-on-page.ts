import type { Locator } from "playwright-core";
import type {
  CellEdits,
  ToWeekHost,
  ToWeekPage,
  WeekDay,
  WeekModel,
  WeekTexts,
} from "../../../src/messages/week";
import { PageAlone, type Look } from "./page-alone";

export const weekTexts: WeekTexts = {
  save: "Save…",
  saving: "Saving…",
  discard: "Discard",
  previousWeek: "‹ Previous",
  thisWeek: "This Week",
  nextWeek: "Next ›",
  readAgain: "Read Again",
  addRow: "Add Row…",
  copyLastWeek: "Copy Last Week's Rows",
  fillFromPlan: "Fill from Plan",
  fillFromCommits: "Fill from Commits",
  month: "Month",
  exportMonth: "Export as CSV…",
  project: "Project",
  total: "Total",
  logged: "Logged",
  planned: "Planned",
  byProject: "By project",
  byWeek: "By week",
  empty: "Nothing is logged in this week.",
  unsaved: "Not saved yet: {0}",
  keys: "Type 1h30.",
  suggestions: "What your commits suggest",
  accept: "Accept",
  acceptInto: "Row",
  close: "Close",
  closedCells: "Left out: {0}",
};

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const FUTURE = "This day is still to come.";

const days: readonly WeekDay[] = NAMES.map((name, at) => ({
  day: `2026-11-${16 + at}`,
  label: `${name.slice(0, 3)} ${16 + at}`,
  name: `${name}, November ${16 + at}`,
  expected: at < 5 ? 480 : 0,
  today: at === 5,
  ...(at === 6 && { closed: FUTURE }),
}));

/** Rows by name, each with what Factorial holds from Monday on; Sunday is to come. */
export function weekOf(rows: Readonly<Record<string, readonly string[]>>): WeekModel {
  return {
    key: "account 2026-11-16",
    title: "Week 47 · Nov 16 – 22",
    place: "Nora Vidal · Brisa Software",
    days: [...days],
    rows: Object.entries(rows).map(([name, texts], row) => ({
      id: `${row + 1}/`,
      name,
      cells: days.map((day, column) => {
        const text = texts[column] ?? "";
        const [, hours = "0"] = /^(\d+)h/.exec(text) ?? [];
        return { minutes: Number(hours) * 60, text, ...(day.closed !== undefined && { closed: day.closed }) };
      }),
    })),
  };
}

export const week = weekOf({
  "ACME / API": ["8h", "7h #Review", "", "8h"],
  "Brisa Platform / Backend": ["", "1h"],
  Internal: [],
});

type Show = Extract<ToWeekPage, { kind: "show" }>;

export function showingWeek(changes: Partial<Show> = {}): Show {
  return {
    kind: "show",
    week,
    fill: true,
    edits: {},
    turn: 0,
    marks: {},
    saving: false,
    texts: weekTexts,
    ...changes,
  };
}

/** The page of the week sheet. */
export class WeekOnPage extends PageAlone<Show, ToWeekPage, ToWeekHost> {
  override open(show = showingWeek(), look: Look = {}): Promise<void> {
    return super.open(show, look);
  }

  override reload(show = showingWeek()): Promise<void> {
    return super.reload(show);
  }

  /** What the page last told to be typed. */
  async edits(): Promise<CellEdits> {
    return (await this.sentOf("edits")).at(-1)?.edits ?? {};
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`td.cell[data-row="${row}"][data-column="${column}"]`);
  }

  async text(row: number, column: number): Promise<string> {
    return (await this.cell(row, column).textContent()) ?? "";
  }

  /** Row and column of what has the focus. */
  async at(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest<HTMLElement>("td.cell");
      return cell ? `${cell.dataset.row ?? ""},${cell.dataset.column ?? ""}` : "";
    });
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Pastes as a person does, from whatever program. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** What is on the clipboard after a copy or a cut. */
  async take(kind: "copy" | "cut"): Promise<string> {
    return this.page.evaluate((type) => {
      const clipboardData = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData("text/plain");
    }, kind);
  }

  override screenshot(name: string): Promise<void> {
    return super.screenshot(`week-${name}`);
  }
}
