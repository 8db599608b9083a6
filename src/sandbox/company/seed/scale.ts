/** Makes the company big, for benchmarks and for seeing how lists behave: plain records, quickly made. */

import { addDays, isWorkingDay } from "../../clock.js";
import { COMPANY_ID } from "../company.js";
import type { Ground } from "../ground.js";

const FIRST = [
  "Ada",
  "Bruno",
  "Clara",
  "Diego",
  "Elena",
  "Farid",
  "Greta",
  "Hugo",
  "Inés",
  "Jakub",
  "Karla",
  "Luis",
];
const LAST = [
  "Almagro",
  "Bauer",
  "Costa",
  "Durand",
  "Esteve",
  "Ferri",
  "Gómez",
  "Hansen",
  "Ibarra",
  "Jansen",
];
const THINGS = ["Portal", "Migration", "Audit", "Rollout", "Dashboard", "Integration", "Support", "Redesign"];
const CLIENTS = ["Orion", "Delta", "Cobalt", "Lumen", "Vega", "Nimbus", "Saffron", "Tundra", "Zephyr"];

const PROJECTS_PER_PERSON = 20;
const WORKERS_PER_PROJECT = 3;
const RECORDS_PER_PROJECT = 5;

/** @param projects how many to add */
export function enlarge({ company, random, daysAgo }: Ground, projects: number): void {
  const entity = company.legalEntities.all()[0]?.id ?? "";
  const location = company.locations.all()[0]?.id ?? "";
  const manager = company.employees.all()[0]?.id;
  const people: string[] = [];
  for (let index = 0; index < Math.max(WORKERS_PER_PROJECT, projects / PROJECTS_PER_PERSON); index += 1) {
    const [first, last] = [random.pick(FIRST), random.pick(LAST)];
    const email = `person${index + 1}@brisa.example`;
    const employee = company.employees.insert({
      access_id: String(100_000 + index),
      first_name: first,
      last_name: last,
      full_name: `${first} ${last}`,
      email,
      login_email: email,
      company_id: COMPANY_ID,
      legal_entity_id: entity,
      location_id: location,
      manager_id: manager,
      is_terminating: false,
      active: true,
      attendable: true,
    });
    people.push(employee.id);
  }
  const days = Array.from({ length: 30 }, (_, index) => addDays(daysAgo(31), index)).filter(isWorkingDay);
  for (let index = 0; index < projects; index += 1) {
    const number = String(index + 1).padStart(5, "0");
    const project = company.projects.insert({
      name: `${random.pick(CLIENTS)} ${random.pick(THINGS)} ${number}`,
      code: `X${number}`,
      status: random.chance(0.8) ? "active" : "closed",
      employees_assignment: "manual",
      legal_entity_id: entity,
      is_billable: random.chance(0.5),
    });
    const part = company.subprojects.insert({ name: "Phase 1", project_id: project.id, status: "active" });
    const workers = Array.from({ length: WORKERS_PER_PROJECT }, (_, at) => {
      const employee = people[(index * WORKERS_PER_PROJECT + at) % people.length] ?? "";
      return company.projectWorkers.insert({ project_id: project.id, employee_id: employee, assigned: true });
    });
    for (let at = 0; at < RECORDS_PER_PROJECT; at += 1) {
      const worker = workers[at % workers.length];
      if (!worker) continue;
      company.timeRecords.insert({
        project_worker_id: worker.id,
        employee_id: worker.employee_id,
        project_id: project.id,
        subproject_id: at % 2 === 0 ? part.id : undefined,
        date: random.pick(days),
        imputed_minutes: 30 * random.whole(1, 8),
      });
    }
  }
}
