/** Text of records, which comes from anybody, where it is only named: in titles, messages and rows. */

/** More of a text than any of them has room for. */
const LONGEST = 300;

/** On one line, of a length that can be drawn, and without the signs that turn the direction of what follows. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 2 * LONGEST)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
  // Not in the middle of a character.
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}
