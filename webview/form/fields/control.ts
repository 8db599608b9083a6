import type { FormField, FormTexts, FormValue } from "../../../src/messages/form";
import type { Found, Reading } from "../told";

export type Of<Kind extends FormField["kind"]> = Extract<FormField, { kind: Kind }>;

/** What a person fills a field in with. */
export interface Control {
  readonly element: HTMLElement;
  /**
   * Who shows the label: the control, or the field as a caption above it. Of a `group` the caption names the whole, as
   * each part has a name of its own.
   */
  readonly label: "own" | "caption" | "group";
  value(): FormValue;
  /** The element that takes the focus; there once `element` is in the page. */
  focusable(): HTMLElement;
  /** What is wrong, beside that nothing is filled in; empty where all is well. */
  problem?(): string;
  /** The ids of elements that say more about the value. */
  readonly describedBy?: readonly string[];
  hearReading?(reading: Reading): void;
  hearFound?(found: Found): void;
  /** The field as the host has it now, which does not replace what is filled in. */
  hearField?(field: FormField): void;
}

export interface ControlParts {
  /** With the mark of a required field. */
  readonly label: string;
  readonly texts: FormTexts;
  /** The value is another one. */
  readonly changed: () => void;
  /** The value is the same, but not what is wrong with it. */
  readonly judged: () => void;
  readonly read: (text: string) => void;
  readonly search: (text: string) => void;
  readonly chooseFiles: () => void;
}
