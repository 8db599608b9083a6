import * as vscode from "vscode";
import { showInformation, showWarning } from "../commands/messages";
import { BACK, type Answer } from "../commands/step";
import { wordingOf } from "../records/session-wording";
import type { Session } from "../session/session";
import { allows, statesOf, type Action } from "./action-list";
import { askAll } from "./asking/ask";
import { translate } from "./asking/ask-context";
import type { Answers } from "./asking/question";
import { isConfirmed } from "./confirm-action";
import { performAction } from "./perform";
import { knownInput, learnZoneFor, questionsOf, type Prepared } from "./prepare";
import type { RunnerParts } from "./runner-parts";
import { whom } from "./sending/endings";
import { readArguments, type GivenToAction } from "./targets/command-arguments";
import { stateWords } from "./targets/states";
import type { Target } from "./targets/target";
import { pickTarget } from "./targets/target-picker";
import { targetsOf } from "./targets/targets";

/** Runs any declared action: finds out about whom, asks what it needs, sends it, and tells how it ended. */
export async function runAction(
  parts: RunnerParts,
  action: Action,
  commandArguments: readonly unknown[],
): Promise<void> {
  const session = parts.session();
  if (!session) {
    await parts.signIn();
    return;
  }
  const given = readArguments(action, commandArguments);
  if (action.declaration.form && given.send !== true) {
    await openForms(parts, session, action, given);
    return;
  }
  const prepared = await prepare(session, action, given);
  if (!prepared) return;
  const { danger, takes, title, done } = action.declaration;
  if (!(await isConfirmed(danger, takes, { title, done, on: action.on }, prepared.targets))) return;
  if (parts.session() !== session) {
    void showWarning(vscode.l10n.t("Not done: this window has left {0}.", session.companyName));
    return;
  }
  await performAction(parts, session, action, prepared);
}

/** Undefined where the person has left, or where nothing can be done and that was said. */
async function prepare(
  session: Session,
  action: Action,
  given: GivenToAction,
): Promise<Prepared | undefined> {
  const known = { ...(await knownInput(session, action)), ...given.input };
  const steps = questionsOf(action, undefined, known, given.input).length;
  for (;;) {
    const chosen = await chooseAllowed(session, action, given, steps);
    if (!chosen) return undefined;
    const { targets, leftOut } = chosen;
    const answers = await ask(session, action, targets, known, given.input, chosen.wasAsked);
    if (answers === undefined) return undefined;
    if (answers !== BACK) return { targets, leftOut, answers };
  }
}

/** Forms that one command opens at most. */
const MOST_FORMS = 5;

/** A form for each row, or one for all of them where all go into one request. */
async function openForms(
  parts: RunnerParts,
  session: Session,
  action: Action,
  given: GivenToAction,
): Promise<void> {
  const chosen = await chooseAllowed(session, action, given, 0);
  if (!chosen) return;
  const { targets } = chosen;
  const forms = action.on && !action.takesAll ? targets.map((target) => [target]) : [targets];
  if (forms.length > MOST_FORMS) {
    void showInformation(vscode.l10n.t("Choose {0} at most: each opens a form of its own.", MOST_FORMS));
    return;
  }
  for (const each of forms) await parts.openForm({ action, targets: each, input: given.input ?? {} });
}

/** The rows that are meant and allow the action; undefined where there are none, which then was said. */
async function chooseAllowed(
  session: Session,
  action: Action,
  given: GivenToAction,
  stepsBehind: number,
): Promise<(Pick<Prepared, "targets" | "leftOut"> & { readonly wasAsked: boolean }) | undefined> {
  const chosen = await chooseTargets(session, action, given, stepsBehind);
  if (chosen === undefined || chosen === BACK) return undefined;
  const targets = chosen.targets.filter((target) => isAllowed(action, target));
  const leftOut = chosen.targets.filter((target) => !isAllowed(action, target));
  if (action.on && targets.length === 0) {
    void showInformation(notAllowedSentence(session, action, leftOut));
    return undefined;
  }
  return { targets, leftOut, wasAsked: chosen.wasAsked };
}

async function chooseTargets(
  session: Session,
  action: Action,
  given: GivenToAction,
  stepsBehind: number,
): Promise<Answer<{ targets: readonly Target[]; wasAsked: boolean }>> {
  const { on } = action;
  if (!on) return { targets: [], wasAsked: false };
  if (given.ids) return { targets: await targetsOf(session, on, given.ids), wasAsked: false };
  const total = 1 + stepsBehind;
  const answer = await pickTarget(session, action, on, {
    title: translate(action.declaration.title),
    canGoBack: false,
    ...(total > 1 && { step: 1, totalSteps: total }),
  });
  return typeof answer === "object" ? { ...answer, wasAsked: true } : answer;
}

async function ask(
  session: Session,
  action: Action,
  targets: readonly Target[],
  known: Answers,
  input: Answers | undefined,
  targetWasAsked: boolean,
): Promise<Answer<Answers>> {
  const { title, done } = action.declaration;
  const [first, ...others] = targets;
  // What several records hold now may differ, so none of it is a start.
  const questions = questionsOf(action, others.length === 0 ? first?.record : undefined, known, input);
  if (questions.length === 0) return known;
  await learnZoneFor(session, questions);
  const name = whom(targets, { title, done, on: action.on }, translate);
  return askAll({
    session,
    record: first?.record,
    title: action.on ? `${translate(title)}: ${name}` : translate(title),
    questions,
    answers: known,
    before: targetWasAsked ? 1 : 0,
  });
}

function isAllowed(action: Action, { record }: Target): boolean {
  // Where this account may not read the record, Factorial says itself what it allows.
  if (!action.on || !record) return true;
  return allows(action, statesOf(action.on, record));
}

/** "“Spring review” is finished: Start Review is for those that are draft or scheduled." */
function notAllowedSentence(session: Session, action: Action, targets: readonly Target[]): string {
  const { title, states = [], done } = action.declaration;
  const needed = stateWords(session, states);
  const verb = translate(title);
  const [first] = targets;
  if (!first || targets.length > 1 || !action.on) {
    const all = whom(targets, { title, done, on: action.on }, translate);
    return vscode.l10n.t("None of the {0} is {1}, and {2} is for those only.", all, needed, verb);
  }
  const wording = wordingOf(session);
  const state = statesOf(action.on, first.record)
    .map((each) => wording.word(each) ?? each)
    .join(", ");
  return vscode.l10n.t("“{0}” is {1}: {2} is for those that are {3}.", first.name, state, verb, needed);
}
