import { MAX_TIME_LENGTH } from "./limits";

/**
 * A text in the form in which times are read: lower case, full-width digits and typographic dashes made plain,
 * `½` made `.5`. `undefined` for a text that is empty or too long to be a time.
 */
export function timeText(text: string): string | undefined {
  if (text.length > MAX_TIME_LENGTH) return undefined;
  const tidy = text
    .replaceAll("½", ".5")
    .replaceAll("¼", ".25")
    .replaceAll("¾", ".75")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
  return tidy === "" ? undefined : tidy;
}
