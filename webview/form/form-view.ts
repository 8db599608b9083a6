import type { FormModel, FormValues, ToPage } from "../../src/messages/form";
import { button, progressRing } from "../toolkit";
import { make } from "./elements";
import { FieldView } from "./field-view";

interface FormViewParts {
  readonly form: FormModel;
  readonly onChange: () => void;
  readonly onSave: () => void;
}

/** A form on the page. */
export class FormView {
  readonly #parts: FormViewParts;
  readonly #fields: readonly FieldView[];
  readonly #body = make("div", "fields");
  readonly #message = make("p", "message");
  readonly #progress = make("span", "progress");
  readonly #save = button();
  #saving = false;

  constructor(parts: FormViewParts) {
    this.#parts = parts;
    const { title, place, fields, texts } = parts.form;
    this.#fields = fields.map((field) => new FieldView(field, texts));
    this.#body.append(...this.#fields.map((field) => field.element));
    this.#message.setAttribute("role", "alert");
    this.#progress.setAttribute("role", "status");
    this.#save.append(texts.save);

    const main = make("main", "form");
    main.append(make("h1", "title", title), make("p", "place", place), this.#message, this.#body);
    if (fields.some((field) => field.required)) main.append(make("p", "help", texts.requiredMark));
    const actions = make("div", "actions");
    actions.append(this.#save, this.#progress);
    main.append(actions);
    document.body.replaceChildren(main);

    for (const event of ["input", "change"]) this.#body.addEventListener(event, parts.onChange);
    this.#save.addEventListener("click", () => {
      this.#trySave();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#trySave();
    });
  }

  values(): FormValues {
    return Object.fromEntries(this.#fields.map((field) => [field.name, field.value()]));
  }

  focus(): void {
    this.#fields[0]?.focus();
  }

  /** Shows what the host says of the form as a whole; what is typed stays. */
  show({ form, saving, problems }: ToPage): void {
    this.#setSaving(saving);
    if (saving) return;
    const judged = new Map(form.fields.map(({ name, value }) => [name, value]));
    for (const field of this.#fields) {
      // What has been changed since is not what was refused.
      const isSame = judged.get(field.name) === field.value();
      field.say(isSame ? (problems.fields[field.name] ?? "") : "");
    }
    this.#message.textContent = problems.message ?? "";
    this.#focusProblem();
  }

  #trySave(): void {
    if (this.#saving) return;
    for (const field of this.#fields) field.say(field.ownProblem());
    const isWrong = this.#fields.some((field) => field.hasProblem);
    this.#message.textContent = isWrong ? this.#parts.form.texts.seeFields : "";
    if (isWrong) {
      this.#focusProblem();
      return;
    }
    this.#setSaving(true);
    this.#parts.onSave();
  }

  #setSaving(saving: boolean): void {
    if (saving === this.#saving) return;
    this.#saving = saving;
    this.#save.disabled = saving;
    this.#body.inert = saving;
    if (saving) this.#progress.replaceChildren(progressRing(), this.#parts.form.texts.saving);
    else this.#progress.replaceChildren();
  }

  #focusProblem(): void {
    this.#fields.find((field) => field.hasProblem)?.focus();
  }
}
