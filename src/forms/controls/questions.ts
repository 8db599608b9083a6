import * as vscode from "vscode";
import * as z from "zod";
import type { FormField, Question, QuestionSection } from "../../messages/form";
import { wordOf } from "../../records/field-meaning";
import { sentence } from "../../resources/row-text";
import { NOTHING, type Control, type ControlParts } from "./control";

const question = z.looseObject({
  uuid: z.string(),
  title: z.string().nullish(),
  answer_type: z.string().nullish(),
  mandatory: z.boolean().nullish(),
  choice_options: z.array(z.string()).nullish(),
});
const group = z.looseObject({
  uuid: z.string(),
  type: z.string().nullish(),
  section_title: z.string().nullish(),
  questions: z.array(question).nullish(),
});
const groups = z.array(group);

type Group = z.output<typeof group>;
type KnownQuestion = z.output<typeof question>;

const ANSWER_TYPES = ["text", "rating", "number", "multiple_choice", "single_choice"];

/**
 * The questions of a questionnaire. Writing replaces all of them, so what a question was read with and is not shown
 * here (a scale, a competency) goes back with it.
 */
export function questionsControl({ facts }: ControlParts): Control {
  let read: readonly Group[] = [];
  const withSections = (value: QuestionSection[]): FormField => ({
    ...facts,
    kind: "questions",
    value,
    answerTypes: ANSWER_TYPES.map((type) => ({
      value: type,
      label: sentence(vscode.l10n.t(wordOf(type))),
      hasOptions: takesOptions(type),
    })),
  });
  return {
    blank: withSections([]),
    filled: (value) => {
      read = contentOf(value);
      return withSections(read.map(sectionOf));
    },
    read: (field) =>
      field.kind === "questions" ? { value: field.value.map((one) => groupOf(one, read)) } : NOTHING,
    words: (field) => (field.kind === "questions" ? field.value.flatMap(linesOf).join("\n") : ""),
  };
}

/** A record has the questionnaire, a command may be given its content. */
function contentOf(value: unknown): readonly Group[] {
  const content = z.looseObject({ content: groups.nullish() }).safeParse(value);
  return content.success ? (content.data.content ?? []) : (groups.safeParse(value).data ?? []);
}

function sectionOf({ uuid, section_title, questions }: Group): QuestionSection {
  return {
    uuid,
    title: section_title ?? "",
    questions: (questions ?? []).map((one) => ({
      uuid: one.uuid,
      title: one.title ?? "",
      answerType: one.answer_type ?? "text",
      mandatory: one.mandatory === true,
      options: one.choice_options ?? [],
    })),
  };
}

function groupOf({ uuid, title, questions }: QuestionSection, read: readonly Group[]): Group {
  const before = read.find((one) => one.uuid === uuid);
  // A question on its own stands in a group without a title.
  const isAlone = before?.type === "question" && title.trim() === "" && questions.length === 1;
  const known = read.flatMap((one) => one.questions ?? []);
  return {
    ...present(before ?? {}),
    uuid,
    type: isAlone ? "question" : "section",
    ...(!isAlone && { section_title: title.trim() }),
    questions: questions.map((one) =>
      questionOf(
        one,
        known.find((other) => other.uuid === one.uuid),
      ),
    ),
  };
}

function questionOf(one: Question, before: KnownQuestion | undefined): KnownQuestion {
  const { choice_options, ...others } = before ?? {};
  const options = one.options.map((option) => option.trim()).filter(Boolean);
  return {
    ...present(others),
    uuid: one.uuid,
    title: one.title.trim(),
    answer_type: one.answerType,
    mandatory: one.mandatory,
    ...((takesOptions(one.answerType) || (choice_options && options.length > 0)) && {
      choice_options: options,
    }),
  };
}

/** What was read as empty is not sent. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

function takesOptions(answerType: string): boolean {
  return answerType.endsWith("_choice");
}

function linesOf({ title, questions }: QuestionSection): string[] {
  return [
    ...(title === "" ? [] : [title]),
    ...questions.map((one) => `• ${[one.title, ...one.options].join(" · ")}`),
  ];
}
