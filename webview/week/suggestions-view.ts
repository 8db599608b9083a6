import type { Suggestion, WeekTexts } from "../../src/messages/week";
import { make, makeWords, newId } from "../elements";
import { pushButton } from "./push-button";

export interface SuggestionsParts {
  readonly suggestions: readonly Suggestion[];
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  /** The row that is active in the sheet. */
  readonly rowId: string;
  readonly texts: WeekTexts;
  readonly onAccept: (suggestion: Suggestion, rowId: string) => void;
}

/** What the commits of the week speak for. Nothing of it goes into a cell before it is accepted. */
export function suggestionsView(parts: SuggestionsParts): HTMLElement {
  const { suggestions, rows, rowId, texts, onAccept } = parts;
  const section = make("section", "suggestions");
  const heading = make("h2", "", texts.suggestions);
  heading.id = newId("suggestions");
  section.setAttribute("aria-labelledby", heading.id);
  const close = pushButton(texts.close, () => {
    section.remove();
  });
  const list = make("ul", "");
  for (const suggestion of suggestions) {
    const item = make("li", "suggestion");
    const row = make("select", "");
    row.setAttribute("aria-label", `${texts.acceptInto}: ${suggestion.text}`);
    for (const { id, name } of rows) row.append(new Option(name, id, false, id === rowId));
    const accept = pushButton(texts.accept, () => {
      onAccept(suggestion, row.value);
      item.remove();
      if (list.childElementCount === 0) section.remove();
    });
    accept.setAttribute("aria-label", `${texts.accept}: ${suggestion.text}`);
    const what = make("div", "what", suggestion.text);
    what.append(makeWords("div", "details", suggestion.details.join(" · ")));
    item.append(what, row, accept);
    list.append(item);
  }
  section.append(heading, list, close);
  return section;
}
