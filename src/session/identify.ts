import type { Credentials } from "../api/credentials";
import { FactorialError } from "../api/errors";
import { createFactorialClient } from "../resources/factorial-client";
import type { Identity, Person } from "../auth/stored-account";

/** Asks who a credential belongs to. @throws FactorialError */
export async function identify(
  baseUrl: string,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<Identity> {
  const client = createFactorialClient({ baseUrl, credentials });
  const { data } = await client.credentials.list({}, signal && { signal });
  const [credential] = data;
  if (!credential) {
    // Credentials of one environment used on another can look like empty answers rather than an error.
    throw new FactorialError(
      "sign-in",
      "Factorial does not say whose credential this is. Is it for this server?",
    );
  }
  return {
    companyId: credential.company_id,
    companyName: credential.name ?? credential.legal_name ?? undefined,
    employeeId: credential.employee_id ?? undefined,
    fullName: credential.full_name ?? undefined,
    email: credential.email ?? credential.login_email ?? undefined,
  };
}

/** Everybody who is employed, for "who are you?". @throws FactorialError */
export async function listEmployees(
  baseUrl: string,
  credentials: Credentials,
  signal?: AbortSignal,
): Promise<Person[]> {
  const client = createFactorialClient({ baseUrl, credentials });
  const { data } = await client.employees.all(
    { only_active: true, only_managers: false },
    signal && { signal },
  );
  return data
    .filter((employee) => employee.active !== false)
    .map((employee) => ({
      employeeId: employee.id,
      fullName: employee.full_name ?? employee.preferred_name ?? employee.id,
      email: employee.email ?? employee.login_email ?? undefined,
    }));
}
