import { Temporal } from "temporal-polyfill";
import { readDay, takesNextWord, type DayResult } from "./days";
import { allNameWords } from "./project-names";
import { foldText } from "./text";
import type { Token } from "./tokens";
import type { EntryProblem, GrammarContext, Reading } from "./types";

export interface EntryDay {
  /** `YYYY-MM-DD`; today unless another day could be read. */
  day: string;
  given: boolean;
  /** The other tokens. A gap holds the place of the day, so that no time is put together across it. */
  rest: readonly (Token | undefined)[];
  readings: readonly Reading[];
  problems: readonly EntryProblem[];
}

/** Takes the `@day` out of the tokens, wherever it stands. */
export function takeDay(tokens: readonly Token[], context: GrammarContext): EntryDay {
  const today = Temporal.PlainDate.from(context.today);
  const rest: (Token | undefined)[] = [];
  const days: { text: string; result: DayResult }[] = [];
  let names: ReturnType<typeof allNameWords> | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token?.text.startsWith("@") || token.quoted) {
      rest.push(token);
      continue;
    }
    const { text, used } = withNextWord(token, tokens[index + 1]);
    const result = readDay(text.slice(1), today);
    if (!result.ok && result.problem.kind === "unknown-day") {
      names ??= allNameWords(context.projects);
      if (beginsWordOf(text, names)) {
        rest.push(token);
        continue;
      }
    }
    days.push({ text, result });
    rest.push(undefined);
    index += used;
  }
  return { ...judgeDays(days, context), given: days.length > 0, rest };
}

/** "@last mon" and "@lunes pasado" are written with a space. */
function withNextWord(token: Token, next: Token | undefined): { text: string; used: number } {
  if (!next || next.quoted || !takesNextWord(token.text.slice(1), next.text)) {
    return { text: token.text, used: 0 };
  }
  return { text: `${token.text} ${next.text}`, used: 1 };
}

/** "@home" is a word of the project "@home lab"; a lone "@" is a day not yet typed. */
function beginsWordOf(text: string, names: readonly (readonly string[])[]): boolean {
  const [word = ""] = foldText(text).words;
  return word.length > 1 && names.some((words) => words.some((other) => other.startsWith(word)));
}

function judgeDays(
  days: readonly { text: string; result: DayResult }[],
  context: GrammarContext,
): Pick<EntryDay, "day" | "readings" | "problems"> {
  const [first, second] = days;
  const { today } = context;
  if (!first) return { day: today, readings: [], problems: [] };
  const several: EntryProblem[] = second
    ? [{ kind: "several-days", first: first.text, second: second.text }]
    : [];
  if (!first.result.ok) {
    return {
      day: today,
      readings: [],
      problems: [{ ...first.result.problem, text: first.text }, ...several],
    };
  }
  const { value } = first.result;
  const day = value.day.toString();
  const alternatives = value.alternatives.map((other) => other.toString());
  const future: EntryProblem[] = day > today ? [{ kind: "future-day", day, today }] : [];
  return {
    day,
    readings: [{ kind: "day", text: first.text, day, ambiguous: value.ambiguous, alternatives }],
    problems: [...future, ...several],
  };
}
