/** What can be seen of a text is never longer; only what is typed, and sent, is whole. */
const LONGEST_SHOWN = 2_000;

/** An element with a class and a text. Text is always set as text: nothing that arrives is read as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = clipped(text, LONGEST_SHOWN);
  return element;
}

/** An element with somebody's words, which run in their own direction. */
export function makeWords<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = make(tag, className, text);
  element.dir = "auto";
  return element;
}

/** Sets a text that screen readers announce: not again when it is the same. */
export function say(element: HTMLElement, text: string): void {
  const shown = clipped(text, LONGEST_SHOWN);
  if (element.textContent !== shown) element.textContent = shown;
}

/** A text of a million characters would take the browser seconds to lay out. */
export function clipped(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

let ids = 0;

/** An id that nothing else on the page has. */
export function newId(of: string): string {
  ids += 1;
  return `${of}-${ids}`;
}
