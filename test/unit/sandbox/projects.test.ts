/** Projects and what hangs on them. */

import { describe, expect, it } from "vitest";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials.js";
import { bearer, companyBeforeAll, NORA, TODAY } from "./harness.js";

const company = companyBeforeAll();

const PM = "project_management";
const idsOf = (answer: { body: { data: readonly Record<string, unknown>[] } }): unknown[] =>
  answer.body.data.map((record) => record.id);

describe("a project", () => {
  it("is made, changed, closed, opened again and removed", async () => {
    const made = await company.post(`${PM}/projects`, {
      name: "Zenith",
      code: "ZEN",
      project_viewers: [NORA],
    });
    expect([made.status, made.body.status]).toEqual([201, "active"]);
    const id = String(made.body.id);
    const changed = await company.put(`${PM}/projects/${id}`, {
      id,
      name: "Zenith 2",
      due_date: "2027-01-31",
    });
    expect(changed.body).toMatchObject({ name: "Zenith 2", code: "ZEN", due_date: "2027-01-31" });
    expect((await company.post(`${PM}/projects/close`, { id })).body.status).toBe("closed");
    expect((await company.post(`${PM}/projects/activate`, { id })).body.status).toBe("active");
    expect((await company.post(`${PM}/projects/change_status`, { id, status: "draft" })).body.status).toBe(
      "draft",
    );
    expect((await company.post(`${PM}/projects/change_status`, { id, status: "processing" })).status).toBe(
      400,
    );
    expect((await company.post(`${PM}/projects/soft_delete`, { id })).body.id).toBe(id);
    expect((await company.get(`${PM}/projects/${id}`)).status).toBe(404);
    expect(idsOf(await company.get(`${PM}/projects`))).not.toContain(id);
    // Its code is free again.
    expect((await company.post(`${PM}/projects`, { name: "Zenith", code: "ZEN" })).status).toBe(201);
  });

  it("has a name, a code of its own and dates in order", async () => {
    const make = async (fields: Record<string, unknown>): Promise<unknown> =>
      (await company.post(`${PM}/projects`, { name: "x", ...fields })).body.errors;
    expect(await make({ code: "ACM" })).toEqual({ code: ["has already been taken"] });
    expect(await make({ name: " " })).toEqual({ name: ["can't be blank"] });
    expect(await make({ start_date: "2026-02-30" })).toEqual({ start_date: ["is not a valid date"] });
    expect(await make({ start_date: "2026-03-02", due_date: "2026-03-01" })).toHaveProperty("due_date");
    expect(await make({ status: "paused" })).toEqual({ status: ["is not included in the list"] });
  });

  it("of the whole company has everybody as a worker", async () => {
    const made = await company.post(`${PM}/projects`, { name: "Party", employees_assignment: "company" });
    const workers = await company.get(
      `${PM}/project_workers?project_ids[]=${String(made.body.id)}&assigned=true`,
    );
    expect(workers.body.data).toHaveLength(13);
    await company.post(`${PM}/projects/soft_delete`, { id: made.body.id });
  });

  it("is found by name or code, by client, by day of change", async () => {
    const find = async (query: string): Promise<unknown[]> =>
      idsOf(await company.get(`${PM}/projects?${query}`));
    expect(await find("name_or_code=acm")).toEqual(["1201"]);
    expect(await find("name=helios")).toEqual(["1203"]);
    expect(await find("client_ids[]=9101&client_ids[]=9102")).toEqual(["1201", "1203"]);
    expect(await find("no_clients=true&name=internal")).toEqual(["1204"]);
    await company.post(`${PM}/projects/close`, { id: "1205" });
    expect(await find(`updated_after=${TODAY}&ids[]=1205&ids[]=1201`)).toEqual(["1205"]);
  });

  it("shows minutes and costs only to those who ask, and costs only to those who may", async () => {
    const first = async (query: string, talk = company): Promise<Record<string, unknown> | undefined> =>
      (await talk.get(`${PM}/projects?ids[]=1201&${query}`)).body.data[0];
    expect(await first("include_inputed_minutes=false")).toMatchObject({
      inputed_minutes: 0,
      total_cost_cents: 0,
    });
    const shown = await first("include_inputed_minutes=true&include_costs=true");
    expect(Number(shown?.inputed_minutes)).toBeGreaterThan(10_000);
    expect(Number(shown?.labor_cost_cents)).toBe(Number(shown?.inputed_minutes) * 70);
    const nora = await first(
      "include_inputed_minutes=true&include_costs=true",
      company.as(bearer(DEMO_TOKEN)),
    );
    expect([nora?.inputed_minutes, nora?.labor_cost_cents ?? null]).toEqual([shown?.inputed_minutes, null]);
  });

  it("can be logged on if it is active and one is assigned", async () => {
    const projects = await company.get(
      `${PM}/imputable_projects?employee_ids[]=${NORA}&assigned=true&only_active=true`,
    );
    expect(projects.body.data.map((project) => project.code)).toEqual(["ACM", "BRP", "HEL", "INT", "UMB"]);
    expect(projects.body.data[0]).toMatchObject({ currency: "EUR", status: "active" });
  });
});

describe("subprojects", () => {
  it("are made, renamed, changed, and deleted unless they have time", async () => {
    const made = await company.post(`${PM}/subprojects`, { name: "Docs", project_id: "1201" });
    const id = String(made.body.id);
    expect((await company.post(`${PM}/subprojects/rename`, { id, name: "Handbook" })).body.name).toBe(
      "Handbook",
    );
    expect((await company.put(`${PM}/subprojects/${id}`, { id, code: "H" })).status).toBe(400);
    const changed = await company.put(`${PM}/subprojects/${id}`, {
      id,
      name: "Handbook",
      status: "draft",
      code: "H",
    });
    expect(changed.body).toMatchObject({ status: "draft", code: "H" });
    const old = await company.at("2026-07-01").put(`${PM}/subprojects/${id}`, { id, code: "HB" });
    expect(old.body.code).toBe("HB");
    expect((await company.remove(`${PM}/subprojects/${id}`)).body.id).toBe(id);
    const busy = await company.remove(`${PM}/subprojects/5001`);
    expect([busy.status, busy.body.errors]).toEqual([
      422,
      { base: ["A subproject with time records can't be deleted"] },
    ]);
  });

  it("come with a row without an id for the time outside of them, if asked", async () => {
    const rows = await company.get(`${PM}/subprojects?project_ids[]=1201&include_no_subproject=true`);
    expect(rows.body.data.at(-1)).toMatchObject({ name: "No subproject", project_id: "1201" });
    expect(rows.body.data.at(-1)?.id ?? null).toBeNull();
  });
});

describe("workers", () => {
  it("are assigned one by one, in bulk, and as a whole set", async () => {
    const project_id = "1206";
    const assigned = async (): Promise<unknown[]> =>
      (await company.get(`${PM}/project_workers?project_ids[]=${project_id}&assigned=true`)).body.data.map(
        (worker) => worker.employee_id,
      );
    const before = await assigned();
    const made = await company.post(`${PM}/project_workers`, { project_id, employee_id: "308" });
    expect([made.status, made.body.assigned]).toEqual([201, true]);
    expect((await company.post(`${PM}/project_workers`, { project_id, employee_id: "308" })).status).toBe(
      422,
    );
    expect((await company.post(`${PM}/project_workers`, { project_id, employee_id: "999" })).status).toBe(
      404,
    );
    const gone = await company.post(`${PM}/project_workers/unassign`, { id: made.body.id });
    expect(gone.body.assigned).toBe(false);
    const back = await company.post(`${PM}/project_workers/bulk_create`, {
      project_id,
      employee_ids: ["308", "309"],
    });
    expect(JSON.parse(back.text)).toMatchObject([{ id: made.body.id }, { employee_id: "309" }]);
    expect(await assigned()).toEqual([...before, "308", "309"]);
    await company.post(`${PM}/project_workers/bulk_assign`, { project_id, employee_ids: [NORA, "310"] });
    expect(await assigned()).toEqual([NORA, "310"]);
  });

  it("are found by project, person and state", async () => {
    const find = async (query: string): Promise<number> =>
      (await company.get(`${PM}/project_workers?${query}`)).body.data.length;
    expect(await find(`employee_ids[]=${NORA}&assigned=true&project_active=true`)).toBe(5);
    expect(await find(`employee_ids[]=${NORA}&assigned=false`)).toBe(1);
    expect(await find("employee_name=aiko&project_ids[]=1201")).toBe(1);
    expect(await find("subproject_ids[]=5001&project_ids[]=1201")).toBe(2);
  });
});

describe("plans and budgets", () => {
  it("are made for several workers at once", async () => {
    const plan = { start_date: "2026-12-01", end_date: "2026-12-05", daily_minutes: 120 };
    const made = await company.post(`${PM}/planned_records/bulk_create`, {
      project_worker_ids: ["20001", "20005"],
      ...plan,
    });
    const [first] = JSON.parse(made.text) as [{ id: string; week_days: number[] }];
    expect(first.week_days).toEqual([1, 2, 3, 4, 5]);
    const changed = await company.put(`${PM}/planned_records/${first.id}`, {
      id: first.id,
      ...plan,
      daily_minutes: 60,
    });
    expect(changed.body.daily_minutes).toBe(60);
    const found = await company.get(`${PM}/planned_records?start_date=2026-12-04&end_date=2026-12-31`);
    expect(idsOf(found)).toContain(first.id);
    const wrong = { ...plan, id: first.id, end_date: "2026-11-01" };
    expect((await company.put(`${PM}/planned_records/${first.id}`, wrong)).status).toBe(422);
    expect((await company.remove(`${PM}/planned_records/${first.id}`)).status).toBe(200);
  });

  it("exist once per project and once per subproject", async () => {
    const budget = { budget_strategy_type: "total_budget", planned_minutes: 600, project_id: "1202" };
    const made = await company.post(`${PM}/budget_strategies`, budget);
    expect(made.body).toMatchObject({ budget_type: "total_budget", planned_minutes: 600, delegated: false });
    expect((await company.post(`${PM}/budget_strategies`, budget)).status).toBe(422);
    const part = await company.post(`${PM}/budget_strategies`, { ...budget, subproject_id: "5004" });
    expect(part.status).toBe(201);
    const id = String(made.body.id);
    const changed = await company.put(`${PM}/budget_strategies/${id}`, {
      id,
      budget_strategy_type: "without_budget",
    });
    expect(changed.body.budget_type).toBe("without_budget");
    expect(
      idsOf(await company.get(`${PM}/budget_strategies?project_ids[]=1202&without_subproject=true`)),
    ).toEqual([id]);
  });
});

describe("what is planned and budgeted", () => {
  it("is of the project's own parts", async () => {
    const stranger = [422, { subproject: ["does not belong to the project"] }];
    const plan = { start_date: "2026-12-01", end_date: "2026-12-05", daily_minutes: 120 };
    const planned = await company.post(`${PM}/planned_records/bulk_create`, {
      project_worker_ids: ["20001"],
      subproject_id: "5004",
      ...plan,
    });
    expect([planned.status, planned.body.errors]).toEqual(stranger);
    const budget = { budget_strategy_type: "without_budget", project_id: "1203", subproject_id: "5004" };
    const budgeted = await company.post(`${PM}/budget_strategies`, budget);
    expect([budgeted.status, budgeted.body.errors]).toEqual(stranger);
  });

  it("has the amounts of its kind of budget, and no others", async () => {
    const budget = {
      budget_strategy_type: "total_budget",
      project_id: "1206",
      planned_cents: 100,
      planned_minutes: 60,
    };
    const made = await company.post(`${PM}/budget_strategies`, budget);
    expect([made.status, made.body.planned_minutes]).toEqual([201, 60]);
    const id = String(made.body.id);
    const change = async (
      fields: Record<string, unknown>,
    ): Promise<readonly [number, Record<string, unknown>]> => {
      const { status, body } = await company.put(`${PM}/budget_strategies/${id}`, { id, ...fields });
      return [status, body];
    };
    expect(await change({ planned_cents: -1 })).toEqual([
      422,
      { errors: { planned_cents: ["must be greater than or equal to 0"] } },
    ]);
    const [, fixed] = await change({ budget_strategy_type: "project_fixed_cost" });
    expect([fixed.planned_cents, fixed.planned_minutes ?? null]).toEqual([100, null]);
    expect(await change({ planned_minutes: 60 })).toEqual([
      422,
      { errors: { planned_minutes: ["is not for project_fixed_cost"] } },
    ]);
  });
});

describe("project tasks", () => {
  const form = (fields: Record<string, string>, files: readonly string[] = []): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    for (const name of files) data.append("files[]", new Blob(["text"]), name);
    return data;
  };

  it("are forms, and make the ordinary task that carries the name", async () => {
    const made = await company.post(
      `${PM}/project_tasks`,
      form(
        {
          name: "Cache",
          project_id: "1201",
          status: "todo",
          follow_up: "true",
          "assignee_employee_ids[]": NORA,
        },
        ["a.txt"],
      ),
    );
    expect([made.status, made.body.follow_up]).toEqual([201, true]);
    const [id, task] = [String(made.body.id), String(made.body.task_id)];
    expect((await company.get(`tasks/tasks/${task}`)).body).toMatchObject({
      name: "Cache",
      assignee_ids: ["1302"],
    });
    const done = form({ id, name: "Cache it", project_id: "1201", status: "done" });
    expect((await company.put(`${PM}/project_tasks/${id}`, done)).body.follow_up).toBe(true);
    expect((await company.get(`tasks/tasks/${task}`)).body).toMatchObject({
      name: "Cache it",
      status: "done",
    });
    expect(idsOf(await company.get(`${PM}/project_tasks?search=cache&completed=true`))).toEqual([id]);
  });

  it("of 2026-04-01 take integers in their forms", async () => {
    const made = await company
      .at("2026-04-01")
      .post(`${PM}/project_tasks`, form({ name: "Old", project_id: "18446744073709551617", status: "todo" }));
    expect([made.status, made.text.includes('"project_id":18446744073709551617')]).toEqual([201, true]);
  });

  it("refuse JSON, and forms with names that they don't have", async () => {
    const fields = { name: "x", project_id: "1201", status: "todo" };
    expect((await company.post(`${PM}/project_tasks`, fields)).body.errors).toEqual({
      errors: ["The content type must be multipart/form-data"],
    });
    expect((await company.post(`${PM}/project_tasks`, form({ ...fields, nmae: "y" }))).status).toBe(400);
    expect((await company.post(`${PM}/project_tasks`, form({ ...fields, status: "later" }))).status).toBe(
      400,
    );
  });

  it("are duplicated and destroyed together with their tasks", async () => {
    const [source] = (await company.get(`${PM}/project_tasks?project_ids[]=1203`)).body.data;
    const copies = await company.post(`${PM}/project_tasks/bulk_duplicate`, {
      ids: [source?.id],
      project_id: "1202",
      exclude_assignees: true,
    });
    const [copy] = JSON.parse(copies.text) as [{ id: string; task_id: string; project_id: string }];
    expect(copy.project_id).toBe("1202");
    expect((await company.get(`tasks/tasks/${copy.task_id}`)).body).toMatchObject({ assignee_ids: [] });
    await company.post(`${PM}/project_tasks/bulk_destroy`, { ids: [copy.id] });
    expect((await company.get(`tasks/tasks/${copy.task_id}`)).status).toBe(404);
  });

  it("are found by when they are due", async () => {
    const due = async (status: string): Promise<number> =>
      (await company.get(`${PM}/project_tasks?due_status=${status}&project_ids[]=1201&project_ids[]=1202`))
        .body.data.length;
    expect([await due("due_today"), await due("due_in_future"), await due("over_due")]).toEqual([1, 2, 2]);
    expect((await company.get(`${PM}/project_tasks?overdue=true`)).body.data).toHaveLength(1);
  });
});
