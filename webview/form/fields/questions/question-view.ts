import type { FormTexts, Question } from "../../../../src/messages/form";
import { checkbox } from "../../../toolkit";
import { textButton } from "../../parts/buttons";
import { make } from "../../../elements";
import { choiceList, type Choice } from "../choice";
import { ItemList } from "../items/item-list";
import type { ItemView } from "../items/item-view";
import { smallText } from "../small-text";
import { OptionView } from "./option-view";

export interface AnswerType extends Choice {
  readonly hasOptions?: boolean | undefined;
}

interface QuestionParts {
  readonly texts: FormTexts;
  readonly changed: () => void;
  readonly answerTypes: readonly AnswerType[];
}

export class QuestionView implements ItemView<Question> {
  readonly element = make("div", "question");
  readonly head = make("div", "item-head");
  readonly #parts: QuestionParts;
  readonly #uuid: string;
  readonly #title;
  readonly #answerType;
  readonly #mandatory = checkbox();
  readonly #options: ItemList<string, OptionView>;
  readonly #choosing = make("div", "question-options");

  constructor({ uuid, title, answerType, mandatory, options }: Question, parts: QuestionParts) {
    const { texts, changed, answerTypes } = parts;
    this.#parts = parts;
    this.#uuid = uuid;
    this.#title = smallText(texts.questionTitle, title, changed);
    this.head.append(this.#title.element);

    this.#answerType = choiceList(answerType, answerTypes, () => {
      this.#showOptions();
      changed();
    });
    this.#answerType.element.setAttribute("aria-label", texts.answerType);
    this.#mandatory.checked = mandatory;
    this.#mandatory.append(texts.mandatory);
    this.#mandatory.addEventListener("change", changed);
    const facts = make("div", "question-facts");
    facts.append(this.#answerType.element, this.#mandatory);

    this.#options = new ItemList<string, OptionView>({
      texts,
      changed,
      canMove: true,
      view: (option) => new OptionView(option, texts.option, changed),
    });
    for (const option of options) this.#options.append(option);
    const add = textButton(texts.addOption, () => {
      this.#options.add("");
    });
    this.#choosing.append(this.#options.element, add);
    this.element.append(this.head, facts, this.#choosing);
    this.#showOptions();
  }

  get name(): string {
    return this.#title.typed();
  }

  get focusable(): HTMLElement {
    return this.#title.element;
  }

  value(): Question {
    return {
      uuid: this.#uuid,
      title: this.#title.typed(),
      answerType: this.#answerType.chosen(),
      mandatory: this.#mandatory.checked,
      options: this.#options.values(),
    };
  }

  /** Options that are there stay to be seen, also when the kind of answer takes none. */
  #showOptions(): void {
    const chosen = this.#answerType.chosen();
    const isTaken = this.#parts.answerTypes.some(({ value, hasOptions }) => value === chosen && hasOptions);
    this.#choosing.hidden = !isTaken && this.#options.views.length === 0;
  }
}
