import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { create, get, list, remove, since, update } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { iconOf, joined } from "../row-text";

/** Told in prose only, so that others are taken too. */
export const ASSET_STATUSES = ["assigned", "in_stock", "maintenance", "retired"] as const;

const details = {
  /** An employee's id. */
  owner_id: id.optional(),
  /** A space's id: where a location is meant, that is `workplace_id`. */
  location_id: id.optional(),
  /** A location's id. */
  workplace_id: id.optional(),
  team_id: id.optional(),
  purchase_date: f.date.optional(),
  purchase_price_cents: f.cents.optional(),
  currency: z.string().optional(),
  warranty_end_date: f.date.optional(),
  label: z.string().optional(),
  notes: z.string().optional(),
  company_id: id.optional(),
};

/** Devices and other things that people have. Ids are UUIDs in every version, as are those of the models. */
export const itAssets = defineResource({
  module: "it_management",
  path: "it_assets",
  names: { one: "asset", many: "assets" },
  icon: "device-desktop",
  record: z.object({
    id: recordId,
    company_id: optionalRecordId,
    it_asset_model_id: recordId,
    serial_number: f.optionalText,
    status: f.openEnum(...ASSET_STATUSES),
    /** An employee. */
    owner_id: optionalRecordId,
    /** A space. */
    location_id: optionalRecordId,
    /** A location. */
    workplace_id: optionalRecordId,
    team_id: optionalRecordId,
    purchase_date: f.optionalDate,
    purchase_price_cents: f.optionalCents,
    currency: f.optionalText,
    warranty_end_date: f.optionalDate,
    label: f.optionalText,
    notes: f.optionalText,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
    /** When it was deleted: deleting keeps the asset. */
    discarded_at: f.optionalInstant,
  }),
  row: (asset, wording) => ({
    // An empty label is no label.
    label: [asset.label, asset.serial_number].find(Boolean) ?? "",
    description: joined(
      wording.name("itAssetModels", asset.it_asset_model_id),
      wording.name("employees", asset.owner_id) ||
        wording.name("teams", asset.team_id) ||
        wording.name("locations", asset.workplace_id) ||
        wording.word(asset.status),
    ),
    icon: iconOf(
      { assigned: "account", in_stock: "package", maintenance: "tools", retired: "archive" },
      asset.status,
    ),
    status: wording.word(asset.status),
  }),
  states: ({ status }) => [status],
  fields: {
    owner_id: { label: "Owner", names: "employees" },
    // A space of a location; spaces have no names in the API.
    location_id: { label: "Space", names: null },
    workplace_id: { label: "Workplace" },
    currency: { help: "Three letters, such as EUR." },
    status: { choices: ASSET_STATUSES.map((value) => ({ value, label: value.replaceAll("_", " ") })) },
    notes: { long: true },
    company_id: { hidden: true },
  },
  places: [
    {
      parent: "itAssetModels",
      where: { it_asset_model_id: "id" },
      group: "Assets",
      empty: "No assets of this model.",
    },
  ],
  actions: {
    create: {
      title: "New Asset",
      on: "itAssetModels",
      target: "it_asset_model_id",
      form: true,
      asks: [
        "serial_number",
        "label",
        "notes",
        "owner_id",
        "workplace_id",
        "team_id",
        "purchase_date",
        "purchase_price_cents",
        "currency",
        "warranty_end_date",
      ],
      sections: { owner_id: "Who has it", purchase_date: "Purchase" },
      danger: "reversible",
      undo: { operation: "delete", answer: "id" },
      done: "has a new asset",
    },
    assign: {
      title: "Assign Asset",
      operation: "update",
      states: ["in_stock", "assigned", "maintenance"],
      asks: ["owner_id"],
      fixed: { status: "assigned" },
      danger: "reversible",
      undo: { operation: "update", from: { status: "status", owner_id: "owner_id" } },
      done: "assigned",
    },
    update: {
      title: "Edit Asset",
      form: true,
      asks: [
        "it_asset_model_id",
        "serial_number",
        "label",
        "notes",
        "status",
        "owner_id",
        "workplace_id",
        "team_id",
        "purchase_date",
        "purchase_price_cents",
        "currency",
        "warranty_end_date",
      ],
      sections: { status: "Who has it", purchase_date: "Purchase" },
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          it_asset_model_id: "it_asset_model_id",
          serial_number: "serial_number",
          label: "label",
          status: "status",
          owner_id: "owner_id",
          workplace_id: "workplace_id",
          team_id: "team_id",
          purchase_date: "purchase_date",
          purchase_price_cents: "purchase_price_cents",
          currency: "currency",
          warranty_end_date: "warranty_end_date",
          notes: "notes",
        },
      },
      done: "changed",
    },
    delete: { title: "Delete Asset", danger: "destructive", done: "deleted", removes: true },
  },
  operations: {
    // There is no filter by status, nor by model.
    list: list({
      ids: z.array(textId).optional(),
      serial_numbers: z.array(z.string()).optional(),
      type_names: z.array(z.string()).optional(),
      /** Groups, not the subtypes that models belong to. */
      asset_category_ids: since("2026-10-01", z.array(id).optional()),
      /** Employees' ids. */
      owner_ids: z.array(id).optional(),
      location_ids: z.array(id).optional(),
      workplace_ids: z.array(id).optional(),
      team_ids: z.array(id).optional(),
    }),
    get: get(),
    create: create({ it_asset_model_id: textId, serial_number: z.string().min(1), ...details }),
    update: update({
      id: textId,
      it_asset_model_id: textId.optional(),
      serial_number: z.string().min(1).optional(),
      /** One of `ASSET_STATUSES`; the server refuses some of the ways from one to another. */
      status: z.string().min(1).optional(),
      ...details,
    }),
    delete: remove(),
  },
});
