import * as z from "zod";
import { fieldsOf } from "../api/operation";
import type { FieldDeclaration, Resource } from "../api/resource";
import { labelOf } from "./field-label";

/** How a field's value is written and asked for. */
export type FieldKind =
  | "text"
  | "long-text"
  | "date"
  | "instant"
  | "minutes"
  | "cents"
  | "number"
  | "flag"
  | "choice"
  | "choices"
  | "weekdays"
  | "name"
  | "names"
  | "file"
  /** The questions of a questionnaire, in sections. */
  | "questions"
  /** The steps of a rating. */
  | "scale"
  /** Texts under names of their own. */
  | "messages"
  /** Many small records. */
  | "table"
  | "other";

export interface FieldMeaning {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly kind: FieldKind;
  /** For `name` and `names`: a resource's name in the catalogue, or `accesses`. */
  readonly names?: string | undefined;
  /** For `choice` and `choices`: what is known to be taken. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly required: boolean;
}

/**
 * What ids name, by the field's name: the API is consistent enough that the exceptions stand in the declarations.
 * A plural means the same, several times.
 */
const NAMES: Readonly<Record<string, string>> = {
  employee_id: "employees",
  manager_id: "employees",
  author_employee_id: "employees",
  assignee_employee_id: "employees",
  lead_id: "employees",
  project_admin: "employees",
  project_manager: "employees",
  project_viewer: "employees",
  access_id: "accesses",
  target_access_id: "accesses",
  targets_access_id: "accesses",
  reviewer_access_id: "accesses",
  new_reviewer_access_id: "accesses",
  peer_access_id: "accesses",
  owner_access_id: "accesses",
  author_access_id: "accesses",
  manager_access_id: "accesses",
  mentioned_access_id: "accesses",
  assignee_id: "accesses",
  project_id: "projects",
  subproject_id: "subprojects",
  project_worker_id: "projectWorkers",
  project_task_id: "projectTasks",
  task_id: "tasks",
  team_id: "teams",
  location_id: "locations",
  workplace_id: "locations",
  legal_entity_id: "legalEntities",
  it_asset_model_id: "itAssetModels",
  asset_category_id: "assetCategories",
  schema_id: "customResourceSchemas",
  custom_resource_id: "customResources",
  performance_review_process_id: "reviewProcesses",
  review_process_id: "reviewProcesses",
  process_id: "reviewProcesses",
  review_process_target_id: "reviewProcessTargets",
  review_evaluation_id: "reviewEvaluations",
  performance_review_evaluation_id: "reviewEvaluations",
  evaluation_id: "reviewEvaluations",
  self_evaluation_id: "reviewEvaluations",
  manager_evaluation_id: "reviewEvaluations",
  scale_id: "employeeScoreScales",
  syncable_state_id: "syncableStates",
  sync_run_id: "syncRuns",
  flexible_time_record_id: "flexibleTimeRecords",
  template_id: "reviewProcessCustomTemplates",
};

/** What a field of a resource's records or inputs means. */
export function fieldMeaning(
  { fields }: Pick<Resource, "fields">,
  name: string,
  schema: z.core.$ZodType,
): FieldMeaning {
  const declared = fields?.[name] ?? {};
  const inner = unwrapped(schema);
  const named = declared.names === undefined ? namedBy(name) : (declared.names ?? undefined);
  const choices = declared.choices ?? choicesOf(inner);
  return {
    name,
    label: declared.label ?? labelOf(name),
    help: declared.help,
    kind: kindOf(name, inner, declared, named, choices),
    names: named,
    choices,
    required: schema === inner,
  };
}

/** What every field of a schema means, in the schema's order. */
export function meaningsOf(resource: Resource, schema: z.ZodObject): FieldMeaning[] {
  return fieldsOf(schema).map(([name, field]) => fieldMeaning(resource, name, field));
}

function namedBy(name: string): string | undefined {
  return NAMES[name] ?? NAMES[name.replace(/s$/, "")];
}

function kindOf(
  name: string,
  schema: z.core.$ZodType,
  { long }: FieldDeclaration,
  named: string | undefined,
  choices: FieldMeaning["choices"],
): FieldKind {
  const isList = schema instanceof z.ZodArray;
  if (named !== undefined && (isList || isText(schema))) return isList ? "names" : "name";
  if (name === "week_days") return "weekdays";
  if (choices) return isList ? "choices" : "choice";
  if (schema instanceof z.ZodBoolean) return "flag";
  if (schema instanceof z.ZodFile || (isList && schema.element instanceof z.ZodFile)) return "file";
  if (isListOf(schema, "uuid", "questions")) return "questions";
  if (isListOf(schema, "value", "text")) return "scale";
  if (schema instanceof z.ZodRecord) return "messages";
  if (isListOf(schema)) return "table";
  if (name.endsWith("_cents") && !name.includes("percentage")) return "cents";
  if (/(^|_)minutes$/.test(name)) return "minutes";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodISODateTime || (isText(schema) && /(_at|^clock_(in|out))$/.test(name))) {
    return "instant";
  }
  if (schema instanceof z.ZodISODate || (isText(schema) && /(^|_)(date|on)$/.test(name))) return "date";
  if (isText(schema)) return long === true ? "long-text" : "text";
  return "other";
}

function isListOf(schema: z.core.$ZodType, ...names: readonly string[]): boolean {
  const element = schema instanceof z.ZodArray ? schema.element : undefined;
  return element instanceof z.ZodObject && names.every((name) => name in element.shape);
}

function isText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
}

function choicesOf(schema: z.core.$ZodType): FieldMeaning["choices"] {
  const element = schema instanceof z.ZodArray ? schema.element : schema;
  const values = element instanceof z.ZodEnum ? element.options : openEnumValues(element);
  return values?.map((value) => ({ value: String(value), label: wordOf(String(value)) }));
}

/** An enum that may have grown is a text that names what is known as examples. */
function openEnumValues(schema: z.core.$ZodType): readonly unknown[] | undefined {
  const examples = schema instanceof z.ZodString ? schema.meta()?.examples : undefined;
  return Array.isArray(examples) ? examples : undefined;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  return inner;
}

/** Values of enums that are not simply words joined by underscores. */
const WORDS: Readonly<Record<string, string>> = {
  todo: "to do",
  succededwitherrors: "succeeded with errors",
  self: "self review",
  manager: "by the manager",
  direct_reports: "by direct reports",
  peers: "by peers",
  by_employees: "chosen employees",
  by_teams: "chosen teams",
  by_locations: "chosen locations",
  manual_selection: "picked by hand",
  without_budget: "without a budget",
  current: "not archived",
  byShift: "on a shift",
  plain: "without a shift",
  replaceable: "written by somebody else and not handed in",
};

/** A value of an enum as words. One that came after this version is written as Factorial spells it. */
export function wordOf(value: string): string {
  return WORDS[value] ?? value.replace(/^.*\//, "").replaceAll("_", " ");
}
