/** Months of the company's calendar, written `YYYY-MM`. */

/** This month; in its first week the one before too, as it has little yet. */
export function newestMonths(today: string): string[] {
  const month = today.slice(0, 7);
  return Number(today.slice(8)) <= 7 ? [month, monthBefore(month)] : [month];
}

/** `2026-01` → `2025-12` */
export function monthBefore(month: string): string {
  const { year, number } = partsOf(month);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

/** `2026-11` → `2026-11-30` */
export function lastDayOf(month: string): string {
  const { year, number } = partsOf(month);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}

export function partsOf(month: string): { year: number; number: number } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { year, number };
}
