import { only, type World } from "../../../contract/samples/world";
import { picked, pickedId, type FormSamples } from "./form-sample";

export function assetForms({ company, employee, location, since }: World): FormSamples {
  const nora = employee("Nora");
  const asset = only(
    "assigned asset",
    company.assets.find(({ status }) => status === "assigned"),
  );
  const model = only(
    "sorted model",
    company.assetModels.find(({ asset_category_id }) => asset_category_id !== null),
  );
  const place = location("Barcelona");
  return {
    "itAssets.create": {
      ids: [model.id],
      fill: {
        serial_number: "S-FORM",
        label: "For a test",
        owner_id: picked(nora),
        purchase_date: "2026-11-01",
        purchase_price_cents: "999",
        currency: "EUR",
        warranty_end_date: "2028-11-01",
        notes: "New",
      },
      leaves: ["workplace_id", "team_id"],
      holds: () => company.assets.find(({ serial_number }) => serial_number === "S-FORM"),
      becomes: {
        it_asset_model_id: model.id,
        label: "For a test",
        owner_id: nora.id,
        purchase_price_cents: 99_900,
        currency: "EUR",
        warranty_end_date: "2028-11-01",
        notes: "New",
      },
    },
    "itAssets.update": {
      ids: [asset.id],
      fill: {
        it_asset_model_id: picked(model),
        serial_number: "S-OTHER",
        label: "Relabelled",
        workplace_id: picked(place),
        purchase_date: "2026-11-01",
        purchase_price_cents: "1.234,50",
        currency: "EUR",
        warranty_end_date: "2029-11-01",
        notes: "Scratched",
      },
      leaves: ["status", "owner_id", "team_id"],
      holds: () => company.assets.get(asset.id),
      becomes: {
        it_asset_model_id: model.id,
        serial_number: "S-OTHER",
        label: "Relabelled",
        workplace_id: place.id,
        purchase_price_cents: 123_450,
        notes: "Scratched",
      },
    },
    "itAssetModels.create": {
      fill: {
        brand: "Logitech",
        name: "MX Master",
        type_name: "mouse",
        ...since("2026-10-01", { asset_category_id: pickedId("26") }),
      },
      holds: () => company.assetModels.find(({ name }) => name === "MX Master"),
      becomes: { brand: "Logitech", ...since("2026-10-01", { asset_category_id: "26" }) },
    },
    "itAssetModels.update": {
      ids: [model.id],
      fill: {
        brand: "Acme",
        name: "Anvil",
        type_name: "other",
        ...since("2026-10-01", { asset_category_id: pickedId("26") }),
      },
      holds: () => company.assetModels.get(model.id),
      becomes: { brand: "Acme", name: "Anvil", ...since("2026-10-01", { asset_category_id: "26" }) },
    },
  };
}

export function companyForms({ company, since }: World): FormSamples {
  const resource = only("custom resource", company.customResources.all()[0]);
  const run = only("sync run", company.syncRuns.all()[0]);
  const result = only("sync result", company.syncableSyncRuns.all()[0]);
  const values = () => company.customValues.where(({ resource_id }) => resource_id === resource.id).length;
  return {
    "customResourceSchemas.create": {
      fill: { name: "Certificates", hidden: true, position: "4", usage_group_slug: "skills" },
      leaves: ["effective_at_id"],
      holds: () => company.customSchemas.find(({ name }) => name === "Certificates"),
      becomes: { hidden: true, position: 4 },
    },
    "customResourceValues.create": {
      ids: [resource.id],
      fill: { field_id: "7", value: "B2" },
      holds: values,
      becomes: values() + 1,
    },
    "syncRunOutputs.create": {
      ids: [run.id],
      fill: since("2026-10-01", { file_name: "people.csv" }),
      files: { file: "/home/me/people.csv" },
      holds: () => company.syncRunOutputs.find(({ file_name }) => file_name === "people.csv"),
      becomes: { sync_run_id: run.id },
    },
    "syncableSyncRuns.update": {
      ids: [result.id],
      fill: { status: "failed", error_messages: "base: Nothing came\nname: is missing" },
      holds: () => company.syncableSyncRuns.get(result.id),
      becomes: { status: "failed" },
    },
    "syncableSyncRuns.bulkUpsert": {
      ids: [run.id],
      fill: {
        items: [
          "EXP-7001; expenses/expense; success",
          "LEAVE-7002\temployee_updates/leave\tfailed\t\tbase: Nothing came; sorry, name: is missing",
        ].join("\n"),
      },
      holds: () =>
        ["EXP-7001", "LEAVE-7002"].map((external) => {
          const state = company.syncableStates.find((row) => row.external_identifier === external);
          const result = company.syncableSyncRuns.find((row) => row.syncable_state_id === state?.id);
          return { ...result, sync_type: state?.sync_type };
        }),
      becomes: [
        { sync_type: "expenses/expense", status: "success", sync_run_id: run.id },
        {
          sync_type: "employee_updates/leave",
          status: "failed",
          sync_run_id: run.id,
          error_messages: [
            { key: "base", value: "Nothing came; sorry" },
            { key: "name", value: "is missing" },
          ],
        },
      ],
    },
  };
}
