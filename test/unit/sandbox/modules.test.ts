/** Assets, custom resources, integrations and reviews: the obvious of each. */

import { describe, expect, it } from "vitest";
import { DEMO_INTEGRATION_UUID } from "../../../src/sandbox/company/company.js";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials.js";
import { bearer, companyBeforeAll, NORA, type Talk } from "./harness.js";

const company = companyBeforeAll();

describe("IT assets", () => {
  it("are assigned while somebody has them and in stock while nobody has", async () => {
    const [model] = (await company.get("it_management/it_asset_models")).body.data;
    const made = await company.post("it_management/it_assets", {
      it_asset_model_id: model?.id,
      serial_number: "SN-1",
    });
    expect([made.status, made.body.status]).toEqual([201, "in_stock"]);
    const id = String(made.body.id);
    const given = await company.put(`it_management/it_assets/${id}`, { id, owner_id: NORA });
    expect(given.body).toMatchObject({ status: "assigned", owner_id: NORA });
    expect((await company.put(`it_management/it_assets/${id}`, { id, owner_id: null })).body.status).toBe(
      "in_stock",
    );
    expect((await company.put(`it_management/it_assets/${id}`, { id, status: "lost" })).status).toBe(422);
    const twin = { it_asset_model_id: model?.id, serial_number: "SN-1" };
    expect((await company.post("it_management/it_assets", twin)).body.errors).toHaveProperty("serial_number");
    expect((await company.remove(`it_management/it_assets/${id}`)).body.id).toBe(id);
  });

  it("are found by kind and by owner", async () => {
    const mine = await company.get(`it_management/it_assets?owner_ids[]=${NORA}`);
    expect(mine.body.data).toHaveLength(3);
    const screens = await company.get(`it_management/it_assets?owner_ids[]=${NORA}&type_names[]=screen`);
    expect(screens.body.data).toHaveLength(1);
  });

  it("take a category instead of a type name from 2026-10-01 on", async () => {
    const body = { brand: "Logitech", name: "MX" };
    const [category] = (await company.get("it_management/asset_categories?ids[]=26")).body.data;
    const made = await company.post("it_management/it_asset_models", {
      ...body,
      asset_category_id: category?.id,
    });
    expect([made.status, made.body.type_name]).toEqual([201, "mouse"]);
    expect((await company.post("it_management/it_asset_models", body)).status).toBe(422);
    expect((await company.at("2026-07-01").post("it_management/it_asset_models", body)).status).toBe(400);
  });
});

describe("custom resources", () => {
  const VALUES = "custom_resources/values";
  const value = { schema_id: "41", employee_id: NORA, field_id: "771", value: "Scrum" };

  it("begin with a value that names no row, and go on with those that do", async () => {
    const made = await company.post(VALUES, value);
    expect(made.status).toBe(201);
    const rows = await company.get(`custom_resources/resources?employee_ids[]=${NORA}`);
    const row = rows.body.data.find(({ id }) => id === made.body.resource_id);
    expect(row).toMatchObject({ schema_id: "41", attachable_type: "Employee", attachable_id: NORA });
    const more = await company.post(VALUES, { ...value, custom_resource_id: row?.id, field_id: "772" });
    expect(more.body).toMatchObject({ resource_id: row?.id, attachable_id: NORA });
    const after = await company.get(`custom_resources/resources?employee_ids[]=${NORA}`);
    expect(after.body.data).toHaveLength(rows.body.data.length);
  });

  it("take values for what exists and belongs together", async () => {
    const wrong = async (fields: Record<string, unknown>): Promise<unknown> => {
      const { status, body } = await company.post(VALUES, { ...value, ...fields });
      return [status, body.errors];
    };
    expect(await wrong({ schema_id: "99" })).toEqual([422, { schema_id: ["must exist"] }]);
    expect(await wrong({ employee_id: "999" })).toEqual([404, ["Employee not found"]]);
    expect(await wrong({ field_id: " " })).toEqual([422, { field_id: ["can't be blank"] }]);
    expect(await wrong({ custom_resource_id: "999" })).toEqual([422, { custom_resource_id: ["must exist"] }]);
    expect(await wrong({ custom_resource_id: "441", schema_id: "42" })).toEqual([
      422,
      { custom_resource_id: ["belongs to another schema"] },
    ]);
    expect(await wrong({ custom_resource_id: "441", employee_id: "305" })).toEqual([
      422,
      { custom_resource_id: ["belongs to another employee"] },
    ]);
  });

  it("are of schemas with a name, of this company", async () => {
    const make = async (fields: Record<string, unknown>): Promise<readonly [number, unknown, unknown]> => {
      const body = { name: "Vehicles", company_id: "4217", hidden: false, ...fields };
      const made = await company.post("custom_resources/schemas", body);
      return [made.status, made.body.errors, made.body.position];
    };
    expect(await make({})).toEqual([201, undefined, 5]);
    expect(await make({ position: 2 })).toEqual([201, undefined, 2]);
    expect(await make({ name: "  " })).toEqual([422, { name: ["can't be blank"] }, undefined]);
    expect(await make({ company_id: "1" })).toEqual([422, { company_id: ["must exist"] }, undefined]);
  });
});

describe("integrations", () => {
  it("report what they synchronised, run by run", async () => {
    const run = await company.post("integrations/sync_runs", {
      marketplace_integration_uuid: DEMO_INTEGRATION_UUID,
    });
    const id = String(run.body.id);
    const item = { external_identifier: "EXP-1042", syncable_type: "expenses/expense" };
    const failed = await company.post("integrations/syncable_sync_runs/bulk_upsert", {
      sync_run_id: id,
      items: [{ ...item, status: "failed", error_messages: { account: "closed" } }],
    });
    const [report] = JSON.parse(failed.text) as [{ id: string; syncable_state_id: string }];
    expect(report).toMatchObject({ status: "failed", error_messages: [{ key: "account", value: "closed" }] });
    await company.put(`integrations/syncable_sync_runs/${report.id}`, { id: report.id, status: "success" });
    const state = await company.get(`integrations/syncable_states/${report.syncable_state_id}`);
    expect(state.body).toMatchObject({ status: "synced", external_identifier: "EXP-1042" });
    const form = new FormData();
    form.append("sync_run_id", id);
    form.append("file", new Blob(["a;b"]), "run.csv");
    form.append("file_name", "result.csv");
    expect((await company.post("integrations/sync_run_outputs", form)).body.file_name).toBe("result.csv");
    form.delete("file");
    expect((await company.post("integrations/sync_run_outputs", form)).status).toBe(400);
  });

  it("show only the kinds that a version knows", async () => {
    const kinds = async (version: string): Promise<number> =>
      (await company.at(version).get("integrations/syncable_items?sync_run_id=7002")).body.data.length;
    expect([await kinds("2026-04-01"), await kinds("2026-07-01")]).toEqual([4, 5]);
    expect((await company.get("integrations/syncable_items?sync_run_id=7002")).status).toBe(404);
  });
});

describe("a review", () => {
  const act = (action: string, fields: Record<string, unknown>): ReturnType<Talk["post"]> =>
    company.post(`performance/review_processes/${action}`, fields);

  it("goes from draft to finished, and by no other way", async () => {
    const made = await company.post("performance/review_processes", {
      author_access_id: "1301",
      name: "Quarter",
    });
    const id = String(made.body.id);
    expect(made.body).toMatchObject({ status: "draft", archived: false });
    expect(made.body.start_validation_errors).toEqual([
      "missing_deadline",
      "missing_target_strategy",
      "missing_reviewer_strategy",
    ]);
    expect((await act("start", { id })).status).toBe(422);
    await act("update_deadline", { id, ends_at: "2027-01-31T00:00:00.000Z" });
    await act("update_reviewer_strategies", { id, reviewer_strategies: ["self", "manager"] });
    await act("update_target_strategy", { id, target_strategy: "by_teams", arguments: ["91"] });
    const expected = await company.get(
      `performance/review_process_estimated_targets?performance_review_process_ids[]=${id}`,
    );
    expect(expected.body.data).toHaveLength(5);
    expect((await act("schedule", { id, starts_at: "2026-12-01T00:00:00Z" })).body.status).toBe("scheduled");
    expect((await act("schedule", { id, starts_at: "2026-12-01T00:00:00Z" })).status).toBe(422);
    expect((await act("start", { id })).body.status).toBe("active");
    const evaluations = await company.get(
      `performance/review_evaluations?performance_review_process_ids[]=${id}`,
    );
    expect(evaluations.body.data).toHaveLength(10);
    expect((await act("update_reviewer_strategies", { id, reviewer_strategies: ["self"] })).status).toBe(422);
    expect((await act("stop", { id })).body.status).toBe("finished");
    expect((await act("reopen", { id, ends_at: "2027-02-01T00:00:00Z" })).body.status).toBe("active");
    expect((await act("toggle_archive", { id })).body.archived).toBe(true);
  });

  it("belongs to at least one owner", async () => {
    const owners = await company.get("performance/review_owners?performance_review_process_ids[]=101");
    const [owner] = owners.body.data;
    expect((await company.remove(`performance/review_owners/${String(owner?.id)}`)).status).toBe(422);
  });

  it("is narrowed to the people of a manager", async () => {
    const mine = await company.get(
      `performance/review_process_targets?performance_review_process_ids[]=102&managed_by_filter[manager_employee_id]=${NORA}&managed_by_filter[only_direct_reports]=true`,
    );
    expect(mine.body.data.map((target) => target.access_id)).toEqual(["1304", "1305", "1306", "1307"]);
  });

  it("leads to action plans, for one's own reports", async () => {
    const plans = await company
      .as(bearer(DEMO_TOKEN))
      .post("performance/agreements/bulk_initiate", { process_id: "102" });
    expect(JSON.parse(plans.text)).toHaveLength(4);
  });

  it("has managers only for one process at a time", async () => {
    const managers = "performance/target_managers?performance_review_process_ids[]=102";
    expect((await company.get(managers)).body.data.length).toBeGreaterThan(2);
    expect((await company.get(`${managers}&performance_review_process_ids[]=101`)).status).toBe(400);
  });
});

describe("tasks", () => {
  it("are done when their status says so", async () => {
    const made = await company.post("tasks/tasks", {
      name: "Call back",
      status: "todo",
      assignee_ids: ["1302"],
    });
    const id = String(made.body.id);
    const done = await company.put(`tasks/tasks/${id}`, { id, status: "done" });
    expect(done.body.completed_at).toBe("2026-11-18T10:00:00.000Z");
    expect(
      (await company.put(`tasks/tasks/${id}`, { id, status: "todo" })).body.completed_at ?? null,
    ).toBeNull();
    const mine = await company.get("tasks/tasks?assignee_id=1302&task_status=todo");
    expect(mine.body.data.map((task) => task.id)).toContain(id);
  });

  it("take comments on tasks and by people that exist", async () => {
    const comment = async (fields: Record<string, unknown>): Promise<unknown> => {
      const body = {
        content: "Done?",
        author_id: "1302",
        resource_id: "8801",
        company_id: "4217",
        ...fields,
      };
      const answer = await company.post("tasks/tasks/create_comment", body);
      return [answer.status, answer.status === 200 ? answer.body.id : answer.body.errors];
    };
    expect(await comment({ mentioned_access_ids: ["1301"] })).toEqual([200, "8801"]);
    expect(await comment({ author_id: NORA })).toEqual([200, "8801"]);
    expect(await comment({ content: " " })).toEqual([422, { content: ["can't be blank"] }]);
    expect(await comment({ author_id: "999" })).toEqual([422, { author_id: ["must exist"] }]);
    expect(await comment({ mentioned_access_ids: ["999"] })).toEqual([
      422,
      { mentioned_access_ids: ["must exist"] },
    ]);
    expect(await comment({ resource_id: "999" })).toEqual([404, ["Resource # not found"]]);
  });
});
