import { only, type World } from "../../../contract/samples/world";
import { picked, type FormSamples, type Wire } from "./form-sample";

export function projectForms(world: World, wire: Wire): FormSamples {
  const { company, employee, part, project, since } = world;
  const [acme, umbra] = [project("ACME"), project("Umbra")];
  const [nora, marc] = [employee("Nora"), employee("Marc")];
  const legalEntity = only("legal entity", company.legalEntities.all()[0]);
  const subproject = only(
    "subproject of ACME",
    company.subprojects.find(({ project_id }) => project_id === acme.id),
  );
  const task = only(
    "task of ACME",
    company.projectTasks.find(({ project_id }) => project_id === acme.id),
  );
  const workersOfUmbra = () =>
    company.projectWorkers
      .where(({ project_id, assigned }) => project_id === umbra.id && assigned)
      .map(({ employee_id }) => employee_id);
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
        legal_entity_id: picked(legalEntity),
        project_admins: picked(nora),
        project_managers: picked(nora, marc),
        ...since("2026-10-01", { project_viewers: picked(marc) }),
      },
      // The company does not tell who runs a project.
      holds: () => [company.projects.find(({ name }) => name === "Nova"), wire.body()],
      becomes: [
        {
          code: "NOV",
          description: "Two\nlines",
          start_date: "2026-11-19",
          due_date: "2026-12-24",
          employees_assignment: "company",
          is_billable: true,
          legal_entity_id: legalEntity.id,
        },
        {
          project_admins: [wire.id(nora.id)],
          project_managers: [wire.id(nora.id), wire.id(marc.id)],
          ...since("2026-10-01", { project_viewers: [wire.id(marc.id)] }),
        },
      ],
    },
    "projects.update": {
      // The company has one legal entity; the project is of one that is gone.
      before: () => {
        company.projects.patch(acme, { legal_entity_id: "99" });
      },
      ids: [acme.id],
      fill: {
        name: "ACME II",
        code: "AC2",
        description: "Phase two",
        start_date: "2026-01-01",
        due_date: "eoy",
        legal_entity_id: picked(legalEntity),
      },
      holds: () => company.projects.get(acme.id),
      becomes: {
        name: "ACME II",
        code: "AC2",
        description: "Phase two",
        start_date: "2026-01-01",
        due_date: "2026-12-31",
        legal_entity_id: legalEntity.id,
      },
    },
    "subprojects.update": {
      ids: [subproject.id],
      fill: {
        name: "Part II",
        code: "P2",
        description: "More",
        status: "closed",
        start_date: "2026-11-01",
        due_date: "2026-12-01",
      },
      holds: () => company.subprojects.get(subproject.id),
      becomes: {
        name: "Part II",
        code: "P2",
        description: "More",
        status: "closed",
        start_date: "2026-11-01",
        due_date: "2026-12-01",
      },
    },
    "projectWorkers.bulkCreate": {
      ids: [umbra.id],
      fill: { employee_ids: picked(marc, employee("Pau")) },
      holds: workersOfUmbra,
      becomes: [...workersOfUmbra(), marc.id, employee("Pau").id],
    },
    "projectTasks.create": {
      ids: [acme.id],
      fill: {
        name: "Write the docs",
        content: "All of them",
        status: "in_progress",
        assignee_employee_ids: picked(nora),
        starts_on: "today",
        due_on: "fri",
        subproject_id: picked(part("API")),
        follow_up: true,
      },
      files: { files: "/home/me/docs.md" },
      holds: () => {
        const made = company.tasks.find(({ name }) => name === "Write the docs");
        return [made, company.projectTasks.find(({ task_id }) => task_id === made?.id)];
      },
      becomes: [
        {
          content: "All of them",
          status: "in_progress",
          due_on: "2026-11-20",
          assignee_ids: [nora.access_id],
        },
        { project_id: acme.id, subproject_id: part("API").id, follow_up: true },
      ],
    },
    "projectTasks.update": {
      ids: [task.id],
      fill: {
        name: "Another name",
        content: "Other words",
        status: "done",
        assignee_employee_ids: picked(nora),
        starts_on: "2026-11-16",
        due_on: "2026-12-24",
        subproject_id: picked(subproject),
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
        { subproject_id: subproject.id, follow_up: true },
      ],
    },
  };
}

/** The company keeps no comments of tasks: only the request shows them. */
export function taskForms({ employee, projectTask }: World, wire: Wire): FormSamples {
  const task = projectTask("Rate limits on the public API");
  const marc = employee("Marc");
  return {
    "tasks.createComment": {
      ids: [task.id],
      fill: { content: "Done\nby Friday", mentioned_access_ids: picked({ id: marc.access_id }) },
      holds: wire.body,
      becomes: {
        content: "Done\nby Friday",
        mentioned_access_ids: [wire.id(marc.access_id)],
        resource_id: wire.id(task.task_id),
        author_id: wire.id(employee("Nora").access_id),
      },
    },
  };
}
