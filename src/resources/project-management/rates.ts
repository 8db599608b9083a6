import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource, type Wording } from "../../api/resource";
import { joined } from "../row-text";
import { versionsFrom } from "../../api/versions";

const FROM_OCTOBER = { versions: versionsFrom("2026-10-01") };

const RATED = ["project_worker", "project", "employee", "job_catalog_tree_node"] as const;

/** Whom or what a rate is for. */
function rated(
  { resource_kind: kind, resource_id: id }: { readonly resource_kind: string; readonly resource_id: string },
  wording: Wording,
): string {
  const names: Readonly<Record<string, string>> = {
    project_worker: "projectWorkers",
    project: "projects",
    employee: "employees",
  };
  const of = names[kind];
  return of === undefined ? wording.text("A role of the job catalog") : wording.name(of, id);
}

/** What somebody's hour costs and is billed at. */
export const rates = defineResource({
  module: "project_management",
  path: "rates",
  names: { one: "rate", many: "rates" },
  icon: "graph",
  record: z.object({
    id: recordId,
    company_id: optionalRecordId,
    project_id: optionalRecordId,
    quote_id: optionalRecordId,
    reference_rate_id: optionalRecordId,
    /** With `resource_kind` it tells what the rate is for; a tree node has a UUID. */
    resource_id: recordId,
    resource_kind: f.openEnum(...RATED),
    starts_on: f.optionalDate,
    ends_on: f.optionalDate,
    charging_cost_cents: f.optionalCents,
    billing_rate_cents: f.optionalCents,
    /** Hundredths of a percent: 3000 is 30 %. */
    markup_percentage_cents: f.optionalNumber,
    margin_percentage_cents: f.optionalNumber,
    currency: f.optionalText,
    /** A custom rate. */
    unlinked: f.optionalFlag,
  }),
  row: (rate, wording) => ({
    label: rated(rate, wording),
    description: joined(
      rate.billing_rate_cents != null &&
        `${wording.money(rate.billing_rate_cents, rate.currency) ?? ""} ${wording.text("an hour")}`,
      wording.day(rate.starts_on),
    ),
    within: wording.name("projects", rate.project_id),
  }),
  places: [{ parent: "projects", by: "project_id", group: "Rates", empty: "No rates." }],
  // Another kind of thing for each kind of rate.
  fields: { resource_id: { names: null, hidden: true } },
  operations: {
    list: list(
      {
        ids: z.array(id).optional(),
        company_id: id.optional(),
        project_id: id.optional(),
        resource_ids: z.array(textId).optional(),
        resource_kind: z.enum(RATED).optional(),
        reference_rate_id: id.optional(),
        /** The name of a role or level of the job catalog. */
        role_or_level: z.string().optional(),
        employee_name: z.string().optional(),
        quote_id: id.optional(),
        only_active: z.boolean().optional(),
        without_project: z.boolean().optional(),
        without_quote: z.boolean().optional(),
        record_type: z.string().optional(),
        reference_rate_ids: z.array(id).optional(),
      },
      FROM_OCTOBER,
    ),
    get: get(FROM_OCTOBER),
  },
});
