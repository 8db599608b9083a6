/** The company and its people, for pickers and for knowing who one is. */

import { seesEverything } from "../access.js";
import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import type { Employee } from "../company/records.js";
import type { Row } from "../company/table.js";
import { byList, contains, notBefore, onlyIf, startsWith } from "../filters.js";
import { resource, type Resources } from "../resource.js";

/** What only administrators get to see of others; the rest of us get it empty. */
const PRIVATE = [
  "birthday_on",
  "address_line_1",
  "address_line_2",
  "postal_code",
  "bank_number",
  "bank_number_format",
  "swift_bic",
  "identifier",
  "identifier_type",
  "social_security_number",
  "personal_email",
  "phone_number",
  "contact_name",
  "contact_number",
  "age_number",
  "nationality",
  "gender",
];

const hidden = Object.fromEntries(PRIVATE.map((field) => [field, null]));

function isManager(employee: Employee, call: Call): boolean {
  const managers = call.once(
    "managers",
    () => new Set(call.company.employees.all().map((candidate) => candidate.manager_id)),
  );
  return managers.has(employee.id);
}

function teamsWith(call: Call, employee: Row, ids: ReadonlySet<string>): boolean {
  return call.company.teams
    .all()
    .some(
      (team) =>
        ids.has(team.id) && Array.isArray(team.employee_ids) && team.employee_ids.includes(employee.id),
    );
}

const employees = resource<Employee>({
  table: (company) => company.employees,
  present: (employee, call) =>
    seesEverything(call.viewer) || employee.id === call.viewer.employee?.id ? {} : hidden,
  filters: {
    "emails[]": byList(
      (employee, emails) => emails.has(employee.login_email) || emails.has(String(employee.email)),
    ),
    full_text_name: contains("full_name", "preferred_name"),
    name_starts_with: startsWith("full_name", "last_name"),
    // `false` asks for nothing, in both.
    only_active: onlyIf((employee) => employee.active),
    only_managers: onlyIf(isManager),
    "team_ids[]": byList((employee, teams, call) => teamsWith(call, employee, teams)),
    updated_at_gteq: notBefore("updated_at"),
  },
});

const locations = resource({
  table: (company) => company.locations,
  filters: {
    "employee_ids[]": byList((location, ids, call) =>
      call.company.employees
        .all()
        .some((employee) => ids.has(employee.id) && employee.location_id === location.id),
    ),
  },
});

const legalEntities = resource({
  table: (company) => company.legalEntities,
  filters: {
    "employees_ids[]": byList((entity, ids, call) =>
      call.company.employees
        .all()
        .some((employee) => ids.has(employee.id) && employee.legal_entity_id === entity.id),
    ),
    "companies_ids[]": byList((entity, ids) => ids.has(String(entity.company_id))),
    "country_ids[]": byList((entity, ids) => ids.has(String(entity.country))),
  },
});

const teams = resource({ table: (company) => company.teams });

/** A list of one, made up from who asks. It is in no table. */
const credentials = resource({
  table: (company) => company.legalEntities,
  shows: (record) => record.isCredential === true,
  besides: (call) => {
    const entity = call.company.legalEntities.all()[0];
    const common = {
      company_id: COMPANY_ID,
      legal_name: entity?.legal_name,
      name: "Brisa Software",
      locale: "en",
      gdpr_tos: true,
      tos: true,
      subscription_plan: "enterprise",
      isCredential: true,
    };
    const { employee, role } = call.viewer;
    // A key belongs to nobody: there is no employee_id, although the description calls it required.
    if (!employee) return [{ ...common, id: `company-${COMPANY_ID}` }];
    return [
      {
        ...common,
        id: `access-${employee.access_id}`,
        employee_id: employee.id,
        email: employee.login_email,
        login_email: employee.login_email,
        full_name: employee.full_name,
        first_name: employee.first_name,
        last_name: employee.last_name,
        role: role === "admin" ? "admin" : "basic",
      },
    ];
  },
});

export const peopleResources: Resources = {
  "api_public/credentials": credentials,
  "employees/employees": employees,
  "locations/locations": locations,
  "companies/legal_entities": legalEntities,
  "teams/teams": teams,
};
