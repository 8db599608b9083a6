import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { create, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { daysBefore } from "../days";
import { iconOf, joined } from "../row-text";
import { versionsFrom } from "../../api/versions";

const FROM_OCTOBER = { versions: versionsFrom("2026-10-01") };

/** Runs of an integration; each syncs many things, and `syncable_sync_runs` says how that went for each. */
export const syncRuns = defineResource({
  module: "integrations",
  path: "sync_runs",
  names: { one: "sync run", many: "sync runs" },
  icon: "sync",
  record: z.object({
    id: recordId,
    /** The last is spelled as the API spells it. */
    status: f.openEnum("succeeded", "running", "errored", "succededwitherrors"),
    started_at: f.optionalInstant,
    finished_at: f.optionalInstant,
    /** The days that it is about, both included; empty where it is about no days. */
    context: z.object({ from: f.optionalDate, to: f.optionalDate }).nullish(),
    company_id: optionalRecordId,
    integration_uuid: f.optionalText,
  }),
  row: ({ started_at, status, context }, wording) => ({
    label: wording.instant(started_at) ?? "",
    description: joined(
      wording.word(status),
      [context?.from, context?.to]
        .filter(Boolean)
        .map((day) => wording.day(day))
        .join(" – "),
    ),
    icon: iconOf(
      { succeeded: "pass", running: "sync", errored: "error", succededwitherrors: "warning" },
      status,
    ),
    status: wording.word(status),
  }),
  states: ({ status }) => [status],
  finding: {
    query: (today) => ({ created_at_gteq: daysBefore(today, 90) }),
    through: { input: "marketplace_integration_uuid", resource: "syncableStates", field: "integration_uuid" },
  },
  fields: {
    context: { label: "About the days" },
    integration_uuid: { label: "Integration" },
    company_id: { hidden: true },
  },
  actions: {
    create: { title: "Start Sync Run", on: null, danger: "none", done: "Sync run started" },
  },
  operations: {
    list: list(
      {
        ids: z.array(id).optional(),
        marketplace_integration_uuid: z.string().min(1),
        /** An instant: runs that were created then or later. */
        created_at_gteq: z.string().min(1),
      },
      FROM_OCTOBER,
    ),
    get: get(FROM_OCTOBER),
    create: create(
      {
        /** The credential's own company when left out. */
        company_id: id.optional(),
        /** The credential's own integration when left out; any other is refused. */
        marketplace_integration_uuid: z.string().min(1).optional(),
      },
      FROM_OCTOBER,
    ),
  },
});
