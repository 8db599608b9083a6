import type { FormField } from "../../src/messages/form";
import { checkbox, dropdown, option, textArea, textField } from "../toolkit";

/** What a person fills a field in with. */
export interface Control {
  readonly element: HTMLElement;
  /** Whether the element shows the label itself. */
  readonly showsLabel: boolean;
  value(): string | boolean;
  /** A part of the value is typed, which as a value is still nothing. */
  isIncomplete(): boolean;
  /** The element that has the focus and that a screen reader reads; there once `element` is in the page. */
  focusable(): HTMLElement;
}

export function controlOf(field: FormField, label: string): Control {
  switch (field.kind) {
    case "text":
    case "date":
      return textControl(field, label);
    case "longtext":
      return longTextControl(field, label);
    case "choice":
      return choiceControl(field);
    case "flag":
      return flagControl(field, label);
  }
}

type Of<Kind extends FormField["kind"]> = Extract<FormField, { kind: Kind }>;

function textControl({ kind, value, required }: Of<"text" | "date">, label: string): Control {
  const element = textField();
  // The library's type names fewer kinds of input than it passes on.
  if (kind === "date") element.setAttribute("type", "date");
  element.value = value;
  element.required = required;
  element.append(label);
  return {
    element,
    showsLabel: true,
    value: () => element.value,
    isIncomplete: () => element.control.validity.badInput,
    focusable: () => element.control,
  };
}

function longTextControl({ value, required }: Of<"longtext">, label: string): Control {
  const element = textArea();
  element.rows = 5;
  element.resize = "vertical";
  element.value = value;
  element.required = required;
  element.append(label);
  return {
    element,
    showsLabel: true,
    value: () => element.value,
    isIncomplete: () => false,
    focusable: () => element.control,
  };
}

function choiceControl({ value, choices }: Of<"choice">): Control {
  const element = dropdown();
  for (const choice of choices) {
    const row = option();
    row.value = choice.value;
    // The attribute: of the property the list takes no notice before it is in the page.
    row.toggleAttribute("selected", choice.value === value);
    row.append(choice.label);
    element.append(row);
  }
  let chosen = value; // the list itself does not know at once
  element.addEventListener("change", () => {
    chosen = element.value;
  });
  return {
    element,
    showsLabel: false,
    value: () => chosen,
    isIncomplete: () => false,
    focusable: () => element,
  };
}

function flagControl({ value }: Of<"flag">, label: string): Control {
  const element = checkbox();
  element.checked = value;
  element.append(label);
  return {
    element,
    showsLabel: true,
    value: () => element.checked,
    isIncomplete: () => false,
    focusable: () => element,
  };
}
