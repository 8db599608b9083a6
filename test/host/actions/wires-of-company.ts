import { byId, each, gone, once, type Samples } from "./sample";

export const companySamples: Samples = {
  "itAssets.create": each("POST it_management/it_assets", ({ id }) => ({ it_asset_model_id: id }), {
    serial_number: "HOST-1",
    label: "From a test",
  }),
  "itAssets.assign": each("PUT it_management/it_assets/{id}", ({ id }) => ({ id, status: "assigned" }), {
    owner_id: "302",
  }),
  "itAssets.update": each(
    "PUT it_management/it_assets/{id}",
    byId,
    { status: "maintenance", notes: "Broken screen" },
    {
      fits: ({ status }) => status === "assigned",
    },
  ),
  "itAssets.delete": gone("it_management/it_assets"),
  "itAssetModels.create": once(
    "POST it_management/it_asset_models",
    {},
    { brand: "Logitech", name: "MX Master", asset_category_id: "26" },
  ),
  "itAssetModels.update": each(
    "PUT it_management/it_asset_models/{id}",
    ({ id, type_name, asset_category_id }) => ({ id, type_name, asset_category_id }),
    { brand: "Apple", name: "MacBook" },
    { fits: ({ asset_category_id }) => asset_category_id !== null },
  ),
  "customResourceSchemas.create": once(
    "POST custom_resources/schemas",
    { company_id: "4217" },
    { name: "Certificates", hidden: false },
  ),
  "customResourceValues.create": each(
    "POST custom_resources/values",
    ({ id, schema_id, attachable_id }) => ({ custom_resource_id: id, schema_id, employee_id: attachable_id }),
    { field_id: "7", value: "B2" },
  ),
  "syncRuns.create": once("POST integrations/sync_runs", {}),
  "syncRunOutputs.create": {
    input: { file: new File(["id\n7\n"], "out.csv"), file_name: "out.csv" },
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: "POST integrations/sync_run_outputs",
        body: { sync_run_id: id, file: { name: "out.csv", size: 5 }, file_name: "out.csv" },
      })),
  },
  "syncableSyncRuns.bulkUpsert": each(
    "POST integrations/syncable_sync_runs/bulk_upsert",
    ({ id }) => ({ sync_run_id: id }),
    { items: [{ external_identifier: "EXP-1", syncable_type: "expenses/expense", status: "success" }] },
  ),
  "syncableSyncRuns.update": each("PUT integrations/syncable_sync_runs/{id}", byId, { status: "success" }),
};
