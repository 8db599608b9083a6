import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { action, get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Which of the score scales the company uses. */
export const companyEmployeeScoreScales = defineResource({
  module: "performance",
  path: "company_employee_score_scales",
  names: { one: "company's score scale", many: "companies' score scales" },
  icon: "law",
  sensitive: true,
  record: z.object({
    /** The company's. */
    id: recordId,
    /** An employee score scale. */
    scale_id: recordId,
    is_default: f.optionalFlag,
  }),
  row: ({ scale_id }, wording) => ({ label: wording.name("employeeScoreScales", scale_id) }),
  fields: { is_default: { label: "Default" } },
  actions: {
    set: {
      title: "Set Score Scale",
      asks: ["scale_id"],
      danger: "reversible",
      undo: { operation: "set", from: { scale_id: "scale_id" } },
      done: "is no longer the company's scale",
    },
  },
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
    set: action("set", { id, scale_id: id }),
  },
});
