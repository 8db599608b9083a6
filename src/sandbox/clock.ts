/**
 * Days and times of the company. Factorial's dates are days of the company's calendar and its times are wall-clock
 * times of the company's zone, so nothing here ever depends on the zone of the machine.
 */

export const COMPANY_ZONE = "Europe/Madrid";

/** A moment as the clock on the company's wall shows it: `YYYY-MM-DD` and `HH:MM:SS`. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

const wallFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: COMPANY_ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

export function wallTime(instant: Date): WallTime {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of wallFormat.formatToParts(instant)) part[type] = value;
  return {
    date: `${part.year ?? ""}-${part.month ?? ""}-${part.day ?? ""}`,
    time: `${part.hour ?? ""}:${part.minute ?? ""}:${part.second ?? ""}`,
  };
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a clock time of a request: ISO with an offset (converted to the company's zone), ISO without one, or a bare
 * `HH:MM` or `HH:MM:SS` (both taken as the company's wall clock). Undefined when it is none of these.
 */
export function readTime(
  text: string,
): { readonly date: string | undefined; readonly time: string } | undefined {
  const bare = TIME.exec(text);
  if (bare) return { date: undefined, time: withSeconds(text.slice(0, 8).replace(/\..*/, "")) };
  const full = DATE_TIME.exec(text);
  if (!full) return undefined;
  const [, date = "", time = "", offset] = full;
  if (!isDay(date) || !TIME.test(time)) return undefined;
  return offset === undefined
    ? { date, time: withSeconds(time) }
    : wallTime(new Date(text.replace(" ", "T")));
}

function withSeconds(time: string): string {
  return time.length === 5 ? `${time}:00` : time;
}

/** Whether it is a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

export function addDays(day: string, count: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** 0 = Sunday, as in `week_days` of a planned record. */
export function weekDay(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function isWorkingDay(day: string): boolean {
  const at = weekDay(day);
  return at !== 0 && at !== 6;
}

/** All days from the first to the last, both included. */
export function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Minutes since midnight; `00:00` as an end means the midnight that ends the day. */
export function minuteOfDay(time: string, as: "start" | "end" = "start"): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return as === "end" && minutes === 0 ? 24 * 60 : minutes;
}

export function timeOfMinute(minute: number): string {
  const at = minute % (24 * 60);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}:00`;
}

/** A wall-clock time dressed as UTC on a day that means nothing: how open shifts and time records spell it. */
export function dressedAsUtc(time: string): string {
  return `2000-01-01T${time}.000Z`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `18 Nov`, for messages. */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}`;
}
