import type { FormField, FormTexts } from "../../src/messages/form";
import { controlOf, type Control } from "./control";
import { make } from "./elements";

/** One field: its label, its control, what helps, and what is wrong with it. */
export class FieldView {
  readonly element = make("div", "field");
  readonly #field: FormField;
  readonly #texts: FormTexts;
  readonly #control: Control;
  readonly #problem = make("p", "problem");
  #said = "";

  constructor(field: FormField, texts: FormTexts) {
    this.#field = field;
    this.#texts = texts;
    const label = field.required ? `${field.label} *` : field.label;
    this.#control = controlOf(field, label);
    const { element, showsLabel } = this.#control;
    element.classList.add("control");
    if (!showsLabel) {
      const caption = make("label", "label", label);
      caption.id = `label-${field.name}`;
      caption.addEventListener("click", () => {
        element.focus();
      });
      element.setAttribute("aria-labelledby", caption.id);
      this.element.append(caption);
    }
    this.element.append(element);
    if (field.help !== undefined) this.element.append(make("p", "help", field.help));
    this.#problem.setAttribute("aria-live", "polite");
    this.element.append(this.#problem);
    // `input` comes while typing, `change` from choices and flags.
    for (const event of ["input", "change"]) {
      element.addEventListener(event, () => {
        this.say(this.ownProblem());
      });
    }
  }

  get name(): string {
    return this.#field.name;
  }

  get hasProblem(): boolean {
    return this.#said !== "";
  }

  value(): string | boolean {
    return this.#control.value();
  }

  /** What can be seen without asking the host; empty where all is well. */
  ownProblem(): string {
    if (this.#control.isIncomplete()) return this.#texts.incompleteDate;
    const value = this.value();
    const isEmpty = typeof value === "string" && value.trim() === "";
    return this.#field.required && isEmpty ? this.#texts.required : "";
  }

  say(problem: string): void {
    this.#said = problem;
    this.#problem.textContent = problem;
    this.element.classList.toggle("wrong", problem !== "");
    const focusable = this.#control.focusable();
    focusable.setAttribute("aria-invalid", String(problem !== ""));
    // Ids do not reach into the library's components, so that aria-describedby cannot tell this.
    focusable.setAttribute("aria-description", [problem, this.#field.help ?? ""].filter(Boolean).join(" "));
  }

  focus(): void {
    this.#control.focusable().focus();
  }
}
