import type { Samples } from "./sample";
import type { World } from "./world";

type Projects = Pick<
  Samples,
  "projects" | "subprojects" | "projectTasks" | "imputableProjects" | "exportableProjects"
>;

export function projectSamples(world: World): Projects {
  const { company, employee, idText, part, project, projectTask, since, task } = world;
  const [acme, internal, umbra] = [project("ACME"), project("Internal"), project("Umbra")];
  const [nora, marc] = [employee("Nora"), employee("Marc")];
  const [pipeline, discovery] = [part("Pipeline"), part("Discovery")];
  const [voucher, rateLimits] = [task("Checkout forgets the voucher"), task("Rate limits on the public API")];
  const [voucherOfProject, rateLimitsOfProject] = [projectTask(voucher.name), projectTask(rateLimits.name)];
  const tasksOf = (projectId: string) =>
    company.projectTasks.where(({ project_id }) => project_id === projectId);
  const exported = company.exportableProjects.all();
  const [firstExported = { id: "" }] = exported;
  return {
    projects: {
      list: {
        input: { ids: [acme.id, umbra.id], include_inputed_minutes: true },
        answer: [
          { id: acme.id, name: "ACME" },
          { id: umbra.id, name: "Umbra" },
        ],
      },
      get: { input: { id: umbra.id }, answer: [{ id: umbra.id, name: "Umbra", code: umbra.code }] },
      create: {
        input: {
          name: "Orbit",
          code: "ORB",
          description: "Ground station",
          start_date: "2026-11-01",
          due_date: "2027-03-31",
          status: "draft",
          employees_assignment: "manual",
          project_admins: [nora.id],
          project_managers: [nora.id, marc.id],
          ...since("2026-10-01", { project_viewers: [marc.id] }),
          is_billable: true,
          fixed_cost_cents: 120_000,
          legal_entity_id: acme.legal_entity_id,
          client_id: "9101",
        },
        answer: [{ name: "Orbit", code: "ORB", status: "draft", due_date: "2027-03-31" }],
        sees: () => company.projects.find(({ name }) => name === "Orbit"),
        becomes: { code: "ORB", description: "Ground station", status: "draft", client_id: "9101" },
      },
      update: {
        input: { id: umbra.id, name: "Umbra II", description: "Phase two", due_date: "2027-06-30" },
        answer: [{ id: umbra.id, name: "Umbra II", description: "Phase two" }],
        sees: () => umbra,
        becomes: { name: "Umbra II", description: "Phase two", due_date: "2027-06-30" },
        text: `{"id":${idText(umbra.id)},"name":"Umbra II","description":"Phase two","due_date":"2027-06-30"}`,
      },
      activate: {
        input: { id: project("Fjord Audit").id },
        answer: [{ id: project("Fjord Audit").id, status: "active" }],
        sees: () => project("Fjord Audit").status,
        becomes: "active",
      },
      close: {
        input: { id: umbra.id },
        answer: [{ id: umbra.id, status: "closed" }],
        sees: () => umbra.status,
        becomes: "closed",
        text: `{"id":${idText(umbra.id)}}`,
      },
      changeAssignment: {
        input: { id: acme.id, employees_assignment: "company" },
        answer: [{ id: acme.id, employees_assignment: "company" }],
        sees: () => company.projectWorkers.where((worker) => worker.project_id === acme.id).length,
        becomes: company.employees.where(({ active }) => active).length,
      },
      changeStatus: {
        input: { id: acme.id, status: "closed" },
        answer: [{ id: acme.id, status: "closed" }],
        sees: () => acme.status,
        becomes: "closed",
      },
      softDelete: {
        input: { id: internal.id },
        answer: [{ id: internal.id, name: "Internal" }],
        sees: () => internal.deleted,
        becomes: true,
      },
      delete: {
        input: { id: umbra.id },
        answer: [{ id: umbra.id }],
        sees: () => company.projects.get(umbra.id),
        becomes: undefined,
      },
    },
    subprojects: {
      list: {
        input: { project_ids: [umbra.id], include_no_subproject: false },
        answer: [{ id: pipeline.id, name: "Pipeline", project_id: umbra.id }],
      },
      get: {
        input: { id: pipeline.id },
        answer: [{ id: pipeline.id, name: "Pipeline", project_id: umbra.id }],
      },
      create: {
        input: { name: "Dashboards", project_id: umbra.id },
        answer: [{ name: "Dashboards", project_id: umbra.id }],
        sees: () => company.subprojects.find(({ name }) => name === "Dashboards"),
        becomes: { project_id: umbra.id, status: "active" },
        text: `{"name":"Dashboards","project_id":${idText(umbra.id)}}`,
      },
      update: {
        input: {
          id: discovery.id,
          name: "Discovery and design",
          status: "closed",
          description: "Over",
          due_date: "2026-11-30",
        },
        answer: [{ id: discovery.id, name: "Discovery and design", status: "closed" }],
        sees: () => discovery,
        becomes: { name: "Discovery and design", status: "closed", due_date: "2026-11-30" },
      },
      rename: {
        input: { id: discovery.id, name: "Inventory" },
        answer: [{ id: discovery.id, name: "Inventory" }],
        sees: () => discovery.name,
        becomes: "Inventory",
      },
      delete: {
        // What has time can't be deleted.
        before: () => {
          for (const record of company.timeRecords.where(
            ({ subproject_id }) => subproject_id === discovery.id,
          ))
            company.timeRecords.remove(record);
        },
        input: { id: discovery.id },
        answer: [{ id: discovery.id, name: "Discovery" }],
        sees: () => company.subprojects.get(discovery.id),
        becomes: undefined,
      },
    },
    projectTasks: {
      list: {
        input: { project_ids: [acme.id], search: "voucher", completed: false },
        answer: [{ id: voucherOfProject.id, task_id: voucher.id }],
      },
      get: {
        input: { id: voucherOfProject.id },
        answer: [{ id: voucherOfProject.id, project_id: acme.id, task_id: voucher.id }],
      },
      create: {
        input: {
          name: "Parse the feed",
          content: "Two formats",
          starts_on: "2026-11-18",
          due_on: "2026-12-01",
          follow_up: true,
          assignee_employee_ids: [nora.id, marc.id],
          project_id: umbra.id,
          subproject_id: pipeline.id,
          status: "in_progress",
          files: [
            new File(["a,b\n1,2\n"], "feed.csv", { type: "text/csv" }),
            new File(["# Formats"], "formats.md"),
          ],
        },
        answer: [{ project_id: umbra.id, subproject_id: pipeline.id, follow_up: true }],
        form: {
          project_id: umbra.id,
          "assignee_employee_ids[]": [nora.id, marc.id],
          follow_up: "true",
          "files[]": [
            { name: "feed.csv", size: 8 },
            { name: "formats.md", size: 9 },
          ],
        },
        sees: () => [tasksOf(umbra.id), company.tasks.find(({ name }) => name === "Parse the feed")],
        becomes: [
          [{ subproject_id: pipeline.id }],
          { content: "Two formats", status: "in_progress", assignee_ids: [nora.access_id, marc.access_id] },
        ],
      },
      update: {
        input: {
          id: voucherOfProject.id,
          name: "Checkout keeps the voucher",
          due_on: "2026-12-24",
          assignee_employee_ids: [marc.id],
          project_id: acme.id,
          files_to_add: [new File(["screenshot"], "checkout.png", { type: "image/png" })],
          files_to_remove: ["77"],
          status: "done",
        },
        answer: [{ id: voucherOfProject.id, task_id: voucher.id, project_id: acme.id }],
        form: {
          id: voucherOfProject.id,
          "files_to_add[]": [{ name: "checkout.png", size: 10 }],
          "files_to_remove[]": ["77"],
        },
        sees: () => voucher,
        becomes: { name: "Checkout keeps the voucher", status: "done", assignee_ids: [marc.access_id] },
      },
      bulkDestroy: {
        input: { ids: [voucherOfProject.id, rateLimitsOfProject.id] },
        answer: [{ id: voucherOfProject.id }, { id: rateLimitsOfProject.id }],
        sees: () => [voucherOfProject, rateLimitsOfProject].map(({ id }) => company.projectTasks.get(id)),
        becomes: [undefined, undefined],
      },
      bulkDuplicate: {
        input: {
          ids: [voucherOfProject.id],
          project_id: umbra.id,
          subproject_id: pipeline.id,
          exclude_assignees: true,
        },
        answer: [{ project_id: umbra.id, subproject_id: pipeline.id }],
        sees: () => [tasksOf(umbra.id), company.tasks.where(({ name }) => name === voucher.name)],
        becomes: [[{ subproject_id: pipeline.id }], [{ id: voucher.id }, { assignee_ids: [] }]],
      },
      delete: {
        input: { id: voucherOfProject.id },
        answer: [{ id: voucherOfProject.id }],
        sees: () => [company.projectTasks.get(voucherOfProject.id), company.tasks.get(voucher.id)],
        becomes: [undefined, undefined],
      },
    },
    imputableProjects: {
      list: {
        input: { name_or_code: "umb", only_active: true, assigned: true, employee_ids: [nora.id] },
        answer: [{ id: umbra.id, name: "Umbra" }],
      },
      get: { input: { id: umbra.id }, answer: [{ id: umbra.id, name: "Umbra" }] },
    },
    exportableProjects: {
      list: {
        input: {},
        answer: exported.map(({ id }) => ({ id, project_name: "ACME" })),
      },
      get: { input: { id: firstExported.id }, answer: [{ id: firstExported.id, project_name: "ACME" }] },
      create: {
        input: { project_name: "Orbit", date: "2026-11-18" },
        answer: [{ project_name: "Orbit", date: "2026-11-18" }],
        sees: () => company.exportableProjects.find(({ project_name }) => project_name === "Orbit"),
        becomes: { date: "2026-11-18" },
      },
      update: {
        input: { id: firstExported.id, inputed_time: "8.25" },
        answer: [{ id: firstExported.id, inputed_time: "8.25" }],
        sees: () => firstExported,
        becomes: { inputed_time: "8.25" },
        text: `{"id":${firstExported.id},"inputed_time":"8.25"}`,
      },
      delete: {
        input: { id: firstExported.id },
        answer: [{ id: firstExported.id }],
        sees: () => company.exportableProjects.get(firstExported.id),
        becomes: undefined,
      },
    },
  };
}
