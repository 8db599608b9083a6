/** What Brisa asks in its reviews, and what its people answered. */

import { isFields, type Fields } from "../../body.js";
import { questionnaireField, SCALE } from "../../rules/review-questionnaires.js";

type AnswerType = "text" | "rating" | "number" | "single_choice" | "multiple_choice";

interface Question {
  readonly uuid: string;
  readonly mandatory: boolean;
  readonly with_comment: boolean;
  readonly title: string;
  readonly answer_type: AnswerType;
  readonly scale?: typeof SCALE;
  readonly max_choices?: number;
  readonly choice_options?: readonly string[];
  readonly description?: string;
}

interface Group {
  readonly uuid: string;
  readonly type: "section" | "question";
  readonly section_title?: string;
  readonly questions: readonly Question[];
}

const WENT_WELL: Question = {
  uuid: "22222222-2222-4222-8222-222222222201",
  mandatory: true,
  with_comment: false,
  title: "What went well?",
  answer_type: "text",
};

const GOALS: Question = {
  uuid: "22222222-2222-4222-8222-222222222202",
  mandatory: true,
  with_comment: true,
  title: "How did the goals go?",
  answer_type: "rating",
  scale: SCALE,
};

const FEEDBACK: Question = {
  uuid: "22222222-2222-4222-8222-222222222203",
  mandatory: true,
  with_comment: false,
  title: "How often was there feedback?",
  answer_type: "single_choice",
  choice_options: ["Every week", "Every month", "Hardly ever"],
};

const HELP: Question = {
  uuid: "22222222-2222-4222-8222-222222222204",
  mandatory: false,
  with_comment: false,
  title: "What would help most?",
  answer_type: "multiple_choice",
  max_choices: 2,
  choice_options: ["Fewer meetings", "Pairing", "Training", "Clearer goals"],
  description: "At most two.",
};

const RELEASES: Question = {
  uuid: "22222222-2222-4222-8222-222222222205",
  mandatory: false,
  with_comment: false,
  title: "How many releases were there?",
  answer_type: "number",
};

const ANYTHING_ELSE: Question = {
  uuid: "22222222-2222-4222-8222-222222222206",
  mandatory: false,
  with_comment: false,
  title: "Anything else?",
  answer_type: "text",
};

/** The question that agreements comment on. */
export const COMMENTED_QUESTION = WENT_WELL.uuid;

const LOOKING_BACK: Group = {
  uuid: "11111111-1111-4111-8111-111111111101",
  type: "section",
  section_title: "Looking back",
  questions: [WENT_WELL, GOALS],
};

const TOGETHER: Group = {
  uuid: "11111111-1111-4111-8111-111111111102",
  type: "section",
  section_title: "Working together",
  questions: [FEEDBACK, HELP, RELEASES],
};

/** A question on its own, outside of any section. */
const CLOSING_WORD: Group = {
  uuid: "11111111-1111-4111-8111-111111111103",
  type: "question",
  questions: [ANYTHING_ELSE],
};

const ASKED: Readonly<Record<string, readonly Group[]>> = {
  self: [LOOKING_BACK, TOGETHER, CLOSING_WORD],
  manager: [LOOKING_BACK, { ...TOGETHER, questions: [RELEASES, HELP] }],
  direct_reports: [{ ...TOGETHER, questions: [FEEDBACK, HELP] }, CLOSING_WORD],
  peers: [LOOKING_BACK, CLOSING_WORD],
};

/** The questionnaires of a process, by field. */
export function questionnaires(strategies: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    strategies.map((strategy) => [
      questionnaireField(strategy),
      { reviewer_strategy: strategy, content: ASKED[strategy] ?? [LOOKING_BACK] },
    ]),
  );
}

const TEXTS = [
  "The release went out on time, and nobody had to stay late for it.",
  "The new API is in use at two clients.",
  "We wrote things down.\nSupport asks half as many questions as before.",
  "Onboarding Amina: she ran her first workshop after three weeks.",
];

const COMMENTS = ["Steady", "Better than last time", "The cutover slipped by a week", "Could aim higher"];

/** Every third optional question stays unanswered. */
function answerOf(question: Question, index: number): Fields | undefined {
  if (!question.mandatory && index % 3 === 0) return undefined;
  const { uuid, choice_options: options = [] } = question;
  const at = <T>(choices: readonly T[]): T | undefined => choices[index % choices.length];
  switch (question.answer_type) {
    case "text":
      return { uuid, answer_text: at(TEXTS) };
    case "rating":
      return { uuid, answer_rating: ratingOf(scoreOf(index), index) };
    case "number":
      return { uuid, answer_int: 2 + (index % 5) };
    case "single_choice":
      return { uuid, answer_choice: [at(options)] };
    case "multiple_choice":
      return { uuid, answer_choice: options.filter((_, place) => (place + index) % 2 === 0) };
  }
}

/** Not everybody has something to say about a rating. */
function ratingOf(value: number, index: number): Fields {
  return index % 4 === 3 ? { value } : { value, comment: COMMENTS[index % COMMENTS.length] };
}

const SCORES = [4, 3, 5, 2, 4, 3];

/** What the writer of the so-manieth review thought of the performance. */
export function scoreOf(index: number): number {
  return SCORES[index % SCORES.length] ?? 3;
}

export function answered(strategy: string, index: number): Fields {
  return {
    content: (ASKED[strategy] ?? [LOOKING_BACK]).map(({ questions, type, ...group }) => ({
      ...group,
      type: `answered_${type}`,
      questions: questions.map((question) => {
        const answer = answerOf(question, index);
        return answer ? { question, answer } : { question };
      }),
    })),
  };
}

/** A closing questionnaire with its one rating. */
export function answeredClosing(
  questionnaire: Fields | undefined,
  value: number,
  index: number,
): Fields | undefined {
  const content = Array.isArray(questionnaire?.content) ? questionnaire.content.filter(isFields) : [];
  if (content.length === 0) return undefined;
  return {
    content: content.map(({ uuid, questions }) => ({
      uuid,
      type: "answered_question",
      questions: (Array.isArray(questions) ? questions.filter(isFields) : []).map((question) => ({
        question,
        answer: { uuid: question.uuid, answer_rating: ratingOf(value, index) },
      })),
    })),
  };
}
