/** What the demo company answers to the list of every resource, as it comes over the wire. */
import type { Resource } from "../../../src/api/resource";
import { nearestVersion } from "../../../src/api/versions";
import { catalogue } from "../../../src/resources/catalogue";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Sandbox } from "../../../src/sandbox/index";

export type Recorded = Readonly<Record<string, unknown>>;

/** What some lists cannot do without. */
function requiredQuery(sandbox: Sandbox, name: string): Record<string, string> {
  const { company } = sandbox;
  const [state] = company.syncableStates.all();
  const [run] = company.syncRuns.all();
  const process = company.reviewProcesses.all().find(({ status }) => status === "active");
  switch (name) {
    case "syncRuns":
      return { marketplace_integration_uuid: String(state?.integration_uuid), created_at_gteq: "2020-01-01" };
    case "syncableItems":
      return { sync_run_id: String(run?.id) };
    case "targetManagers":
      return { "performance_review_process_ids[]": String(process?.id) };
    case "exportableExpenses":
      return {
        start_date: "2020-01-01",
        end_date: "2030-01-01",
        "project_ids[]": String(company.projects.all()[0]?.id),
      };
    case "estimatedTimes":
      return {
        start_on: "2026-11-16",
        end_on: "2026-11-22",
        "employee_ids[]": String(company.employees.all()[0]?.id),
      };
    default:
      return {};
  }
}

/** By the resources' names in the catalogue; at most so many records of each. */
export async function recordAnswers(sandbox: Sandbox, most: number): Promise<Map<string, Recorded[]>> {
  const recorded = new Map<string, Recorded[]>();
  for (const [name, resource] of Object.entries<Resource>(catalogue)) {
    const { list } = resource.operations;
    if (!list || list.unofficial) continue;
    const version = nearestVersion("2026-10-01", list.versions);
    const query = new URLSearchParams({ limit: String(most), ...requiredQuery(sandbox, name) });
    const path = `/api/${version}/resources/${resource.module}/${resource.path}?${query.toString()}`;
    const response = await fetch(`${sandbox.url}${path}`, {
      headers: { authorization: `Bearer ${DEMO_ADMIN_TOKEN}` },
    });
    // The sandbox answers by the description.
    const body = (await response.json()) as { data?: Recorded[]; errors?: unknown };
    if (!body.data) throw new Error(`${path}: ${JSON.stringify(body.errors)}`);
    recorded.set(name, body.data);
  }
  return recorded;
}
