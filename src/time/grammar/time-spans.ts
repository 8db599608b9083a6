import { isBareNumber, readDuration, type DurationResult } from "./duration";
import { allNameWords } from "./project-names";
import { isBareRange, readRange, type RangeResult } from "./range";
import { foldText } from "./text";
import type { Token } from "./tokens";
import type { LoggableProject } from "./types";

/** A token, or the gap that the day left. */
export type Slot = Token | undefined;

/** Neighbouring tokens that look like a time, well formed or not. */
export interface TimeSpan {
  /** Index of the first token. */
  start: number;
  /** Number of tokens. */
  length: number;
  text: string;
  kind: "duration" | "range";
  result: DurationResult | RangeResult;
  /** Nothing but a number ("90") or two ("9-10"): it may as well belong to a name. */
  bare: boolean;
}

/** `9 am - 10 am` has five words; nothing that is a time has more. */
const LONGEST_SPAN = 5;

const HAS_DIGIT = /[\p{N}]/u;

/** All the times among the tokens, from left to right, each as long as possible. */
export function findTimes(slots: readonly Slot[], claimed: ReadonlySet<number>): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  let start = 0;
  while (start < slots.length) {
    const span = longestSpan(slots, start, claimed);
    if (span) spans.push(span);
    start += span?.length ?? 1;
  }
  return spans;
}

/**
 * The tokens that look like times but stand in a name just as they were typed next to one of their neighbours:
 * the 90 of "90 days" when there is a project "90 Days". The neighbour may be the beginning of its word.
 */
export function timesInNames(
  slots: readonly Slot[],
  projects: readonly LoggableProject[],
): ReadonlySet<number> {
  const claimed = new Set<number>();
  const numeric = [...slots.entries()].filter(
    ([, slot]) => slot && !slot.quoted && HAS_DIGIT.test(slot.text),
  );
  if (numeric.length === 0) return claimed;
  const folded = slots.map((slot) => (slot ? foldText(slot.text).words : []));
  const names = allNameWords(projects);
  for (const [index] of numeric) {
    const before = folded[index - 1]?.at(-1);
    const after = folded[index + 1]?.[0];
    const words = folded[index] ?? [];
    if (names.some((name) => holdsPhrase(name, words, before, after))) claimed.add(index);
  }
  return claimed;
}

function holdsPhrase(
  name: readonly string[],
  words: readonly string[],
  before: string | undefined,
  after: string | undefined,
): boolean {
  if (words.length === 0) return false;
  return name.some((_, at) => {
    if (!words.every((word, index) => name[at + index] === word)) return false;
    const follows = after !== undefined && name[at + words.length]?.startsWith(after) === true;
    const precedes = before !== undefined && name[at - 1]?.startsWith(before) === true;
    return follows || precedes;
  });
}

function longestSpan(
  slots: readonly Slot[],
  start: number,
  claimed: ReadonlySet<number>,
): TimeSpan | undefined {
  for (let length = LONGEST_SPAN; length > 0; length -= 1) {
    const texts = freeTexts(slots, start, length, claimed);
    const span = texts && readSpan(texts, start, start + length === slots.length);
    if (span) return span;
  }
  return undefined;
}

function freeTexts(
  slots: readonly Slot[],
  start: number,
  length: number,
  claimed: ReadonlySet<number>,
): readonly string[] | undefined {
  if (start + length > slots.length) return undefined;
  const texts: string[] = [];
  for (let index = start; index < start + length; index += 1) {
    const slot = slots[index];
    if (!slot || slot.quoted || claimed.has(index)) return undefined;
    texts.push(slot.text);
  }
  return texts;
}

function readSpan(texts: readonly string[], start: number, isLast: boolean): TimeSpan | undefined {
  const text = texts.join(" ");
  if (!HAS_DIGIT.test(text)) return undefined;
  const place = { start, length: texts.length, text };
  const range = readRange(text);
  // In "1h - acme" the hyphen is only punctuation; in "9:00 -" the end is still to be typed.
  const unfinished = range?.ok === false && range.problem.kind === "range-incomplete";
  if (unfinished && texts.length > 1 && !isLast) return undefined;
  if (range) return { ...place, kind: "range", result: range, bare: isBareRange(text) };
  const duration = readDuration(text);
  if (!duration) return undefined;
  // "1h 75": the 75 is no minutes, so it's rather a word of its own; "1h75" is one word and simply wrong.
  const last = texts.at(-1) ?? "";
  const tooMany = !duration.ok && duration.problem.kind === "minutes-over-59";
  if (tooMany && texts.length > 1 && isBareNumber(last)) return undefined;
  return { ...place, kind: "duration", result: duration, bare: isBareNumber(text) };
}
