import { describe, expect, test } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import type { ApiVersion } from "../../../src/api/versions";
import { createFactorialClient, type FactorialClient } from "../../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../../src/sandbox/demo-credentials";
import { sandboxOfFile } from "../support/sandbox";

const sandbox = await sandboxOfFile();

function clientOf(version: ApiVersion): FactorialClient {
  return createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version,
    retryDelays: [],
  });
}

describe.each(["2026-04-01", "2026-07-01", "2026-10-01"] as const)("in %s", (version) => {
  test("assets and their models have UUIDs, all else that they name has numbers up to 2026-04-01", async () => {
    const { itAssets, itAssetModels, employees } = clientOf(version);
    const model = await itAssetModels.create({ type_name: "laptop", brand: "Lenovo", name: "X1" });
    await itAssetModels.update({ id: model.id, type_name: "laptop", brand: "Lenovo", name: "X1 Carbon" });
    const [owner] = (await employees.list({ limit: 1 })).data;
    const asset = await itAssets.create({ it_asset_model_id: model.id, serial_number: `S-${version}` });
    expect(asset).toMatchObject({ it_asset_model_id: model.id, status: "in_stock" });
    const update = { id: asset.id, owner_id: owner?.id, purchase_price_cents: 189_900 };
    await expect(itAssets.update(update)).resolves.toMatchObject({ ...update, status: "assigned" });
    await expect(itAssets.delete({ id: asset.id })).resolves.toMatchObject({ id: asset.id });
  });

  test("a file of a sync run goes out as a form", async () => {
    const { syncRuns, syncRunOutputs } = clientOf(version);
    const run = await syncRuns.create();
    const file = new File(["employee;amount\n"], "payroll.csv", { type: "text/csv" });
    // The operation came with 2026-07-01, where there is no file_name yet: 2026-04-01 goes out in that one.
    const name = version === "2026-10-01" ? { file_name: "payroll.csv" } : {};
    const output = await syncRunOutputs.create({ sync_run_id: run.id, file, ...name });
    expect(output).toMatchObject({ sync_run_id: run.id, file_name: "payroll.csv" });
  });
});

describe("what a version wants or does not know is told before anything is sent", () => {
  test("a model needs its type up to 2026-07-01, and may have a category from 2026-10-01", async () => {
    const before = sandbox.requests.length;
    const model = { brand: "Lenovo", name: "X1" };
    await expect(clientOf("2026-07-01").itAssetModels.create(model)).rejects.toMatchObject({
      kind: "invalid",
      fields: { type_name: [expect.any(String)] },
    });
    await expect(
      clientOf("2026-07-01").itAssetModels.create({ ...model, type_name: "laptop", asset_category_id: "1" }),
    ).rejects.toMatchObject({ kind: "invalid", fields: { asset_category_id: [expect.any(String)] } });
    expect(sandbox.requests).toHaveLength(before);
    const [category] = (await clientOf("2026-10-01").assetCategories.all()).data;
    const created = await clientOf("2026-10-01").itAssetModels.create({
      ...model,
      asset_category_id: category?.id,
    });
    expect(created).toMatchObject({ ...model, asset_category_id: category?.id });
  });

  test("a file needs a name from 2026-10-01", async () => {
    const before = sandbox.requests.length;
    const output = { sync_run_id: "7002", file: new File(["a;b\n"], "payroll.csv") };
    await expect(clientOf("2026-10-01").syncRunOutputs.create(output)).rejects.toMatchObject({
      kind: "invalid",
      fields: { file_name: [expect.any(String)] },
    });
    expect(sandbox.requests).toHaveLength(before);
  });
});

describe("sync results", () => {
  test("are written in bulk and one by one, and tell errors as pairs", async () => {
    const { syncableSyncRuns } = clientOf("2026-10-01");
    const { data, unreadable } = await syncableSyncRuns.bulkUpsert({
      sync_run_id: "7002",
      items: [
        {
          external_identifier: "EXP-2001",
          syncable_type: "expenses/expense",
          status: "failed",
          error_messages: { account: "Ledger account 629 is closed" },
        },
      ],
    });
    expect(unreadable).toEqual([]);
    expect(data).toMatchObject([
      { status: "failed", error_messages: [{ key: "account", value: "Ledger account 629 is closed" }] },
    ]);
    const [result] = data;
    const settled = await clientOf("2026-04-01").syncableSyncRuns.update({
      id: result?.id ?? "",
      status: "success",
    });
    expect(settled).toMatchObject({ id: result?.id, status: "success", error_messages: [] });
  });
});
