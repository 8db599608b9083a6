/** Days to come on which nobody, or somebody, does not work: what is past holds time that was logged. */

import { addDays, weekDay } from "../../clock.js";
import type { Ground } from "../ground.js";
import { person } from "./people.js";

const ANNUAL = { leave_type_id: "36", leave_type_name: "Annual leave", is_workable: false, is_payable: true };

export function foundDaysOff({ company, today }: Ground): void {
  const employees = company.employees.all();
  const [nora, lucia] = [person(employees, "Nora"), person(employees, "Lucía")];
  const thursday = weekdayAfter(addDays(today, 6), 4);
  company.leaves.insert({
    ...ANNUAL,
    employee_id: nora.id,
    start_on: thursday,
    finish_on: addDays(thursday, 1),
    approved: true,
  });
  company.leaves.insert({
    ...ANNUAL,
    employee_id: nora.id,
    start_on: addDays(thursday, -1),
    finish_on: addDays(thursday, -1),
    half_day: "end_of_day",
    approved: true,
  });
  // Asked for, and nobody has decided.
  company.leaves.insert({ ...ANNUAL, employee_id: lucia.id, start_on: thursday, finish_on: thursday });
  company.bankHolidays.insert({ date: weekdayAfter(addDays(thursday, 3), 2) });
}

/** The first such day from there on. @param weekday 0 = Sunday to 6 = Saturday */
function weekdayAfter(day: string, weekday: number): string {
  let at = day;
  while (weekDay(at) !== weekday) at = addDays(at, 1);
  return at;
}
