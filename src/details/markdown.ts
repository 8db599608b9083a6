/**
 * Markdown that reads well as it stands, and rendered. Texts of records come from anybody: escaped they stay text,
 * and are neither links, pictures, HTML, formulas nor headings.
 */

/** A text on one line, behind something else. */
export function inline(text: string): string {
  return escapeSigns(oneLine(text));
}

/** A text on one line that begins a paragraph or an item. */
export function paragraph(text: string): string {
  return escapeStart(inline(text));
}

/** A text of any length, line by line as it was written. Empty where there is none. */
export function quote(text: string): string {
  const lines = text.trim().split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  if (lines.length === 1 && lines[0] === "") return "";
  const written = lines.map(quotedLine);
  return written
    .map((line, at) => {
      if (line === "") return ">";
      // Two spaces end a line where Markdown would run two into one.
      const breaks = (written[at + 1] ?? "") !== "";
      return `> ${line}${breaks ? "  " : ""}`;
    })
    .join("\n");
}

/** A short text over a long one. */
export function titled(title: string, text: string): string {
  return [bold(title), quote(text)].filter((block) => block !== "").join("\n");
}

export function heading(level: number, text: string): string {
  const content = inline(text);
  return content === "" ? "" : `${"#".repeat(level)} ${content}`;
}

export function bold(text: string): string {
  const content = inline(text);
  return content === "" ? "" : `**${content}**`;
}

/** `**Label:** content`; the content is Markdown. */
export function labelled(label: string, content: string): string {
  const name = inline(label);
  return name === "" ? content : `**${name}:** ${content}`;
}

export function link(text: string, target: string): string {
  return `[${inline(text)}](${target})`;
}

/** Between more backticks than the text has in a row. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

export function item(content: string, depth = 0): string {
  return `${"  ".repeat(depth)}- ${content}`;
}

/** Blocks under each other, the empty ones left out. */
export function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function quotedLine(line: string): string {
  const clean = line.replace(/\p{Cc}/gu, " ").trimEnd();
  const indent = clean.length - clean.trimStart().length;
  // Ordinary spaces at the start would be dropped, or make code of the line.
  return "\u00A0".repeat(indent) + escapeStart(escapeSigns(clean.trimStart()));
}

/** Escapes what means something anywhere; what cannot mean anything where it stands is left readable. */
function escapeSigns(text: string): string {
  return text
    .replace(/[\\`*[\]<|~$]|(?<=\])\(/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, "\\&")
    .replace(/(?<=^|\s)#/g, "\\#");
}

/** Escapes what means something at the start of a line: lists, quotes, rules, underlines of headings. */
function escapeStart(text: string): string {
  return text.replace(/^[>+=-]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2");
}
