import * as z from "zod";

/**
 * Building blocks for what comes in answers. Reading is tolerant: what the description leaves out of `required` may
 * be missing or null, and an enum may have grown.
 */

/** A value of a known set, or one that came later: known values complete in the editor, others stay as they are. */
export function openEnum<const T extends readonly string[]>(...known: T) {
  // Nothing is refused: `T[number] | (string & …)` is every string, the cast only names the known ones.
  return z.string().meta({ examples: [...known] }) as z.ZodType<T[number] | (string & Record<never, never>)>;
}

export const text = z.string();
export const optionalText = z.string().nullish();
/** A day in the company's calendar, `YYYY-MM-DD`. */
export const optionalDate = z.string().nullish();
/** An instant as Factorial writes it, `YYYY-MM-DDTHH:MM:SS…`; of some fields only the time of day means anything. */
export const optionalInstant = z.string().nullish();
/** Whole minutes. */
export const optionalMinutes = z.number().nullish();
/** Whole cents of the currency beside it. */
export const optionalCents = z.number().nullish();
export const optionalNumber = z.number().nullish();
export const optionalFlag = z.boolean().nullish();

/** Building blocks for what is sent: strict. */

/** A day in the company's calendar, `YYYY-MM-DD`, that exists. */
export const date = z.iso.date();
/** Whole minutes of at most a day. */
export const minutes = z.int().min(0).max(1440);
export const cents = z.int();
/** An instant with its offset from UTC, `YYYY-MM-DDTHH:MM:SS+02:00`. */
export const instant = z.iso.datetime({ offset: true });
/** 0 = Sunday to 6 = Saturday. */
export const weekday = z.int().min(0).max(6);
