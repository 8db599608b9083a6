import { make } from "../../elements";
import type { Control, ControlParts, Of } from "./control";
import { readText } from "./read-text";

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * A date as people type it, with the browser's calendar beside. The calendar is a date input of which only the sign
 * can be seen: a webview is a page of another origin within VS Code's, where `showPicker` is refused, while the input's
 * own sign opens the calendar everywhere.
 */
export function dateControl(field: Of<"date">, parts: ControlParts): Control {
  const typed = readText(field, parts);
  const calendar = make("input", "calendar");
  calendar.type = "date";
  calendar.title = parts.texts.pickDate;
  calendar.setAttribute("aria-label", `${parts.texts.pickDate}: ${parts.label}`);
  const follow = () => {
    const text = typed.value();
    calendar.value = ISO_DATE.test(text) ? text : "";
  };
  // Opens where the date is that is typed.
  calendar.addEventListener("focus", follow);
  calendar.addEventListener("pointerdown", follow);
  calendar.addEventListener("input", () => {
    typed.set(calendar.value);
  });
  calendar.addEventListener("keydown", (event) => {
    openOnEnter(calendar, event);
  });
  typed.row.lastElementChild?.before(calendar);
  return typed;
}

/** Space opens the calendar by itself, Enter does not. */
function openOnEnter(calendar: HTMLInputElement, event: KeyboardEvent): void {
  if (event.key !== "Enter") return;
  try {
    calendar.showPicker();
  } catch {
    // Refused in a page of another origin: then Space is the key.
  }
}
