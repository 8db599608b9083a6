import { FactorialError } from "../../api/errors";
import { isBefore, type ApiVersion } from "../../api/versions";
import type { FactorialClient } from "../../resources/factorial-client";
import type { Store } from "../../store/store";
import type { CompanyClock } from "../company-clock";
import { FlexibleRecordStrategy } from "./flexible-records";
import { ShiftStrategy } from "./shifts";
import type { TimeStrategy } from "./strategy";
import { readMonth, TimeRecordStrategy } from "./time-records";

/** `attendance`: time hangs on shifts. `flexible`: plain minutes a day. */
export type TimeMode = "attendance" | "flexible";

export interface ModeFinding {
  readonly mode: TimeMode;
  /** What it was concluded from. */
  readonly evidence:
    "setting" | "records" | "flexible-records-readable" | "flexible-records-refused" | "policy" | "none";
}

/**
 * Finds how a company logs time from what it shows: no endpoint says it, and it is never probed by writing.
 * The person's own records of this and last month decide; without any, whether flexible time records can be read;
 * without that, whether the person is under a time tracking policy.
 */
export async function findMode(
  client: FactorialClient,
  person: { readonly employeeId: string; readonly projectWorkerIds: readonly string[] },
  clock: CompanyClock,
): Promise<ModeFinding> {
  const today = clock.today();
  for (const day of [today, lastMonth(today)]) {
    const records = await readMonth(client, person.employeeId, day);
    const newest = records.reduce<(typeof records)[number] | undefined>(
      (latest, record) => ((record.date ?? "") >= (latest?.date ?? "") ? record : latest),
      undefined,
    );
    if (newest) {
      const mode = typeof newest.attendance_shift_id === "string" ? "attendance" : "flexible";
      return { mode, evidence: "records" };
    }
  }
  const readable = await canReadFlexibleRecords(client, person.projectWorkerIds, today);
  if (readable !== undefined) {
    return readable
      ? { mode: "flexible", evidence: "flexible-records-readable" }
      : { mode: "attendance", evidence: "flexible-records-refused" };
  }
  const { data } = await client.employees.list({ ids: [person.employeeId] });
  const attendable = data.find(({ id }) => id === person.employeeId)?.attendable;
  return typeof attendable === "boolean"
    ? { mode: attendable ? "attendance" : "flexible", evidence: "policy" }
    : { mode: "flexible", evidence: "none" };
}

async function canReadFlexibleRecords(
  client: FactorialClient,
  projectWorkerIds: readonly string[],
  day: string,
): Promise<boolean | undefined> {
  if (projectWorkerIds.length === 0) return undefined;
  try {
    await client.flexibleTimeRecords.list({
      project_worker_ids: projectWorkerIds.slice(0, 50),
      starts_on: day,
      ends_on: day,
    });
    return true;
  } catch (error) {
    if (!(error instanceof FactorialError)) throw error;
    if (error.kind === "permission") return false;
    // Gone, or asked in a way that the server does not take: says nothing about the company.
    if (error.kind === "not-found" || error.kind === "invalid") return undefined;
    throw error;
  }
}

function lastMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, "0")}-01`;
}

export function strategyFor(
  mode: TimeMode,
  parts: {
    readonly client: FactorialClient;
    readonly version: ApiVersion;
    readonly store: Store;
    readonly employeeId: string;
    readonly clock: CompanyClock;
  },
): TimeStrategy {
  const { client, store, employeeId, clock } = parts;
  const isOld = isBefore(parts.version, "2026-10-01");
  if (mode === "attendance") return new ShiftStrategy(client, store, employeeId, clock, !isOld);
  // Between the two, in 2026-07-01, plain minutes can be sent by neither; 2026-04-01 still serves them.
  return isOld
    ? new FlexibleRecordStrategy(client, store, employeeId)
    : new TimeRecordStrategy(client, store, employeeId);
}
