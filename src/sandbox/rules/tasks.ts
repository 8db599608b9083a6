/** Tasks, and the tasks of projects, which are ordinary tasks that hang on a project. */

import type { Call } from "../call.js";
import { without } from "../company/table.js";
import type { ProjectTask, Task, TaskStatus } from "../company/records.js";
import { invalid } from "../errors.js";
import { byList, byText, equals, oneOf, onlyIf, sharesOne, shapesAnswer } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import type { Body } from "../body.js";
import { checkDays, checkFilled, checkOrder, named } from "./checks.js";
import { visibleProject } from "./projects.js";

const STATUSES = ["todo", "in_progress", "done", "discarded"] as const;

function statusOf(body: Body): TaskStatus | undefined {
  return STATUSES.find((status) => status === body.text("status"));
}

function isOpen(task: Task | undefined): boolean {
  return task?.status === "todo" || task?.status === "in_progress";
}

function checkTask(call: Call, record?: ProjectTask | Task): void {
  checkFilled(call, "name");
  checkDays(call, "starts_on", "due_on");
  checkOrder(call, record, "starts_on", "due_on");
}

/** What a status means beyond itself. */
function completion(call: Call, status: TaskStatus | undefined): Partial<Task> {
  if (status === undefined) return {};
  const isDone = status === "done";
  return {
    status,
    completed_at: isDone ? call.company.now().toISOString() : undefined,
    completed_by_id: isDone ? call.viewer.employee?.id : undefined,
  };
}

function createTask(call: Call, body: Body, assignees: readonly string[] | undefined): Task {
  const { company, viewer } = call;
  const status = statusOf(body) ?? "todo";
  return company.tasks.insert({
    name: body.text("name") ?? "",
    content: body.text("content"),
    due_on: body.text("due_on"),
    starts_on: body.text("starts_on"),
    assignee_ids: assignees ?? [],
    author_employee_id: viewer.employee?.id,
    ...completion(call, status),
    status,
  });
}

/** Changes what was sent of a task and leaves the rest. */
function changeTask(call: Call, task: Task, body: Body, assignees: readonly string[] | undefined): Task {
  const sent = ["name", "content", "due_on", "starts_on"].filter((field) => body.has(field));
  return call.company.tasks.patch(task, {
    ...Object.fromEntries(sent.map((field) => [field, body.text(field)])),
    ...(assignees && { assignee_ids: assignees }),
    ...completion(call, statusOf(body)),
  });
}

function duplicateTask(call: Call, task: Task, changes: Partial<Task>): Task {
  return call.company.tasks.insert({
    ...without(task, "id", "created_at", "updated_at"),
    name: task.name,
    status: task.status,
    assignee_ids: task.assignee_ids,
    ...changes,
  });
}

/** Project tasks name people by employee id, tasks by access id. */
function accessIds(call: Call, employeeIds: readonly string[] | undefined): readonly string[] | undefined {
  return employeeIds?.map((id) => named(call.company.employees, id).access_id);
}

function taskOf(call: Call, record: ProjectTask): Task | undefined {
  return call.company.tasks.get(record.task_id);
}

/** The ordinary task goes with it. */
function destroy(record: ProjectTask, call: Call): ProjectTask {
  const task = taskOf(call, record);
  if (task) call.company.tasks.remove(task);
  return call.company.projectTasks.remove(record);
}

function dueStatus(call: Call, due: string | undefined): string {
  if (due === undefined) return "no_due";
  const { today } = call.company;
  return due === today ? "due_today" : due < today ? "over_due" : "due_in_future";
}

const projectTasks = resource<ProjectTask>({
  table: (company) => company.projectTasks,
  shows: (record, call) => visibleProject(call.company, record.project_id) !== undefined,
  filters: {
    completed: (call, name) => {
      const completed = call.query.flag(name);
      return completed === undefined ? undefined : (record) => !isOpen(taskOf(call, record)) === completed;
    },
    overdue: onlyIf((record, call) => {
      const task = taskOf(call, record);
      return isOpen(task) && dueStatus(call, task?.due_on) === "over_due";
    }),
    search: byText((record, wanted, call) =>
      (taskOf(call, record)?.name ?? "").toLowerCase().includes(wanted.toLowerCase()),
    ),
    due_status: byText((record, wanted, call) => dueStatus(call, taskOf(call, record)?.due_on) === wanted),
    "client_ids[]": byList((record, clients, call) =>
      clients.has(call.company.projects.get(record.project_id)?.client_id ?? ""),
    ),
  },
  check: (call, record) => {
    checkTask(call, record);
    const subproject = call.company.subprojects.get(call.body.text("subproject_id") ?? "");
    if (subproject && subproject.project_id !== call.body.text("project_id")) {
      throw invalid("subproject", "does not belong to the project");
    }
  },
  create: (call) => {
    const { body, company } = call;
    const task = createTask(call, body, accessIds(call, body.texts("assignee_employee_ids")));
    return company.projectTasks.insert({
      project_id: body.text("project_id") ?? "",
      subproject_id: body.text("subproject_id"),
      task_id: task.id,
      follow_up: body.flag("follow_up") ?? false,
    });
  },
  update: (record, call) => {
    const { body, company } = call;
    const task = named(company.tasks, record.task_id);
    changeTask(call, task, body, accessIds(call, body.texts("assignee_employee_ids")));
    company.projectTasks.patch(record, {
      project_id: body.text("project_id") ?? record.project_id,
      subproject_id: body.has("subproject_id") ? body.text("subproject_id") : record.subproject_id,
      follow_up: body.flag("follow_up") ?? record.follow_up,
    });
  },
  discard: destroy,
  actions: {
    bulk_destroy: (call) =>
      (call.body.texts("ids") ?? []).map((id) => destroy(named(call.company.projectTasks, id), call)),
    bulk_duplicate: (call) =>
      (call.body.texts("ids") ?? []).map((id) => {
        const { body, company } = call;
        const record = named(company.projectTasks, id);
        const without = body.flag("exclude_assignees") === true;
        const copy = duplicateTask(
          call,
          named(company.tasks, record.task_id),
          without ? { assignee_ids: [] } : {},
        );
        const projectId = body.text("project_id") ?? record.project_id;
        const stays = projectId === record.project_id;
        return company.projectTasks.insert({
          project_id: projectId,
          subproject_id: body.text("subproject_id") ?? (stays ? record.subproject_id : undefined),
          task_id: copy.id,
          follow_up: record.follow_up,
        });
      }),
  },
});

/** Whether the author is named by access id, as those who are mentioned are, or by employee id is not described. */
function checkPeople({ company }: Call, field: string, ids: readonly string[]): void {
  const isKnown = (id: string): boolean =>
    company.employees.find((employee) => employee.access_id === id || employee.id === id) !== undefined;
  if (!ids.every(isKnown)) throw invalid(field, "must exist");
}

const tasks = resource<Task>({
  table: (company) => company.tasks,
  filters: {
    assignee_id: sharesOne("assignee_ids"),
    involvee_id: sharesOne("assignee_ids"),
    already_due: (call, name) => {
      const due = call.query.flag(name);
      return due === undefined
        ? undefined
        : (task) => (isOpen(task) && dueStatus(call, task.due_on) === "over_due") === due;
    },
    task_status: equals("status"),
    category: equals("category"),
    "ids[]": oneOf("id"),
    // The company has one id, and a task of another one can't be here.
    company_id: shapesAnswer,
  },
  check: checkTask,
  create: (call) => createTask(call, call.body, call.body.texts("assignee_ids")),
  update: (task, call) => {
    changeTask(call, task, call.body, call.body.texts("assignee_ids"));
  },
  beforeDelete: (task, call) => {
    const record = call.company.projectTasks.find((candidate) => candidate.task_id === task.id);
    if (record) call.company.projectTasks.remove(record);
  },
  actions: {
    // One task for each assignee.
    bulk_create: (call) => {
      checkTask(call);
      const assignees = call.body.texts("assignee_ids") ?? [];
      return assignees.length === 0
        ? [createTask(call, call.body, [])]
        : assignees.map((assignee) => createTask(call, call.body, [assignee]));
    },
    bulk_delete: (call) =>
      (call.body.texts("ids") ?? []).map((id) => {
        const task = named(call.company.tasks, id);
        tasks.beforeDelete?.(task, call);
        return call.company.tasks.remove(task);
      }),
    bulk_update: (call) =>
      call.body.bodies("tasks").map((item) => {
        checkTask(call.with(item));
        return changeTask(call, named(call.company.tasks, item.text("id")), item, item.texts("assignee_ids"));
      }),
    copy: (call) => {
      const task = named(call.company.tasks, call.body.text("id"));
      return duplicateTask(call, task, { name: call.body.text("name") ?? task.name, status: "todo" });
    },
    // Comments are kept nowhere that the described part of the API could show them.
    create_comment: (call) => {
      checkFilled(call, "content");
      checkPeople(call, "author_id", [call.body.text("author_id") ?? ""]);
      checkPeople(call, "mentioned_access_ids", call.body.texts("mentioned_access_ids") ?? []);
      return named(call.company.tasks, call.body.text("resource_id"));
    },
  },
});

export const taskResources: Resources = {
  "project_management/project_tasks": projectTasks,
  "tasks/tasks": tasks,
};
