import type * as z from "zod";
import type { Part, Wording } from "../../api/resource";
import { joined } from "../row-text";
import type { answeredQuestionnaire, questionnaire, scaleStep } from "./questions";

/** Questions and answers as a person reads them: sections, in them questions, behind each what was answered. */

type Questionnaire = z.output<typeof questionnaire> | null | undefined;
type AnsweredQuestionnaire = z.output<typeof answeredQuestionnaire> | null | undefined;
type Scale = readonly z.output<typeof scaleStep>[] | null | undefined;

interface Question {
  readonly title?: string | null | undefined;
  readonly mandatory?: boolean | null | undefined;
  readonly answer_type?: string | null | undefined;
  readonly scale?: Scale;
  readonly choice_options?: readonly string[] | null | undefined;
}

interface Answer {
  readonly answer_text?: string | null | undefined;
  readonly answer_int?: number | null | undefined;
  readonly answer_float?: number | null | undefined;
  readonly answer_choice?: readonly string[] | null | undefined;
  readonly answer_rating?:
    | { readonly value?: number | null | undefined; readonly comment?: string | null | undefined }
    | null
    | undefined;
}

/** A questionnaire under its name; none where it has no questions. */
export function questionnairePart(label: string, questions: Questionnaire, wording: Wording): Part[] {
  const sections = (questions?.content ?? []).map((section): Part => ({
    label: section.section_title ?? wording.text("Questions"),
    icon: "list-unordered",
    parts: (section.questions ?? []).map((question) => questionPart(question, wording)),
  }));
  return sections.length > 0 ? [{ label, icon: "question", parts: sections }] : [];
}

/** What somebody answered, section by section. */
export function answerParts(answers: AnsweredQuestionnaire, wording: Wording): Part[] {
  return (answers?.content ?? []).map((section) => ({
    label: section.section_title ?? wording.text("Questions"),
    icon: "list-unordered",
    parts: (section.questions ?? []).map(({ question, answer }) => ({
      label: question?.title ?? wording.text("A question without a text"),
      description: answerText(question ?? {}, answer ?? {}, wording),
      icon: "comment",
    })),
  }));
}

/** The steps of a rating scale. */
export function scaleParts(scale: Scale, wording: Wording): Part[] {
  const steps = (scale ?? []).map((step) => ({ label: stepText(step) }));
  return steps.length > 0
    ? [{ label: wording.text("Rating scale"), icon: "list-ordered", parts: steps }]
    : [];
}

/** `4 – Above` */
export function stepText({ value, text }: z.output<typeof scaleStep>): string {
  return [value, text].filter((part) => part !== null && part !== undefined && part !== "").join(" – ");
}

function questionPart(question: Question, wording: Wording): Part {
  return {
    label: question.title ?? wording.text("A question without a text"),
    description: joined(
      wording.word(question.answer_type),
      question.mandatory === true && wording.text("must be answered"),
      (question.choice_options ?? []).join(", "),
    ),
    icon: "comment",
  };
}

function answerText(question: Question, answer: Answer, wording: Wording): string {
  const { answer_rating: rating, answer_choice: choice } = answer;
  const step = question.scale?.find(({ value }) => value === rating?.value);
  const number = answer.answer_int ?? answer.answer_float;
  const parts = [
    answer.answer_text,
    number === null || number === undefined ? undefined : String(number),
    choice?.join(", "),
    rating && joined(stepText(step ?? { value: rating.value }), rating.comment),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : wording.text("not answered");
}
