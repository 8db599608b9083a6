import type { FormField, FormModel, FormValues } from "../../src/messages/form";
import { send } from "../host";
import { ConflictsView } from "./conflicts-view";
import { FieldView } from "./field-view";
import { make, makeWords, say } from "../elements";
import { SaveBar } from "./save-bar";
import { sectionView } from "./section-view";
import type { Show } from "./told";
import { UnsavedBar } from "./unsaved-bar";

interface FormViewParts {
  readonly form: FormModel;
  readonly onChange: () => void;
}

/** A form on the page. */
export class FormView {
  readonly #form: FormModel;
  readonly #fields: ReadonlyMap<string, FieldView>;
  readonly #main = make("main", "form");
  readonly #body = make("div", "sections");
  readonly #message = makeWords("p", "message");
  readonly #unsaved: UnsavedBar;
  readonly #conflicts: ConflictsView;
  readonly #saveBar: SaveBar;
  /** What the host says of the whole. */
  #refused = "";
  /** A save was held back here: fields are wrong. */
  #isHeldBack = false;
  #saving = false;
  /** Where the person was when they saved. */
  #focusBefore: Element | null = null;

  constructor({ form, onChange }: FormViewParts) {
    this.#form = form;
    const { texts, sections } = form;
    const changed = () => {
      this.#showMessage();
      onChange();
    };
    this.#fields = new Map(
      fieldsOf(form).map((field) => [field.name, new FieldView(field, texts, changed)] as const),
    );
    this.#unsaved = new UnsavedBar(texts);
    this.#conflicts = new ConflictsView(texts);
    this.#saveBar = new SaveBar(texts, () => {
      this.trySave();
    });
    this.#message.setAttribute("role", "alert");
    this.#body.append(
      ...sections.map(({ title, fields }) =>
        sectionView(
          title,
          fields.flatMap(({ name }) => this.#fields.get(name) ?? []),
        ),
      ),
    );
    this.#build();
  }

  mount(): void {
    document.body.append(this.#main);
    for (const field of this.#fields.values()) field.describe();
  }

  /** The field of that name, else the first. */
  focus(fieldName = ""): void {
    const field = this.fieldNamed(fieldName) ?? [...this.#fields.values()][0];
    field?.focus();
  }

  remove(): void {
    this.#main.remove();
  }

  fieldNamed(name: string): FieldView | undefined {
    return this.#fields.get(name);
  }

  /** The field that has the focus. */
  get focusedField(): string | undefined {
    const focused = document.activeElement;
    return [...this.#fields.values()].find(({ element }) => element.contains(focused))?.name;
  }

  values(): FormValues {
    return Object.fromEntries([...this.#fields].map(([name, field]) => [name, field.value()]));
  }

  /** Shows what the host says of the form; what is typed stays. */
  show({ form, saving, unsaved, problems, conflicts }: Show): void {
    const hasEnded = this.#saving && !saving;
    this.#setSaving(saving);
    this.#unsaved.show(unsaved);
    this.#conflicts.show(conflicts);
    if (saving) return;
    for (const field of fieldsOf(form)) {
      this.fieldNamed(field.name)?.hearField(field, problems.fields[field.name] ?? "");
    }
    // What is beside no field must not be lost.
    const others = Object.entries(problems.fields).filter(([name]) => !this.#fields.has(name));
    this.#refused = [problems.message ?? "", ...others.map(([, problem]) => problem)]
      .filter(Boolean)
      .join("\n");
    this.#showMessage();
    if (hasEnded) this.#focusAfterSave();
  }

  /** Sends what is filled in, once; false where something can be seen to be wrong with it. */
  trySave(): boolean {
    if (this.#saving) return true;
    const fields = [...this.#fields.values()];
    // All of them, so that each says what is wrong.
    this.#isHeldBack = fields.map((field) => field.judge()).includes(false);
    this.#refused = "";
    this.#showMessage();
    if (this.#isHeldBack) {
      fields.find(({ problem }) => problem !== "")?.focus();
      return false;
    }
    for (const field of fields) field.forgetRefusal();
    this.#setSaving(true);
    const values = this.values();
    if (this.#conflicts.isShown) send({ kind: "resolve", theirs: this.#conflicts.theirs(), values });
    else send({ kind: "save", values });
    return true;
  }

  #build(): void {
    const { title, place, texts } = this.#form;
    this.#main.append(
      makeWords("h1", "title", title),
      makeWords("p", "place", place),
      this.#unsaved.element,
      this.#message,
      this.#conflicts.element,
      this.#body,
    );
    if (fieldsOf(this.#form).some(({ required }) => required)) {
      this.#main.append(make("p", "help", texts.requiredMark));
    }
    this.#main.append(this.#saveBar.element);
  }

  #setSaving(saving: boolean): void {
    if (saving === this.#saving) return;
    this.#saving = saving;
    if (saving) this.#focusBefore = document.activeElement;
    this.#saveBar.show(saving);
    this.#body.inert = saving;
    this.#conflicts.element.inert = saving;
  }

  #showMessage(): void {
    const isWrong = [...this.#fields.values()].some(({ problem }) => problem !== "");
    if (!isWrong) this.#isHeldBack = false;
    say(this.#message, this.#refused || (this.#isHeldBack ? this.#form.texts.seeFields : ""));
  }

  /** To what is to be done next; else back to where the person was, which the save took the focus from. */
  #focusAfterSave(): void {
    const wrong = [...this.#fields.values()].find(({ problem }) => problem !== "");
    if (this.#conflicts.isShown) this.#conflicts.focus();
    else if (wrong) wrong.focus();
    else if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus();
  }
}

function fieldsOf({ sections }: FormModel): readonly FormField[] {
  return sections.flatMap(({ fields }) => fields);
}
