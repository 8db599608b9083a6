import * as vscode from "vscode";
import { Temporal } from "temporal-polyfill";
import type { Answer } from "../../commands/step";
import { wordingOf } from "../../records/session-wording";
import { readDayAhead, type DaysAhead } from "../reading/days-ahead";
import { readMoment, type Moment, type Moments } from "../reading/moments";
import { valueProblem } from "../reading/value-problem";
import { promptOf, skipFacts, translate, type FieldStep, type Value } from "./ask-context";
import { read, stepRow, type StepRow } from "./steps";

/** What is offered before anything is typed. */
const SHORTCUTS = ["today", "tomorrow", "fri", "end of month"];

/** A day, as `fri`, `1 dec`, `+3` or in full; usually one that lies ahead. */
export function askDate(step: FieldStep): Promise<Answer<Value>> {
  const { field, session } = step;
  const today = session.clock.today();
  const rowsFor = (text: string): StepRow<Value>[] => {
    const reading = readDayAhead(text, Temporal.PlainDate.from(today));
    if (!reading.ok) return [problemRow(dayProblem(reading.problem, text))];
    return reading.days.map((day) => dateRow(day.toString()));
  };
  const dateRow = (day: string, note?: string): StepRow<Value> => {
    const problem = valueProblem(field.schema, day, translate);
    if (problem !== undefined) return problemRow(problem);
    const facts = { label: writtenDay(day), description: joined(howFar(day, today), note) };
    return stepRow<Value>(facts, { value: { value: day } });
  };
  return askReading(step, {
    rowsFor,
    placeholder: vscode.l10n.t("{0}: fri, 1 dec, +3, end of month, 2026-12-01", promptOf(field)),
    rowOf: (value, note) => (typeof value === "string" && isDay(value) ? dateRow(value, note) : undefined),
  });
}

/** A day with a time of day on the company's clock, sent as an instant with that day's offset. */
export function askInstant(step: FieldStep): Promise<Answer<Value>> {
  const { field, session } = step;
  const { clock } = session;
  const now: Moment = { day: clock.today(), time: clock.timeOfDay() };
  // What starts does so in the morning; what ends lasts the whole day.
  const defaultTime = field.meaning.name.startsWith("start") ? "09:00" : "23:59";
  const rowsFor = (text: string): StepRow<Value>[] => {
    const reading = readMoment(text, now, defaultTime);
    if (!reading.ok) return [problemRow(dayProblem(reading.problem, text))];
    return reading.moments.map(({ day, time }) => momentRow(clock.instantOf(day, time), day, time));
  };
  const zoneNote = clock.zone === Temporal.Now.timeZoneId() ? undefined : clock.zone;
  const momentRow = (value: string, day: string, time: string, note?: string): StepRow<Value> => {
    const problem = valueProblem(field.schema, value, translate);
    if (problem !== undefined) return problemRow(problem);
    const label = `${writtenDay(day)}, ${time}`;
    return stepRow<Value>(
      { label, description: joined(howFar(day, now.day), zoneNote, note) },
      { value: { value } },
    );
  };
  return askReading(step, {
    rowsFor,
    placeholder: vscode.l10n.t("{0}: fri 18:00, 1 dec, tomorrow 9:00", promptOf(field)),
    rowOf: (value, note) => {
      const moment = momentOf(value, clock.zone);
      // In the form in which it would be typed, as Factorial's own may lack the offset.
      return moment && momentRow(clock.instantOf(moment.day, moment.time), moment.day, moment.time, note);
    },
  });
}

interface ReadingFacts {
  readonly placeholder: string;
  readonly rowsFor: (text: string) => StepRow<Value>[];
  /** The row of a value that is known. */
  readonly rowOf: (value: unknown, note?: string) => StepRow<Value> | undefined;
}

function askReading(step: FieldStep, { placeholder, rowsFor, rowOf }: ReadingFacts): Promise<Answer<Value>> {
  const { field, start, session } = step;
  const answered = start === field.now ? undefined : rowOf(start, vscode.l10n.t("as you chose"));
  const current = rowOf(field.now, vscode.l10n.t("now"));
  const skip = field.meaning.required
    ? []
    : [stepRow<Value>(skipFacts(field), { value: { value: undefined } })];
  const shortcuts = SHORTCUTS.flatMap((text) => rowsFor(text).slice(0, 1));
  const proposed = [...(answered ? [answered] : []), ...(current ? [current] : []), ...shortcuts, ...skip];
  // What Factorial holds may be no day that can be read here; it is said all the same.
  const unreadable = current || typeof field.now !== "string" ? undefined : wordingOf(session).day(field.now);
  return read<Value>(step.frame, {
    placeholder: unreadable === undefined ? placeholder : `${placeholder} (${unreadable})`,
    rows: (text) => (text.trim() === "" ? withoutTwins(proposed) : rowsFor(text)),
  });
}

/** Today may be the end of the month, too. */
function withoutTwins(rows: readonly StepRow<Value>[]): StepRow<Value>[] {
  return rows.filter((row, at) => rows.findIndex(({ label }) => label === row.label) === at);
}

function problemRow(sentence: string): StepRow<Value> {
  return stepRow({ label: sentence, icon: "warning" });
}

type Problem = Extract<DaysAhead | Moments, { ok: false }>["problem"];

export function dayProblem(problem: Problem, text: string): string {
  switch (problem) {
    case "unknown-day":
      return vscode.l10n.t("“{0}” is no day. Type it like fri, 1 dec or 2026-12-01.", text.trim());
    case "day-does-not-exist":
      return vscode.l10n.t("There is no such day as “{0}”.", text.trim());
    case "time-of-day":
      return vscode.l10n.t("“{0}” has no time of day that exists. Type it like 18:00.", text.trim());
  }
}

/** `Fri, Nov 27, 2026` */
export function writtenDay(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString(vscode.env.language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}

/** "tomorrow", "in 9 days", "in 3 months", "2 days ago". */
export function howFar(day: string, today: string): string {
  const days = Temporal.PlainDate.from(today).until(day).days;
  const format = new Intl.RelativeTimeFormat(vscode.env.language, { numeric: "auto" });
  if (Math.abs(days) < 28) return format.format(days, "day");
  return Math.abs(days) < 90
    ? format.format(Math.round(days / 7), "week")
    : format.format(Math.round(days / 30.4), "month");
}

/** The wall clock of an instant; undefined for what is none. */
export function momentOf(value: unknown, zone: string): Moment | undefined {
  if (typeof value !== "string") return undefined;
  try {
    const zoned = Temporal.Instant.from(value).toZonedDateTimeISO(zone);
    return {
      day: zoned.toPlainDate().toString(),
      time: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
