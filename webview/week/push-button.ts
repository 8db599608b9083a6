import { make } from "../elements";

export function pushButton(text: string, onPress: () => void, className = "secondary"): HTMLButtonElement {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}
