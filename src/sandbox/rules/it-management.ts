/** IT assets, their models, and the tree of categories that models belong to. */

import type { Call } from "../call.js";
import { COMPANY_ID } from "../company/company.js";
import { textOf, without, type Row } from "../company/table.js";
import { invalid } from "../errors.js";
import { byList } from "../filters.js";
import { resource, type Resources } from "../resource.js";
import { checkChoice, checkDays, checkFilled } from "./checks.js";
import { randomUUID } from "node:crypto";

const STATUSES = ["assigned", "in_stock", "maintenance", "retired"];

const HOLDERS = ["owner_id", "location_id", "workplace_id", "team_id"] as const;

const HOLDERS_IN_WORDS = "an owner, a location, a workplace or a team";

function modelOf(asset: Row, call: Call): Row | undefined {
  return call.company.assetModels.get(String(asset.it_asset_model_id));
}

/** The group at the top of the tree that an asset is in. */
function groupOf(asset: Row, call: Call): string {
  const subtype = call.company.assetCategories.get(textOf(modelOf(asset, call)?.asset_category_id));
  return textOf(subtype?.parent_id);
}

/** Whether somebody or something has it once the change is made. */
function isHeld({ body }: Call, asset: Row | undefined): boolean {
  return HOLDERS.some((field) => (body.has(field) ? body.text(field) : asset?.[field]) != null);
}

/**
 * The description says that some ways from one status to another are refused, not which. Here a retired asset comes
 * back through the stock only, and nobody has what is in stock or retired.
 */
function checkStatus(call: Call, asset: Row | undefined): void {
  checkChoice(call, "status", STATUSES);
  const { body } = call;
  const [from, to] = [asset?.status, body.text("status") ?? asset?.status];
  if (from === "retired" && to !== "retired" && to !== "in_stock") {
    throw invalid(
      "status",
      `can't go from retired to ${textOf(to)}: a retired asset goes back to in_stock first`,
    );
  }
  const holder = HOLDERS.find((field) => body.text(field) !== undefined);
  if (holder && (to === "retired" || body.text("status") === "in_stock"))
    throw invalid(holder, `can't be given to an asset that is ${textOf(to)}`);
  if (body.text("status") === "assigned" && !isHeld(call, asset))
    throw invalid("status", `can't be assigned without ${HOLDERS_IN_WORDS}`);
}

function checkHolders({ body, company }: Call): void {
  const owner = company.employees.get(body.text("owner_id") ?? "");
  if (owner?.active === false) throw invalid("owner_id", "must be an active employee");
  const workplace = body.text("workplace_id");
  if (workplace !== undefined && !company.locations.get(workplace))
    throw invalid("workplace_id", "must exist");
}

/** Serial numbers are the maker's: those of different models may be the same. Deleted assets have freed theirs. */
function checkSerialNumber({ body, company }: Call, asset: Row | undefined): void {
  const serial = body.text("serial_number") ?? asset?.serial_number;
  const model = body.text("it_asset_model_id") ?? asset?.it_asset_model_id;
  const taken = company.assets.find(
    (other) =>
      other.serial_number === serial &&
      other.it_asset_model_id === model &&
      other.id !== asset?.id &&
      !isDiscarded(other),
  );
  if (taken) throw invalid("serial_number", "has already been taken");
}

function isDiscarded(asset: Row): boolean {
  return asset.discarded_at !== undefined;
}

/** What somebody has is assigned, what nobody has is in stock; maintenance and retirement are said, not inferred. */
function settledStatus(call: Call, asset: Row | undefined): Record<string, unknown> {
  const asked = call.body.text("status");
  if (asked === "in_stock" || asked === "retired") return { status: asked, ...RELEASED };
  if (asked !== undefined) return { status: asked };
  const current = asset?.status;
  if (current === "maintenance" || current === "retired") return {};
  return { status: isHeld(call, asset) ? "assigned" : "in_stock" };
}

const RELEASED = Object.fromEntries(HOLDERS.map((field) => [field, undefined]));

const assets = resource({
  table: (company) => company.assets,
  shows: (asset) => !isDiscarded(asset),
  filters: {
    "type_names[]": byList((asset, types, call) => types.has(String(modelOf(asset, call)?.type_name))),
    // By group: the subtypes that models belong to match nothing.
    "asset_category_ids[]": byList((asset, groups, call) => groups.has(groupOf(asset, call))),
  },
  check: (call, asset) => {
    const { body } = call;
    for (const field of ["serial_number", "it_asset_model_id", "status"])
      if (body.has(field) && body.text(field) === undefined) throw invalid(field, "can't be blank");
    checkFilled(call, "serial_number");
    checkDays(call, "purchase_date", "warranty_end_date");
    checkHolders(call);
    checkStatus(call, asset);
    checkSerialNumber(call, asset);
  },
  defaults: (call) => ({ id: randomUUID(), company_id: COMPANY_ID, ...settledStatus(call, undefined) }),
  update: (asset, call) => {
    call.company.assets.patch(asset, { ...without(call.body.fields, "id"), ...settledStatus(call, asset) });
  },
  // It is kept, though no read shows it any more; the answer to the deletion does.
  discard: (asset, call) =>
    call.company.assets.patch(asset, { discarded_at: call.company.now().toISOString() }),
});

const TYPE_NAMES = ["laptop", "desktop", "tablet", "phone", "screen", "mouse", "keyboard", "headset"];

/** The category, where one is given, beats the older type name; where only that is given, it tells the category. */
function kind({ body, company }: Call): Record<string, unknown> {
  const category = company.assetCategories.get(body.text("asset_category_id") ?? "");
  if (category) {
    const last = textOf(category.key).replace(/^.*\./, "");
    return { type_name: TYPE_NAMES.includes(last) ? last : "other" };
  }
  const type = body.text("type_name");
  if (type === undefined) return {};
  return { asset_category_id: company.assetCategories.find(({ key }) => key === `it.${type}`)?.id };
}

const models = resource({
  table: (company) => company.assetModels,
  check: (call, model) => {
    const { body, company } = call;
    checkFilled(call, "brand", "name", "type_name");
    const hasType = body.text("type_name") !== undefined || body.text("asset_category_id") !== undefined;
    if (!model && !hasType) throw invalid("asset_category_id", "can't be blank");
    const category = company.assetCategories.get(body.text("asset_category_id") ?? "");
    if (category && category.parent_id === undefined)
      throw invalid("asset_category_id", "must be a subtype, not a group");
  },
  defaults: () => ({ id: randomUUID(), company_id: COMPANY_ID }),
  fields: (call) => ({ ...call.body.fields, ...kind(call) }),
});

const categories = resource({ table: (company) => company.assetCategories });

export const itResources: Resources = {
  "it_management/it_assets": assets,
  "it_management/it_asset_models": models,
  "it_management/asset_categories": categories,
};
