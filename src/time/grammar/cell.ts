import { readDuration } from "./duration";
import { MAX_COMMENT_LENGTH, MAX_ENTRY_LENGTH } from "./limits";
import { readRange } from "./range";
import { cleanText } from "./text";
import { scanText } from "./tokens";
import type { EntryProblem, TimeRange } from "./types";

/** A cell whose row says the project and whose column says the day: `[duration | from-to] [#comment]`. */
export type CellReading =
  | { readonly kind: "empty" }
  | {
      readonly kind: "time";
      /** Whole minutes, 1..1440. */
      readonly minutes: number;
      readonly range?: TimeRange;
      /** Empty where a bare `#` was typed: it says that there is to be none. */
      readonly comment?: string;
    }
  | { readonly kind: "problem"; readonly problem: EntryProblem };

/** Reads what was typed into a cell. `0`, as people empty the cells of a spreadsheet, is empty. Never throws. */
export function readCell(text: string): CellReading {
  if (text.length > MAX_ENTRY_LENGTH)
    return problem({ kind: "text-too-long", length: text.length, limit: MAX_ENTRY_LENGTH });
  const clean = cleanText(text);
  const { tokens, unclosedQuote, wordsLength, ...scanned } = scanText(clean);
  const comment = scanned.comment ?? (wordsLength < clean.length ? "" : undefined);
  const words = tokens.map((token) => token.text).join(" ");
  if (unclosedQuote) return problem({ kind: "unclosed-quote" });
  if (words === "" && comment === undefined) return { kind: "empty" };
  if (words === "") return problem({ kind: "duration-missing" });
  const result = readRange(words) ?? readDuration(words);
  if (!result) return problem({ kind: "not-a-duration", text: words });
  if (!result.ok)
    return result.problem.kind === "duration-zero" ? { kind: "empty" } : problem(result.problem);
  const length = Array.from(comment ?? "").length;
  if (length > MAX_COMMENT_LENGTH)
    return problem({ kind: "comment-too-long", length, limit: MAX_COMMENT_LENGTH });
  const { value } = result;
  return {
    kind: "time",
    minutes: value.minutes,
    ...("from" in value && { range: { from: value.from, to: value.to } }),
    ...(comment !== undefined && { comment }),
  };
}

function problem(one: EntryProblem): CellReading {
  return { kind: "problem", problem: one };
}
