import type { FormModel, FormValues, ToPage } from "../../src/messages/form";
import { send } from "../host";
import { filledIn } from "./filled-in";
import { FormView } from "./form-view";
import { keep, keptValues } from "./kept";
import type { Show } from "./told";

/** What the page knows between two messages: the form that it shows, and which one that is. */
export class FormPage {
  #view: FormView | undefined;
  #key = "";
  /** The form without its values: while it is the same, what is typed and where the cursor is stay as they are. */
  #shape = "";
  /** The form's changes so far. */
  #turn = 0;

  constructor() {
    // Before a component sees the key: Ctrl+Enter is never a choice in a list.
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        this.#view?.trySave();
      },
      { capture: true },
    );
    // After: an open list takes Escape for itself.
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !this.#view) return;
      send({ kind: "leave", values: this.#view.values() });
    });
  }

  hear(message: ToPage): void {
    switch (message.kind) {
      case "show":
        this.#show(message);
        break;
      case "reading":
        this.#view?.fieldNamed(message.name)?.hearReading(message);
        break;
      case "found":
        this.#view?.fieldNamed(message.name)?.hearFound(message);
        break;
      case "kept":
        this.#hearKept(message.turn);
        break;
      case "save-now":
        if (this.#view?.trySave() === false) send({ kind: "held-back" });
        break;
    }
  }

  #show(show: Show): void {
    const shape = shapeOf(show.form);
    const view = this.#view && !show.fill && shape === this.#shape ? this.#view : this.#open(show);
    this.#shape = shape;
    view.show(show);
  }

  #open({ form, fill, turn }: Show): FormView {
    const typed = fill ? {} : this.#typedInto(form, turn);
    this.#turn = Math.max(this.#turn, turn);
    const isNewPage = this.#view === undefined;
    // A form that is filled anew while somebody is elsewhere, in the palette say, leaves the focus there.
    const takesFocus = isNewPage || document.hasFocus();
    const focused = this.#view?.focusedField;
    const { scrollY } = window;
    const view = new FormView({
      form: filledIn(form, typed),
      onChange: () => {
        this.#tellChange(form, view.values());
      },
    });
    this.#view?.remove();
    this.#view = view;
    this.#key = form.key;
    view.mount();
    if (takesFocus) view.focus(focused);
    if (focused !== undefined) window.scrollTo(0, scrollY);
    const values = view.values();
    const kept = changedIn(form, values);
    // What was typed while the host could not hear it.
    if (isNewPage && Object.keys(kept).length > 0) this.#tellChange(form, values);
    // Also where there is none: by what is kept VS Code knows, after a restart, which form the tab was.
    else keep({ form: form.key, values: kept, turn: this.#turn });
    return view;
  }

  #tellChange(form: FormModel, values: FormValues): void {
    this.#turn += 1;
    keep({ form: form.key, values: changedIn(form, values), turn: this.#turn });
    send({ kind: "change", values, turn: this.#turn });
  }

  #hearKept(turn: number): void {
    if (turn === this.#turn) keep({ form: this.#key, values: {}, turn });
  }

  #typedInto({ key }: FormModel, hostsTurn: number): FormValues {
    return this.#view && this.#key === key ? this.#view.values() : keptValues(key, hostsTurn);
  }
}

/** What is filled in otherwise than the host has it. */
function changedIn({ sections }: FormModel, values: FormValues): FormValues {
  const unchanged = new Map(
    sections.flatMap(({ fields }) => fields.map(({ name, value }) => [name, JSON.stringify(value)])),
  );
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => unchanged.get(name) !== JSON.stringify(value)),
  );
}

function shapeOf({ key, title, place, sections, texts }: FormModel): string {
  const shapes = sections.map((section) => ({
    title: section.title,
    fields: section.fields.map((field) => ({ ...field, value: undefined, reading: undefined })),
  }));
  return JSON.stringify([key, title, place, shapes, texts]);
}
