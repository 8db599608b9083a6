import type { FormField, FormTexts, FormValue } from "../../src/messages/form";
import { send } from "../host";
import { controlOf } from "./fields/control-of";
import type { Control } from "./fields/control";
import { clipped, make, makeWords, newId, say } from "../elements";
import type { Found, Reading } from "./told";

/** One field: its label, its control, what helps, and what is wrong with it. */
export class FieldView {
  readonly element = make("div", "field");
  readonly name: string;
  readonly #field: FormField;
  readonly #texts: FormTexts;
  readonly #control: Control;
  readonly #help: HTMLElement | undefined;
  readonly #problem = makeWords("p", "problem");
  /** What the host refused, until the value is another one. */
  #refused = "";
  /** What it refused before the value was changed: a message that was on its way may say it once more. */
  #outdated = "";
  /** That a field is empty is no fault before somebody has been there. */
  #isTouched = false;

  constructor(field: FormField, texts: FormTexts, onChange: () => void) {
    this.name = field.name;
    this.#field = field;
    this.#texts = texts;
    const shown = clipped(field.label, 200);
    const label = field.required ? `${shown} *` : shown;
    this.#control = controlOf(field, {
      label,
      texts,
      changed: () => {
        this.#takeChange();
        onChange();
      },
      judged: () => {
        this.#showProblem();
      },
      read: (text) => {
        send({ kind: "read", name: field.name, text });
      },
      search: (text) => {
        send({ kind: "search", name: field.name, text });
      },
      chooseFiles: () => {
        send({ kind: "choose-files", name: field.name });
      },
    });
    this.#help = field.help === undefined ? undefined : makeWords("p", "help", field.help);
    this.#build(label);
  }

  value(): FormValue {
    return this.#control.value();
  }

  focus(): void {
    this.#control.focusable().focus();
  }

  hearReading(reading: Reading): void {
    this.#control.hearReading?.(reading);
  }

  hearFound(found: Found): void {
    this.#control.hearFound?.(found);
  }

  /** What the host says of the field as it has it. */
  hearField(field: FormField, problem: string): void {
    this.#control.hearField?.(field);
    if (problem === "") this.#outdated = "";
    this.#refused = problem === this.#outdated ? "" : problem;
    this.#showProblem();
  }

  get problem(): string {
    return this.#ownProblem() || this.#refused;
  }

  /** Says what can be seen to be wrong without asking the host; whether there is any. */
  judge(): boolean {
    this.#isTouched = true;
    this.#showProblem();
    return this.#ownProblem() === "";
  }

  /** The value goes to the host, which says anew what is wrong with it. */
  forgetRefusal(): void {
    this.#refused = "";
    this.#outdated = "";
    this.#showProblem();
  }

  /** Tells screen readers of the help and the problem; when the field is in the page. */
  describe(): void {
    const focusable = this.#control.focusable();
    const described = this.#control.label === "group" ? this.element : focusable;
    if (described.getRootNode() === document) {
      const ids = [...(this.#control.describedBy ?? []), this.#problem.id, this.#help?.id];
      described.setAttribute("aria-describedby", ids.filter(Boolean).join(" "));
    } else {
      // Ids do not reach into the library's components.
      const texts = [this.#problem.textContent, this.#help?.textContent].filter(Boolean);
      described.setAttribute("aria-description", texts.join(" "));
    }
    // Of a group nothing can be said to be wrong but in its description.
    if (described === focusable) described.setAttribute("aria-invalid", String(this.problem !== ""));
  }

  #build(label: string): void {
    const { element, label: shownBy } = this.#control;
    element.classList.add("control");
    if (shownBy !== "own") this.element.append(this.#caption(label));
    this.element.append(element);
    if (this.#help) {
      this.#help.id = newId("help");
      this.element.append(this.#help);
    }
    this.#problem.id = newId("problem");
    this.#problem.setAttribute("aria-live", "polite");
    this.element.append(this.#problem);
  }

  #caption(label: string): HTMLElement {
    const caption = makeWords("span", "label", label);
    caption.id = newId("label");
    if (this.#control.label === "group") {
      this.element.setAttribute("role", "group");
      this.element.setAttribute("aria-labelledby", caption.id);
    } else {
      this.#control.focusable().setAttribute("aria-labelledby", caption.id);
      caption.addEventListener("click", () => {
        this.focus();
      });
    }
    return caption;
  }

  #takeChange(): void {
    this.#isTouched = true;
    if (this.#refused !== "") this.#outdated = this.#refused;
    this.#refused = "";
    this.#showProblem();
  }

  #ownProblem(): string {
    const problem = this.#control.problem?.() ?? "";
    if (problem !== "" || !this.#isTouched) return problem;
    return this.#field.required && isEmpty(this.value()) ? this.#texts.required : "";
  }

  #showProblem(): void {
    say(this.#problem, this.problem);
    this.element.classList.toggle("wrong", this.problem !== "");
    if (this.element.isConnected) this.describe();
  }
}

function isEmpty(value: FormValue): boolean {
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}
