import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId, textId } from "../../api/ids";
import { create, get, list, optionalSince, since, update } from "../../api/operation";
import { defineResource } from "../../api/resource";

const OCTOBER = "2026-10-01";

/** Told in prose only, so that others are taken too. */
export const ASSET_TYPE_NAMES = [
  "laptop",
  "desktop",
  "tablet",
  "phone",
  "screen",
  "mouse",
  "keyboard",
  "headset",
  "other",
] as const;

const details = () => ({
  /** One of `ASSET_TYPE_NAMES`; it counts for nothing beside `asset_category_id`, which takes its place. */
  type_name: optionalSince(OCTOBER, z.string().min(1)),
  /** A category that is no group. */
  asset_category_id: since(OCTOBER, id.optional()),
  brand: z.string().min(1),
  name: z.string().min(1),
  company_id: id.optional(),
});

/** Makes of devices: an asset is one of a model. Ids are UUIDs in every version. */
export const itAssetModels = defineResource({
  module: "it_management",
  path: "it_asset_models",
  names: { one: "asset model", many: "asset models" },
  icon: "device-mobile",
  record: z.object({
    id: recordId,
    /** Called deprecated since 2026-10-01, though still sent. */
    type_name: f.openEnum(...ASSET_TYPE_NAMES).nullish(),
    company_id: optionalRecordId,
    brand: f.optionalText,
    name: f.text,
    /** From 2026-10-01; empty where the model is not sorted yet. */
    asset_category_id: optionalRecordId,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
  }),
  row: ({ name, brand }) => ({ label: name, description: brand ?? undefined }),
  fields: {
    company_id: { hidden: true },
    type_name: {
      label: "Kind",
      help: "A word such as laptop, phone or other. It counts for nothing beside a category.",
    },
  },
  actions: {
    create: {
      title: "New Asset Model",
      on: null,
      form: true,
      asks: ["brand", "name", "asset_category_id", "type_name"],
      danger: "none",
      done: "Asset model added",
    },
    update: {
      title: "Edit Asset Model",
      // The whole model is sent, not only what changes.
      from: { type_name: "type_name", asset_category_id: "asset_category_id" },
      form: true,
      asks: ["brand", "name", "asset_category_id", "type_name"],
      danger: "reversible",
      undo: {
        operation: "update",
        from: {
          brand: "brand",
          name: "name",
          type_name: "type_name",
          asset_category_id: "asset_category_id",
        },
      },
      done: "changed",
    },
  },
  operations: {
    list: list({ ids: z.array(textId).optional() }),
    get: get(),
    create: create(details()),
    /** Takes the whole model, not only what changes. */
    update: update({ id: textId, ...details() }),
  },
});
