import type { FieldView } from "./field-view";
import { make, makeWords } from "../elements";

/** Fields that belong together, under their title. */
export function sectionView(title: string | undefined, fields: readonly FieldView[]): HTMLElement {
  const element = make(title === undefined ? "div" : "fieldset", "fields");
  if (title !== undefined) element.append(makeWords("legend", "section-title", title));
  element.append(...fields.map((field) => field.element));
  return element;
}
