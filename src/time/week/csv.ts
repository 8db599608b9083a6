/**
 * A table as RFC 4180 has it: CRLF after each line, quotes where they are needed. A text that a spreadsheet would run
 * as a formula gets an apostrophe before it: names and comments come from anybody.
 */
export function csvOf(lines: readonly (readonly (string | number)[])[]): string {
  return lines.map((line) => `${line.map(fieldOf).join(",")}\r\n`).join("");
}

function fieldOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = /^[\s\0]*[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
