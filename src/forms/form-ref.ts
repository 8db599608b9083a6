import * as z from "zod";
import { ACTIONS, type Action } from "../actions/action-list";

/** Which form it is: of what, of which records, in which company. */
export interface FormRef {
  readonly accountId: string;
  readonly action: Action;
  readonly targetIds: readonly string[];
}

const parts = z.tuple([z.string(), z.string()], z.string());

/** The same for the same form, in every window and after a restart: drafts and tabs go by it. */
export function keyOf({ accountId, action, targetIds }: FormRef): string {
  return JSON.stringify([accountId, action.id, ...targetIds]);
}

/** Undefined for what is no key, or of a form that this version does not have. */
export function readKey(key: string): FormRef | undefined {
  const read = parts.safeParse(parsed(key));
  if (!read.success) return undefined;
  const [accountId, id, ...targetIds] = read.data;
  const action = ACTIONS.find((one) => one.id === id && one.declaration.form);
  return action && { accountId, action, targetIds };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
