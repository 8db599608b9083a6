import type { CallOptions } from "../api/client";
import { FactorialError } from "../api/errors";
import type { FactorialClient } from "../resources/factorial-client";

/**
 * The zone of an employee's calendar: that of their location. One request. Undefined where the location has none, or
 * this account may not see it; then the machine's zone is the best guess.
 */
export async function findTimeZone(
  client: FactorialClient,
  employeeId: string,
  options: CallOptions = {},
): Promise<string | undefined> {
  try {
    const { data } = await client.locations.list({ employee_ids: [employeeId] }, options);
    const zones = new Set(data.flatMap(({ timezone }) => (timezone ? [timezone] : [])));
    // A server that does not know the filter sends all locations: one zone for all of them still is an answer.
    const [zone] = zones;
    return zones.size === 1 ? zone : undefined;
  } catch (error) {
    if (error instanceof FactorialError && ["permission", "not-found", "invalid"].includes(error.kind)) {
      return undefined;
    }
    throw error;
  }
}
