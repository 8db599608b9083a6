import { Temporal } from "temporal-polyfill";
import { formatClock } from "../../time/grammar/format";
import { readDayAhead, type DaysAhead } from "./days-ahead";

/** A day and a time of day on the company's clock. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly time: string;
}

export type Moments =
  | { readonly ok: true; readonly moments: readonly Moment[] }
  | { readonly ok: false; readonly problem: Extract<DaysAhead, { ok: false }>["problem"] | "time-of-day" };

const CLOCK = /^(?:(.*)[ ,] ?)?(\d{1,2}(?::\d{2}(?: ?[ap]m)?|h(?:\d{2})?| ?[ap]m)|noon|midday)$/u;

/** Reads `fri 18:00`, `1 dec`, `18:00`, `2026-12-01T09:30`. */
export function readMoment(text: string, now: Moment, defaultTime: string): Moments {
  const tidy = text
    .toLowerCase()
    .replace(/(\d)t(\d)/u, "$1 $2")
    .replace(/\s+/gu, " ")
    .trim();
  const [, before = "", clock] = CLOCK.exec(tidy) ?? [];
  const time = clock === undefined ? defaultTime : readClock(clock);
  if (time === undefined) return { ok: false, problem: "time-of-day" };
  const today = Temporal.PlainDate.from(now.day);
  const dayText = (clock === undefined ? tidy : before)
    .replace(/(?:^|[ ,])(?:at|a las)$/u, "")
    .replace(/[ ,]+$/u, "");
  if (dayText === "" && clock !== undefined) {
    const day = time > now.time ? today : today.add({ days: 1 });
    return { ok: true, moments: [{ day: day.toString(), time }] };
  }
  const read = readDayAhead(dayText, today);
  return read.ok ? { ok: true, moments: read.days.map((day) => ({ day: day.toString(), time })) } : read;
}

/** Undefined for what is no time of a day. */
function readClock(text: string): string | undefined {
  if (text === "noon" || text === "midday") return "12:00";
  const [, hourDigits, minuteDigits, half] = /^(\d{1,2})(?:[:h](\d{2})?)? ?([ap])?/u.exec(text) ?? [];
  const [hours, minutes] = [Number(hourDigits), Number(minuteDigits ?? 0)];
  if (minutes > 59 || hours > 23) return undefined;
  if (half === undefined) return formatClock(hours * 60 + minutes);
  if (hours < 1 || hours > 12) return undefined;
  return formatClock(((hours % 12) + (half === "p" ? 12 : 0)) * 60 + minutes);
}
