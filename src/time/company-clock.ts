import { Temporal } from "temporal-polyfill";

/**
 * The calendar that time is logged in. Days and times of day are the wall clock of one zone; instants are computed
 * for the day in question, as the offset changes with daylight saving.
 */
export class CompanyClock {
  #zone: string;
  readonly #instant: () => Temporal.Instant;

  /** @param zone IANA name, such as `Europe/Madrid`; the machine's zone where it is empty or unknown */
  constructor(zone = "", instant: () => Temporal.Instant = () => Temporal.Now.instant()) {
    this.#zone = Temporal.Now.timeZoneId();
    this.#instant = instant;
    this.useZone(zone);
  }

  /** Goes over to another zone; one that is empty or unknown changes nothing. */
  useZone(zone: string): void {
    if (isTimeZone(zone)) this.#zone = zone;
  }

  get zone(): string {
    return this.#zone;
  }

  /** Today, `YYYY-MM-DD`. */
  today(): string {
    return this.#zoned().toPlainDate().toString();
  }

  /** The time of day, `HH:MM`. */
  timeOfDay(): string {
    return this.#zoned().toPlainTime().toString({ smallestUnit: "minute" });
  }

  /** The time of day of an instant (Unix milliseconds), `HH:MM`. */
  timeAt(milliseconds: number): string {
    return Temporal.Instant.fromEpochMilliseconds(milliseconds)
      .toZonedDateTimeISO(this.#zone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
  }

  /** This moment, whatever the zone. */
  instant(): Temporal.Instant {
    return this.#instant();
  }

  /** This moment as Factorial wants it: ISO with the zone's offset of just now, to the second. */
  nowWithOffset(): string {
    return this.#zoned().toString({ timeZoneName: "never", smallestUnit: "second" });
  }

  /** A wall-clock time on a day as Factorial wants it: ISO with that day's offset, `2026-11-19T09:00:00+01:00`. */
  instantOf(day: string, time: string): string {
    return Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: this.#zone, plainTime: time })
      .toString({ timeZoneName: "never", smallestUnit: "second" });
  }

  /** The end of something on a day, likewise: `00:00` is the midnight that ends the day. */
  endInstantOf(day: string, time: string): string {
    const next = Temporal.PlainDate.from(day).add({ days: 1 });
    return this.instantOf(time === "00:00" ? next.toString() : day, time);
  }

  #zoned(): Temporal.ZonedDateTime {
    return this.#instant().toZonedDateTimeISO(this.#zone);
  }
}

function isTimeZone(zone: string): boolean {
  if (zone === "") return false;
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false; // Temporal throws RangeError for a name it does not know.
  }
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * The wall-clock `HH:MM` in what Factorial sends. The day in it is often 2000-01-01, and what claims to be UTC is
 * the company's wall clock, so it is cut out as text and never converted.
 */
export function wallClock(value: string | null | undefined): string | undefined {
  return /(?:^|[T ])(\d{2}:\d{2})/.exec(value ?? "")?.[1];
}
