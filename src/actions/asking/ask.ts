import { askCents, askMinutes } from "./ask-amount";
import { askChoice, askChoices, askFlag, askFlags, askWeekdays } from "./ask-choice";
import type { AskContext, FieldStep, Value } from "./ask-context";
import { askDate, askInstant } from "./ask-day";
import { askFile } from "./ask-file";
import { askName } from "./ask-name";
import { askJson, askNumber, askText } from "./ask-text";
import { dueQuestion, type Answers, type Asked, type Question } from "./question";
import { BACK, type Answer, type StepFrame } from "../../commands/step";

export interface Asking extends AskContext {
  readonly title: string;
  readonly questions: readonly Question[];
  /** What is known already: given with the command, or answered before the person came back. */
  readonly answers: Answers;
  /** Steps before the first question, to which Back leads. */
  readonly before: number;
  /** More questions may follow, so that nobody knows how many steps there are. */
  readonly isOpen?: boolean;
  /** The person came back from behind: the last question is asked first. */
  readonly fromEnd?: boolean;
}

/** Asks all questions, a step each. Back keeps what was answered; leaving gives undefined. */
export async function askAll(asking: Asking): Promise<Answer<Answers>> {
  const { questions, before } = asking;
  let answers = asking.answers;
  const dueAt = (at: number): Question | undefined => {
    const question = questions[at];
    return question && dueQuestion(question, answers);
  };
  const previous = (from: number): number => {
    let at = from - 1;
    while (at >= 0 && !dueAt(at)) at--;
    return at;
  };
  let at = asking.fromEnd === true ? Math.max(0, previous(questions.length)) : 0;
  while (at < questions.length) {
    const question = dueAt(at);
    if (!question) {
      // What an earlier answer leaves nothing to ask about is not sent either.
      const skipped = questions[at]?.asked[0].meaning.name;
      answers = { ...answers, ...(skipped !== undefined && { [skipped]: undefined }) };
      at++;
      continue;
    }
    const stepsBefore = questions.slice(0, at).filter((_, index) => dueAt(index)).length;
    const total = before + questions.filter((_, index) => dueAt(index)).length;
    const answer = await askQuestion(asking, question, answers, {
      title: asking.title,
      canGoBack: before + stepsBefore > 0,
      ...(asking.isOpen === true
        ? { step: undefined, totalSteps: undefined }
        : total > 1
          ? { step: before + stepsBefore + 1, totalSteps: total }
          : {}),
    });
    if (answer === undefined) return undefined;
    if (answer === BACK) {
      at = previous(at);
      if (at < 0) return BACK;
    } else {
      answers = { ...answers, ...answer };
      at++;
    }
  }
  return answers;
}

async function askQuestion(
  context: AskContext,
  { asked }: Question,
  answers: Answers,
  frame: StepFrame,
): Promise<Answer<Answers>> {
  const startOf = ({ meaning: { name }, now }: Asked) => (name in answers ? answers[name] : now);
  const [field] = asked;
  if (asked.length > 1) return askFlags(frame, asked, startOf);
  const { session, record } = context;
  const answer = await askField({ session, record, frame, field, answers, start: startOf(field) });
  return typeof answer === "object" ? { [field.meaning.name]: answer.value } : answer;
}

function askField(step: FieldStep): Promise<Answer<Value>> {
  switch (step.field.meaning.kind) {
    case "text":
    case "long-text":
      return askText(step);
    case "number":
      return askNumber(step);
    case "date":
      return askDate(step);
    case "instant":
      return askInstant(step);
    case "minutes":
      return askMinutes(step);
    case "cents":
      return askCents(step);
    case "flag":
      return askFlag(step);
    case "choice":
      return askChoice(step);
    case "choices":
      return askChoices(step);
    case "weekdays":
      return askWeekdays(step);
    case "name":
    case "names":
      return askName(step);
    case "file":
      return askFile(step);
    case "questions":
    case "scale":
    case "messages":
    case "table":
    case "other":
      return askJson(step);
  }
}
