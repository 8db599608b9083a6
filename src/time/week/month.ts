import type { LoggedDay } from "../entry";
import { weekdayOf, weekOf } from "./days";

/** Time that is planned: so many minutes on some weekdays of a period. */
export interface Plan {
  readonly projectWorkerId: string;
  readonly subprojectId?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly minutesADay: number;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekdays: readonly number[];
}

export interface Figure {
  readonly name: string;
  /** Minutes that were logged. */
  readonly minutes: number;
  /** Minutes that were planned until today. */
  readonly planned: number;
}

/** Where a month went. */
export interface MonthFigures {
  /** The longest first. */
  readonly byProject: readonly Figure[];
  /** In the order of time; the name is the week's number. */
  readonly byWeek: readonly Figure[];
}

/** Minutes that a plan has for a day. */
export function plannedOn({ from, to, weekdays, minutesADay }: Plan, day: string): number {
  return day >= from && day <= to && weekdays.includes(weekdayOf(day)) ? minutesADay : 0;
}

/**
 * Sums a month up to today: a plan of days to come is none that was missed.
 *
 * @param nameOf the name of a project by one of its workers; of shifts without a project by undefined
 */
export function figuresOf(
  days: readonly LoggedDay[],
  plans: readonly Plan[],
  nameOf: (projectWorkerId: string | undefined) => string,
  today: string,
): MonthFigures {
  const byProject = new Map<string, Figure>();
  const byWeek = new Map<string, Figure>();
  const add = (figures: Map<string, Figure>, name: string, minutes: number, planned: number) => {
    const before = figures.get(name) ?? { name, minutes: 0, planned: 0 };
    figures.set(name, { name, minutes: before.minutes + minutes, planned: before.planned + planned });
  };
  for (const { day, logged } of days) {
    const week = String(weekOf(day).number);
    add(byWeek, week, 0, 0);
    for (const { projectWorkerId, minutes } of logged) {
      add(byProject, nameOf(projectWorkerId), minutes, 0);
      add(byWeek, week, minutes, 0);
    }
    for (const plan of day <= today ? plans : []) {
      const planned = plannedOn(plan, day);
      if (planned === 0) continue;
      add(byProject, nameOf(plan.projectWorkerId), 0, planned);
      add(byWeek, week, 0, planned);
    }
  }
  return {
    byProject: [...byProject.values()].sort((a, b) => b.minutes - a.minutes || b.planned - a.planned),
    byWeek: [...byWeek.values()],
  };
}
