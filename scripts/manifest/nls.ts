import { actionTexts } from "./action-commands";
import { generalTexts } from "./general-menus";
import { DESCRIPTION_TEXTS, SETTING_TEXTS, WELCOME_TEXTS } from "./texts";
import { viewTexts } from "./view-contributions";

/** All of package.nls.json. */
export function nlsTexts(): Readonly<Record<string, string>> {
  const parts = [DESCRIPTION_TEXTS, viewTexts, WELCOME_TEXTS, generalTexts, actionTexts, SETTING_TEXTS];
  const texts = parts.flatMap((part) => Object.entries(part));
  const keys = texts.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`There are two texts for ${twice}.`);
  return Object.fromEntries(texts);
}
