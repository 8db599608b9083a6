import * as z from "zod";
import * as f from "../../api/fields";
import { id, optionalRecordId, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";
import { versionsFrom } from "../../api/versions";

const FROM_OCTOBER = { versions: versionsFrom("2026-10-01") };

/** What kinds of assets there are, a tree: groups at the top, and in them the subtypes that models belong to. */
export const assetCategories = defineResource({
  module: "it_management",
  path: "asset_categories",
  names: { one: "asset category", many: "asset categories" },
  icon: "list-tree",
  record: z.object({
    id: recordId,
    /** Empty for a group. */
    parent_id: optionalRecordId,
    /** Its dotted place in the catalogue, such as `it.laptop`. */
    key: f.optionalText,
    name: f.text,
    position: f.optionalNumber,
    created_at: f.optionalInstant,
    updated_at: f.optionalInstant,
  }),
  row: ({ name, parent_id }, wording) => ({
    label: name,
    description: wording.name("assetCategories", parent_id) || undefined,
  }),
  fields: { parent_id: { label: "Group", names: "assetCategories" } },
  operations: {
    list: list({ ids: z.array(id).optional() }, FROM_OCTOBER),
    get: get(FROM_OCTOBER),
  },
});
