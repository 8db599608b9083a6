// Cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows, quotes around cells
// that have either in them.

export function readTabular(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let at = 0;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at < plain.length) {
    const character = plain.charAt(at);
    const closing = character === '"' && cell === "" ? closingQuote(plain, at + 1) : undefined;
    if (closing !== undefined) {
      cell = plain.slice(at + 1, closing).replaceAll('""', '"');
      at = closing;
    } else if (character === "\t") endCell();
    else if (character === "\n") {
      endCell();
      rows.push([]);
    } else cell += character;
    at += 1;
  }
  endCell();
  return rows;
}

export function writeTabular(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** Where a quoted cell ends; undefined where nothing closes it, so that it is a mark like any other. */
function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charAt(at + 1) !== '"') return /[\t\n]|^$/.test(text.charAt(at + 1)) ? at : undefined;
    at += 1;
  }
  return undefined;
}

function quoted(cell: string): string {
  return /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
