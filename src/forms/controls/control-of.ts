import { centsControl, minutesControl, numberControl } from "./amounts";
import { choiceControl, choicesControl, flagControl, weekdaysControl } from "./choices";
import type { Control, ControlParts } from "./control";
import { dateControl, instantControl } from "./days";
import { filesControl } from "./files";
import { messagesControl } from "./messages";
import { namesControl } from "./names";
import { questionsControl } from "./questions";
import { scaleControl } from "./scale";
import { tableControl } from "./table";
import { textControl } from "./text";

/** The control for what a field means. `declared`: its choices are those of the declaration. */
export function controlOf(parts: ControlParts, declared: boolean): Control {
  const { meaning } = parts.asked;
  switch (meaning.kind) {
    case "text":
      return textControl(parts, "text");
    case "long-text":
      return textControl(parts, "longtext");
    case "number":
      return numberControl(parts);
    case "date":
      return dateControl(parts);
    case "instant":
      return instantControl(parts);
    case "minutes":
      return minutesControl(parts);
    case "cents":
      return centsControl(parts);
    case "flag":
      return flagControl(parts);
    case "choice":
      return choiceControl({ ...parts, declared });
    case "choices":
      return choicesControl(parts);
    case "weekdays":
      return weekdaysControl(parts);
    case "name":
    case "names":
      return namesControl(parts);
    case "file":
      return filesControl(parts);
    case "questions":
      return questionsControl(parts);
    case "scale":
      return scaleControl(parts);
    case "messages":
      return messagesControl(parts);
    case "table":
      return tableControl(parts);
    case "other":
      throw new Error(`There is no control for the form's field ${meaning.name}.`);
  }
}
