import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { action, bulkAction, get, list } from "../../api/operation";
import { defineResource, type Part } from "../../api/resource";
import { iconOf } from "../row-text";
import { nestedId } from "./questions";

const comment = z.looseObject({
  question_uuid: f.optionalText,
  author_access_id: nestedId,
  text: f.optionalText,
  updated_at: f.optionalInstant,
});

/** Texts under a heading; none where nothing was written. */
function notePart(label: string, texts: readonly (string | null | undefined)[]): Part[] {
  const parts = texts.flatMap((text) => (typeof text === "string" && text !== "" ? [{ label: text }] : []));
  return parts.length > 0 ? [{ label, icon: "comment", parts }] : [];
}

/** What manager and employee agree on after a review; Factorial's app calls it an action plan. */
export const agreements = defineResource({
  module: "performance",
  path: "agreements",
  names: { one: "action plan", many: "action plans" },
  icon: "checklist",
  sensitive: true,
  record: z.object({
    id: recordId,
    /** A review process. */
    process_id: recordId,
    /** A participant: `<process>-<access>`. */
    target_id: recordId,
    /** The access id of the manager who signed. */
    signer_id: optionalRecordId,
    /** The employee id of the manager. */
    reviewer_id: optionalRecordId,
    manager_signed_at: f.optionalInstant,
    /** The employee's signature. */
    target_signed_at: f.optionalInstant,
    /** The last signature. */
    agreement_signed_at: f.optionalInstant,
    last_modified_at: f.optionalInstant,
    status: f.openEnum("pending", "signed"),
    /** true once both have signed. */
    locked: f.optionalFlag,
    conclusions: z.looseObject({ text: f.optionalText, last_updated_at: f.optionalInstant }).nullish(),
    self_evaluation_id: optionalRecordId,
    manager_evaluation_id: optionalRecordId,
    self_comments: z.array(comment).nullish(),
    manager_comments: z.array(comment).nullish(),
  }),
  row: ({ target_id, status, process_id }, wording) => ({
    label: wording.name("reviewProcessTargets", target_id),
    description: wording.word(status),
    within: wording.name("reviewProcesses", process_id),
    icon: iconOf({ pending: "circle-large-outline", signed: "pass" }, status),
    status: wording.word(status),
  }),
  states: ({ status }) => [status],
  parts: ({ conclusions, self_comments, manager_comments }, wording) => [
    ...notePart(wording.text("Conclusions"), [conclusions?.text]),
    ...notePart(
      wording.text("The employee's comments"),
      (self_comments ?? []).map(({ text }) => text),
    ),
    ...notePart(
      wording.text("The manager's comments"),
      (manager_comments ?? []).map(({ text }) => text),
    ),
  ],
  places: [
    {
      parent: "reviewProcesses",
      by: "process_ids",
      group: "Action plans",
      empty: "No action plans.",
      states: ["active", "finished"],
    },
    { parent: "reviewProcessTargets", by: "target_ids", group: "Action plan", empty: "No action plan." },
  ],
  fields: {
    target_id: { label: "About", names: "reviewProcessTargets" },
    signer_id: { label: "Signed by", names: "accesses" },
    reviewer_id: { label: "Manager", names: "employees" },
    conclusions: { hidden: true },
    self_comments: { hidden: true },
    manager_comments: { hidden: true },
  },
  actions: {
    initiate: {
      title: "Initiate Action Plan",
      on: "reviewProcessTargets",
      target: "target_id",
      from: { process_id: "performance_review_process_id" },
      danger: "none",
      done: "has an action plan",
    },
    bulkInitiate: {
      title: "Initiate Action Plans",
      rowsOnly: true,
      on: "reviewProcesses",
      target: "process_id",
      states: ["active", "finished"],
      danger: "none",
      done: "has its action plans",
    },
  },
  operations: {
    list: list({
      ids: z.array(textId).optional(),
      process_ids: z.array(id).optional(),
      target_ids: z.array(textId).optional(),
    }),
    get: get(),
    initiate: action("initiate", { process_id: id, target_id: textId }),
    /** For the caller's direct reports; with a company's key, for everyone in the process. */
    bulkInitiate: bulkAction("bulk_initiate", { process_id: id }),
  },
});
