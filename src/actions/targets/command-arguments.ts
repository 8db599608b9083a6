import * as z from "zod";
import { nameOfResource } from "../../resources/any-client";
import type { Action } from "../action-list";

/** What a command was given; whatever is missing is asked for. */
export interface GivenToAction {
  readonly ids?: readonly string[];
  /** Input that needs no question any more. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** What would be filled in in a form is sent as it is given. */
  readonly send?: boolean;
}

const place = z.object({ resourceName: z.string(), recordId: z.string().min(1) });
type PlaceOfRecord = z.output<typeof place>;

/** A group of a tree ("People" below a project) stands for the record that it belongs to. */
const row = z.union([place, z.object({ parent: place }).transform(({ parent }) => parent)]);

const spelledOut = z
  .object({
    ids: z.array(z.string().min(1)).min(1).optional(),
    input: z.record(z.string(), z.unknown()).optional(),
    send: z.boolean().optional(),
  })
  .refine(({ ids, input, send }) => ids !== undefined || input !== undefined || send !== undefined);

/**
 * Reads what a command was called with: a row of a tree and all selected rows, as menus give them, with
 * `{ input, send }` behind them where a program calls; or `{ ids, input, send }` from a keybinding. Anybody can call a command with anything:
 * anything else is as good as nothing.
 */
export function readArguments({ on }: Action, given: readonly unknown[]): GivenToAction {
  const [first, second, third] = given;
  const clicked = row.safeParse(first);
  if (clicked.success) {
    const ids = on ? idsOf(nameOfResource(on), clicked.data, second) : [];
    const { input, send } = spelledOut.safeParse(third).data ?? {};
    return { ...(ids.length > 0 && { ids }), ...(input && { input }), ...(send && { send }) };
  }
  const { ids, input, send } = spelledOut.safeParse(first).data ?? {};
  return { ...(ids && { ids: [...new Set(ids)] }), ...(input && { input }), ...(send && { send }) };
}

function idsOf(resourceName: string, clicked: PlaceOfRecord, selected: unknown): string[] {
  const rows = Array.isArray(selected)
    ? selected.flatMap((each: unknown) => row.safeParse(each).data ?? [])
    : [];
  // A menu that is opened on a row outside the selection is about that row alone.
  const isAmong = rows.some((each) => isSame(each, clicked));
  const meant = isAmong ? rows : [clicked];
  return [
    ...new Set(meant.filter((each) => each.resourceName === resourceName).map(({ recordId }) => recordId)),
  ];
}

function isSame(one: PlaceOfRecord, other: PlaceOfRecord): boolean {
  return one.recordId === other.recordId && one.resourceName === other.resourceName;
}
