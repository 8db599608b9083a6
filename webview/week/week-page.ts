import {
  weekPageState,
  type CellEdits,
  type MonthModel,
  type ToWeekHost,
  type ToWeekPage,
  type WeekModel,
  type WeekTexts,
} from "../../src/messages/week";
import { make, makeWords, newId, say } from "../elements";
import { host } from "../host";
import { Edits, type Texts } from "./edits";
import { Grid } from "./grid";
import { monthView } from "./month-view";
import { SheetCells, type Place } from "./sheet-cells";
import { SheetControl } from "./sheet-control";
import { suggestionsView } from "./suggestions-view";
import { toolbar, type Toolbar } from "./toolbar";

type Show = Extract<ToWeekPage, { kind: "show" }>;

interface Shown {
  readonly week: WeekModel;
  readonly texts: WeekTexts;
  readonly sheet: SheetCells;
  readonly grid: Grid;
  readonly control: SheetControl;
}

/** The page between two messages: what is typed is its own, all else is the host's. */
export class WeekPage {
  readonly #root = make("main", "week");
  readonly #title = make("h1", "title");
  readonly #place = makeWords("p", "place");
  readonly #notice = make("p", "notice");
  readonly #detail = makeWords("p", "detail");
  readonly #below = make("div", "below");
  #toolbar: Toolbar | undefined;
  #shown: Shown | undefined;
  /** The week without what is typed: while it is the same, cells and cursor stay as they are. */
  #shape = "";
  /** What stands in the cell that is open; it is kept as if it were taken. */
  #typing: readonly [cellId: string, text: string] | undefined;
  /** Of what was typed last. */
  #turn = 0;
  /** What is typed and the host has not said to have. */
  #unheard: CellEdits | undefined;
  /** The cell in use, by its id: rows come and go. */
  #active: string | undefined;

  constructor() {
    this.#notice.setAttribute("role", "status");
    this.#detail.setAttribute("role", "status");
    this.#detail.id = newId("detail");
    document.addEventListener(
      "keydown",
      (event) => {
        const isSave = event.key === "Enter" || event.key.toLowerCase() === "s";
        if (!isSave || !(event.ctrlKey || event.metaKey) || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        this.#save();
      },
      { capture: true },
    );
  }

  hear(message: ToWeekPage): void {
    const shown = this.#shown;
    switch (message.kind) {
      case "show":
        this.#show(message);
        return;
      case "judged":
        if (shown && message.turn >= this.#turn) {
          this.#mark(shown, message.marks);
          this.#unheard = undefined;
          this.#keep(shown.sheet);
        }
        return;
      case "fill":
        if (shown) this.#edit(shown, new Map(Object.entries(message.edits)));
        return;
      case "suggest":
        if (shown) this.#suggest(shown, message.suggestions);
        return;
      case "month":
        if (shown) this.#showMonth(shown, message.month);
    }
  }

  #show(show: Show): void {
    const { week, texts, fill, saving, notice } = show;
    if (!this.#toolbar) this.#build(texts);
    say(this.#notice, notice ?? "");
    if (!week) {
      this.#shown?.grid.element.remove();
      this.#shown = undefined;
      this.#shape = "";
      this.#toolbar?.update({ saving, edits: 0, hasWeek: false });
      return;
    }
    // The host has all that was typed: what it says of it counts.
    if (show.turn >= this.#turn) this.#unheard = undefined;
    const shape = JSON.stringify(week);
    if (fill || shape !== this.#shape) this.#open(show, week, texts);
    this.#shape = shape;
    const shown = this.#shown;
    if (!shown) return;
    if (fill || show.turn >= this.#turn) this.#mark(shown, show.marks);
    this.#hold(shown, saving);
    // While it was inert nothing in it could have the focus: where that went nowhere else, it comes back.
    const isNowhere = document.hasFocus() && document.activeElement === document.body;
    if (!saving && isNowhere && week.rows.length > 0)
      shown.control.selection.move(shown.control.selection.active);
  }

  #hold({ grid, sheet }: Shown, saving: boolean): void {
    grid.element.inert = saving;
    this.#toolbar?.update({ saving, edits: sheet.edits.size, hasWeek: true });
  }

  #build(texts: WeekTexts): void {
    this.#toolbar = toolbar(texts, {
      save: () => {
        this.#save();
      },
      discard: () => {
        this.#discard();
      },
      go: (weeks) => {
        this.#shown?.control.commit();
        send({ kind: "go", weeks });
      },
      ask: (what) => {
        this.#shown?.control.commit();
        send({ kind: "ask", for: what });
      },
    });
    const { navigation, actions } = this.#toolbar;
    this.#root.append(
      this.#title,
      this.#place,
      navigation,
      this.#notice,
      this.#detail,
      actions,
      make("p", "keys", texts.keys),
      this.#below,
    );
    document.body.append(this.#root);
  }

  /** Builds the sheet of a week, with what the host has of edits, or what it could not hear. */
  #open({ fill, edits, marks, turn }: Show, week: WeekModel, texts: WeekTexts): void {
    const before = this.#shown;
    const isSameWeek = before?.week.key === week.key;
    const isFirst = before === undefined;
    before?.control.commit();
    if (!isSameWeek) {
      const kept = isFirst ? keptOf(week.key) : undefined;
      this.#active = kept?.active;
      this.#unheard = kept && kept.turn > turn ? kept.edits : undefined;
      this.#turn = Math.max(turn, kept?.turn ?? 0);
    }
    const active = this.#active;
    const own = isSameWeek && !fill ? before.sheet.edits : new Edits(this.#unheard ?? edits);
    const sheet = new SheetCells(week, own);
    sheet.marks = marks;
    const grid = new Grid(sheet, texts, week.title);
    const hadFocus = document.hasFocus() && (isFirst || before.grid.element.contains(document.activeElement));
    const control = new SheetControl({
      sheet,
      grid,
      texts,
      onEdit: (changed) => {
        if (this.#shown?.sheet === sheet) this.#edit(this.#shown, changed);
      },
      onTyping: (cellId, text) => {
        this.#typing = text === undefined ? undefined : [cellId, text];
        this.#tell(sheet);
      },
      onUndo: () => {
        if (this.#shown?.sheet === sheet) this.#redraw(this.#shown, own.undo());
      },
      onRedo: () => {
        if (this.#shown?.sheet === sheet) this.#redraw(this.#shown, own.redo());
      },
      onActive: (place) => {
        this.#active = sheet.idOf(place);
        this.#keep(sheet);
        this.#explain(sheet, place);
      },
      onNote: (sentence) => {
        say(this.#notice, sentence);
      },
    });
    say(this.#title, week.title);
    say(this.#place, week.place);
    if (before) before.grid.element.replaceWith(grid.element);
    else this.#detail.before(grid.element);
    if (!isSameWeek) this.#below.replaceChildren();
    this.#shown = { week, texts, sheet, grid, control };
    if (week.rows.length > 0)
      control.selection.move(
        (active === undefined ? undefined : sheet.placeOf(active)) ?? control.selection.active,
        { focus: hadFocus },
      );
    else this.#explain(sheet, control.selection.active);
    this.#keep(sheet);
    if (this.#unheard) this.#tell(sheet);
  }

  #edit(shown: Shown, texts: Texts): void {
    this.#redraw(shown, shown.sheet.edits.set(texts));
  }

  #redraw({ sheet, grid, control }: Shown, cellIds: readonly string[]): void {
    if (cellIds.length === 0) return;
    sheet.marks = Object.fromEntries(
      Object.entries(sheet.marks).filter(([cellId]) => !cellIds.includes(cellId)),
    );
    grid.draw(cellIds.flatMap((cellId) => sheet.placeOf(cellId) ?? []));
    this.#explain(sheet, control.selection.active);
    this.#toolbar?.update({ saving: false, edits: sheet.edits.size, hasWeek: true });
    this.#tell(sheet);
  }

  #mark({ sheet, grid, control }: Shown, marks: SheetCells["marks"]): void {
    const touched = new Set([...Object.keys(sheet.marks), ...Object.keys(marks)]);
    sheet.marks = marks;
    grid.draw([...touched].flatMap((cellId) => sheet.placeOf(cellId) ?? []));
    this.#explain(sheet, control.selection.active);
  }

  /** What there is to say of the active cell, or of there being none: why it is closed, what is wrong with it, its comment. */
  #explain(sheet: SheetCells, place: Place): void {
    if (sheet.week.rows.length === 0) {
      say(this.#detail, this.#shown?.texts.empty ?? "");
      return;
    }
    const text = sheet.text(place);
    const comment = text.includes("#") ? text : "";
    say(this.#detail, sheet.mark(place)?.text ?? sheet.cell(place)?.closed ?? comment);
  }

  #allEdits(sheet: SheetCells): CellEdits {
    return this.#typing ? { ...sheet.edits.all(), [this.#typing[0]]: this.#typing[1] } : sheet.edits.all();
  }

  #tell(sheet: SheetCells): void {
    const edits = this.#allEdits(sheet);
    this.#turn += 1;
    this.#unheard = edits;
    this.#keep(sheet);
    send({ kind: "edits", key: sheet.week.key, edits, turn: this.#turn });
  }

  /** With VS Code, for when the page is made anew: a tab that is not in front has none. */
  #keep({ week: { key } }: SheetCells): void {
    host.setState({ key, edits: this.#unheard ?? {}, turn: this.#turn, active: this.#active });
  }

  #save(): void {
    const shown = this.#shown;
    if (!shown || shown.grid.element.inert) return;
    shown.control.commit();
    // From here on the sheet takes nothing: the host, which answers with all that it then holds, would not hear it.
    this.#hold(shown, true);
    this.#turn += 1;
    send({ kind: "save", key: shown.week.key, edits: shown.sheet.edits.all(), turn: this.#turn });
  }

  #discard(): void {
    const shown = this.#shown;
    if (!shown) return;
    shown.control.commit();
    this.#edit(shown, new Map(Object.keys(shown.sheet.edits.all()).map((cellId) => [cellId, undefined])));
  }

  #suggest(shown: Shown, suggestions: Extract<ToWeekPage, { kind: "suggest" }>["suggestions"]): void {
    const { week, texts, sheet, control } = shown;
    const rows = week.rows.filter((_, row) => week.days.some((__, column) => sheet.isOpen({ row, column })));
    const view = suggestionsView({
      suggestions,
      rows,
      rowId: week.rows[control.selection.active.row]?.id ?? "",
      texts,
      onAccept: ({ day, time }, rowId) => {
        this.#edit(shown, new Map([[`${rowId}|${day}`, time]]));
      },
    });
    this.#below.querySelector(".suggestions")?.remove();
    this.#below.prepend(view);
    view.scrollIntoView({ block: "nearest" });
  }

  #showMonth({ texts }: Shown, month: MonthModel): void {
    const view = monthView(month, texts, () => {
      send({ kind: "ask", for: "exportMonth" });
    });
    this.#below.querySelector(".month")?.remove();
    this.#below.append(view);
    view.scrollIntoView({ block: "nearest" });
  }
}

/** What was kept of this week. */
function keptOf(key: string) {
  const kept = weekPageState.safeParse(host.getState());
  return kept.success && kept.data.key === key ? kept.data : undefined;
}

function send(message: ToWeekHost): void {
  host.postMessage(message);
}
