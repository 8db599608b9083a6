import { sentence } from "../resources/row-text";

/** A field's name in words, without what only says how its value is written: `purchase_price_cents` → "Purchase price". */
export function labelOf(name: string): string {
  const words = name
    .replace(/(?<=.)_(ids?|cents)$/, "")
    .replace(/^(performance_(?=review_)|it_(?=asset_))/, "")
    .replace(/^(is|has)_(?=.)/, "")
    .split("_")
    .map((word) => (ABBREVIATIONS.has(word) ? word.toUpperCase() : word))
    .join(" ");
  return sentence(words);
}

const ABBREVIATIONS = new Set(["id", "uuid", "tin"]);
