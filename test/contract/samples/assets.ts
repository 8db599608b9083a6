import { COMPANY_ID } from "../../../src/sandbox/company/company";
import type { Samples } from "./sample";
import { only, type World } from "./world";

type Assets = Pick<
  Samples,
  | "itAssets"
  | "itAssetModels"
  | "assetCategories"
  | "customResources"
  | "customResourceSchemas"
  | "customResourceValues"
>;

export function assetSamples(world: World): Assets {
  const { company, employee, since } = world;
  const [nora, marc, lucia] = [employee("Nora"), employee("Marc"), employee("Lucía")];
  const model = only(
    "monitor",
    company.assetModels.find(({ name }) => name === "U2723QE"),
  );
  const asset = only(
    "asset BR-1001",
    company.assets.find(({ serial_number }) => serial_number === "BR-1001"),
  );
  const category = (key: string) =>
    only(
      key,
      company.assetCategories.find((row) => row.key === key),
    );
  const schema = only(
    "table of certifications",
    company.customSchemas.find(({ name }) => name === "Certifications"),
  );
  const row = only(
    "certification of Lucía",
    company.customResources.find(({ attachable_id }) => attachable_id === lucia.id),
  );
  const [value = { id: "" }, ...more] = company.customValues.where(
    ({ resource_id }) => resource_id === row.id,
  );
  return {
    itAssets: {
      list: {
        input: { owner_ids: [nora.id], type_names: ["laptop"] },
        answer: [{ id: asset.id, serial_number: "BR-1001", owner_id: nora.id }],
      },
      get: { input: { id: asset.id }, answer: [{ id: asset.id, serial_number: "BR-1001" }] },
      create: {
        input: {
          it_asset_model_id: model.id,
          serial_number: "BR-9001",
          owner_id: marc.id,
          purchase_date: "2026-11-02",
          purchase_price_cents: 45_900,
          currency: "EUR",
          warranty_end_date: "2029-11-02",
          label: "Second screen",
          notes: "With an arm",
          company_id: COMPANY_ID,
        },
        answer: [
          { serial_number: "BR-9001", owner_id: marc.id, status: "assigned", purchase_price_cents: 45_900 },
        ],
        sees: () => company.assets.find(({ serial_number }) => serial_number === "BR-9001"),
        becomes: { it_asset_model_id: model.id, owner_id: marc.id, label: "Second screen" },
      },
      update: {
        input: { id: asset.id, status: "maintenance", notes: "Keyboard sticks" },
        answer: [{ id: asset.id, status: "maintenance", notes: "Keyboard sticks" }],
        sees: () => asset,
        becomes: { status: "maintenance", notes: "Keyboard sticks", owner_id: nora.id },
      },
      delete: {
        input: { id: asset.id },
        answer: [{ id: asset.id }],
        // It is kept, and shown no more.
        sees: () => typeof asset.discarded_at,
        becomes: "string",
      },
    },
    itAssetModels: {
      list: { input: { ids: [model.id] }, answer: [{ id: model.id, name: "U2723QE", brand: "Dell" }] },
      get: { input: { id: model.id }, answer: [{ id: model.id, name: "U2723QE" }] },
      create: {
        input: {
          brand: "Framework",
          name: "Laptop 13",
          type_name: "laptop",
          ...since("2026-10-01", { asset_category_id: category("it.laptop").id }),
        },
        answer: [{ brand: "Framework", name: "Laptop 13", type_name: "laptop" }],
        sees: () => company.assetModels.find(({ name }) => name === "Laptop 13"),
        becomes: { brand: "Framework", asset_category_id: category("it.laptop").id },
      },
      update: {
        input: { id: model.id, type_name: "screen", brand: "Dell", name: "U2725QE" },
        answer: [{ id: model.id, name: "U2725QE" }],
        sees: () => model.name,
        becomes: "U2725QE",
      },
    },
    assetCategories: {
      list: {
        input: { ids: [category("it.laptop").id] },
        answer: [{ id: category("it.laptop").id, parent_id: category("it").id, name: "Laptop" }],
      },
      get: { input: { id: category("it").id }, answer: [{ id: category("it").id, name: "IT equipment" }] },
    },
    customResources: {
      list: { input: { employee_ids: [lucia.id] }, answer: [{ id: row.id, attachable_id: lucia.id }] },
      get: { input: { id: row.id }, answer: [{ id: row.id, schema_id: schema.id }] },
    },
    customResourceSchemas: {
      list: { input: { ids: [schema.id] }, answer: [{ id: schema.id, name: "Certifications" }] },
      get: { input: { id: schema.id }, answer: [{ id: schema.id, name: "Certifications" }] },
      create: {
        input: { name: "Company cars", company_id: COMPANY_ID, hidden: true, position: 9 },
        answer: [{ name: "Company cars", hidden: true, position: 9 }],
        sees: () => company.customSchemas.find(({ name }) => name === "Company cars"),
        becomes: { hidden: true, position: 9 },
      },
    },
    customResourceValues: {
      list: {
        input: { employee_ids: [lucia.id] },
        answer: [value, ...more].map(({ id }) => ({ id, resource_id: row.id, attachable_id: lucia.id })),
      },
      get: { input: { id: value.id }, answer: [{ id: value.id, resource_id: row.id }] },
      create: {
        input: {
          schema_id: schema.id,
          employee_id: lucia.id,
          custom_resource_id: row.id,
          field_id: "773",
          value: "Renewed",
        },
        answer: [{ resource_id: row.id, attachable_id: lucia.id }],
        sees: () => company.customValues.where(({ resource_id }) => resource_id === row.id).at(-1),
        becomes: { field_id: "773", value: "Renewed" },
      },
    },
  };
}
