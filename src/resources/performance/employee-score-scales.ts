import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { scaleParts, stepText } from "./question-parts";
import { scaleStep } from "./questions";

/** The scales that a company can choose from. */
export const employeeScoreScales = defineResource({
  module: "performance",
  path: "employee_score_scales",
  names: { one: "score scale", many: "score scales" },
  icon: "list-ordered",
  sensitive: true,
  record: z.object({
    id: recordId,
    scale: z.array(scaleStep).nullish(),
    is_default: f.optionalFlag,
  }),
  row: ({ scale, is_default }, wording) => ({
    label: (scale ?? []).map(stepText).join(", "),
    description: is_default === true ? wording.text("default") : undefined,
  }),
  parts: ({ scale }, wording) => scaleParts(scale, wording),
  fields: { scale: { hidden: true }, is_default: { label: "Default" } },
  operations: {
    list: list({ ids: z.array(id).optional() }),
    get: get(),
  },
});
