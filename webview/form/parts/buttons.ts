import { button, type Button } from "../../toolkit";
import { clipped } from "../../elements";
import { icon, type IconName } from "./icons";

export function textButton(text: string, onPress: () => void): Button {
  const made = button();
  made.setAttribute("appearance", "secondary");
  made.append(text);
  made.addEventListener("click", onPress);
  return made;
}

export function iconButton(name: IconName, label: string, onPress: () => void): Button {
  const made = button();
  nameButton(made, label);
  made.setAttribute("appearance", "icon");
  made.append(icon(name));
  made.addEventListener("click", onPress);
  return made;
}

/** What a button of an icon is called, for those who hear it and those who rest the mouse on it. */
export function nameButton(made: Button, label: string): void {
  const shown = clipped(label, 200);
  made.setAttribute("aria-label", shown);
  made.title = shown;
}
