import type { Operation } from "../../api/operation";
import type { Resource } from "../../api/resource";
import { resourceNamed } from "../../resources/any-client";
import { catalogue } from "../../resources/catalogue";
import { takesList, type Action } from "../action-list";

/** An operation of the API, whether or not an action is declared for it. */
export interface ListedOperation {
  /** The resource's name in the catalogue. */
  readonly resourceName: string;
  readonly resource: Resource;
  readonly name: string;
  readonly operation: Operation;
}

/** Every operation, in the order of the catalogue. */
export function allOperations(withUnofficial: boolean): ListedOperation[] {
  return Object.entries(catalogue).flatMap(([resourceName, resource]: [string, Resource]) =>
    Object.entries(resource.operations)
      .filter(([, { unofficial }]) => withUnofficial || !unofficial)
      .map(([name, operation]) => ({ resourceName, resource, name, operation })),
  );
}

export function operationNamed(resourceName: string, name: string): ListedOperation | undefined {
  const resource = resourceNamed(resourceName);
  const operation = resource?.operations[name];
  return resource && operation && { resourceName, resource, name, operation };
}

/** `POST /project_management/projects/close` */
export function routeOf({ resource, operation }: ListedOperation): string {
  return `${operation.method} /${resource.module}/${resource.path}${operation.suffix}`;
}

/** `updateDeadline` → "update deadline" */
export function operationWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Views that hear of what actions change hear of what an operation changes. */
export function asAction({ resource, name, operation }: ListedOperation): Action {
  return {
    id: "factorial.runOperation",
    resource,
    operationName: name,
    operation,
    on: resource,
    target: "id",
    takesAll: takesList(operation, "id"),
    declaration: { title: "Run Operation", danger: "none", done: "done" },
  };
}
