import { ACTIONS, actionTitle, type Action } from "../../src/actions/action-list";
import { fieldsOf, type Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { fieldMeaning } from "../../src/records/field-meaning";
import { catalogue } from "../../src/resources/catalogue";
import { GENERAL_COMMANDS } from "./general-commands";
import { placesOf } from "./places";
import { USED_BY } from "./used-by";

/** Who signs in is known by the id of a login, which the list of employees has. */
const LOGINS = "accesses";

const resources: readonly [name: string, resource: Resource][] = Object.entries(catalogue);

const named = namedResources();

/** Those of them whose names can be asked for, many at once. */
const namedByIds: ReadonlySet<string> = new Set(
  resources
    .filter(([name, { operations }]) => named.has(name) && takesIds(operations.list))
    .map(([name]) => name),
);

/** What of the extension reaches an operation; at least the command that runs any. */
export function reachedBy(name: string, resource: Resource, operation: string): string[] {
  const isUnofficial = resource.operations[operation]?.unofficial === true;
  const onlyShown = (title: string) => (isUnofficial ? `${title} with \`factorial.showUnofficial\`` : title);
  const own = ACTIONS.filter((action) => action.resource === resource);
  const reached = [
    ...own
      .filter((action) => action.operationName === operation)
      .map((action) => onlyShown(actionTitle(action))),
    ...users(`${name}.${operation}`),
    ...own
      .filter((action) => isUndoneBy(action, operation))
      .map(({ declaration }) => `Undo after ${declaration.title}`),
    ...(operation === "list" ? placesOf(name) : []),
    ...(operation === "list" && namedByIds.has(name) ? [`names of ${resource.names.many}`] : []),
    // Also by links from other records, which name it.
    ...(operation === "get" && (placesOf(name).length > 0 || named.has(name))
      ? [titleOf("showDetails")]
      : []),
  ];
  return reached.length > 0 ? reached : [onlyShown(titleOf("runOperation"))];
}

/** An action that runs the operation itself says so already. */
function isUndoneBy({ declaration, operationName }: Action, operation: string): boolean {
  return declaration.undo?.operation === operation && operationName !== operation;
}

function users(operation: string): string[] {
  return Object.entries(USED_BY)
    .filter(([, operations]) => operations.includes(operation))
    .map(([command]) => titleOf(command));
}

function titleOf(command: string): string {
  const found = GENERAL_COMMANDS.find(({ name }) => name === command);
  if (!found) throw new Error(`There is no general command ${command}.`);
  return found.title;
}

/** Resources whose records other records name by their id. */
function namedResources(): ReadonlySet<string> {
  const kinds = resources.flatMap(([, resource]) =>
    fieldsOf(resource.record).map(([field, schema]) => fieldMeaning(resource, field, schema).names),
  );
  return new Set(
    kinds.filter((kind) => kind !== undefined).map((kind) => (kind === LOGINS ? "employees" : kind)),
  );
}

function takesIds(list: Operation | undefined): boolean {
  return list !== undefined && "ids" in list.input.shape;
}
