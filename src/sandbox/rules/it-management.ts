/** IT assets and their models. */

import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import { without, type Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { byList } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkChoice, checkDays, checkFilled } from "./checks.js";
import { randomUUID } from "node:crypto";

const STATUSES = ["assigned", "in_stock", "maintenance", "retired"];

const HOLDERS = ["owner_id", "location_id", "workplace_id", "team_id"] as const;

function modelOf(asset: Row, call: Call): Row | undefined {
  return call.company.assetModels.get(String(asset.it_asset_model_id));
}

/** What somebody has is assigned, what nobody has is in stock; maintenance and retirement are said, not inferred. */
function settledStatus(call: Call, asset: Row | undefined): Record<string, unknown> {
  if (call.body.has("status")) return {};
  const current = asset?.status;
  if (current === "maintenance" || current === "retired") return {};
  const held = HOLDERS.some(
    (field) => (call.body.has(field) ? call.body.text(field) : asset?.[field]) != null,
  );
  return { status: held ? "assigned" : "in_stock" };
}

const assets = resource({
  table: (company) => company.assets,
  filters: {
    "type_names[]": byList((asset, types, call) => types.has(String(modelOf(asset, call)?.type_name))),
    "asset_category_ids[]": byList((asset, ids, call) =>
      ids.has(String(modelOf(asset, call)?.asset_category_id)),
    ),
  },
  check: (call, asset) => {
    checkFilled(call, "serial_number");
    checkDays(call, "purchase_date", "warranty_end_date");
    checkChoice(call, "status", STATUSES);
    const serial = call.body.text("serial_number");
    const taken = call.company.assets.find(
      (other) => other.serial_number === serial && other.id !== asset?.id,
    );
    if (serial !== undefined && taken) throw invalid("serial_number", "has already been taken");
  },
  defaults: (call) => ({ id: randomUUID(), company_id: COMPANY_ID, ...settledStatus(call, undefined) }),
  update: (asset, call) => {
    call.company.assets.patch(asset, { ...without(call.body.fields, "id"), ...settledStatus(call, asset) });
  },
});

/** The category, where one is given, beats the older type name. */
function typeName(call: Call): Record<string, unknown> {
  const category = call.company.assetCategories.get(call.body.text("asset_category_id") ?? "");
  return category ? { type_name: category.key } : {};
}

const models = resource({
  table: (company) => company.assetModels,
  check: (call, model) => {
    checkFilled(call, "brand", "name");
    const hasType = call.body.has("type_name") || call.body.has("asset_category_id");
    if (!model && !hasType) throw invalid("asset_category_id", "can't be blank");
  },
  defaults: () => ({ id: randomUUID(), company_id: COMPANY_ID }),
  fields: (call) => ({ ...call.body.fields, ...typeName(call) }),
});

const categories = resource({ table: (company) => company.assetCategories });

export const itResources: Resources = {
  "it_management/it_assets": assets,
  "it_management/it_asset_models": models,
  "it_management/asset_categories": categories,
};
