import type { FormTexts, RatingStep } from "../../../src/messages/form";
import { textButton } from "../parts/buttons";
import { make } from "../../elements";
import type { Control, ControlParts, Of } from "./control";
import { ItemList } from "./items/item-list";
import type { ItemView } from "./items/item-view";
import { smallText } from "./small-text";

/** The steps of a rating: a number each, and what it stands for. */
export function scaleControl({ value }: Of<"scale">, { texts, changed }: ControlParts): Control {
  const element = make("div", "scale");
  const steps = new ItemList({
    texts,
    changed,
    canMove: false,
    view: (step: RatingStep) => new StepView(step, texts, changed),
  });
  const add = textButton(texts.addStep, () => {
    const highest = Math.max(0, ...steps.values().map((step) => step.value));
    steps.add({ value: highest + 1, text: "" });
  });
  for (const step of value) steps.append(step);
  element.append(steps.element, add);
  return {
    element,
    label: "group",
    value: () => steps.values(),
    focusable: () => steps.views.find((step) => !step.isNumber)?.focusable ?? add,
    problem: () => (steps.views.every((step) => step.isNumber) ? "" : texts.required),
  };
}

class StepView implements ItemView<RatingStep> {
  readonly element = make("div", "step");
  readonly head = this.element;
  readonly #number;
  readonly #text;
  /** The last that was a number. */
  #value: number;

  constructor({ value, text }: RatingStep, texts: FormTexts, changed: () => void) {
    this.#value = value;
    this.#number = smallText(texts.stepValue, String(value), changed);
    this.#number.element.classList.add("step-value");
    this.#text = smallText(texts.stepText, text, changed);
    this.element.append(this.#number.element, this.#text.element);
  }

  get name(): string {
    return [this.#number.typed(), this.#text.typed()].filter(Boolean).join(" ");
  }

  get focusable(): HTMLElement {
    return this.#number.element;
  }

  get isNumber(): boolean {
    return /^\s*-?\d+([.,]\d+)?\s*$/.test(this.#number.typed());
  }

  value(): RatingStep {
    if (this.isNumber) this.#value = Number(this.#number.typed().replace(",", "."));
    return { value: this.#value, text: this.#text.typed() };
  }
}
