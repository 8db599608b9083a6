// What a form's test has to know that the description does not say, written by hand.
import { day, type Row, type Sample } from "../actions/sample";
import type { Look } from "./company";

export interface FormFacts {
  /** Which row it is opened on, where it is another one than that of the action's own test. */
  readonly row?: Pick<Sample, "rowsFrom" | "fits" | "first">;
  /** Values for fields in which the server takes not just anything, or not together with the others. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Fields that are left empty, and why. */
  readonly leaves?: Readonly<Record<string, string>>;
  /** Lists in which the records that a field names are, where they depend on the row. */
  readonly lists?: Readonly<Record<string, (row: Row) => string>>;
  /**
   * Where the server holds a field: under another name, in what a function finds out from the record, or, null, where
   * no operation shows it.
   */
  readonly held?: Readonly<Record<string, string | null | ((record: Row, look: Look) => unknown)>>;
  /** No operation shows the records at all. */
  readonly isUnseen?: true;
  /** A query that narrows the list in which the record is. */
  readonly heldIn?: string;
}

const EMPLOYEES = "employees/employees?only_active=true&only_managers=false";

/** The list in which there are records for a field. */
export const LISTS: Readonly<Record<string, string>> = {
  legal_entity_id: "companies/legal_entities",
  project_admins: EMPLOYEES,
  project_managers: EMPLOYEES,
  project_viewers: EMPLOYEES,
  employee_ids: EMPLOYEES,
  assignee_employee_ids: EMPLOYEES,
  owner_id: EMPLOYEES,
  mentioned_access_ids: EMPLOYEES,
  workplace_id: "locations/locations",
  team_id: "teams/teams",
  it_asset_model_id: "it_management/it_asset_models",
  arguments: "teams/teams",
};

/** Fields that take the id of a login. */
export const LOGINS = ["mentioned_access_ids"];

/** Ids of what no operation lists. */
export const UNLISTED: Readonly<Record<string, string>> = {
  effective_at_id: "7",
  field_id: "7",
  syncable_id: "33009",
};

const QUESTIONS = [
  {
    uuid: "11111111-1111-4111-8111-111111111101",
    type: "section",
    section_title: "Work",
    questions: [
      {
        uuid: "11111111-1111-4111-8111-111111111102",
        mandatory: true,
        title: "What went well?",
        answer_type: "text",
      },
    ],
  },
];

const P = "project_management";

const partsOf = (projectId: unknown) => `${P}/subprojects?project_ids[]=${String(projectId)}`;
const partsOfItsProject = ({ project_id }: Row) => partsOf(project_id);
const tasksOfProject = ({ project_id }: Row) => `${P}/project_tasks?project_ids[]=${String(project_id)}`;

/** Nora on ACME, which has subprojects and tasks. */
const ON_ACME = { rowsFrom: "ids[]=20001" };

/** The name and more of a project's task are with the ordinary task behind it. */
const ofTask = (field: string) => (record: Row, look: Look) =>
  look.field(`tasks/tasks/${String(record.task_id)}`, field);

const assignees = async (record: Row, look: Look) => {
  const logins = await look.field(`tasks/tasks/${String(record.task_id)}`, "assignee_ids");
  const people = await look.list(EMPLOYEES);
  return people
    .filter(({ access_id }) => Array.isArray(logins) && logins.includes(access_id))
    .map(({ id }) => id);
};

const TASK_HELD = {
  name: ofTask("name"),
  content: ofTask("content"),
  status: ofTask("status"),
  due_on: ofTask("due_on"),
  assignee_employee_ids: assignees,
  // It is taken, and told nowhere.
  starts_on: null,
};

/** As answers write what requests send as a map. */
const messages = ({ error_messages: errors }: Row) =>
  Object.fromEntries(
    (Array.isArray(errors) ? errors : []).map(({ key, value }: { key: string; value: string }) => [
      key,
      value,
    ]),
  );

export const FORMS: Readonly<Record<string, FormFacts>> = {
  "projects.create": {
    input: { employees_assignment: "company" },
    held: { project_admins: null, project_managers: null, project_viewers: null },
  },
  "projects.update": {
    leaves: { legal_entity_id: "The demo company has only the one that it has already." },
  },
  "subprojects.update": {
    // Factorial itself sets the last one of them while it works on something.
    input: { status: "draft" },
  },
  "projectWorkers.bulkCreate": { held: { employee_ids: ({ employee_id }) => [employee_id] } },
  "projectTasks.create": {
    row: { rowsFrom: "ids[]=1201" },
    lists: { subproject_id: ({ id }) => partsOf(id) },
    held: { ...TASK_HELD, files: null },
  },
  "projectTasks.update": {
    row: { rowsFrom: "project_ids[]=1201" },
    lists: { subproject_id: partsOfItsProject },
    held: { ...TASK_HELD, files_to_add: null },
  },
  "tasks.createComment": { isUnseen: true },
  "timeRecords.create": {
    row: ON_ACME,
    input: { date: day() },
    leaves: { attendance_shift_id: "It says itself which day it was and how long." },
    lists: { subproject_id: partsOfItsProject, project_task_id: tasksOfProject },
    heldIn: "project_worker_ids[]=20001",
  },
  "timeRecords.updateProjectWorker": {
    lists: {
      project_worker_id: () => `${P}/project_workers?ids[]=20001`,
      subproject_id: () => partsOf("1201"),
      project_task_id: () => `${P}/project_tasks?project_ids[]=1201`,
    },
    heldIn: "employee_ids[]=302",
  },
  "timeRecords.updateObservations": { heldIn: "employee_ids[]=302" },
  "flexibleTimeRecords.create": {
    row: ON_ACME,
    input: { date: day() },
    lists: { subproject_id: partsOfItsProject },
    heldIn: "project_worker_ids[]=20001",
  },
  "flexibleTimeRecordComments.create": {},
  "flexibleTimeRecordComments.updateByFlexibleTimeRecord": {},
  "plannedRecords.bulkCreate": { row: ON_ACME, lists: { subproject_id: partsOfItsProject } },
  "plannedRecords.update": {
    lists: { project_worker_id: () => `${P}/project_workers?employee_ids[]=302&assigned=true` },
  },
  "budgetStrategies.create": {
    input: { budget_strategy_type: "total_budget" },
    leaves: { fee_amount_cents: "Only of what is billed.", subproject_id: "The project has none." },
    held: { budget_strategy_type: "budget_type" },
  },
  "budgetStrategies.update": {
    row: { fits: ({ budget_type }) => budget_type === "project_fixed_cost" },
    input: { budget_strategy_type: "total_budget" },
    leaves: { fee_amount_cents: "Only of what is billed." },
    held: { budget_strategy_type: "budget_type" },
  },
  "itAssets.create": {
    leaves: { workplace_id: "It has one owner.", team_id: "It has one owner." },
  },
  "itAssets.update": {
    row: { fits: ({ status }) => status === "in_stock" },
    input: { status: "assigned" },
    leaves: { workplace_id: "It has one owner.", team_id: "It has one owner." },
  },
  "itAssetModels.create": {
    input: { asset_category_id: "26" },
    leaves: { type_name: "It counts for nothing beside a category." },
  },
  "itAssetModels.update": {
    input: { asset_category_id: "26" },
    leaves: { type_name: "It counts for nothing beside a category." },
  },
  "customResourceSchemas.create": { held: { effective_at_id: null, usage_group_slug: null } },
  "customResourceValues.create": { held: { field_id: null, value: null } },
  "syncRunOutputs.create": { isUnseen: true },
  "syncableSyncRuns.update": { held: { error_messages: messages } },
  "syncableSyncRuns.bulkUpsert": {
    held: {
      items: async (record, look) => {
        const { external_identifier, sync_type, syncable_id } = await look.record(
          `integrations/syncable_states/${String(record.syncable_state_id)}`,
        );
        const { status } = record;
        const error_messages = messages(record);
        return [{ external_identifier, syncable_type: sync_type, status, syncable_id, error_messages }];
      },
    },
  },
  "reviewProcesses.create": {
    // Only of a strategy that takes a pick is there something to pick.
    input: { target_strategy: "by_teams" },
    held: {
      target_strategy: ({ target_strategy: held }) => fieldOf(held, "strategy"),
      arguments: ({ target_strategy: held }) => fieldOf(held, "arguments"),
      agreements_enabled: ({ agreements_configuration: held }) => fieldOf(held, "enabled"),
      competencies_assessments_enabled: ({ competencies_assessments_configuration: held }) =>
        fieldOf(held, "enabled"),
      employee_score_enabled: null,
      employee_potential_score_enabled: null,
    },
  },
  "reviewProcesses.createFromTemplate": {},
  "reviewProcesses.updateBasicInfo": {},
  "reviewVisibilitySettings.update": {},
  "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy": {
    // An element is a section or a question, and has the fields of that.
    input: { questionnaire_content: QUESTIONS },
    held: {
      strategy: null,
      questionnaire_content: ({ peers_questionnaire: held }) => fieldOf(held, "content"),
    },
  },
  "reviewQuestionnaireByStrategies.updateDefaultRatingScale": {},
};

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
