/**
 * The words for days in English and Spanish, without accents. All of them may be cut short to three letters,
 * and no three-letter beginning means two things, which the tests check.
 */

/** Days from today. */
export const CALENDAR_WORDS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
  ["hoy", 0],
  ["ayer", -1],
  ["anteayer", -2],
  ["antier", -2],
  ["manana", 1],
]);

/** Monday is 1, as in ISO 8601. */
export const WEEKDAY_WORDS: ReadonlyMap<string, number> = new Map([
  ["monday", 1],
  ["tuesday", 2],
  ["wednesday", 3],
  ["thursday", 4],
  ["friday", 5],
  ["saturday", 6],
  ["sunday", 7],
  ["lunes", 1],
  ["martes", 2],
  ["miercoles", 3],
  ["jueves", 4],
  ["viernes", 5],
  ["sabado", 6],
  ["domingo", 7],
]);

export const MONTH_WORDS: ReadonlyMap<string, number> = new Map([
  ["january", 1],
  ["february", 2],
  ["march", 3],
  ["april", 4],
  ["may", 5],
  ["june", 6],
  ["july", 7],
  ["august", 8],
  ["september", 9],
  ["sept", 9],
  ["october", 10],
  ["november", 11],
  ["december", 12],
  ["enero", 1],
  ["febrero", 2],
  ["marzo", 3],
  ["abril", 4],
  ["mayo", 5],
  ["junio", 6],
  ["julio", 7],
  ["agosto", 8],
  ["septiembre", 9],
  ["setiembre", 9],
  ["octubre", 10],
  ["noviembre", 11],
  ["diciembre", 12],
]);

const SHORTEST = 3;

/** Days from today for "yesterday", "ayer" and their beginnings. */
export function calendarWord(word: string): number | undefined {
  return meaning(word, CALENDAR_WORDS);
}

export function weekdayOfWord(word: string): number | undefined {
  return meaning(word, WEEKDAY_WORDS);
}

export function monthOfWord(word: string): number | undefined {
  return meaning(word, MONTH_WORDS);
}

function meaning(word: string, meanings: ReadonlyMap<string, number>): number | undefined {
  if (word.length < SHORTEST) return undefined;
  for (const [whole, value] of meanings) if (whole.startsWith(word)) return value;
  return undefined;
}
