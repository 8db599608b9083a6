import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list, unofficial } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { joined } from "../row-text";

/** What a record has to be told, as far as its own fields show. */
const details = {
  subproject_id: id.optional(),
  effective_on: f.date.optional(),
  original_amount_cents: f.cents.optional(),
  /** ISO 4217. */
  original_amount_currency: z.string().optional(),
  exchange_rate: z.number().optional(),
};

export const expenseRecords = defineResource({
  module: "project_management",
  path: "expense_records",
  names: { one: "expense record", many: "expense records" },
  icon: "credit-card",
  record: z.object({
    id: recordId,
    project_worker_id: recordId,
    expense_id: recordId,
    subproject_id: optionalRecordId,
    original_amount_currency: f.optionalText,
    original_amount_cents: f.optionalCents,
    legal_entity_amount_currency: f.optionalText,
    // A string of digits, unlike `original_amount_cents`; a number is taken too.
    legal_entity_amount_cents: optionalRecordId,
    effective_on: f.optionalDate,
    exchange_rate: f.optionalNumber,
    status: f.optionalText,
  }),
  row: (record, wording) => ({
    label: joined(
      wording.money(record.original_amount_cents, record.original_amount_currency),
      wording.name("projectWorkers", record.project_worker_id),
    ),
    description: joined(wording.day(record.effective_on), wording.word(record.status)),
    status: wording.word(record.status),
    within: wording.rowOf("projectWorkers", record.project_worker_id).within,
  }),
  places: [{ parent: "projects", by: "project_ids", group: "Expenses", empty: "No expenses." }],
  fields: {
    expense_id: { names: null, help: "Its id; Factorial's web app shows it in the address." },
    effective_on: { label: "Day" },
    original_amount_currency: { help: "Three letters, such as EUR." },
    exchange_rate: { help: "Into the currency of the legal entity." },
  },
  actions: {
    create: {
      title: "New Expense Record",
      on: "projectWorkers",
      target: "project_worker_id",
      form: true,
      asks: [
        "expense_id",
        "subproject_id",
        "effective_on",
        "original_amount_cents",
        "original_amount_currency",
        "exchange_rate",
      ],
      choices: { subproject_id: { by: { project_ids: "project_id" } } },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a new expense record",
    },
    update: {
      title: "Edit Expense Record",
      form: true,
      asks: [
        "subproject_id",
        "effective_on",
        "original_amount_cents",
        "original_amount_currency",
        "exchange_rate",
      ],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          subproject_id: "subproject_id",
          effective_on: "effective_on",
          original_amount_cents: "original_amount_cents",
          original_amount_currency: "original_amount_currency",
          exchange_rate: "exchange_rate",
        },
      },
      done: "changed",
    },
    delete: { title: "Delete Expense Record", danger: "destructive", done: "deleted", removes: true },
  },
  operations: {
    list: list({
      ids: z.array(id).optional(),
      /** Keeps records that end on this day or later. */
      start_date: f.date.optional(),
      /** Keeps records that start on this day or earlier. */
      end_date: f.date.optional(),
      expense_ids: z.array(id).optional(),
      project_ids: z.array(id).optional(),
      subproject_ids: z.array(id).optional(),
      updated_after: z.string().optional(),
      employee_user_name_like: z.string().optional(),
      project_worker_ids: z.array(id).optional(),
    }),
    get: get(),
    create: unofficial.create({ project_worker_id: id.optional(), expense_id: id.optional(), ...details }),
    update: unofficial.update(details),
    delete: unofficial.remove(),
  },
});
