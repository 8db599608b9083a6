import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { scaleStep } from "./questions";

/** The scales that a company can choose from. */
export const employeeScoreScales = defineResource({
  module: "performance",
  path: "employee_score_scales",
  names: { one: "score scale", many: "score scales" },
  icon: "list-ordered",
  record: z.object({
    id: recordId,
    scale: z.array(scaleStep).nullish(),
    is_default: f.optionalFlag,
  }),
  row: ({ id: scaleId, scale }) => ({
    label: scale?.map((step) => step.text ?? step.value).join(", ") ?? scaleId,
  }),
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
  },
});
