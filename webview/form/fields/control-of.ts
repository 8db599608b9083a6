import type { FormField } from "../../../src/messages/form";
import { choiceControl } from "./choice";
import { choicesControl } from "./choices";
import type { Control, ControlParts } from "./control";
import { dateControl } from "./date";
import { filesControl } from "./files";
import { flagControl } from "./flag";
import { longTextControl } from "./long-text";
import { NamePicker } from "./names/name-picker";
import { questionsControl } from "./questions/questions";
import { scaleControl } from "./scale";
import { textControl } from "./text";
import { togglesControl } from "./toggles";
import { typedControl } from "./typed";

export function controlOf(field: FormField, parts: ControlParts): Control {
  switch (field.kind) {
    case "text":
      return textControl(field, parts);
    case "longtext":
      return longTextControl(field, parts);
    case "date":
      return dateControl(field, parts);
    case "typed":
      return typedControl(field, parts);
    case "choice":
      return choiceControl(field, parts);
    case "choices":
      return field.toggles ? togglesControl(field, parts) : choicesControl(field, parts);
    case "flag":
      return flagControl(field, parts);
    case "names":
      return new NamePicker(field, parts);
    case "scale":
      return scaleControl(field, parts);
    case "questions":
      return questionsControl(field, parts);
    case "files":
      return filesControl(field, parts);
  }
}
