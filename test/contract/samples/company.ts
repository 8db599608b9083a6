import { COMPANY_ID } from "../../../src/sandbox/company/company";
import type { Samples } from "./sample";
import { idsOf, type World } from "./world";

type Everyday = Pick<
  Samples,
  "credentials" | "employees" | "locations" | "legalEntities" | "teams" | "tasks"
>;

export function companySamples(world: World): Everyday {
  const { company, employee, location, task, team } = world;
  const [carmen, nora, marc] = [employee("Carmen"), employee("Nora"), employee("Marc")];
  const [entity = { id: "" }] = company.legalEntities.all();
  const [policy, travel] = [task("Sign the new data policy"), task("Approve the travel expenses")];
  const [barcelona, product] = [location("Barcelona"), team("Product")];
  const called = (name: string) => company.tasks.where((row) => row.name === name);
  return {
    credentials: {
      // Who signs in for these tests.
      list: { input: {}, answer: [{ company_id: COMPANY_ID, employee_id: carmen.id, role: "admin" }] },
    },
    employees: {
      list: {
        input: { team_ids: [product.id], location_ids: [barcelona.id], only_active: true },
        answer: idsOf(["Nora", "Lucía", "Marc", "Pau"].map(employee)),
      },
      get: {
        input: { id: nora.id },
        answer: [{ id: nora.id, full_name: "Nora Vidal", access_id: nora.access_id }],
      },
    },
    locations: {
      list: { input: { main: true }, answer: [{ id: barcelona.id, name: "Barcelona" }] },
      get: { input: { id: barcelona.id }, answer: [{ id: barcelona.id, name: "Barcelona" }] },
    },
    legalEntities: {
      list: {
        input: { employees_ids: [nora.id], country_ids: ["es"] },
        answer: [{ id: entity.id, legal_name: "Brisa Software, S.L." }],
      },
      get: { input: { id: entity.id }, answer: [{ id: entity.id, country: "es" }] },
    },
    teams: {
      list: { input: { ids: [product.id] }, answer: [{ id: product.id, name: "Product" }] },
      get: { input: { id: product.id }, answer: [{ id: product.id, name: "Product", lead_ids: [nora.id] }] },
    },
    tasks: {
      list: {
        input: { assignee_id: nora.access_id, task_status: "todo", category: "policies" },
        answer: [{ id: policy.id, name: policy.name }],
      },
      get: { input: { id: policy.id }, answer: [{ id: policy.id, name: policy.name, status: "todo" }] },
      create: {
        input: {
          name: "Order chairs",
          content: "Four of them",
          due_on: "2026-12-04",
          assignee_ids: [marc.access_id],
          status: "in_progress",
        },
        answer: [{ name: "Order chairs", due_on: "2026-12-04", status: "in_progress" }],
        sees: () => called("Order chairs"),
        becomes: [{ content: "Four of them", assignee_ids: [marc.access_id], status: "in_progress" }],
      },
      update: {
        input: { id: policy.id, name: "Sign the newer data policy", status: "done" },
        answer: [{ id: policy.id, name: "Sign the newer data policy", status: "done" }],
        sees: () => policy,
        becomes: { name: "Sign the newer data policy", status: "done", due_on: policy.due_on },
      },
      delete: {
        input: { id: policy.id },
        answer: [{ id: policy.id }],
        sees: () => company.tasks.get(policy.id),
        becomes: undefined,
      },
      bulkCreate: {
        input: { name: "Read the handbook", assignee_ids: [nora.access_id, marc.access_id], status: "todo" },
        answer: [{ name: "Read the handbook" }, { name: "Read the handbook" }],
        sees: () => called("Read the handbook").map(({ assignee_ids }) => assignee_ids),
        becomes: [[nora.access_id], [marc.access_id]],
      },
      bulkUpdate: {
        input: {
          tasks: [
            { id: policy.id, status: "discarded" },
            { id: travel.id, due_on: "2026-12-31", assignee_ids: [nora.access_id] },
          ],
        },
        answer: [
          { id: policy.id, status: "discarded" },
          { id: travel.id, due_on: "2026-12-31" },
        ],
        sees: () => [policy, travel],
        becomes: [{ status: "discarded" }, { due_on: "2026-12-31", assignee_ids: [nora.access_id] }],
      },
      bulkDelete: {
        input: { ids: [policy.id, travel.id] },
        answer: [{ id: policy.id }, { id: travel.id }],
        sees: () => [policy, travel].map(({ id }) => company.tasks.get(id)),
        becomes: [undefined, undefined],
      },
      copy: {
        input: { id: travel.id, name: "Approve the hotel" },
        answer: [{ name: "Approve the hotel", status: "todo" }],
        sees: () => called("Approve the hotel"),
        becomes: [{ assignee_ids: travel.assignee_ids, due_on: travel.due_on }],
      },
      createComment: {
        input: {
          content: "Done by Friday",
          author_id: carmen.access_id,
          resource_id: travel.id,
          company_id: COMPANY_ID,
          mentioned_access_ids: [nora.access_id],
        },
        answer: [{ id: travel.id, name: travel.name }],
        leavesNoTrace: "no operation shows comments of tasks, and the sandbox keeps none",
      },
    },
  };
}
