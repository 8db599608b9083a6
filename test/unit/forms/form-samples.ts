/** Every form, filled in with every field that it has, and what the server is to hold then: written by hand. */
import type { FormValues } from "../../../src/messages/form";
import type { Sandbox } from "../../../src/sandbox/index";

export interface FormSample {
  /** The rows that it is opened on. */
  readonly ids?: readonly string[];
  /** Fields to choose before the others are there. */
  readonly first?: FormValues;
  readonly fill: FormValues;
  /** Paths of files that are chosen, by field. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the company holds then. */
  readonly holds: () => unknown;
  readonly becomes: unknown;
  /** Fields that this sample leaves: they go not together with others. */
  readonly leaves?: readonly string[];
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("The demo company has no such row.");
  return row;
}

const named = (id: string, label = id) => [{ id, label }];

const QUESTION = {
  uuid: "11111111-1111-4111-8111-111111111102",
  title: "Which of these?",
  answerType: "multiple_choice",
  mandatory: true,
  options: ["One", "Two"],
};

export function formSamples({ company }: Sandbox): Readonly<Record<string, FormSample>> {
  const acme = only(company.projects.where(({ name }) => name === "ACME"));
  const [entity, otherEntity = entity] = company.legalEntities.all();
  const part = only(company.subprojects.where(({ project_id }) => project_id === acme.id));
  const nora = only(company.employees.where(({ id }) => id === "302"));
  const task = only(company.projectTasks.where(({ project_id }) => project_id === acme.id));
  const planned = only(company.plannedRecords.all());
  const budget = only(company.budgetStrategies.where(({ budget_type }) => budget_type === "total_budget"));
  const unplanned = only(
    company.projects.where(
      ({ id, status }) =>
        status === "active" &&
        company.budgetStrategies.where(({ project_id }) => project_id === id).length === 0,
    ),
  );
  const asset = only(company.assets.where(({ status }) => status === "assigned"));
  const model = only(company.assetModels.where(({ asset_category_id }) => asset_category_id !== null));
  const location = only(company.locations.all());
  const resource = only(company.customResources.all());
  const run = only(company.syncRuns.all());
  const result = only(company.syncableSyncRuns.all());
  const draft = only(company.reviewProcesses.where(({ name }) => name === "Year-end review"));
  const setting = only(company.visibilitySettings.all());
  const createdProject = () => company.projects.find(({ name }) => name === "Nova");
  return {
    "projects.create": {
      fill: {
        name: "Nova",
        code: "NOV",
        description: "Two\nlines",
        start_date: "tomorrow",
        due_date: "2026-12-24",
        employees_assignment: "company",
        is_billable: true,
        legal_entity_id: named(entity?.id ?? ""),
      },
      holds: createdProject,
      becomes: {
        code: "NOV",
        description: "Two\nlines",
        start_date: "2026-11-19",
        due_date: "2026-12-24",
        employees_assignment: "company",
        is_billable: true,
        legal_entity_id: entity?.id,
      },
    },
    "projects.update": {
      ids: [acme.id],
      fill: {
        name: "ACME II",
        code: "AC2",
        description: "Phase two",
        start_date: "2026-01-01",
        due_date: "eoy",
        legal_entity_id: named(otherEntity?.id ?? ""),
      },
      holds: () => company.projects.get(acme.id),
      becomes: {
        name: "ACME II",
        code: "AC2",
        description: "Phase two",
        start_date: "2026-01-01",
        due_date: "2026-12-31",
        legal_entity_id: otherEntity?.id,
      },
    },
    "subprojects.update": {
      ids: [part.id],
      fill: {
        name: "Part II",
        code: "P2",
        description: "More",
        status: "closed",
        start_date: "2026-11-01",
        due_date: "2026-12-01",
      },
      holds: () => company.subprojects.get(part.id),
      becomes: {
        name: "Part II",
        code: "P2",
        description: "More",
        status: "closed",
        start_date: "2026-11-01",
        due_date: "2026-12-01",
      },
    },
    "projectTasks.create": {
      ids: [acme.id],
      fill: {
        name: "Write the docs",
        content: "All of them",
        status: "in_progress",
        assignee_employee_ids: named(nora.id),
        starts_on: "today",
        due_on: "fri",
        subproject_id: named(part.id),
        follow_up: true,
      },
      files: { files: "/home/me/docs.md" },
      holds: () => company.tasks.find(({ name }) => name === "Write the docs"),
      becomes: {
        content: "All of them",
        status: "in_progress",
        due_on: "2026-11-20",
        assignee_ids: [nora.access_id],
      },
    },
    "projectTasks.update": {
      ids: [task.id],
      fill: {
        name: "Another name",
        content: "Other words",
        status: "done",
        assignee_employee_ids: named(nora.id),
        starts_on: "2026-11-16",
        due_on: "2026-12-24",
        subproject_id: named(part.id),
        follow_up: true,
      },
      files: { files_to_add: "/home/me/more.md" },
      holds: () => [company.tasks.get(task.task_id), company.projectTasks.get(task.id)],
      becomes: [
        {
          name: "Another name",
          content: "Other words",
          status: "done",
          due_on: "2026-12-24",
          assignee_ids: [nora.access_id],
        },
        { subproject_id: part.id, follow_up: true },
      ],
    },
    "plannedRecords.bulkCreate": {
      ids: [planned.project_worker_id],
      fill: {
        start_date: "2030-01-07",
        end_date: "2030-01-11",
        daily_minutes: "1h30",
        week_days: ["1", "3"],
      },
      holds: () => company.plannedRecords.find(({ start_date }) => start_date === "2030-01-07"),
      becomes: { end_date: "2030-01-11", daily_minutes: 90, week_days: [1, 3] },
    },
    "plannedRecords.update": {
      ids: [planned.id],
      fill: { start_date: "2030-01-07", end_date: "2030-01-11", daily_minutes: "45m", week_days: ["2"] },
      holds: () => company.plannedRecords.get(planned.id),
      becomes: { start_date: "2030-01-07", end_date: "2030-01-11", daily_minutes: 45, week_days: [2] },
    },
    "budgetStrategies.create": {
      ids: [unplanned.id],
      fill: {
        budget_strategy_type: "total_budget",
        planned_cents: "5.000,50",
        planned_minutes: "120h",
        delegated: false,
      },
      leaves: ["fee_amount_cents", "subproject_id"],
      holds: () => company.budgetStrategies.find(({ project_id }) => project_id === unplanned.id),
      becomes: { budget_type: "total_budget", planned_cents: 500_050, planned_minutes: 7200 },
    },
    "budgetStrategies.update": {
      ids: [budget.id],
      fill: { planned_cents: "1234.56", planned_minutes: "7h" },
      leaves: ["budget_strategy_type", "fee_amount_cents", "delegated"],
      holds: () => company.budgetStrategies.get(budget.id),
      becomes: { planned_cents: 123_456, planned_minutes: 420 },
    },
    "itAssets.create": {
      ids: [model.id],
      fill: {
        serial_number: "S-FORM",
        label: "For a test",
        owner_id: named(nora.id),
        purchase_date: "2026-11-01",
        purchase_price_cents: "999",
        currency: "EUR",
        warranty_end_date: "2028-11-01",
        notes: "New",
      },
      leaves: ["workplace_id", "team_id"],
      holds: () => company.assets.find(({ serial_number }) => serial_number === "S-FORM"),
      becomes: {
        it_asset_model_id: model.id,
        label: "For a test",
        owner_id: nora.id,
        purchase_price_cents: 99_900,
        currency: "EUR",
        warranty_end_date: "2028-11-01",
        notes: "New",
      },
    },
    "itAssets.update": {
      ids: [asset.id],
      fill: {
        it_asset_model_id: named(model.id),
        serial_number: "S-OTHER",
        label: "Relabelled",
        workplace_id: named(location.id),
        purchase_date: "2026-11-01",
        purchase_price_cents: "1.234,50",
        currency: "EUR",
        warranty_end_date: "2029-11-01",
        notes: "Scratched",
      },
      leaves: ["status", "owner_id", "team_id"],
      holds: () => company.assets.get(asset.id),
      becomes: {
        it_asset_model_id: model.id,
        serial_number: "S-OTHER",
        label: "Relabelled",
        workplace_id: location.id,
        purchase_price_cents: 123_450,
        notes: "Scratched",
      },
    },
    "itAssetModels.create": {
      fill: { brand: "Logitech", name: "MX Master", asset_category_id: named("26"), type_name: "mouse" },
      holds: () => company.assetModels.find(({ name }) => name === "MX Master"),
      becomes: { brand: "Logitech", asset_category_id: "26" },
    },
    "itAssetModels.update": {
      ids: [model.id],
      fill: { brand: "Acme", name: "Anvil", asset_category_id: named("26"), type_name: "other" },
      holds: () => company.assetModels.get(model.id),
      becomes: { brand: "Acme", name: "Anvil", asset_category_id: "26" },
    },
    "customResourceSchemas.create": {
      fill: { name: "Certificates", hidden: true, position: "4", usage_group_slug: "skills" },
      leaves: ["effective_at_id"],
      holds: () => company.customSchemas.find(({ name }) => name === "Certificates"),
      becomes: { hidden: true, position: 4 },
    },
    "customResourceValues.create": {
      ids: [resource.id],
      fill: { field_id: "7", value: "B2" },
      holds: () => company.customValues.where(({ resource_id }) => resource_id === resource.id).length,
      becomes: company.customValues.where(({ resource_id }) => resource_id === resource.id).length + 1,
    },
    "syncRunOutputs.create": {
      ids: [run.id],
      fill: { file_name: "people.csv" },
      files: { file: "/home/me/people.csv" },
      holds: () => company.syncRunOutputs.find(({ file_name }) => file_name === "people.csv"),
      becomes: { sync_run_id: run.id },
    },
    "syncableSyncRuns.update": {
      ids: [result.id],
      fill: { status: "failed", error_messages: "base: Nothing came\nname: is missing" },
      holds: () => company.syncableSyncRuns.get(result.id),
      becomes: { status: "failed" },
    },
    "reviewProcesses.create": {
      first: { target_strategy: "by_teams" },
      fill: {
        name: "Spring cleaning",
        description: "How was it?",
        reviewer_strategies: ["self", "manager"],
        target_strategy: "by_teams",
        "arguments:by_teams": named("91"),
        ends_at: "2027-01-15 17:00",
        agreements_enabled: true,
        employee_score_enabled: true,
        employee_potential_score_enabled: false,
        competencies_assessments_enabled: false,
      },
      holds: () => company.reviewProcesses.find(({ name }) => name === "Spring cleaning"),
      becomes: {
        description: "How was it?",
        reviewer_strategies: ["self", "manager"],
        target_strategy: { strategy: "by_teams", arguments: ["91"] },
      },
    },
    "reviewVisibilitySettings.update": {
      ids: [setting.id],
      fill: {
        restrict_answers_visibility_to_reportees: true,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: true,
      },
      holds: () => company.visibilitySettings.get(setting.id),
      becomes: {
        restrict_answers_visibility_to_reportees: true,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: true,
      },
    },
    "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy": {
      ids: [draft.id],
      fill: {
        strategy: "self",
        "questionnaire_content:self": [
          { uuid: "11111111-1111-4111-8111-111111111101", title: "Work", questions: [QUESTION] },
        ],
      },
      holds: () => company.questionnaires.get(draft.id),
      becomes: {
        self_questionnaire: {
          content: [
            {
              type: "section",
              section_title: "Work",
              questions: [{ title: "Which of these?", answer_type: "multiple_choice", mandatory: true }],
            },
          ],
        },
      },
    },
    "reviewQuestionnaireByStrategies.updateDefaultRatingScale": {
      ids: [draft.id],
      fill: {
        default_rating_scale: [
          { value: 1, text: "No" },
          { value: 2, text: "Yes" },
        ],
      },
      holds: () => company.questionnaires.get(draft.id),
      becomes: {
        default_rating_scale: [
          { value: 1, text: "No" },
          { value: 2, text: "Yes" },
        ],
      },
    },
  };
}
