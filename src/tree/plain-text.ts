import { oneLine } from "../records/plain-text";

/** As Markdown that shows the same text: no link, picture, icon nor HTML comes of it. */
export function escapeMarkdown(text: string): string {
  // Markdown takes a backslash before any of ASCII's signs.
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
