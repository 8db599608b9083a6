import * as z from "zod";
import { id, recordId } from "../../api/ids";
import { list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { answerParts } from "./question-parts";
import { answeredQuestionnaire } from "./questions";

/** What a reviewer wrote, with the questions as they were then. */
export const reviewEvaluationAnswers = defineResource({
  module: "performance",
  path: "review_evaluation_answers",
  names: { one: "review's answers", many: "reviews' answers" },
  icon: "comment-discussion",
  sensitive: true,
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
  row: (_record, wording) => ({ label: wording.text("What was answered") }),
  parts: (record, wording) => [
    ...answerParts(record.answered_questionnaire_with_sections, wording),
    ...answerParts(record.answered_employee_score_questionnaire, wording),
    ...answerParts(record.answered_employee_potential_score_questionnaire, wording),
  ],
  places: [
    {
      parent: "reviewEvaluations",
      by: "performance_review_evaluation_ids",
      group: "Answers",
      empty: "Nothing was answered yet.",
    },
  ],
  fields: {
    answered_questionnaire_with_sections: { hidden: true },
    answered_employee_score_questionnaire: { hidden: true },
    answered_employee_potential_score_questionnaire: { hidden: true },
  },
  operations: {
    list: list({ performance_review_evaluation_ids: z.array(id).optional() }),
  },
});
