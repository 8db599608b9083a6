import * as vscode from "vscode";
import { fieldsOf, inVersion } from "../../api/operation";
import { nearestVersion } from "../../api/versions";
import { sentence } from "../../resources/row-text";
import type { Session } from "../../session/session";
import { askAll } from "../asking/ask";
import { translate } from "../asking/ask-context";
import { askedField, questionsFor, type Answers, type Asked } from "../asking/question";
import { BACK, type Answer, type StepFrame } from "../../commands/step";
import { choose, chooseSeveral, stepRow } from "../asking/steps";
import { isListable } from "../targets/record-search";
import { preferredVersion } from "../version";
import { allOperations, operationWords, routeOf, type ListedOperation } from "./operation-list";

/** An operation with all that goes out with it. */
export interface ReadyOperation {
  readonly listed: ListedOperation;
  readonly input: Answers;
}

/** Asks which operation, what it must have, what else is to be sent, and for that. Undefined where the person left. */
export async function askOperation(session: Session): Promise<ReadyOperation | undefined> {
  let picked: ListedOperation | undefined;
  for (;;) {
    picked = await pickOperation(picked);
    if (!picked) return undefined;
    const input = await askInput(session, picked);
    if (input === undefined) return undefined;
    if (input !== BACK) return { listed: picked, input };
  }
}

/** Asks for what an operation must have and was not given. */
export function askMissing(
  session: Session,
  listed: ListedOperation,
  given: Answers,
): Promise<Answer<Answers>> {
  const missing = fieldsToAsk(session, listed).filter(
    ({ meaning: { name, required } }) => required && !(name in given),
  );
  return askAll({ ...frameOf(session, listed), questions: questionsFor(missing), answers: given, before: 0 });
}

async function pickOperation(before: ListedOperation | undefined): Promise<ListedOperation | undefined> {
  const withUnofficial = vscode.workspace.getConfiguration("factorial").get("showUnofficial", false);
  const rows = allOperations(withUnofficial).map((listed) =>
    stepRow(
      {
        label: titleOf(listed),
        description: listed.operation.unofficial
          ? vscode.l10n.t("{0} · not in Factorial's official API", routeOf(listed))
          : routeOf(listed),
      },
      { value: listed },
    ),
  );
  const answer = await choose(
    { title: vscode.l10n.t("Run Operation"), canGoBack: false },
    {
      placeholder: vscode.l10n.t("Any operation of Factorial's API"),
      rows,
      active: rows.find(({ answer: row }) => before && routeOf(before) === (row && routeOf(row.value))),
    },
  );
  return answer === BACK ? undefined : answer;
}

/** Three stages, each with a way back to the one before: what must be sent, what else may be, and that. */
async function askInput(session: Session, listed: ListedOperation): Promise<Answer<Answers>> {
  const fields = fieldsToAsk(session, listed);
  const required = fields.filter(({ meaning }) => meaning.required);
  const optional = fields.filter(({ meaning }) => !meaning.required);
  const asking = { ...frameOf(session, listed), before: 1, isOpen: optional.length > 0 };
  let answers: Answers = {};
  let further: readonly Asked[] = [];
  let cameBack = false;
  for (;;) {
    const musts = await askAll({
      ...asking,
      questions: questionsFor(required),
      answers,
      fromEnd: cameBack,
    });
    if (typeof musts !== "object") return musts;
    answers = musts;
    for (;;) {
      const chosen = await askWhatElse(asking.title, optional, further);
      if (chosen === undefined) return undefined;
      if (chosen === BACK) break;
      further = chosen;
      const others = await askAll({ ...asking, questions: questionsFor(further), answers });
      if (others !== BACK) return others;
    }
    // Without anything that must be sent, the step before is the choice of the operation.
    if (required.length === 0) return BACK;
    cameBack = true;
  }
}

async function askWhatElse(
  title: string,
  optional: readonly Asked[],
  before: readonly Asked[],
): Promise<Answer<readonly Asked[]>> {
  if (optional.length === 0) return [];
  const rows = optional.map((field) =>
    stepRow({ label: translate(field.meaning.label), description: field.meaning.name }, { value: field }),
  );
  const frame: StepFrame = { title, canGoBack: true };
  return chooseSeveral(frame, {
    placeholder: vscode.l10n.t("Anything else to send? Enter goes on without"),
    rows,
    chosen: rows.filter(({ answer }) => answer && before.includes(answer.value)),
  });
}

/** An operation's input, each an own question; its own id is one of the resource's records. */
function fieldsToAsk(session: Session, { resource, resourceName, operation }: ListedOperation): Asked[] {
  const version = nearestVersion(preferredVersion(), operation.versions);
  const names = fieldsOf(inVersion(operation.input, version)).map(([name]) => name);
  const isFindable = isListable(session, resource, preferredVersion());
  return names.flatMap((name): Asked[] => {
    const field = askedField({ resource, operation, version }, name);
    if (!field) return [];
    if (!isFindable || (name !== "id" && name !== "ids")) return [field];
    const kind = name === "id" ? "name" : "names";
    return [{ ...field, meaning: { ...field.meaning, kind, names: resourceName } }];
  });
}

function frameOf(session: Session, listed: ListedOperation) {
  return { session, record: undefined, title: titleOf(listed) };
}

/** "Review processes: update deadline" */
export function titleOf({ resource, name }: ListedOperation): string {
  return `${sentence(translate(resource.names.many))}: ${operationWords(name)}`;
}
