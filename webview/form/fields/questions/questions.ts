import type { Question, QuestionSection } from "../../../../src/messages/form";
import { textButton } from "../../parts/buttons";
import { make } from "../../../elements";
import type { Control, ControlParts, Of } from "../control";
import { ItemDrag } from "../items/item-drag";
import { ItemList } from "../items/item-list";
import type { ItemRow } from "../items/item-row";
import type { QuestionView } from "./question-view";
import { SectionView } from "./section-view";

/** Builds a questionnaire: sections, in them questions. */
export function questionsControl(field: Of<"questions">, { texts, changed }: ControlParts): Control {
  const element = make("div", "questions");
  const drag = new ItemDrag<ItemRow<Question, QuestionView>>();
  const sections = new ItemList<QuestionSection, SectionView>({
    texts,
    changed,
    canMove: true,
    view: (section): SectionView => {
      const view: SectionView = new SectionView(section, {
        texts,
        changed,
        drag,
        answerTypes: field.answerTypes,
        neighbour: (direction) => sections.views[sections.views.indexOf(view) + direction]?.questions,
      });
      return view;
    },
  });
  const add = textButton(texts.addSection, () => {
    sections.add({ uuid: crypto.randomUUID(), title: "", questions: [] });
  });
  for (const section of field.value) sections.append(section);
  element.append(sections.element, add);
  return {
    element,
    label: "group",
    value: () => sections.values(),
    focusable: () => sections.views[0]?.focusable ?? add,
  };
}
