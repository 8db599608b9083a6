import * as vscode from "vscode";
import { translate } from "../../actions/asking/ask-context";
import type { Answers } from "../../actions/asking/question";
import { valueProblem } from "../../actions/reading/value-problem";
import { planRequests, type PlannedRequest } from "../../actions/sending/requests";
import { preferredVersion } from "../../actions/version";
import { inVersion } from "../../api/operation";
import { nearestVersion } from "../../api/versions";
import type { FormProblems } from "../../messages/form";
import { seeFields } from "../form-problems";
import type { FilledField, FormState } from "../form-state";
import { changesRecord, type Subject } from "../form-subject";

export type CheckedInput =
  | { readonly requests: readonly PlannedRequest[]; readonly answers: Answers }
  | { readonly problems: FormProblems };

/** What is filled in, as the operation takes it in the version in use; or what is wrong with it by field. */
export function checkedInput(subject: Subject, state: FormState): CheckedInput {
  const { action, targets, known } = subject;
  const fields: Record<string, string> = {};
  const answers: Record<string, unknown> = { ...known };
  const isEdit = changesRecord(action);
  for (const filled of state.shown) {
    // A form that is sent has no way to say that a list is empty.
    const sent = sentFor(filled, state, isEdit, action.operation.send === "form");
    if ("problem" in sent) fields[filled.name] = sent.problem;
    else if (sent.value !== undefined) answers[filled.input] = sent.value;
  }
  if (Object.keys(fields).length > 0) return { problems: { message: seeFields(), fields } };
  const requests = planRequests(action, targets, answers);
  const problems = problemsOfWhole(subject, state, requests);
  return problems ? { problems } : { requests, answers };
}

/** The value for a field; undefined where it is not sent: Factorial then leaves it, or does as it does by default. */
function sentFor(
  filled: FilledField,
  state: FormState,
  isEdit: boolean,
  sendsForm: boolean,
): { readonly value: unknown } | { readonly problem: string } {
  const { control, field, asked } = filled;
  const { required } = asked.meaning;
  const read = control.read(field);
  if ("problem" in read) return read;
  if (isEdit && !required && !state.isChanged(filled)) return { value: undefined };
  if (read.value === undefined) {
    if (required) return { problem: vscode.l10n.t("This must be filled in.") };
    return isEdit ? emptiedFor(filled, state, sendsForm) : read;
  }
  const problem = valueProblem(asked.schema, read.value, translate);
  return problem === undefined ? read : { problem };
}

/** What was there and is taken away: some values Factorial can only replace. */
function emptiedFor(
  { name, control, asked }: FilledField,
  state: FormState,
  sendsForm: boolean,
): { readonly value: unknown } | { readonly problem: string } {
  const before = state.base.get(name);
  const was = before && control.read(before);
  if (was && "value" in was && was.value === undefined) return { value: undefined };
  const { emptied } = control;
  const isLost = sendsForm && Array.isArray(emptied);
  return emptied !== undefined && !isLost && valueProblem(asked.schema, emptied, translate) === undefined
    ? { value: emptied }
    : { problem: vscode.l10n.t("Factorial cannot make this empty again.") };
}

/** What only shows when all is together. */
function problemsOfWhole(
  { action: { operation } }: Subject,
  state: FormState,
  requests: readonly PlannedRequest[],
): FormProblems | undefined {
  const schema = inVersion(operation.input, nearestVersion(preferredVersion(), operation.versions));
  const issues = requests.flatMap(({ input }) => schema.safeParse(input).error?.issues ?? []);
  if (issues.length === 0) return undefined;
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const { path, message } of issues) {
    const name = String(path[0] ?? "");
    const field = state.shown.find(({ input }) => input === name);
    if (field) fields[field.name] ??= message;
    else others.push(name === "" ? message : `${name}: ${message}`);
  }
  const message = others.length > 0 ? `${vscode.l10n.t("Not saved.")} (${others.join(" · ")})` : seeFields();
  return { message, fields };
}
