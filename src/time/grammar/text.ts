import { MAX_NAME_LENGTH } from "./limits";

/** A text in the form in which names are compared: no case, no accents, no punctuation. */
export interface FoldedText {
  words: readonly string[];
  /** The words with one space between them. */
  spaced: string;
  /** The words with nothing between them: "ACM-90" and "acm 90" are the same code. */
  tight: string;
}

/** Letters that Unicode doesn't take apart into a base letter and an accent. */
const UNDECOMPOSED = new Map([
  ["ß", "ss"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ı", "i"],
]);

/** `# + @ &` stay, as they tell "C#" from "C++" from "C". */
const SEPARATORS = /[\s/\\\-_.,:;()[\]{}|'"“”„«»‘’<>‐‑‒–—―·•]+/u;

/**
 * Takes out what can't be seen and may mislead: control characters, lone surrogates, zero-width spaces and the
 * marks that turn the direction of writing. Joiners stay, as emoji and some scripts are spelled with them.
 * White space of any kind, line breaks too, becomes a plain space.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\s/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu, "");
}

export function foldText(text: string): FoldedText {
  const plain = text
    .slice(0, MAX_NAME_LENGTH)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøłđðæœı]/gu, (letter) => UNDECOMPOSED.get(letter) ?? letter);
  const words = plain.split(SEPARATORS).filter((word) => word !== "");
  return { words, spaced: words.join(" "), tight: words.join("") };
}
