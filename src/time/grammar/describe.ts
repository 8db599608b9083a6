import { formatMinutes } from "./format";
import type { EntryProblem, Reading } from "./types";

/** Shaped like `vscode.l10n.t`: the English message with {0} placeholders, then what goes into them. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** Says in one sentence what is wrong and, where it isn't plain, what to type instead. */
export function describeProblem(problem: EntryProblem, translate: Translate): string {
  switch (problem.kind) {
    case "duration-missing":
      return translate("Type how long it took, such as 1h30 or 90m.");
    case "not-a-duration":
      return translate('"{0}" is not a duration. Type it like 1h30, 90m or 1.5h.', problem.text);
    case "duration-incomplete":
      return translate('"{0}" is not complete. Type it like 1:30 or 1.5h.', problem.text);
    case "duration-zero":
      return translate('"{0}" is no time at all. Log at least 1 minute.', problem.text);
    case "duration-negative":
      return translate('"{0}" is negative. To correct an entry, edit or delete it.', problem.text);
    case "duration-under-a-minute":
      return translate('"{0}" is less than a minute. Log at least 1 minute.', problem.text);
    case "duration-over-a-day":
      return translate('"{0}" is more than 24 hours. One entry holds a day at most.', problem.text);
    case "minutes-over-59":
      return translate('"{0}" has {1} minutes after the hours; up to 59 fit.', problem.text, problem.minutes);
    case "seconds":
      return translate('"{0}" has seconds. Factorial keeps whole minutes only.', problem.text);
    case "range-incomplete":
      return translate('"{0}" has no end. Type it like 9:00-10:30.', problem.text);
    case "clock-time":
      return translate('"{0}" in "{1}" is not a time of day.', problem.time, problem.text);
    case "range-empty":
      return translate('"{0}" starts and ends at the same time.', problem.text);
    case "range-reversed":
      return translate(
        '"{0}" ends at {1}, before it starts at {2}. Type both like 09:00-17:00.',
        problem.text,
        problem.to,
        problem.from,
      );
    case "crosses-midnight":
      return translate(
        '"{0}" crosses midnight. Log two entries: {1} on this day and {2} on the next.',
        problem.text,
        formatMinutes(problem.minutesBefore),
        formatMinutes(problem.minutesAfter),
      );
    case "ends-at-midnight":
      return translate(
        '"{0}" ends at midnight. Type its length instead: {1}.',
        problem.text,
        formatMinutes(problem.minutes),
      );
    case "several-times":
      return translate(
        '"{0}" and "{1}" both look like the time. Keep one; put the name of a project in quotes.',
        problem.first,
        problem.second,
      );
    case "unknown-day":
      return translate(
        '"{0}" is not a day. Type @today, @yesterday, @mon, @18, @18/11, @2026-11-18 or @-1.',
        problem.text,
      );
    case "day-does-not-exist":
      return translate('"{0}" is not in the calendar. Days are typed before months: @18/11.', problem.text);
    case "several-days":
      return translate('"{0}" and "{1}" are two days. Keep one of them.', problem.first, problem.second);
    case "future-day":
      return translate("{0} is still to come. Time is logged for today or earlier.", problem.day);
    case "future-time":
      return translate("{0} is still to come: it is {1} now.", problem.to, problem.now);
    case "unknown-project":
      return translate('None of your projects matches "{0}".', problem.text);
    case "unknown-subproject":
      return problem.available.length === 0
        ? translate("{0} has no subprojects.", problem.project)
        : translate(
            '{0} has no subproject "{1}". It has: {2}.',
            problem.project,
            problem.text,
            problem.available.join(", "),
          );
    case "unclosed-quote":
      return translate("A quotation mark is not closed.");
    case "comment-too-long":
      return translate("The comment has {0} characters; {1} are allowed.", problem.length, problem.limit);
    case "words-too-long":
      return translate(
        "There are {0} characters before the comment; {1} are allowed. A comment starts with #.",
        problem.length,
        problem.limit,
      );
    case "text-too-long":
      return translate("The text has {0} characters; {1} are allowed.", problem.length, problem.limit);
  }
}

/** Says how a piece of the text was understood, with the other ways to read it. */
export function describeReading(reading: Reading, translate: Translate): string {
  switch (reading.kind) {
    case "duration":
      return describeDuration(reading, translate);
    case "range":
      return withAlternatives(
        translate(
          '"{0}" is {1}–{2}, {3}',
          reading.text,
          reading.from,
          reading.to,
          formatMinutes(reading.minutes),
        ),
        reading.alternatives.map(formatMinutes),
        translate,
      );
    case "day":
      return withAlternatives(
        translate('"{0}" is {1}', reading.text, reading.day),
        reading.alternatives,
        translate,
      );
    case "project":
      return withAlternatives(
        translate('"{0}" is {1}', reading.text, matchName(reading.match)),
        reading.alternatives.slice(0, 3).map(matchName),
        translate,
      );
    case "time-or-name":
      return reading.readAs === "name"
        ? translate('"{0}" is read as part of a project\'s name, not as a time', reading.text)
        : translate('"{0}" is read as a time, though a project is called that too', reading.text);
  }
}

function describeDuration(reading: Extract<Reading, { kind: "duration" }>, translate: Translate): string {
  const minutes = formatMinutes(reading.minutes);
  const sentence = reading.rounded
    ? translate('"{0}" is rounded to {1}', reading.text, minutes)
    : translate('"{0}" is {1}', reading.text, minutes);
  return withAlternatives(sentence, reading.alternatives.map(formatMinutes), translate);
}

function withAlternatives(sentence: string, alternatives: readonly string[], translate: Translate): string {
  if (alternatives.length === 0) return sentence;
  return translate("{0} (could also be {1})", sentence, alternatives.join(", "));
}

/** The name as the pickers show it: `ACME / API`. */
function matchName({ project, subproject }: Extract<Reading, { kind: "project" }>["match"]): string {
  return subproject ? `${project.name} / ${subproject.name}` : project.name;
}
