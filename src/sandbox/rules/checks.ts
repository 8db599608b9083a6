/** Checks that several resources share. Each refuses, or lets pass. */

import type { Call } from "../call.js";
import { dayInWords, isDay } from "../clock.js";
import type { Company } from "../company/company.js";
import type { Row } from "../company/table.js";
import { invalid, notFound } from "../errors.js";

/** The record of an action's body, which names it by `id`. */
export function named<T extends Row>(table: { get(id: string): T | undefined }, id: string | undefined): T {
  const record = id === undefined ? undefined : table.get(id);
  if (!record) throw notFound();
  return record;
}

export function checkFilled(call: Call, ...fields: readonly string[]): void {
  for (const field of fields) {
    if (call.body.text(field)?.trim() === "") throw invalid(field, "can't be blank");
  }
}

export function checkDays(call: Call, ...fields: readonly string[]): void {
  for (const field of fields) {
    const day = call.body.text(field);
    if (day !== undefined && !isDay(day)) throw invalid(field, "is not a valid date");
  }
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A moment of the body, in the one form in which moments are kept: there text compares as time does. */
export function momentIn(call: Call, field: string): string | undefined {
  const text = call.body.text(field);
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!isDay(MOMENT.exec(text)?.[1] ?? "") || Number.isNaN(at.getTime()))
    throw invalid(field, "is not a valid date");
  return at.toISOString();
}

export function futureMoment(call: Call, field: string): string {
  const at = momentIn(call, field);
  if (at === undefined) throw invalid(field, "can't be blank");
  if (at <= call.company.now().toISOString()) throw invalid(field, "must be in the future");
  return at;
}

export function checkOrder(call: Call, record: Row | undefined, first: string, last: string): void {
  const value = (field: string): unknown => (call.body.has(field) ? call.body.text(field) : record?.[field]);
  const [from, to] = [value(first), value(last)];
  if (typeof from === "string" && typeof to === "string" && from > to) {
    throw invalid(last, `must be on or after ${first}`);
  }
}

export function checkChoice(call: Call, field: string, choices: readonly string[]): void {
  const value = call.body.text(field);
  if (value !== undefined && !choices.includes(value)) throw invalid(field, "is not included in the list");
}

/** Minutes of a day's work: at least one, at most a day's. */
export function checkMinutes(minutes: number, field: string): void {
  if (minutes < 1 || minutes > 24 * 60) throw invalid(field, "must be between 1 and 1440");
}

/** A signed-off day takes no change, from the employee or from anybody else, until it is reopened. */
export function checkUnlocked(company: Company, employeeId: string, day: string): void {
  if (isLocked(company, employeeId, day)) throw invalid("date", `${dayInWords(day)} is approved and closed`);
}

export function isLocked(company: Company, employeeId: string, day: string): boolean {
  return (
    company.reviews.find((review) => review.employee_id === employeeId && review.date === day) !== undefined
  );
}

export function checkNotFuture(company: Company, day: string): void {
  if (day > company.today) throw invalid("date", "can't be in the future");
}
