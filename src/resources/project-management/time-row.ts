import type { Row, Wording } from "../../api/resource";
import { joined } from "../row-text";

interface TimeFacts {
  readonly date?: string | null | undefined;
  readonly imputed_minutes?: number | null | undefined;
  readonly project_worker_id: string;
  readonly subproject_id?: string | null | undefined;
  readonly comment?: string | null | undefined;
}

/** How time on a project reads, whichever way the company logs it. */
export function timeRow(record: TimeFacts, wording: Wording): Row {
  const { label: who, within } = wording.rowOf("projectWorkers", record.project_worker_id);
  return {
    label: joined(wording.minutes(record.imputed_minutes ?? 0), who),
    description: joined(
      wording.day(record.date),
      wording.name("subprojects", record.subproject_id),
      record.comment,
    ),
    within,
  };
}
