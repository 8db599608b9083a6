// What each action is to send, written by hand from Factorial's description: not from the declarations it checks.

/** A record as the demo company answers it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Request {
  /** `POST project_management/projects/close` */
  readonly wire: string;
  /** Undefined where none is sent. */
  readonly body?: unknown;
}

export interface Sample {
  /** What a person would answer to the questions. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The requests for the chosen rows. */
  readonly sends: (rows: readonly Row[]) => readonly Request[];
  /** Where rows of this kind are, if not simply all of the list: a query. */
  readonly rowsFrom?: string;
  /** What must be there first; `newest` gives the last record of a list. */
  readonly first?: (newest: (list: string) => Promise<Row>) => Request | Promise<Request>;
  /** Of those rows, the ones that Factorial's rules allow it for. */
  readonly fits?: (row: Row) => boolean;
}

type Input = NonNullable<Sample["input"]>;

/** One request a row. */
function each(wire: string, body: (row: Row) => object, input?: Input, more: Partial<Sample> = {}): Sample {
  return {
    ...more,
    ...(input && { input }),
    sends: (rows) =>
      rows.map((row) => ({ wire: wire.replace("{id}", row.id), body: { ...body(row), ...input } })),
  };
}

/** One request for all rows. */
function together(wire: string, field: string, input?: Input, more: Partial<Sample> = {}): Sample {
  const sends: Sample["sends"] = (rows) => [{ wire, body: { [field]: rows.map(({ id }) => id), ...input } }];
  return { ...more, ...(input && { input }), sends };
}

/** No row. */
function once(wire: string, body: object, input?: Input): Sample {
  return { ...(input && { input }), sends: () => [{ wire, body: { ...body, ...input } }] };
}

/** A DELETE, which has no body. */
function gone(path: string, more: Partial<Sample> = {}): Sample {
  return { ...more, sends: (rows) => rows.map(({ id }) => ({ wire: `DELETE ${path}/${id}` })) };
}

const byId = ({ id }: Row) => ({ id });
const P = "project_management";
const R = "performance/review_processes";

/** `YYYY-MM-DD` in the company's calendar. */
function day(ahead = 0): string {
  const instant = new Date(Date.now() + ahead * 24 * 60 * 60 * 1000);
  return instant.toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
}

const [YEAR = "", MONTH = ""] = day().split("-");

/** Nora's time on ACME in the month that is not signed off yet. */
const NEW_TIME = `project_worker_ids[]=20001&month=${Number(MONTH)}&year=${YEAR}`;

/** Something to be there also on the first day of a month. */
const timeOfToday = () => ({
  wire: `POST ${P}/time_records`,
  body: { project_worker_id: "20001", imputed_minutes: 17, date: day() },
});

const NEW_FLEXIBLE_TIME = `project_worker_ids[]=20001&starts_on=${YEAR}-${MONTH}-01&ends_on=${day()}`;

/** Flexible time records are of 2026-04-01, which takes ids as integers. */
function comment(verb: string, content?: string, more: Partial<Sample> = {}): Sample {
  const input = content === undefined ? {} : { content };
  return {
    first: timeOfToday,
    rowsFrom: NEW_FLEXIBLE_TIME,
    ...more,
    input,
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: `POST ${P}/flexible_time_record_comments${verb}`,
        body: { flexible_time_record_id: Number(id), ...input },
      })),
  };
}

/** Nora's login, who is signed in. */
const ME = { author_access_id: "1302" };

const SOON = "2030-01-15T17:00:00+01:00";
const LATER = "2030-02-15T17:00:00+01:00";

const visibility = {
  restrict_answers_visibility_to_reportees: true,
  early_access_to_answers_for_managers: false,
  anonymous_peer_evaluation_for_target: false,
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

export const SAMPLES: Readonly<Record<string, Sample>> = {
  "projects.create": once(`POST ${P}/projects`, {}, { name: "Nova", employees_assignment: "manual" }),
  "projects.update": each(`PUT ${P}/projects/{id}`, byId, { name: "Renamed", description: "Phase two" }),
  "projects.close": each(`POST ${P}/projects/close`, byId),
  "projects.activate": each(`POST ${P}/projects/activate`, byId),
  "projects.changeStatus": each(`POST ${P}/projects/change_status`, byId, { status: "draft" }),
  "projects.changeAssignment": each(`POST ${P}/projects/change_assignment`, byId, {
    employees_assignment: "company",
  }),
  "projects.softDelete": each(`POST ${P}/projects/soft_delete`, byId),
  "subprojects.create": each(`POST ${P}/subprojects`, ({ id }) => ({ project_id: id }), { name: "Beta" }),
  "subprojects.rename": each(`POST ${P}/subprojects/rename`, byId, { name: "Beta" }),
  "subprojects.update": each(`PUT ${P}/subprojects/{id}`, byId, { name: "Renamed", status: "closed" }),
  // One that nobody has logged time on.
  "subprojects.delete": gone(`${P}/subprojects`, {
    first: () => ({ wire: `POST ${P}/subprojects`, body: { project_id: "1201", name: "Empty" } }),
    fits: ({ name }) => name === "Empty",
  }),
  "projectWorkers.bulkAssign": together(`POST ${P}/project_workers/bulk_assign`, "project_ids", {
    employee_ids: ["302", "303"],
  }),
  "projectWorkers.bulkCreate": each(
    `POST ${P}/project_workers/bulk_create`,
    ({ id }) => ({ project_id: id }),
    { employee_ids: ["302"] },
  ),
  "projectWorkers.unassign": each(`POST ${P}/project_workers/unassign`, byId),
  "projectTasks.create": each(`POST ${P}/project_tasks`, ({ id }) => ({ project_id: id }), {
    name: "Write the tests",
    status: "todo",
  }),
  "projectTasks.update": each(`PUT ${P}/project_tasks/{id}`, ({ id, project_id }) => ({ id, project_id }), {
    name: "Write better tests",
    status: "done",
  }),
  "projectTasks.bulkDuplicate": together(`POST ${P}/project_tasks/bulk_duplicate`, "ids", {
    project_id: "1201",
    exclude_assignees: true,
  }),
  "projectTasks.bulkDestroy": together(`POST ${P}/project_tasks/bulk_destroy`, "ids"),
  "tasks.changeStatus": {
    input: { status: "done" },
    sends: (rows) =>
      rows.map(({ task_id }) => ({
        wire: `PUT tasks/tasks/${String(task_id)}`,
        body: { id: task_id, status: "done" },
      })),
  },
  "tasks.createComment": {
    input: { content: "Looks good" },
    sends: (rows) =>
      rows.map(({ task_id }) => ({
        wire: "POST tasks/tasks/create_comment",
        body: { resource_id: task_id, author_id: "1302", company_id: "4217", content: "Looks good" },
      })),
  },
  "timeRecords.updateProjectWorker": each(
    `POST ${P}/time_records/update_project_worker`,
    byId,
    { project_worker_id: "20001" },
    {
      first: async (newest) => ({
        wire: `POST ${P}/time_records`,
        body: {
          project_worker_id: "20010",
          attendance_shift_id: (await newest("attendance/shifts?employee_ids[]=302")).id,
        },
      }),
      rowsFrom: "project_worker_ids[]=20010",
    },
  ),
  "timeRecords.updateObservations": each(
    `POST ${P}/time_records/update_observations`,
    byId,
    { observations: "Reviewed" },
    { first: timeOfToday, rowsFrom: NEW_TIME },
  ),
  "timeRecords.delete": gone(`${P}/time_records`, { first: timeOfToday, rowsFrom: NEW_TIME }),
  "timeRecords.bulkDelete": each(
    `POST ${P}/time_records/bulk_delete`,
    ({ id }) => ({ project_worker_id: id }),
    { date: day() },
    { rowsFrom: "employee_ids[]=302&assigned=true" },
  ),
  "flexibleTimeRecords.update": {
    input: { imputed_minutes: 45 },
    first: timeOfToday,
    rowsFrom: NEW_FLEXIBLE_TIME,
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: `PUT ${P}/flexible_time_records/${id}`,
        body: { id: Number(id), imputed_minutes: 45 },
      })),
  },
  "flexibleTimeRecords.delete": gone(`${P}/flexible_time_records`, {
    first: timeOfToday,
    rowsFrom: NEW_FLEXIBLE_TIME,
  }),
  "flexibleTimeRecordComments.create": comment("", "Thanks", {
    first: timeOfToday,
    fits: ({ imputed_minutes }) => imputed_minutes === 17,
  }),
  "flexibleTimeRecordComments.updateByFlexibleTimeRecord": comment(
    "/update_by_flexible_time_record",
    "Thanks",
  ),
  "flexibleTimeRecordComments.deleteByFlexibleTimeRecord": comment("/delete_by_flexible_time_record"),
  "plannedRecords.bulkCreate": together(`POST ${P}/planned_records/bulk_create`, "project_worker_ids", {
    start_date: "2030-01-07",
    end_date: "2030-01-11",
    daily_minutes: 90,
    week_days: [1, 2, 3],
  }),
  "plannedRecords.update": each(`PUT ${P}/planned_records/{id}`, byId, {
    start_date: "2030-01-07",
    end_date: "2030-01-11",
    daily_minutes: 60,
    week_days: [1, 2, 3],
  }),
  "plannedRecords.delete": gone(`${P}/planned_records`),
  "budgetStrategies.create": each(
    `POST ${P}/budget_strategies`,
    ({ id }) => ({ project_id: id }),
    {
      budget_strategy_type: "total_budget",
      planned_cents: 500000,
      planned_minutes: 6000,
    },
    { fits: ({ id }) => id === "1202" || id === "1206" },
  ),
  "budgetStrategies.update": each(`PUT ${P}/budget_strategies/{id}`, byId, { planned_cents: 750000 }),
  "budgetStrategies.delete": gone(`${P}/budget_strategies`),
  "itAssets.create": each("POST it_management/it_assets", ({ id }) => ({ it_asset_model_id: id }), {
    serial_number: "HOST-1",
    label: "From a test",
  }),
  "itAssets.assign": each("PUT it_management/it_assets/{id}", ({ id }) => ({ id, status: "assigned" }), {
    owner_id: "302",
  }),
  "itAssets.update": each(
    "PUT it_management/it_assets/{id}",
    byId,
    { status: "maintenance", notes: "Broken screen" },
    {
      fits: ({ status }) => status === "assigned",
    },
  ),
  "itAssets.delete": gone("it_management/it_assets"),
  "itAssetModels.create": once(
    "POST it_management/it_asset_models",
    {},
    { brand: "Logitech", name: "MX Master", asset_category_id: "26" },
  ),
  "itAssetModels.update": each(
    "PUT it_management/it_asset_models/{id}",
    ({ id, type_name, asset_category_id }) => ({ id, type_name, asset_category_id }),
    { brand: "Apple", name: "MacBook" },
    { fits: ({ asset_category_id }) => asset_category_id !== null },
  ),
  "customResourceSchemas.create": once(
    "POST custom_resources/schemas",
    { company_id: "4217" },
    { name: "Certificates", hidden: false },
  ),
  "customResourceValues.create": each(
    "POST custom_resources/values",
    ({ id, schema_id, attachable_id }) => ({ custom_resource_id: id, schema_id, employee_id: attachable_id }),
    { field_id: "7", value: "B2" },
  ),
  "syncRuns.create": once("POST integrations/sync_runs", {}),
  "syncRunOutputs.create": {
    input: { file: new File(["id\n7\n"], "out.csv"), file_name: "out.csv" },
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: "POST integrations/sync_run_outputs",
        body: { sync_run_id: id, file: { name: "out.csv", size: 5 }, file_name: "out.csv" },
      })),
  },
  "syncableSyncRuns.update": each("PUT integrations/syncable_sync_runs/{id}", byId, { status: "success" }),
  "reviewProcesses.create": once(`POST ${R}`, ME, {
    name: "Onboarding review",
    reviewer_strategies: ["self"],
  }),
  "reviewProcesses.createFromTemplate": each(
    `POST ${R}/create_from_template`,
    ({ id }) => ({ template_id: id, template_type: "custom", ...ME }),
    { name: "From the template" },
  ),
  "reviewProcesses.start": each(`POST ${R}/start`, byId, undefined, {
    fits: ({ start_validation_errors: errors }) => Array.isArray(errors) && errors.length === 0,
  }),
  "reviewProcesses.stop": each(`POST ${R}/stop`, byId),
  "reviewProcesses.reopen": each(`POST ${R}/reopen`, byId, { ends_at: LATER }),
  "reviewProcesses.schedule": each(
    `POST ${R}/schedule`,
    byId,
    { starts_at: `${day(5)}T09:00:00+01:00` },
    {
      fits: ({ name }) => name === "Year-end review",
    },
  ),
  "reviewProcesses.updateSchedule": each(`POST ${R}/update_schedule`, byId, {
    starts_at: `${day(5)}T09:00:00+01:00`,
  }),
  "reviewProcesses.removeSchedule": each(`POST ${R}/remove_schedule`, byId),
  "reviewProcesses.updateDeadline": each(`POST ${R}/update_deadline`, byId, { ends_at: SOON }),
  "reviewProcesses.updateBasicInfo": each(`POST ${R}/update_basic_info`, byId, { name: "Renamed" }),
  "reviewProcesses.updateReviewerStrategies": each(`POST ${R}/update_reviewer_strategies`, byId, {
    reviewer_strategies: ["self", "manager"],
  }),
  "reviewProcesses.updateTargetStrategy": each(`POST ${R}/update_target_strategy`, byId, {
    target_strategy: "by_teams",
    arguments: ["91"],
  }),
  "reviewProcesses.updateAgreementsConfiguration": each(`POST ${R}/update_agreements_configuration`, byId, {
    enabled: true,
  }),
  "reviewProcesses.updateCompetenciesAssessmentsConfiguration": each(
    `POST ${R}/update_competencies_assessments_configuration`,
    byId,
    { enabled: true },
  ),
  "reviewProcesses.updateEmployeeScoreConfiguration": each(
    `POST ${R}/update_employee_score_configuration`,
    byId,
    { enabled: true },
  ),
  "reviewProcesses.remindInBulk": each(`POST ${R}/remind_in_bulk`, byId, { evaluation_types: ["self"] }),
  "reviewProcesses.archive": each(`POST ${R}/toggle_archive`, byId),
  "reviewProcesses.unarchive": each(`POST ${R}/toggle_archive`, byId),
  "reviewProcesses.duplicate": each(`POST ${R}/duplicate`, ({ id }) => ({ id, ...ME })),
  "reviewProcesses.delete": gone(R),
  "reviewProcessTargets.bulkCreate": each(
    "POST performance/review_process_targets/bulk_create",
    ({ id }) => ({ performance_review_process_id: id }),
    { targets_access_ids: ["1302"] },
  ),
  "reviewProcessTargets.addPeers": each(
    "POST performance/review_process_targets/add_peers",
    byId,
    { peer_access_ids: ["1301"] },
    { rowsFrom: "performance_review_process_ids[]=102", fits: ({ access_id }) => access_id !== "1301" },
  ),
  "reviewProcessTargets.removePeerEvaluations": each(
    "POST performance/review_process_targets/remove_peer_evaluations",
    byId,
    { evaluation_ids: ["15036"] },
    { rowsFrom: "ids[]=102-1304" },
  ),
  "reviewProcessTargets.delete": gone("performance/review_process_targets", {
    rowsFrom: "performance_review_process_ids[]=102",
  }),
  "reviewEvaluations.replaceReviewer": each(
    "POST performance/review_evaluations/replace_reviewer",
    byId,
    { new_reviewer_access_id: "1308" },
    {
      rowsFrom: "performance_review_process_ids[]=102&reviewer_strategies[]=manager&published=false",
      fits: ({ target_access_id, reviewer_access_id }) =>
        target_access_id !== "1308" && reviewer_access_id !== "1308",
    },
  ),
  "reviewOwners.bulkCreate": each(
    "POST performance/review_owners/bulk_create",
    ({ id }) => ({ review_process_id: id }),
    { owner_access_ids: ["1302"] },
  ),
  "reviewOwners.delete": gone("performance/review_owners", {
    first: () => ({
      wire: "POST performance/review_owners/bulk_create",
      body: { review_process_id: "102", owner_access_ids: ["1302"] },
    }),
    rowsFrom: "performance_review_process_ids[]=102",
  }),
  "agreements.initiate": each(
    "POST performance/agreements/initiate",
    ({ id, performance_review_process_id }) => ({ target_id: id, process_id: performance_review_process_id }),
    undefined,
    { rowsFrom: "performance_review_process_ids[]=102" },
  ),
  "agreements.bulkInitiate": each(
    "POST performance/agreements/bulk_initiate",
    ({ id }) => ({ process_id: id }),
    undefined,
    { fits: ({ id }) => id === "101" || id === "102" },
  ),
  "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy": each(
    "POST performance/review_questionnaire_by_strategies/update_questionnaire_for_strategy",
    ({ id }) => ({ performance_review_process_id: id }),
    { strategy: "self", questionnaire_content: QUESTIONS },
    // Of a draft.
    { rowsFrom: "ids[]=103" },
  ),
  "reviewQuestionnaireByStrategies.updateDefaultRatingScale": each(
    "POST performance/review_questionnaire_by_strategies/update_default_rating_scale",
    ({ id }) => ({ performance_review_process_id: id }),
    {
      default_rating_scale: [
        { value: 1, text: "No" },
        { value: 2, text: "Yes" },
      ],
    },
    { rowsFrom: "ids[]=102" },
  ),
  "reviewVisibilitySettings.update": each(
    "PUT performance/review_visibility_settings/{id}",
    byId,
    visibility,
  ),
  "companyEmployeeScoreScales.set": each("POST performance/company_employee_score_scales/set", byId, {
    scale_id: "12",
  }),
};
