/** What is shown of an item in a list that a person makes. */
export interface ItemView<Value> {
  readonly element: HTMLElement;
  /** The line of it that takes the handle and the buttons. */
  readonly head: HTMLElement;
  /** What tells it from the others, for the names of its buttons. */
  readonly name: string;
  /** What takes the focus of a new item. */
  readonly focusable: HTMLElement;
  value(): Value;
}
