/** The people of Brisa Software, where they sit and with whom. */

import { COMPANY_ID } from "../company.js";
import type { Employee } from "../records.js";
import type { Ground } from "../ground.js";

interface Sketch {
  readonly name: readonly [first: string, last: string];
  readonly manager?: string;
  readonly town: "Barcelona" | "Lisbon";
  readonly birthday: string;
  readonly nationality: string;
  readonly preferred?: string;
  readonly left?: boolean;
}

const PEOPLE: readonly Sketch[] = [
  { name: ["Carmen", "Ortega"], town: "Barcelona", birthday: "1979-03-14", nationality: "es" },
  {
    name: ["Nora", "Vidal"],
    manager: "Carmen",
    town: "Barcelona",
    birthday: "1990-11-02",
    nationality: "es",
  },
  { name: ["Ivo", "Petrov"], manager: "Carmen", town: "Lisbon", birthday: "1995-06-21", nationality: "bg" },
  {
    name: ["Lucía", "Ferrer"],
    manager: "Nora",
    town: "Barcelona",
    birthday: "1993-01-30",
    nationality: "es",
  },
  { name: ["Marc", "Soler"], manager: "Nora", town: "Barcelona", birthday: "1988-09-09", nationality: "es" },
  { name: ["Aiko", "Tanaka"], manager: "Nora", town: "Lisbon", birthday: "1996-04-17", nationality: "jp" },
  { name: ["Pau", "Riera"], manager: "Nora", town: "Barcelona", birthday: "1999-12-05", nationality: "es" },
  {
    name: ["Sofia", "Almeida"],
    manager: "Carmen",
    town: "Lisbon",
    birthday: "1985-07-23",
    nationality: "pt",
  },
  { name: ["Jonas", "Weber"], manager: "Sofia", town: "Lisbon", birthday: "1991-02-11", nationality: "de" },
  {
    name: ["Amina", "Haddad"],
    manager: "Sofia",
    town: "Barcelona",
    birthday: "1994-10-28",
    nationality: "ma",
  },
  { name: ["Mateo", "Rossi"], manager: "Sofia", town: "Lisbon", birthday: "1992-05-19", nationality: "it" },
  {
    name: ["Irene", "Castro"],
    manager: "Carmen",
    town: "Barcelona",
    birthday: "1987-08-08",
    nationality: "es",
  },
  {
    name: ["Guillermo", "de la Fuente"],
    manager: "Irene",
    town: "Barcelona",
    birthday: "1998-03-03",
    nationality: "es",
    preferred: "Guille",
  },
  {
    name: ["Eva", "Lindqvist"],
    manager: "Sofia",
    town: "Lisbon",
    birthday: "1983-06-16",
    nationality: "se",
    left: true,
  },
];

export function foundPeople({ company, daysAgo, today }: Ground): void {
  const entity = company.legalEntities.insert({
    company_id: COMPANY_ID,
    country: "es",
    legal_name: "Brisa Software, S.L.",
    currency: "EUR",
    tin: "B00000000",
    city: "Barcelona",
    postal_code: "08005",
    address_line_1: "Carrer de la Llacuna 22",
  });
  const place = (name: string, country: string, timezone: string, main: boolean): string =>
    company.locations.insert({ company_id: COMPANY_ID, name, city: name, country, timezone, main }).id;
  const towns = {
    Barcelona: place("Barcelona", "es", "Europe/Madrid", true),
    Lisbon: place("Lisbon", "pt", "Europe/Lisbon", false),
  };
  for (const [index, sketch] of PEOPLE.entries()) {
    const [first, last] = sketch.name;
    const email = `${plain(first)}.${plain(last)}@brisa.example`;
    company.employees.insert({
      access_id: String(1301 + index),
      first_name: first,
      last_name: last,
      full_name: `${first} ${last}`,
      preferred_name: sketch.preferred,
      email,
      login_email: email,
      communications_email: email,
      personal_email: `${plain(first)}@post.example`,
      birthday_on: sketch.birthday,
      age_number: Number(today.slice(0, 4)) - Number(sketch.birthday.slice(0, 4)),
      nationality: sketch.nationality,
      country: sketch.town === "Lisbon" ? "pt" : "es",
      city: sketch.town,
      phone_number: `+34 600 000 ${String(index + 10).padStart(3, "0")}`,
      company_id: COMPANY_ID,
      company_identifier: `BR-${String(index + 1).padStart(3, "0")}`,
      legal_entity_id: entity.id,
      location_id: towns[sketch.town],
      manager_id:
        sketch.manager === undefined ? undefined : person(company.employees.all(), sketch.manager).id,
      timeoff_manager_id: company.employees.all()[0]?.id,
      is_terminating: false,
      terminated_on: sketch.left ? daysAgo(60) : undefined,
      active: sketch.left !== true,
      attendable: sketch.left !== true,
      seniority_calculation_date: daysAgo(900 + index * 37),
    });
  }
  const team = (name: string, description: string, lead: string, members: readonly string[]): void => {
    const employees = company.employees.all();
    company.teams.insert({
      company_id: COMPANY_ID,
      name,
      description,
      lead_ids: [person(employees, lead).id],
      employee_ids: [lead, ...members].map((member) => person(employees, member).id),
    });
  };
  team("Product", "Builds what the clients see", "Nora", ["Lucía", "Marc", "Aiko", "Pau"]);
  team("Delivery", "Runs the projects", "Sofia", ["Jonas", "Amina", "Mateo"]);
  team("Operations", "Keeps the lights on", "Irene", ["Guillermo", "Ivo"]);
}

/** Somebody by first name. */
export function person(employees: readonly Employee[], first: string): Employee {
  const found = employees.find((employee) => employee.first_name === first);
  if (!found) throw new Error(`Nobody is called ${first}`);
  return found;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f ]/g, "")
    .toLowerCase();
}
