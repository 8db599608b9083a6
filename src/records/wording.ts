import { Temporal } from "temporal-polyfill";
import type { Resource, Row, Wording } from "../api/resource";
import { nameOfResource, resourceNamed, type AnyRecord } from "../resources/any-client";
import { sentence } from "../resources/row-text";
import type { NameKind } from "../store/names";
import { formatMinutes } from "../time/grammar/format";
import { wordOf } from "./field-meaning";

export interface WordingParts {
  /** Where the records are that ids name. */
  readonly names: { find(kind: NameKind, id: string): AnyRecord | undefined };
  /** The company's calendar. */
  readonly clock: { readonly zone: string; today(): string };
  /** Of numbers and dates, such as `en`. */
  readonly language: string;
  /** Into the person's language. */
  readonly translate: (text: string, ...values: string[]) => string;
  /** Hears of every name that is used. */
  readonly need?: ((kind: NameKind, id: string) => void) | undefined;
}

/** A record's name leads to another's: not for ever, should two name each other. */
const DEEPEST_NAME = 3;

/** Says in words what records hold as ids, minutes and cents, by the records that are known. */
export class RecordWording implements Wording {
  readonly #parts: WordingParts;
  #depth = 0;

  constructor(parts: WordingParts) {
    this.#parts = parts;
  }

  /** How a record reads; one that has no words of its own is called by its kind. */
  row(resource: Resource, record: AnyRecord): Row {
    // The record came from the list that this resource declares.
    const row = resource.row?.(record, this);
    const label = row?.label.trim() === "" ? undefined : row?.label;
    return { ...row, label: label ?? this.text(sentence(resource.names.one)) };
  }

  name(of: NameKind, id: string | null | undefined): string {
    return typeof id === "string" && id !== "" ? this.rowOf(of, id).label : "";
  }

  rowOf(of: NameKind, id: string | null | undefined): Row {
    const resource = resourceNamed(of === "accesses" ? "employees" : of);
    if (!resource || typeof id !== "string") return { label: "" };
    // Also of what is known: it may be old by now.
    this.#parts.need?.(of, id);
    const record = this.#parts.names.find(of, id);
    if (!record) return { label: this.#unknown(resource) };
    if (this.#depth >= DEEPEST_NAME) return { label: this.text(sentence(resource.names.one)) };
    this.#depth++;
    try {
      return this.row(resource, record);
    } finally {
      this.#depth--;
    }
  }

  day(text: string | null | undefined): string | undefined {
    const day = dayOf(text, this.#parts.clock.zone);
    return day ? this.#written(day) : (text ?? undefined);
  }

  #written(day: Temporal.PlainDate): string {
    const { clock, language, translate } = this.#parts;
    const today = Temporal.PlainDate.from(clock.today());
    const written = day.toLocaleString(language, {
      weekday: "short",
      day: "numeric",
      month: "short",
      ...(day.year !== today.year && { year: "numeric" }),
    });
    const ahead = today.until(day).days;
    if (ahead === 0) return translate("today");
    if (ahead === 1) return translate("tomorrow, {0}", written);
    return ahead === -1 ? translate("yesterday, {0}", written) : written;
  }

  /** An instant with its time of day in the company's zone. */
  instant(text: string | null | undefined): string | undefined {
    const { clock, language } = this.#parts;
    if (typeof text !== "string" || !text.includes("T")) return this.day(text);
    try {
      const zoned = Temporal.Instant.from(text).toZonedDateTimeISO(clock.zone);
      const time = zoned.toPlainTime().toLocaleString(language, { hour: "2-digit", minute: "2-digit" });
      return `${this.day(zoned.toPlainDate().toString()) ?? ""}, ${time}`;
    } catch (error) {
      if (error instanceof RangeError) return text;
      throw error;
    }
  }

  minutes(minutes: number | null | undefined): string | undefined {
    return typeof minutes === "number" && Number.isFinite(minutes)
      ? `${minutes < 0 ? "−" : ""}${formatMinutes(Math.abs(Math.round(minutes)))}`
      : undefined;
  }

  money(cents: number | string | null | undefined, currency?: string | null): string | undefined {
    if (cents === null || cents === undefined || cents === "") return undefined;
    const amount = Number(cents) / 100;
    if (!Number.isFinite(amount)) return String(cents);
    const { language } = this.#parts;
    const isCode = typeof currency === "string" && /^[A-Z]{3}$/i.test(currency);
    return new Intl.NumberFormat(language, {
      ...(isCode ? { style: "currency", currency } : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    }).format(amount);
  }

  word(value: string | null | undefined): string | undefined {
    return typeof value === "string" && value !== "" ? this.text(wordOf(value)) : undefined;
  }

  text(text: string): string {
    return this.#parts.translate(text);
  }

  #unknown(resource: Resource): string {
    return nameOfResource(resource) === "employees"
      ? this.text("Somebody this account may not see")
      : this.#parts.translate("{0} this account may not see", sentence(this.text(resource.names.one)));
  }
}

/** The day of a text that starts with one; an instant's day is that of the company's zone. */
function dayOf(text: string | null | undefined, zone: string): Temporal.PlainDate | undefined {
  if (typeof text !== "string") return undefined;
  try {
    if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
      return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate();
    }
    // In another calendar, or at the end of all days, it is no day of a company's.
    const day = Temporal.PlainDate.from(text);
    return day.calendarId === "iso8601" && day.year > 0 && day.year < 10_000 ? day : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
