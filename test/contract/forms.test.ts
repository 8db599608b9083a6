import { describe, expect, test, vi } from "vitest";
import { ACTIONS, type Action } from "../../src/actions/action-list";
import { fieldsOf, type Operation } from "../../src/api/operation";
import type { Resource } from "../../src/api/resource";
import { fieldMeaning, type FieldKind } from "../../src/records/field-meaning";
import { catalogue } from "../../src/resources/catalogue";

vi.mock("vscode", () => ({}));

interface Making {
  /** `projects.create` */
  readonly name: string;
  readonly resource: Resource;
  readonly operation: Operation;
  readonly actions: readonly Action[];
}

/** What is typed in no box of one line. */
const LONG: readonly FieldKind[] = ["long-text", "questions", "scale", "messages", "table", "file", "other"];

/** More values than these are for a form; so is one that is long. */
const MOST_VALUES = 2;

/** Makes or changes records, by its route: the other verbs are deeds, such as to close or to assign. */
const MAKES = /^(|\/\{id\}|\/(bulk_)?(create|update|upsert|process)(_\w+)?)$/;

/** Operations without a form that would be due one, and why they have none. */
const WITHOUT: Readonly<Record<string, string>> = {
  "shifts.create": "Time is logged with Log Time, which makes the shift.",
  "shifts.update":
    "Log Time changes a shift's comment; hours of work are changed in Factorial, with its approvals.",
  "tasks.create": "Tasks are made as those of a project, which makes the ordinary task too.",
  "tasks.update": "As tasks are those of a project here, Edit Task changes the ordinary task too.",
  "tasks.bulkCreate": "As it is described it makes one task, as tasks.create does.",
  "tasks.bulkUpdate": "For programs: a list of changes, each of which Edit Task makes.",
  "timeRecords.bulkProcess":
    "For programs: a list of changes, each of which has a form or a command of its own.",
  "timeRecords.update":
    "No description says what it takes; Move Time Record and Change Comment change the record.",
  "projectWorkers.update":
    "No description says what it takes, and nothing of a person on a project can be changed.",
  "flexibleTimeRecordComments.update": "No description says what it takes; Edit Comment changes the comment.",
  "exportableExpenses.create": "Rows of an export follow from expenses; no description says what it takes.",
  "exportableExpenses.update": "Rows of an export follow from expenses; no description says what it takes.",
  "exportableProjects.create": "Rows of an export follow from projects; no description says what it takes.",
  "exportableProjects.update": "Rows of an export follow from projects; no description says what it takes.",
};

/** Input that forms do not ask for, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  "projects.create.status": "A new project is active; Change Project Status makes it something else.",
  "projects.create.budget_allocation": "New Budget says it, and of what kind it is.",
  "projects.create.budget_allocation_cents": "New Budget says it, and of what kind it is.",
  "projects.create.fee_amount_cents": "New Budget says it.",
  "projects.create.fixed_cost_cents": "New Budget says it, as a budget of fixed cost.",
  "projects.create.client_id": "No operation lists clients.",
  "projects.update.client_id": "No operation lists clients.",
  "projectTasks.update.files_to_remove": "No operation tells which files a task has.",
  "itAssets.create.company_id": "It is the company that somebody is signed in to.",
  "itAssets.create.location_id": "A space: no operation lists spaces.",
  "itAssets.update.company_id": "It is the company that somebody is signed in to.",
  "itAssets.update.location_id": "A space: no operation lists spaces.",
  "itAssetModels.create.company_id": "It is the company that somebody is signed in to.",
  "itAssetModels.update.company_id": "It is the company that somebody is signed in to.",
  "reviewProcesses.create.cycle_id":
    "No operation lists performance cycles, and it is gone since 2026-10-01.",
  "reviewVisibilitySettings.update.performance_review_process_id": "The settings stay those of their review.",
};

const making: readonly Making[] = Object.entries(catalogue).flatMap(([key, resource]: [string, Resource]) =>
  Object.entries(resource.operations)
    .filter(([, { method, suffix }]) => (method === "POST" || method === "PUT") && MAKES.test(suffix))
    .map(([operationName, operation]) => ({
      name: `${key}.${operationName}`,
      resource,
      operation,
      actions: ACTIONS.filter((one) => one.resource === resource && one.operationName === operationName),
    })),
);

/** What an action has without asking. */
function known({ target, declaration: { from = {}, fixed = {}, me, company } }: Action): string[] {
  return [target, ...Object.keys(from), ...Object.keys(fixed), me ?? [], company ?? []].flat();
}

/** The names of what a person has to give. */
function given({ operation, actions: [action] }: Making): string[] {
  const had = action ? known(action) : ["id"];
  return fieldsOf(operation.input).flatMap(([name]) => (had.includes(name) ? [] : [name]));
}

function isDueForm(one: Making): boolean {
  const { resource, operation } = one;
  const inputs = new Map(fieldsOf(operation.input));
  const names = given(one);
  // Of an open body nobody knows how much goes into it.
  if (operation.unofficial && names.length === 0) return true;
  return (
    names.length > MOST_VALUES ||
    names.some((name) => {
      const schema = inputs.get(name);
      return schema !== undefined && LONG.includes(fieldMeaning(resource, name, schema).kind);
    })
  );
}

const forms = ACTIONS.filter(({ declaration }) => declaration.form);

describe("what is made and changed", () => {
  test("is found in each of these ways", () => {
    expect(making.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "projects.create",
        "subprojects.update",
        "plannedRecords.bulkCreate",
        "reviewProcesses.createFromTemplate",
        "reviewProcesses.updateBasicInfo",
        "syncableSyncRuns.bulkUpsert",
        "flexibleTimeRecordComments.updateByFlexibleTimeRecord",
      ]),
    );
  });

  test("has a form where it takes more than two short values, or a reason why not", () => {
    const formless = making.filter(
      (one) => isDueForm(one) && !one.actions.some(({ declaration }) => declaration.form),
    );
    expect(formless.map(({ name }) => name).sort()).toEqual(Object.keys(WITHOUT).sort());
  });
});

describe.each(forms.map((action) => [action.id.replace("factorial.", ""), action] as const))(
  "%s",
  (name, action) => {
    test("asks for all that its operation takes, but for what has a reason", () => {
      const asked = [...known(action), ...(action.declaration.asks ?? [])];
      const left = fieldsOf(action.operation.input).flatMap(([input]) =>
        asked.includes(input) ? [] : [input],
      );
      const excused = Object.keys(NOT_ASKED).flatMap((key) => (key.startsWith(`${name}.`) ? [key] : []));
      expect(left.map((input) => `${name}.${input}`).sort()).toEqual(excused.sort());
    });
  },
);
