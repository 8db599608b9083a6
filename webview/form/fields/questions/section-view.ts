import type { FormTexts, Question, QuestionSection } from "../../../../src/messages/form";
import { textButton } from "../../parts/buttons";
import { make } from "../../../elements";
import type { ItemDrag } from "../items/item-drag";
import { ItemList } from "../items/item-list";
import type { Direction, ItemRow } from "../items/item-row";
import type { ItemView } from "../items/item-view";
import { smallText } from "../small-text";
import { QuestionView, type AnswerType } from "./question-view";

interface SectionParts {
  readonly texts: FormTexts;
  readonly changed: () => void;
  readonly answerTypes: readonly AnswerType[];
  readonly drag: ItemDrag<ItemRow<Question, QuestionView>>;
  /** The questions of the section before or after this one. */
  readonly neighbour: (direction: Direction) => ItemList<Question, QuestionView> | undefined;
}

export class SectionView implements ItemView<QuestionSection> {
  readonly element = make("div", "section-card");
  readonly head = make("div", "item-head");
  readonly questions: ItemList<Question, QuestionView>;
  readonly #uuid: string;
  readonly #title;

  constructor({ uuid, title, questions }: QuestionSection, parts: SectionParts) {
    const { texts, changed, answerTypes } = parts;
    this.#uuid = uuid;
    this.#title = smallText(texts.sectionTitle, title, changed);
    this.head.append(this.#title.element);
    this.questions = new ItemList<Question, QuestionView>({
      texts,
      changed,
      canMove: true,
      drag: parts.drag,
      neighbour: parts.neighbour,
      view: (question) => new QuestionView(question, { texts, changed, answerTypes }),
    });
    for (const question of questions) this.questions.append(question);
    const add = textButton(texts.addQuestion, () => {
      this.questions.add({
        uuid: crypto.randomUUID(),
        title: "",
        answerType: answerTypes[0]?.value ?? "",
        mandatory: false,
        options: [],
      });
    });
    this.element.append(this.head, this.questions.element, add);
  }

  get name(): string {
    return this.#title.typed();
  }

  get focusable(): HTMLElement {
    return this.#title.element;
  }

  value(): QuestionSection {
    return { uuid: this.#uuid, title: this.#title.typed(), questions: this.questions.values() };
  }
}
