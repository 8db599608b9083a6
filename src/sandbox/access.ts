/** Who asks, and what they may do. */

import type { Company } from "./company/company.js";
import type { Employee } from "./company/records.js";
import { DEMO_ADMIN_TOKEN, DEMO_API_KEY, DEMO_RESTRICTED_TOKEN, DEMO_TOKEN } from "./demo-credentials.js";
import { forbidden } from "./errors.js";
import type { Operation } from "./contract.js";

/**
 * `company`: an API key, or a token of the company; it is nobody in particular. `admin` sees and does everything;
 * `lead` runs projects and answers for their own reports; `restricted` may look at what is their own.
 */
export type Viewer =
  | { readonly role: "company"; readonly employee?: undefined }
  | { readonly role: "admin" | "lead" | "restricted"; readonly employee: Employee };

/** Positions of the people that one can sign in as, in the order in which the company is made. */
export interface Person {
  readonly email: string;
  readonly role: "admin" | "lead" | "restricted";
  readonly token: string;
}

export const PEOPLE: readonly Person[] = [
  { email: "nora.vidal@brisa.example", role: "lead", token: DEMO_TOKEN },
  { email: "carmen.ortega@brisa.example", role: "admin", token: DEMO_ADMIN_TOKEN },
  { email: "ivo.petrov@brisa.example", role: "restricted", token: DEMO_RESTRICTED_TOKEN },
];

export function viewerOf(company: Company, person: Person): Viewer | undefined {
  const employee = company.employees.find((candidate) => candidate.login_email === person.email);
  return employee && { role: person.role, employee };
}

/** @param bearer resolves a bearer token that isn't one of the fixed ones */
export function identify(
  company: Company,
  headers: { readonly apiKey: string | undefined; readonly authorization: string | undefined },
  bearer: (token: string) => Viewer | undefined,
): Viewer | undefined {
  // With both, the key wins.
  if (headers.apiKey !== undefined) return headers.apiKey === DEMO_API_KEY ? { role: "company" } : undefined;
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (token === undefined) return undefined;
  const person = PEOPLE.find((candidate) => candidate.token === token);
  return person ? viewerOf(company, person) : bearer(token);
}

export function seesEverything(viewer: Viewer): boolean {
  return viewer.role === "company" || viewer.role === "admin";
}

/** Whether the viewer answers for this employee: themselves, or one of their reports. */
export function answersFor(viewer: Viewer, employee: Employee): boolean {
  if (viewer.employee === undefined || viewer.role === "admin") return true;
  if (viewer.employee.id === employee.id) return true;
  return viewer.role === "lead" && employee.manager_id === viewer.employee.id;
}

/** Modules that a restricted employee can't even look into. */
const CLOSED: Readonly<Record<string, string>> = {
  performance: "performance reviews",
  it_management: "IT assets",
  custom_resources: "custom resources",
  integrations: "integrations",
};

/** What a restricted employee can't reach, by operation. Reading the rest is filtered record by record. */
export function checkAccess(viewer: Viewer, operation: Operation): void {
  if (viewer.role !== "restricted") return;
  const closed = CLOSED[operation.resource.replace(/\/.*/, "")];
  if (closed !== undefined) throw forbidden(`You are not allowed to see ${closed}`);
  const isWrite = operation.kind !== "list" && operation.kind !== "get";
  const mayWrite = operation.resource === "tasks/tasks" || operation.resource === "attendance/shifts";
  if (isWrite && !mayWrite) throw forbidden("You are not authorized to perform this action");
}
