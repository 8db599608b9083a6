import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { action, bulkAction, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { nestedId } from "./questions";

const comment = z.looseObject({
  question_uuid: f.optionalText,
  author_access_id: nestedId,
  text: f.optionalText,
  updated_at: f.optionalInstant,
});

/** What manager and employee agree on after a review; Factorial's app calls it an action plan. */
export const agreements = defineResource({
  module: "performance",
  path: "agreements",
  names: { one: "action plan", many: "action plans" },
  icon: "checklist",
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
