import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource, type Wording } from "../../api/resource";
import { iconOf, joined } from "../row-text";
import { versionsFrom } from "../../api/versions";

const FROM_OCTOBER = { versions: versionsFrom("2026-10-01") };

/** What can be synced: all of 2026-10-01. 2026-04-01 has the first two, 2026-07-01 two more. */
export const SYNCABLE_TYPES = [
  "compensations/compensation",
  "expenses/expense",
  "employee_updates/contract_change",
  "employee_updates/leave",
  "employee_updates/new_hire",
  "employee_updates/personal_change_id",
  "employee_updates/personal_change_name",
  "employee_updates/personal_change_irpf",
  "employee_updates/personal_change_bank",
  "employee_updates/personal_change_gender",
  "employee_updates/personal_change_health_insurance",
  "employee_updates/personal_change_address",
  "employee_updates/personal_change_residence",
  "employee_updates/personal_change_workplace",
  "employee_updates/personal_change_nationality",
  "employee_updates/personal_change_email",
  "employee_updates/personal_change_phone_number",
  "employee_updates/personal_change_permits_and_certificates",
  "employee_updates/personal_change_taxes_and_deductions",
  "employee_updates/personal_change_work_activity",
  "employee_updates/personal_change_birth_name",
  "employee_updates/personal_change_academic_title",
  "employee_updates/personal_change_country_of_birth",
  "employee_updates/personal_change_place_of_birth",
  "employee_updates/termination",
  "employee_updates/worked_time",
  "finance/vendor",
] as const;

/** What went wrong, as answers tell it; requests send a map of the same. */
export const syncErrors = z.array(z.object({ key: f.optionalText, value: f.optionalText })).nullish();

/** How a thing stands, and how one run went for it. */
export const SYNC_ICONS = {
  synced: "pass",
  success: "pass",
  syncing: "sync",
  running: "sync",
  outdated: "history",
  invalid: "warning",
  failed: "error",
};

/** Each error as a row of its own. */
export function errorParts(
  errors: z.output<typeof syncErrors>,
  wording: Wording,
): { label: string; description: string; icon: string }[] {
  return (errors ?? []).map(({ key, value }) => ({
    label: wording.word(key) ?? wording.text("error"),
    description: value ?? "",
    icon: "error",
  }));
}

/** Whether a thing is in step with an integration now, after all of its runs. */
export const syncableStates = defineResource({
  module: "integrations",
  path: "syncable_states",
  names: { one: "sync state", many: "sync states" },
  icon: "pulse",
  record: z.object({
    id: recordId,
    /** The thing itself; with `resource_syncable_type` it tells which. */
    syncable_id: optionalRecordId,
    /** `module/resource`. */
    resource_syncable_type: f.optionalText,
    integration_uuid: f.optionalText,
    status: f.openEnum("synced", "syncing", "outdated", "invalid", "failed"),
    error_messages: syncErrors,
    status_updated_at: f.optionalInstant,
    /** What the other system calls it. */
    external_identifier: f.optionalText,
    syncable_deleted_at: f.optionalInstant,
    sync_type: f.openEnum(...SYNCABLE_TYPES).nullish(),
  }),
  row: (state, wording) => ({
    label: state.external_identifier ?? wording.word(state.sync_type) ?? "",
    description: joined(
      state.external_identifier == null ? undefined : wording.word(state.sync_type),
      wording.word(state.status),
    ),
    icon: iconOf(SYNC_ICONS, state.status),
    status: wording.word(state.status),
  }),
  states: ({ status }) => [status],
  parts: ({ error_messages }, wording) => errorParts(error_messages, wording),
  fields: { syncable_id: { names: null }, error_messages: { hidden: true } },
  operations: {
    list: list(
      {
        ids: z.array(id).optional(),
        /** Only together with `resource_syncable_type`. */
        syncable_ids: z.array(id).optional(),
        resource_syncable_type: z.string().optional(),
        integration_uuid: z.string().optional(),
      },
      FROM_OCTOBER,
    ),
    get: get(FROM_OCTOBER),
  },
});
