import type { RecordOf } from "../../api/resource";
import type { estimatedTimes } from "../../resources/attendance/estimated-times";
import type { workedTimes } from "../../resources/attendance/worked-times";
import type { leaves } from "../../resources/timeoff/leaves";

/** What Factorial holds of some days of one person. */
export interface CalendarRecords {
  readonly estimated: readonly RecordOf<typeof estimatedTimes>[];
  readonly worked: readonly RecordOf<typeof workedTimes>[];
  /** Granted, and such during which one does not work. */
  readonly leaves: readonly RecordOf<typeof leaves>[];
}

/** What Factorial says of a day of somebody, apart from what was logged on it. */
export interface DayFacts {
  /** Whole minutes by contract or schedule, before bank holidays and leave are taken off; undefined where nobody said. */
  readonly scheduled?: number | undefined;
  readonly isHoliday: boolean;
  readonly leave?: DayLeave | undefined;
}

/** Leave that was granted. */
export interface DayLeave {
  /** As the company calls it; empty where it is not told. */
  readonly name: string;
  /** Whole days, halves, or so many minutes. */
  readonly share: "day" | "half" | number;
}

/** @param day `YYYY-MM-DD` */
export function factsOf(day: string, { estimated, worked, leaves }: CalendarRecords): DayFacts {
  const estimate = estimated.find(({ date }) => date === day);
  const isTold = estimate?.time_unit === "minute" && estimate.source !== "none";
  const scheduled = isTold ? estimate.expected_minutes : undefined;
  const taken = leaves
    .filter(({ start_on, finish_on }) => start_on <= day && (finish_on ?? day) >= day)
    .map(leaveOf);
  return {
    scheduled: typeof scheduled === "number" ? Math.round(scheduled) : undefined,
    isHoliday: worked.some(({ date, day_type }) => date === day && day_type === "bank_holiday"),
    leave: both(taken),
  };
}

/** Whole minutes that are left of a day's minutes. */
export function afterLeave(minutes: number, { isHoliday, leave }: DayFacts): number {
  if (isHoliday || leave?.share === "day") return 0;
  if (leave?.share === "half") return Math.round(minutes / 2);
  return Math.max(0, minutes - (leave?.share ?? 0));
}

function leaveOf(leave: CalendarRecords["leaves"][number]): DayLeave {
  const { half_day, hours_amount_in_cents: hundredths, start_on, finish_on } = leave;
  const name = leave.leave_type_name ?? "";
  // Its spelling is not the same in all versions.
  if (typeof half_day === "string" && half_day !== "") return { name, share: "half" };
  const isByTheHour =
    typeof hundredths === "number" && hundredths > 0 && (finish_on ?? start_on) === start_on;
  return { name, share: isByTheHour ? Math.round(hundredths * 0.6) : "day" };
}

/** Several on one day: two halves are a whole, and a whole is more than what else there is. */
function both([first, ...others]: readonly DayLeave[]): DayLeave | undefined {
  const [next] = others;
  if (!first || !next) return first;
  return [first, ...others].find(({ share }) => share === "day") ?? { name: first.name, share: "day" };
}
