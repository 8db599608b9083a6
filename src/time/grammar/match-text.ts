import type { FoldedText } from "./text";
import type { MatchReason } from "./types";

export interface TextMatch {
  score: number;
  why: MatchReason;
}

/**
 * A code typed in full beats everything, even when a subproject's score is averaged in. The distances leave room
 * for the finer ranking inside one reason, which never lifts a match over the next reason.
 */
const SCORES = {
  code: 2000,
  name: 600,
  "name-prefix": 500,
  "code-prefix": 450,
  words: 400,
  substring: 300,
  fuzzy: 100,
} as const;

const FUZZY_ROOM = 99;

/** Fuzzy letters must make up at least this part of the stretch that they are found in. */
const FUZZY_DENSITY = 0.25;

/** How well typed words fit a name and, where there is one, a code. */
export function matchText(query: FoldedText, name: FoldedText, code?: FoldedText): TextMatch | undefined {
  if (query.tight === "") return undefined;
  if (code?.tight === query.tight) return { score: SCORES.code, why: "code" };
  if (name.spaced === query.spaced) return { score: SCORES.name, why: "name" };
  const unused = Math.min(50, name.spaced.length - query.spaced.length) / 50;
  if (name.spaced.startsWith(query.spaced)) {
    return { score: SCORES["name-prefix"] + 40 * (1 - unused), why: "name-prefix" };
  }
  if (code?.tight.startsWith(query.tight)) return { score: SCORES["code-prefix"], why: "code-prefix" };
  return matchWords(query, code ? [...name.words, ...code.words] : name.words) ?? matchLetters(query, name);
}

/** Fuzzy letters are a guess; everything else is in the name as it was typed. */
export function isSure(match: { why: MatchReason; subprojectWhy?: MatchReason }): boolean {
  return match.why !== "fuzzy" && match.subprojectWhy !== "fuzzy";
}

/** Each typed word begins another word of the name, in any order. */
function matchWords(query: FoldedText, words: readonly string[]): TextMatch | undefined {
  if (query.words.length > words.length) return undefined;
  const free = new Set(words.keys());
  let whole = 0;
  // Longest first: what a longer beginning fits is a part of what a shorter one fits, so this never gets stuck.
  for (const typed of [...query.words].sort((a, b) => b.length - a.length)) {
    const fitting = [...free].filter((index) => words[index]?.startsWith(typed));
    const taken = fitting.find((index) => words[index] === typed) ?? fitting[0];
    if (taken === undefined) return undefined;
    if (words[taken] === typed) whole += 1;
    free.delete(taken);
  }
  const inOrder = isInOrder(query.words, words) ? 20 : 0;
  return { score: SCORES.words + inOrder + (20 * whole) / words.length, why: "words" };
}

function isInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  for (const word of words) if (typed[next] !== undefined && word.startsWith(typed[next] ?? "")) next += 1;
  return next === typed.length;
}

function matchLetters(query: FoldedText, name: FoldedText): TextMatch | undefined {
  if (query.tight.length < 2) return undefined;
  const at = name.tight.indexOf(query.tight);
  if (at >= 0) return { score: SCORES.substring + 40 / (1 + at), why: "substring" };
  const initials = name.words.map((word) => word.charAt(0)).join("");
  if (initials.startsWith(query.tight)) return { score: SCORES.fuzzy + FUZZY_ROOM, why: "fuzzy" };
  const density = densestRun(query.tight, name);
  if (density < FUZZY_DENSITY) return undefined;
  return { score: SCORES.fuzzy + (FUZZY_ROOM - 1) * density, why: "fuzzy" };
}

/**
 * The typed letters in their order, beginning at the beginning of a word: how large a part they make up of the
 * stretch that holds them (0 when they aren't all there). Names are short, so trying each word is cheap.
 */
function densestRun(letters: string, name: FoldedText): number {
  let best = 0;
  let start = 0;
  for (const word of name.words) {
    if (word.startsWith(letters.charAt(0))) {
      const end = endOfRun(letters, name.tight, start);
      if (end !== undefined) best = Math.max(best, letters.length / (end - start));
    }
    start += word.length;
  }
  return best;
}

function endOfRun(letters: string, text: string, start: number): number | undefined {
  let at = start;
  for (let index = 0; index < letters.length; index += 1) {
    const found = text.indexOf(letters.charAt(index), at);
    if (found < 0) return undefined;
    at = found + 1;
  }
  return at;
}
