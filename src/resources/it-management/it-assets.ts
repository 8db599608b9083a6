import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { create, get, list, remove, since, update } from "../../api/operation";
import { defineResource } from "../../api/resource";

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
  row: (asset) => ({
    // An empty label is no label.
    label: [asset.label, asset.serial_number].find(Boolean) ?? asset.id,
    description: asset.status,
  }),
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
