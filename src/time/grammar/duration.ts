import { MAX_MINUTES, MAX_TIME_LENGTH } from "./limits";
import { timeText } from "./time-text";
import type { DurationProblem } from "./types";

/** A duration in whole minutes, 1..1440. */
export interface DurationValue {
  minutes: number;
  /** The notation can be read otherwise ("8", "1.30"); show how it was read. */
  ambiguous: boolean;
  /** The other readings, in minutes. */
  alternatives: readonly number[];
  /** The text did not name a whole number of minutes. */
  rounded: boolean;
}

export type DurationResult = { ok: true; value: DurationValue } | { ok: false; problem: DurationProblem };

const HOURS = "(?:h|hrs?|hours?|horas?)";
const MINUTES = "(?:m|mins?|minutes?|minutos?)";
const SECONDS = "(?:s|secs?|seconds?|segs?|segundos?)";

const HOURS_THEN_MINUTES = new RegExp(`^(\\d+) ?${HOURS}(?: ?(\\d+)(?: ?${MINUTES})?)?$`, "u");
const ONLY_MINUTES = new RegExp(`^(\\d+) ?${MINUTES}$`, "u");
const DECIMAL = new RegExp(`^(\\d*)[.,](\\d+)(?: ?(?:(${HOURS})|(${MINUTES})))?$`, "u");
const COLON = new RegExp(`^(\\d*):(\\d+)(?: ?${HOURS})?$`, "u");
const UNFINISHED = /^(?:\d+:|\d+[.,])$/u;
const WITH_SECONDS = new RegExp(
  `^(?:\\d+:\\d+:\\d+|(?:\\d+ ?${HOURS} ?)?(?:\\d+ ?${MINUTES} ?)?\\d+(?:[.,]\\d+)? ?${SECONDS})$`,
  "u",
);
const BARE_INTEGER = /^\d+$/u;

/** From here on a bare number is minutes: nobody logs 13 hours by a bare "13", many log "15" minutes. */
const LARGEST_BARE_HOURS = 12;

/** Decimals of an hour that are quarters, so that "1.25h" needs no question although "1.30h" does. */
const QUARTERS = new Set(["00", "25", "50"]);

/** Reads a whole text as a duration, for a cell or an input that holds nothing else. */
export function parseDuration(text: string): DurationResult {
  if (text.length <= MAX_TIME_LENGTH && text.trim() === "") return refuse({ kind: "duration-missing" });
  return readDuration(text) ?? refuse({ kind: "not-a-duration", text: text.slice(0, MAX_TIME_LENGTH) });
}

/** The same, but `undefined` for a text that doesn't look like a duration at all: it may be a name. */
export function readDuration(text: string): DurationResult | undefined {
  const tidy = timeText(text);
  if (tidy === undefined) return undefined;
  const shown = text.trim();
  if (tidy.startsWith("-")) {
    const positive = readPositive(tidy.slice(1).trimStart(), shown);
    return positive && refuse({ kind: "duration-negative", text: shown });
  }
  return readPositive(tidy, shown);
}

/** A unit or a colon says that a time is meant; a bare number may as well belong to a name. */
export function isBareNumber(text: string): boolean {
  return /^\d*[.,]?\d*$/u.test(timeText(text) ?? text);
}

function readPositive(tidy: string, shown: string): DurationResult | undefined {
  if (WITH_SECONDS.test(tidy)) return refuse({ kind: "seconds", text: shown });
  if (UNFINISHED.test(tidy)) return refuse({ kind: "duration-incomplete", text: shown });
  return (
    readHours(tidy, shown) ?? readColon(tidy, shown) ?? readDecimal(tidy, shown) ?? readBare(tidy, shown)
  );
}

function readHours(tidy: string, shown: string): DurationResult | undefined {
  const minutesOnly = ONLY_MINUTES.exec(tidy);
  if (minutesOnly) return accept(Number(minutesOnly[1]), shown);
  const match = HOURS_THEN_MINUTES.exec(tidy);
  if (!match) return undefined;
  return hoursAndMinutes(Number(match[1]), Number(match[2] ?? "0"), shown);
}

function readColon(tidy: string, shown: string): DurationResult | undefined {
  const match = COLON.exec(tidy);
  if (!match) return undefined;
  const hours = Number(match[1] ?? "");
  const digits = match[2] ?? "";
  const result = hoursAndMinutes(hours, Number(digits), shown);
  // "1:5" is 1:05 by the digits and 1:50 half-typed.
  const typedOut = hours * 60 + Number(digits) * 10;
  if (digits.length !== 1 || !result.ok || digits === "0") return result;
  const alternatives = Number(digits) < 6 && typedOut <= MAX_MINUTES ? [typedOut] : [];
  return { ok: true, value: { ...result.value, ambiguous: true, alternatives } };
}

function readDecimal(tidy: string, shown: string): DurationResult | undefined {
  const match = DECIMAL.exec(tidy);
  if (!match) return undefined;
  const [, whole = "", decimals = "", hours, minutes] = match;
  const amount = Number(`${whole}.${decimals}`);
  if (minutes !== undefined) return accept(amount, shown);
  const result = accept(amount * 60, shown);
  if (!result.ok) return result;
  // "1.30" may be 1.3 hours or 1 h 30: with two decimals below 60 both are written that way.
  const likeClock = /^[0-5]\d$/u.test(decimals) ? Number(whole) * 60 + Number(decimals) : undefined;
  const alternatives =
    likeClock !== undefined && likeClock > 0 && likeClock <= MAX_MINUTES && likeClock !== result.value.minutes
      ? [likeClock]
      : [];
  const ambiguous = hours === undefined || (alternatives.length > 0 && !QUARTERS.has(decimals));
  return { ok: true, value: { ...result.value, ambiguous, alternatives: ambiguous ? alternatives : [] } };
}

function readBare(tidy: string, shown: string): DurationResult | undefined {
  if (!BARE_INTEGER.test(tidy)) return undefined;
  const number = Number(tidy);
  if (number === 0 || number > LARGEST_BARE_HOURS) return accept(number, shown);
  return {
    ok: true,
    value: { minutes: number * 60, ambiguous: true, alternatives: [number], rounded: false },
  };
}

function hoursAndMinutes(hours: number, minutes: number, shown: string): DurationResult {
  if (minutes > 59) return refuse({ kind: "minutes-over-59", text: shown, minutes });
  return accept(hours * 60 + minutes, shown);
}

function accept(exact: number, shown: string): DurationResult {
  // 1.1 h is 66.00000000000001 in binary, which is not a fraction that the user typed.
  const amount = Math.round(exact * 1e6) / 1e6;
  if (exact === 0) return refuse({ kind: "duration-zero", text: shown });
  if (amount > MAX_MINUTES) return refuse({ kind: "duration-over-a-day", text: shown });
  const minutes = Math.round(amount);
  if (minutes === 0) return refuse({ kind: "duration-under-a-minute", text: shown });
  return {
    ok: true,
    value: { minutes, ambiguous: false, alternatives: [], rounded: minutes !== amount },
  };
}

function refuse(problem: DurationProblem): { ok: false; problem: DurationProblem } {
  return { ok: false, problem };
}
