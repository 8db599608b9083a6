import * as z from "zod";
import * as f from "../../api/fields";

/**
 * What the resources of performance share. Up to 2026-07-01 the description leaves the inside of questionnaires,
 * scales and settings open and shows it in examples; 2026-10-01 types it. These shapes read both: nothing inside is
 * required, and what is not named here stays.
 */

/** Who reviews a participant. */
export const REVIEWER_STRATEGIES = ["self", "manager", "direct_reports", "peers"] as const;

export const reviewerStrategy = f.openEnum(...REVIEWER_STRATEGIES);

export const TARGET_STRATEGIES = [
  "all_employees",
  "by_locations",
  "by_teams",
  "by_employees",
  "manual_selection",
] as const;

/** An id inside a nested object, where versions before 2026-10-01 may write a number. */
export const nestedId = z.union([z.string(), z.number().transform(String)]).nullish();

/** A step of a rating scale. */
export const scaleStep = z.looseObject({ value: f.optionalNumber, text: f.optionalText });

const question = z.looseObject({
  uuid: f.optionalText,
  mandatory: f.optionalFlag,
  with_comment: f.optionalFlag,
  title: f.optionalText,
  answer_type: f.openEnum("text", "rating", "number", "multiple_choice", "single_choice").nullish(),
  scale: z.array(scaleStep).nullish(),
  max_choices: f.optionalNumber,
  choice_options: z.array(z.string()).nullish(),
  /** The competency that it asks about. From 2026-10-01. */
  metadata: z
    .looseObject({
      competency_id: nestedId,
      competency_level_id: nestedId,
      competency_level_name: f.optionalText,
      competency_level_description: f.optionalText,
    })
    .nullish(),
  /** From 2026-10-01. */
  description: f.optionalText,
});

export const questionnaire = z.looseObject({
  reviewer_strategy: reviewerStrategy.nullish(),
  content: z
    .array(
      z.looseObject({
        uuid: f.optionalText,
        type: f.openEnum("section", "question").nullish(),
        section_title: f.optionalText,
        questions: z.array(question).nullish(),
      }),
    )
    .nullish(),
});

const answer = z.looseObject({
  /** The question's. */
  uuid: f.optionalText,
  answer_text: f.optionalText,
  answer_int: f.optionalNumber,
  answer_float: f.optionalNumber,
  answer_choice: z.array(z.string()).nullish(),
  answer_rating: z.looseObject({ value: f.optionalNumber, comment: f.optionalText }).nullish(),
});

export const answeredQuestionnaire = z.looseObject({
  content: z
    .array(
      z.looseObject({
        uuid: f.optionalText,
        type: f.openEnum("answered_section", "answered_question").nullish(),
        section_title: f.optionalText,
        questions: z
          .array(z.looseObject({ question: question.nullish(), answer: answer.nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
});

/** Who takes part; resolved when the process starts. */
export const targetStrategy = z.looseObject({
  strategy: f.openEnum(...TARGET_STRATEGIES).nullish(),
  /** The ids of the locations, teams or employees that were picked. */
  arguments: z.array(nestedId).nullish(),
});
