import type { Resource } from "../api/resource";
import type { AnyRecord } from "../resources/any-client";
import { wallClock } from "../time/company-clock";
import { meaningsOf, type FieldMeaning } from "./field-meaning";
import type { RecordWording } from "./wording";

/** One field of a record, in words. */
export interface FieldLine {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /**
   * What the field's id names: `resourceName` is a name in the catalogue, or `accesses` with the id of a login;
   * `names.find` takes both.
   */
  readonly link?: { readonly resourceName: string; readonly id: string } | undefined;
}

/** 0 is Sunday, in Factorial as in JavaScript. */
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * What a record says, field by field in the order of its declaration, without what is empty or declared hidden.
 * It takes any value for any field: what is not of its kind is written as it came.
 * @param currency the company's, for amounts that do not say theirs
 */
export function fieldLines(
  resource: Resource,
  record: AnyRecord,
  wording: RecordWording,
  currency?: string,
): FieldLine[] {
  const shown = meaningsOf(resource, resource.record).filter(
    ({ name }) => resource.fields?.[name]?.hidden !== true && !isEmpty(record[name]),
  );
  const currencies = new Set(
    shown.flatMap(({ kind, name }) => (kind === "cents" ? currencyFields(name) : [])),
  );
  return shown
    .filter(({ name }) => !currencies.has(name))
    .map((meaning) => ({
      name: meaning.name,
      label: wording.text(meaning.label),
      text: textOf(meaning, record, wording, currency),
      link: linkOf(meaning, record[meaning.name]),
    }));
}

function textOf(
  meaning: FieldMeaning,
  record: AnyRecord,
  wording: RecordWording,
  currency: string | undefined,
): string {
  const value = record[meaning.name];
  try {
    return inWords(meaning, value, record, wording, currency) ?? plain(value);
  } catch {
    // A day of another calendar, a code of no currency: there are more such values than checks for them.
    return plain(value);
  }
}

/** Undefined where the value is not of the field's kind. */
function inWords(
  meaning: FieldMeaning,
  value: unknown,
  record: AnyRecord,
  wording: RecordWording,
  currency: string | undefined,
): string | undefined {
  const { name, kind } = meaning;
  switch (kind) {
    case "name":
      return nameOf(meaning, value, wording);
    case "names":
      return joined(value, (each) => nameOf(meaning, each, wording));
    case "choice":
      return choiceOf(meaning, value, wording);
    case "choices":
      return joined(value, (each) => choiceOf(meaning, each, wording));
    case "weekdays":
      return joined(value, (each) => weekdayOf(each, wording));
    case "flag":
      return typeof value === "boolean" ? wording.text(value ? "yes" : "no") : undefined;
    case "minutes":
      return typeof value === "number" ? wording.minutes(value) : undefined;
    case "cents":
      return isAmount(value) ? wording.money(value, currencyOf(name, record) ?? currency) : undefined;
    case "number":
      return numberOf(name, value);
    case "date":
      return typeof value === "string" ? wording.day(value) : undefined;
    case "instant":
      return typeof value === "string" ? instantOf(name, value, wording) : undefined;
    case "text":
      // Not every instant is told by its field's name.
      return isInstant(value) ? wording.instant(value) : undefined;
    case "long-text":
    case "file":
    case "questions":
    case "scale":
    case "messages":
    case "table":
    case "other":
      return undefined;
  }
}

/** The time of day of a shift is wall clock, on whatever day and with whatever offset it comes. */
function instantOf(name: string, value: string, wording: RecordWording): string | undefined {
  return /^clock_(in|out)$/.test(name) ? wallClock(value) : wording.instant(value);
}

function nameOf({ names }: FieldMeaning, value: unknown, wording: RecordWording): string | undefined {
  const id = idOf(value);
  if (names === undefined || id === undefined) return undefined;
  const name = wording.name(names, id);
  return name === "" ? undefined : name;
}

function choiceOf({ choices }: FieldMeaning, value: unknown, wording: RecordWording): string | undefined {
  if (typeof value !== "string") return undefined;
  const known = choices?.find((choice) => choice.value === value);
  return known ? wording.text(known.label) : wording.word(value);
}

function weekdayOf(value: unknown, wording: RecordWording): string | undefined {
  const name = typeof value === "number" ? WEEKDAYS[value] : undefined;
  return name === undefined ? undefined : wording.text(name);
}

/** A percentage comes in hundredths of a percent, and is called cents all the same. */
function numberOf(name: string, value: unknown): string | undefined {
  if (typeof value !== "number") return undefined;
  return name.endsWith("_cents") ? `${value / 100} %` : String(value);
}

function linkOf({ kind, names }: FieldMeaning, value: unknown): FieldLine["link"] {
  const id = kind === "name" ? idOf(value) : undefined;
  return names === undefined || id === undefined ? undefined : { resourceName: names, id };
}

function idOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function currencyOf(name: string, record: AnyRecord): string | undefined {
  return currencyFields(name)
    .map((field) => record[field])
    .find((value): value is string => typeof value === "string" && value !== "");
}

/** Where an amount's currency is: `original_amount_cents` → `original_amount_currency`, else `currency`. */
function currencyFields(name: string): string[] {
  return [name.replace(/_cents$/, "_currency"), "currency"];
}

function isAmount(value: unknown): value is number | string {
  return typeof value === "number" || typeof value === "string";
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d\S*(Z|[+-]\d\d:\d\d)$/.test(value);
}

/** What is in more boxes than this is not looked for. */
const DEEPEST = 5;

function isEmpty(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (typeof value !== "object" || depth >= DEEPEST) return false;
  return Object.values(value).every((each) => isEmpty(each, depth + 1));
}

function joined(value: unknown, text: (each: unknown) => string | undefined): string | undefined {
  if (!Array.isArray(value)) return text(value);
  return value.map((each) => text(each) ?? plain(each)).join(", ");
}

/** A value of no known kind. */
function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => typeof each !== "object" || each === null)) {
    return value.map(String).join(", ");
  }
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return "…"; // Going in circles, which no answer does.
  }
}
