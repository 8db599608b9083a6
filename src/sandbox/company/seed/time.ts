/** Half a year of attendance and of time on projects, until yesterday, and what has happened today. */

import { addDays, daysBetween, isWorkingDay, minuteOfDay, timeOfMinute } from "../../clock.js";
import type { Company } from "../company.js";
import type { Employee } from "../records.js";
import { HISTORY, workingDayBefore, type Ground } from "../ground.js";
import type { Random } from "../random.js";
import { person } from "./people.js";
import { partId, projectCalled, workerId } from "./projects.js";

/** Days older than this are signed off. */
const SIGNED_OFF_AFTER = 36;

/** Where somebody's time goes: project, part, and how often. */
type Habit = readonly [project: string, part: string | undefined, weight: number, notes: readonly string[]];

const HABITS: Readonly<Record<string, readonly Habit[]>> = {
  Nora: [
    ["ACME", "API", 6, ["Rate limits", "Fix login", "Review of the order endpoints", "Deploy"]],
    ["ACME", "Web", 2, ["Pairing with Lucía"]],
    ["Brisa Platform", "Backend", 2, ["Audit log", "Code review"]],
    ["Internal", "Meetings", 1, ["Planning", "One-to-one"]],
    ["Umbra", "Pipeline", 1, ["First sketch of the pipeline"]],
  ],
  Lucía: [
    ["ACME", "Web", 6, ["Checkout", "Voucher"]],
    ["Northwind Support", undefined, 2, ["Tickets"]],
    ["Internal", "Meetings", 1, []],
  ],
  Marc: [
    ["Brisa Platform", "Infrastructure", 5, ["Database upgrade"]],
    ["ACME", "API", 2, []],
    ["Internal", "Meetings", 1, []],
  ],
  Aiko: [
    ["ACME", "Mobile", 5, ["Push notifications"]],
    ["Umbra", "Pipeline", 2, []],
  ],
  Pau: [
    ["Brisa Platform", "Backend", 4, ["Audit log"]],
    ["Northwind Support", undefined, 3, ["Tickets"]],
  ],
  Sofia: [
    ["Helios Migration", "Discovery", 3, ["Workshop"]],
    ["Internal", "Hiring", 2, ["Interviews"]],
  ],
  Jonas: [
    ["Helios Migration", "Cutover", 4, []],
    ["Brisa Platform", "Infrastructure", 1, []],
  ],
  Amina: [
    ["Helios Migration", "Cutover", 5, ["Rehearsal"]],
    ["Internal", "Meetings", 1, []],
  ],
  Mateo: [
    ["Umbra", "Pipeline", 4, ["Parser"]],
    ["Northwind Support", undefined, 2, ["Escalation"]],
  ],
  Carmen: [["Internal", "Hiring", 1, []]],
};

/** A stretch of work on one thing. */
interface Block {
  readonly worker: string;
  readonly project: string;
  readonly part: string | undefined;
  readonly note: string | undefined;
  readonly from: number;
  readonly minutes: number;
}

const MORNING = [9 * 60, 270] as const;
const AFTERNOON = [14 * 60 + 30, 210] as const;

/** A habit with its ids looked up. */
interface Choice {
  readonly worker: string;
  readonly project: string;
  readonly part: string | undefined;
  readonly notes: readonly string[];
}

export function foundTime(ground: Ground): void {
  const { company, random, today, daysAgo } = ground;
  const lastDay = workingDayBefore(today);
  const everybody = Object.entries(HABITS).map(([first, habits]) => {
    const employee = person(company.employees.all(), first);
    return { employee, choices: habits.flatMap((habit) => choicesOf(ground, employee, habit)) };
  });
  for (const day of daysBetween(daysAgo(HISTORY), daysAgo(1))) {
    if (!isWorkingDay(day)) continue;
    for (const { employee, choices } of everybody) {
      // Everybody is away now and then, though not on the last day that people worked.
      if (random.chance(0.05) && day !== lastDay) continue;
      company.asOf(`${day}T17:00:00.000Z`, () => {
        record(ground, employee, day, blocksOf(random, choices));
      });
      if (day < daysAgo(SIGNED_OFF_AFTER)) signOff(company, employee, day);
    }
  }
  foundToday(ground);
}

/** The habit as often as it is to come up. */
function choicesOf(
  ground: Ground,
  employee: Employee,
  [name, part, weight, notes]: Habit,
): readonly Choice[] {
  const project = projectCalled(ground, name);
  const choice = {
    worker: workerId(ground, project, employee),
    project: project.id,
    part: part === undefined ? undefined : partId(ground, project, part),
    notes,
  };
  return Array<Choice>(weight).fill(choice);
}

/** A day's work: the morning and the afternoon, each on one thing or on two. */
function blocksOf(random: Random, choices: readonly Choice[]): readonly Block[] {
  return [MORNING, AFTERNOON].flatMap(([start, minutes]) => {
    const cut = random.chance(0.5) ? minutes : 30 * random.whole(2, minutes / 30 - 2);
    const spans =
      cut === minutes
        ? [[start, minutes]]
        : [
            [start, cut],
            [start + cut, minutes - cut],
          ];
    return spans.map(([from = 0, length = 0]) => {
      const { notes, ...choice } = random.pick(choices);
      const note = notes.length > 0 && random.chance(0.6) ? random.pick(notes) : undefined;
      return { ...choice, note, from, minutes: length };
    });
  });
}

function record(ground: Ground, employee: Employee, day: string, blocks: readonly Block[]): void {
  const { company } = ground;
  if (company.mode === "attendance") {
    for (const block of blocks) {
      const shift = clock(company, employee, day, block.from, block.minutes, block.note);
      company.timeRecords.insert({
        ...partsOf(block, employee),
        attendance_shift_id: shift,
        date: day,
        imputed_minutes: block.minutes,
        clock_in: timeOfMinute(block.from),
        clock_out: timeOfMinute(block.from + block.minutes),
      });
    }
    return;
  }
  clock(company, employee, day, ...MORNING);
  clock(company, employee, day, ...AFTERNOON);
  const sums = new Map<string, Block>();
  for (const block of blocks) {
    const key = `${block.worker} ${block.part ?? ""}`;
    const before = sums.get(key);
    sums.set(key, {
      ...block,
      note: before?.note ?? block.note,
      minutes: block.minutes + (before?.minutes ?? 0),
    });
  }
  for (const block of sums.values()) {
    company.timeRecords.insert({
      ...partsOf(block, employee),
      date: day,
      imputed_minutes: block.minutes,
      observations: block.note,
    });
  }
}

function partsOf(
  block: Block,
  employee: Employee,
): { project_worker_id: string; employee_id: string; project_id: string; subproject_id: string | undefined } {
  return {
    project_worker_id: block.worker,
    employee_id: employee.id,
    project_id: block.project,
    subproject_id: block.part,
  };
}

function clock(
  company: Company,
  employee: Employee,
  day: string,
  from: number,
  minutes: number,
  note?: string,
): string {
  const shift = company.shifts.insert({
    employee_id: employee.id,
    date: day,
    reference_date: day,
    clock_in: timeOfMinute(from),
    clock_out: timeOfMinute(from + minutes),
    workable: true,
    minutes,
    observations: note,
    location_type: employee.location_id === "81" ? "office" : "work_from_home",
    in_source: "desktop",
    out_source: "desktop",
  });
  return shift.id;
}

function signOff(company: Company, employee: Employee, day: string): void {
  const at = `${addDays(day, 7)}T09:00:00.000Z`;
  company.asOf(at, () =>
    company.reviews.insert({
      employee_id: employee.id,
      date: day,
      reviewed_at: at,
      author_id: employee.manager_id ?? employee.id,
    }),
  );
}

function foundToday(ground: Ground): void {
  const { company, today } = ground;
  const minute = minuteOfDay(company.wall().time);
  company.asOf(company.now().toISOString(), () => {
    // Somebody always works, whatever the hour: Lucía is on call.
    company.shifts.insert({
      employee_id: person(company.employees.all(), "Lucía").id,
      date: today,
      reference_date: today,
      clock_in: timeOfMinute(Math.max(0, minute - 95)),
      workable: true,
      minutes: 0,
      in_source: "desktop",
    });
    // Nora has done an hour and a half, if there has been time for it.
    const from = Math.min(9 * 60, minute - 95);
    if (!isWorkingDay(today) || from < 0) return;
    const nora = person(company.employees.all(), "Nora");
    const acme = projectCalled(ground, "ACME");
    const block = {
      worker: workerId(ground, acme, nora),
      project: acme.id,
      part: partId(ground, acme, "API"),
      note: "Rate limits",
      from,
      minutes: 90,
    };
    if (company.mode === "attendance") record(ground, nora, today, [block]);
    else {
      clock(company, nora, today, from, 90);
      company.timeRecords.insert({
        ...partsOf(block, nora),
        date: today,
        imputed_minutes: 90,
        observations: block.note,
      });
    }
  });
}
