/** Sync runs: how single results are reported, and what becomes of things and of runs by it. */

import { describe, expect, it } from "vitest";
import { DEMO_INTEGRATION_UUID } from "../../../src/sandbox/company/company.js";
import { companyBeforeEach, refusal, type Answer, type Fields } from "./harness.js";

const company = companyBeforeEach();

const RUNS = "integrations/sync_runs";
const RESULTS = "integrations/syncable_sync_runs";
const HALF_WELL = "7002";
const ERRORED = "7003";
const RUNNING = "7004";
const NOW = "2026-11-18T10:00:00.000Z";

const runNow = async (id: unknown): Promise<Fields> => (await company.get(`${RUNS}/${String(id)}`)).body;

async function resultsOf(run: string, status: string): Promise<readonly string[]> {
  const { data } = (await company.get(`${RESULTS}?sync_run_ids[]=${run}`)).body;
  return data.filter((result) => result.status === status).map(({ id }) => String(id));
}

/** A bare list, of which the tests say by their use what is in it. */
const resultsIn = ({ text }: Answer): Fields[] => JSON.parse(text) as Fields[];

const report = (id: string, status: string, messages?: Record<string, string>): Promise<Answer> =>
  company.put(`${RESULTS}/${id}`, { id, status, ...(messages && { error_messages: messages }) });

const upsert = (run: unknown, ...items: readonly Record<string, unknown>[]): Promise<Answer> =>
  company.post(`${RESULTS}/bulk_upsert`, {
    sync_run_id: run,
    items: items.map((item) => ({ syncable_type: "expenses/expense", ...item })),
  });

async function stateOf(result: Fields): Promise<Fields> {
  return (await company.get(`integrations/syncable_states/${String(result.syncable_state_id)}`)).body;
}

describe("a result", () => {
  it("leaves its errors behind when it succeeds, and its state follows", async () => {
    const [id = ""] = await resultsOf(HALF_WELL, "failed");
    const fixed = await report(id, "success", { account: "no longer" });
    expect(fixed.body).toMatchObject({ status: "success", error_messages: [] });
    expect(await stateOf(fixed.body)).toMatchObject({
      status: "synced",
      error_messages: [],
      status_updated_at: NOW,
    });
    const worse = await report(id, "invalid", { account: "is closed" });
    const messages = [{ key: "account", value: "is closed" }];
    expect(worse.body).toMatchObject({ status: "invalid", error_messages: messages });
    expect(await stateOf(worse.body)).toMatchObject({ status: "invalid", error_messages: messages });
    expect(await stateOf((await report(id, "failed")).body)).toMatchObject({ status: "failed" });
  });

  it("may be reported in older versions too", async () => {
    const [id = ""] = await resultsOf(HALF_WELL, "failed");
    const old = await company.at("2026-07-01").put(`${RESULTS}/${id}`, { id, status: "success" });
    expect(old.body.status).toBe("success");
  });
});

describe("a run", () => {
  it("that went half well went well once all of its results did", async () => {
    const failed = await resultsOf(HALF_WELL, "failed");
    expect(failed).toHaveLength(2);
    const { finished_at: before } = await runNow(HALF_WELL);
    await report(failed[0] ?? "", "success");
    expect((await runNow(HALF_WELL)).status).toBe("succededwitherrors");
    await report(failed[1] ?? "", "success");
    expect(await runNow(HALF_WELL)).toMatchObject({ status: "succeeded", finished_at: before });
  });

  it("that failed can come right, and one that went well can turn out otherwise", async () => {
    const [id = ""] = await resultsOf(ERRORED, "failed");
    await report(id, "success");
    expect((await runNow(ERRORED)).status).toBe("succeeded");
    await report(id, "failed");
    expect((await runNow(ERRORED)).status).toBe("errored");
  });

  it("runs until the last of its results is in", async () => {
    const [first = "", second = ""] = await resultsOf(RUNNING, "running");
    await report(first, "success");
    expect(await runNow(RUNNING)).toMatchObject({ status: "running" });
    expect((await runNow(RUNNING)).finished_at ?? null).toBeNull();
    await report(second, "failed", { connection: "lost" });
    expect(await runNow(RUNNING)).toMatchObject({ status: "succededwitherrors", finished_at: NOW });
    expect(await resultsOf(RUNNING, "invalid")).toHaveLength(1);
  });

  it("is of the credential's own integration and company", async () => {
    const make = (fields: Record<string, unknown>): Promise<Answer> => company.post(RUNS, fields);
    const own = await make({});
    expect(own.body).toMatchObject({
      status: "running",
      started_at: NOW,
      integration_uuid: DEMO_INTEGRATION_UUID,
      company_id: "4217",
    });
    expect((await make({ marketplace_integration_uuid: DEMO_INTEGRATION_UUID })).status).toBe(201);
    const other = "00000000-0000-4000-8000-000000000000";
    expect(refusal(await make({ marketplace_integration_uuid: other }))).toEqual([
      422,
      { marketplace_integration_uuid: ["must be the credential's own integration"] },
    ]);
    expect(refusal(await make({ company_id: "1" }))).toEqual([
      422,
      { company_id: ["must be the credential's own company"] },
    ]);
  });
});

describe("results in bulk", () => {
  it("change what is known by identifier and type, and add the rest", async () => {
    const { body: run } = await company.post(RUNS, {});
    const item = { external_identifier: "EXP-1042", status: "running" };
    const vendor = { ...item, syncable_type: "finance/vendor" };
    const [expense, other] = resultsIn(await upsert(run.id, item, vendor));
    if (!expense || !other) throw new Error("two items give two results");
    expect(expense.syncable_state_id).not.toBe(other.syncable_state_id);
    expect(await stateOf(expense)).toMatchObject({ syncable_id: "33002", status: "syncing" });
    expect((await runNow(run.id)).status).toBe("running");
    const again = await upsert(run.id, { ...item, status: "success" }, { ...vendor, status: "success" });
    expect(resultsIn(again).map(({ id }) => id)).toEqual([expense.id, other.id]);
    expect(await runNow(run.id)).toMatchObject({ status: "succeeded", finished_at: NOW });
  });

  it("link what is not linked, and nothing anew", async () => {
    const item = { external_identifier: "EXP-1046", status: "success" };
    const [linked] = resultsIn(await upsert(RUNNING, { ...item, syncable_id: "33010" }));
    if (!linked) throw new Error("an item gives a result");
    expect(await stateOf(linked)).toMatchObject({ syncable_id: "33010" });
    expect((await upsert(RUNNING, { ...item, syncable_id: "33010" })).status).toBe(200);
    const elsewhere = await upsert(RUNNING, item, { ...item, syncable_id: "33011", status: "failed" });
    expect(refusal(elsewhere)).toEqual([422, { syncable_id: ["is 33010 already and can't be changed"] }]);
    expect(await resultsOf(RUNNING, "failed")).toEqual([]);
  });

  it("belong to a run that exists", async () => {
    const item = { external_identifier: "EXP-1042", status: "success" };
    expect(refusal(await upsert("9999", item))).toEqual([422, { sync_run_id: ["must exist"] }]);
    expect(refusal(await upsert(RUNNING, { ...item, external_identifier: " " }))).toEqual([
      422,
      { external_identifier: ["can't be blank"] },
    ]);
  });
});

it("a file of a run belongs to one that exists", async () => {
  const form = new FormData();
  form.append("sync_run_id", "9999");
  form.append("file", new Blob(["a;b"]), "run.csv");
  form.append("file_name", "result.csv");
  expect(refusal(await company.post("integrations/sync_run_outputs", form))).toEqual([
    422,
    { sync_run_id: ["must exist"] },
  ]);
  form.set("sync_run_id", RUNNING);
  expect((await company.post("integrations/sync_run_outputs", form)).status).toBe(201);
});
