import { takeDay } from "./entry-day";
import { takeTime } from "./entry-time";
import { MAX_COMMENT_LENGTH, MAX_ENTRY_LENGTH, MAX_WORDS_LENGTH } from "./limits";
import { cleanText } from "./text";
import { scanText } from "./tokens";
import type { EntryProblem, GrammarContext, ParsedEntry } from "./types";

/**
 * Reads `[duration | from-to] [project words] [/ subproject] [@day] [#comment]`, in any order before the `#`.
 *
 * Never throws on any `text`; a `context.today` that is no date is the caller's mistake and does throw.
 * Nothing is decided in silence: what could be read otherwise is in `readings` with `ambiguous`, and what can't
 * be logged is in `problems`.
 */
export function parseEntry(text: string, context: GrammarContext): ParsedEntry {
  if (text.length > MAX_ENTRY_LENGTH) {
    return unread({ kind: "text-too-long", length: text.length, limit: MAX_ENTRY_LENGTH }, context);
  }
  const scanned = scanText(cleanText(text));
  if (scanned.wordsLength > MAX_WORDS_LENGTH) {
    return unread({ kind: "words-too-long", length: scanned.wordsLength, limit: MAX_WORDS_LENGTH }, context);
  }
  const { comment } = scanned;
  const day = takeDay(scanned.tokens, context);
  const time = takeTime(day.rest, context.projects);
  const { search, minutes, range } = time;
  const late: EntryProblem[] =
    range && day.day === context.today && range.to > context.now
      ? [{ kind: "future-time", to: range.to, now: context.now }]
      : [];
  const quote: EntryProblem[] = scanned.unclosedQuote ? [{ kind: "unclosed-quote" }] : [];
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(range === undefined ? {} : { range }),
    day: day.day,
    dayGiven: day.given,
    ...(search.projectWords === undefined ? {} : { projectWords: search.projectWords }),
    ...(search.subprojectWords === undefined ? {} : { subprojectWords: search.subprojectWords }),
    matches: search.matches,
    ...(comment === undefined ? {} : { comment }),
    readings: [...time.readings, ...day.readings],
    problems: [...quote, ...time.problems, ...late, ...day.problems, ...commentProblems(comment)],
  };
}

/** Longer than anybody types: not worth the work of reading it at each key. */
function unread(problem: EntryProblem, context: GrammarContext): ParsedEntry {
  return { day: context.today, dayGiven: false, matches: [], readings: [], problems: [problem] };
}

function commentProblems(comment: string | undefined): readonly EntryProblem[] {
  const length = Array.from(comment ?? "").length;
  return length > MAX_COMMENT_LENGTH ? [{ kind: "comment-too-long", length, limit: MAX_COMMENT_LENGTH }] : [];
}
