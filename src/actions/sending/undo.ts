import type * as z from "zod";
import { inVersion, type Operation } from "../../api/operation";
import { nearestVersion, type ApiVersion } from "../../api/versions";
import { takesList, type Action } from "../action-list";
import type { Target } from "../targets/target";
import type { DoneRequest } from "./outcome";
import { batchesOf, fieldsOf, type Input, type PlannedRequest } from "./requests";

export interface PlannedUndo {
  readonly operationName: string;
  readonly requests: readonly PlannedRequest[];
  /** Records that came with the action, and go with its undoing. */
  readonly madeIds: readonly string[];
}

/**
 * How what was done is taken back, by the records as they were before. Undefined where it cannot be: nothing is
 * declared, or the operation refuses what is left of a record that had no deadline, say. Half an undo is none.
 */
export function planUndo(
  action: Action,
  done: readonly DoneRequest[],
  preferred: ApiVersion,
): PlannedUndo | undefined {
  const { undo } = action.declaration;
  const operation = undo && action.resource.operations[undo.operation];
  if (!undo || !operation || done.length === 0) return undefined;
  const input = inVersion(operation.input, nearestVersion(preferred, operation.versions));
  const madeIds = undo.answer === undefined ? [] : idsOf(done);
  const requests =
    undo.answer === undefined
      ? requestsFor(action, operation, targetsOf(done), input)
      : done.flatMap((request) => requestsForAnswer(action, operation, request, undo.answer ?? ""));
  const isWhole = requests.length > 0 && requests.every((request) => input.safeParse(request.input).success);
  return isWhole ? { operationName: undo.operation, requests, madeIds } : undefined;
}

function requestsFor(
  { declaration: { undo }, target }: Action,
  operation: Operation,
  targets: readonly Target[],
  input: z.ZodObject,
): PlannedRequest[] {
  const furtherOf = (each: Target | undefined): Input => ({ ...undo?.fixed, ...fieldsOf(each, undo?.from) });
  const takesTarget = target in input.shape;
  const takesAll = takesTarget && takesList(operation, target);
  if (takesAll && undo?.from === undefined) {
    return batchesOf(targets).map((batch) => ({
      targets: batch,
      input: { ...furtherOf(undefined), [target]: batch.map(({ id }) => id) },
    }));
  }
  return targets.map((each) => ({
    targets: [each],
    input: { ...(takesTarget && { [target]: takesAll ? [each.id] : each.id }), ...furtherOf(each) },
  }));
}

function requestsForAnswer(
  { declaration: { undo } }: Action,
  operation: Operation,
  request: DoneRequest,
  field: string,
): PlannedRequest[] {
  const { targets } = request;
  const further = { ...undo?.fixed, ...fieldsOf(targets[0], undo?.from) };
  const ids = idsOf([request]);
  if (ids.length === 0) return [];
  if (takesList(operation, field)) return [{ targets, input: { ...further, [field]: ids } }];
  return ids.map((id) => ({ targets, input: { ...further, [field]: id } }));
}

function targetsOf(done: readonly DoneRequest[]): Target[] {
  return done.flatMap(({ targets }) => targets);
}

function idsOf(done: readonly DoneRequest[]): string[] {
  return done.flatMap(({ records }) => records.flatMap(({ id }) => (typeof id === "string" ? [id] : [])));
}
