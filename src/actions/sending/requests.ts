import { inBatches } from "../../api/batches";
import type { Answers } from "../asking/question";
import type { Action } from "../action-list";
import type { Target } from "../targets/target";

export type Input = Readonly<Record<string, unknown>>;

/** One request of an action, and whom it is about. */
export interface PlannedRequest {
  readonly targets: readonly Target[];
  readonly input: Input;
}

/** The requests of an action: all targets in one where the input takes a list, else one request a target. */
export function planRequests(
  { declaration, on, target, takesAll }: Action,
  targets: readonly Target[],
  answers: Answers,
): PlannedRequest[] {
  const inputFor = (targetInput: Input, first: Target | undefined): Input =>
    given({ ...declaration.fixed, ...targetInput, ...fieldsOf(first, declaration.from), ...answers });
  if (!on) return [{ targets: [], input: inputFor({}, undefined) }];
  if (!takesAll)
    return targets.map((each) => ({ targets: [each], input: inputFor({ [target]: each.id }, each) }));
  return alike(targets, (each) => fieldsOf(each, declaration.from)).flatMap((group) =>
    batchesOf(group).map((batch) => ({
      targets: batch,
      input: inputFor({ [target]: batch.map(({ id }) => id) }, batch[0]),
    })),
  );
}

/** Input out of a record's fields; what is not there is left out. */
export function fieldsOf(
  target: Target | undefined,
  from: Readonly<Record<string, string>> | undefined,
): Input {
  return given(
    Object.fromEntries(
      Object.entries(from ?? {}).map(([input, field]) => [input, target?.record?.[field] ?? undefined]),
    ),
  );
}

/** As many targets as one request may name. */
export function batchesOf(targets: readonly Target[]): Target[][] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return inBatches([...byId.keys()]).map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

/** Records of which a request takes more than the id share one only where that is the same. */
function alike(targets: readonly Target[], inputOf: (target: Target) => Input): Target[][] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const key = JSON.stringify(inputOf(target));
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups.values()];
}

function given(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
