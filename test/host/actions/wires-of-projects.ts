import { byId, each, gone, once, P, together, type Samples } from "./sample";

export const projectSamples: Samples = {
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
    first: [() => ({ wire: `POST ${P}/subprojects`, body: { project_id: "1201", name: "Empty" } })],
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
};
