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
    }
  }

  #show(show: Show): void {
    const shape = shapeOf(show.form);
    const view = this.#view && !show.fill && shape === this.#shape ? this.#view : this.#open(show);
    this.#shape = shape;
    view.show(show);
  }

  #open({ form, fill, unsaved }: Show): FormView {
    const typed = fill ? {} : this.#typedInto(form);
    const isTyped = unsaved || (!fill && Object.keys(keptValues(form.key)).length > 0);
    // A form that is filled anew while somebody is elsewhere, in the palette say, leaves the focus there.
    const takesFocus = this.#view === undefined || document.hasFocus();
    const focused = this.#view?.focusedField;
    const { scrollY } = window;
    const view = new FormView({
      form: filledIn(form, typed),
      onChange: () => {
        const values = view.values();
        keep({ form: form.key, values: changedIn(form, values) });
        send({ kind: "change", values });
      },
    });
    this.#view?.remove();
    this.#view = view;
    this.#key = form.key;
    view.mount();
    if (takesFocus) view.focus(focused);
    if (focused !== undefined) window.scrollTo(0, scrollY);
    // Also where nothing is typed: by what is kept VS Code knows, after a restart, which form the tab was.
    const kept = () => (fill ? view.values() : changedIn(form, view.values()));
    keep({ form: form.key, values: isTyped ? kept() : {} });
    return view;
  }

  #typedInto({ key }: FormModel): FormValues {
    return this.#view && this.#key === key ? this.#view.values() : keptValues(key);
  }
}

/** VS Code writes what is kept to disk, where nothing belongs that only came from the server. */
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
