import * as z from "zod";
import { id, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { answeredQuestionnaire } from "./questions";

/** What a reviewer wrote, with the questions as they were then. */
export const reviewEvaluationAnswers = defineResource({
  module: "performance",
  path: "review_evaluation_answers",
  names: { one: "review's answers", many: "reviews' answers" },
  icon: "comment-discussion",
  record: z.object({
    /** The evaluation's. */
    id: recordId,
    performance_review_evaluation_id: recordId,
    answered_questionnaire_with_sections: answeredQuestionnaire.nullish(),
    /** The closing question about performance. */
    answered_employee_score_questionnaire: answeredQuestionnaire.nullish(),
    /** The closing question about potential. */
    answered_employee_potential_score_questionnaire: answeredQuestionnaire.nullish(),
  }),
  operations: {
    list: list({ performance_review_evaluation_ids: z.array(id).optional() }),
  },
});
