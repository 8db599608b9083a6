import type { Part } from "../api/resource";
import { heading, inline, item, labelled, paragraph, quote, titled } from "./markdown";

/** The deepest heading; what is below it is a list. */
const DEEPEST_HEADING = 3;

/** Longer texts stand on their own. */
export const LONG = 100;

/** What a record consists of: sections as headings, questions with their answers below them. */
export function partBlocks(parts: readonly Part[], level: number): string[] {
  const blocks: string[] = [];
  let list: string[] = [];
  const endList = () => {
    if (list.length > 0) blocks.push(list.join("\n"));
    list = [];
  };
  for (const part of parts) {
    const { label, description = "", parts: inner = [] } = part;
    const isLeaf = inner.length === 0;
    if ((isLeaf && description === "" && !isLong(label)) || (!isLeaf && level > DEEPEST_HEADING)) {
      list.push(...partItems(part));
      continue;
    }
    endList();
    if (!isLeaf) blocks.push(heading(level, label), quote(description), ...partBlocks(inner, level + 1));
    else if (description === "") blocks.push(quote(label));
    else blocks.push(titled(label, description));
  }
  endList();
  return blocks.filter((block) => block !== "");
}

/** A part and what is in it as items of a list. */
export function partItems({ label, description = "", parts = [] }: Part, depth = 0): string[] {
  const content = description === "" ? paragraph(label) : labelled(label, inline(description));
  return [item(content, depth), ...parts.flatMap((part) => partItems(part, depth + 1))];
}

export function isLong(text: string): boolean {
  return text.length > LONG || /[\n\r\u2028\u2029]/.test(text.trim());
}
