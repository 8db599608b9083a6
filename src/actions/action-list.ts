import * as z from "zod";
import type { ActionDeclaration } from "../api/action";
import { fieldsOf, type Operation } from "../api/operation";
import type { Resource } from "../api/resource";
import { nameOfResource, resourceNamed } from "../resources/any-client";
import { catalogue } from "../resources/catalogue";

/** An action with what its declaration names, looked up. */
export interface Action {
  /** The command: `factorial.projects.close`. */
  readonly id: string;
  /** Whose operation it runs. */
  readonly resource: Resource;
  readonly operationName: string;
  readonly operation: Operation;
  /** Whose rows it works on; undefined where it needs no row. */
  readonly on: Resource | undefined;
  /** The input that takes the row's id, or the rows' ids. */
  readonly target: string;
  /** All chosen rows go into one request. */
  readonly takesAll: boolean;
  readonly declaration: ActionDeclaration;
}

/** Every action that is declared, in the order of the catalogue. */
export const ACTIONS: readonly Action[] = Object.entries(catalogue).flatMap(
  ([name, resource]: [string, Resource]) =>
    Object.entries(resource.actions ?? {}).map(([key, declaration]) =>
      actionOf(name, resource, key, declaration),
    ),
);

/** The title with "…" where something is asked. */
export function actionTitle({ declaration }: Action): string {
  return (declaration.asks ?? []).length > 0 ? `${declaration.title}…` : declaration.title;
}

/** Whether a record's states allow an action. */
export function allows({ declaration }: Action, states: readonly string[]): boolean {
  return declaration.states === undefined || declaration.states.some((state) => states.includes(state));
}

export function statesOf(resource: Resource, record: unknown): readonly string[] {
  // The record came from the list that this resource declares.
  return resource.states?.(record as never) ?? [];
}

function actionOf(name: string, resource: Resource, key: string, declaration: ActionDeclaration): Action {
  const operationName = declaration.operation ?? key;
  const operation = resource.operations[operationName];
  if (!operation) throw new Error(`${name}.${key}: there is no operation ${operationName}.`);
  const onName = declaration.on === undefined ? nameOfResource(resource) : declaration.on;
  const on = onName === null ? undefined : resourceNamed(onName);
  if (onName !== null && !on) throw new Error(`${name}.${key}: there is no resource ${onName}.`);
  const target = declaration.target ?? "id";
  return {
    id: `factorial.${name}.${key}`,
    resource,
    operationName,
    operation,
    on,
    target,
    takesAll: takesList(operation, target),
    declaration,
  };
}

/** Whether an operation's input of that name takes several values. */
export function takesList({ input }: Operation, field: string): boolean {
  let schema = fieldsOf(input).find(([name]) => name === field)?.[1];
  while (schema instanceof z.ZodOptional) schema = schema.unwrap();
  return schema instanceof z.ZodArray;
}
