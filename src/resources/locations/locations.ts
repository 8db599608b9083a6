import * as z from "zod";
import * as f from "../../api/fields";
import { id, recordId } from "../../api/ids";
import { get, list } from "../../api/operation";
import { defineResource } from "../../api/resource";

/** Where people work; a location's time zone is the calendar that its people's time is logged in. */
export const locations = defineResource({
  module: "locations",
  path: "locations",
  names: { one: "location", many: "locations" },
  icon: "location",
  record: z.object({
    id: recordId,
    company_id: recordId.nullish(),
    name: f.text,
    /** IANA name. */
    timezone: f.optionalText,
    country: f.optionalText,
    state: f.optionalText,
    city: f.optionalText,
    address_line_1: f.optionalText,
    address_line_2: f.optionalText,
    postal_code: f.optionalText,
    phone_number: f.optionalText,
    main: f.optionalFlag,
    latitude: f.optionalNumber,
    longitude: f.optionalNumber,
    radius: f.optionalNumber,
    /** France only. */
    siret: f.optionalText,
  }),
  row: ({ name, city }) => ({ label: name, description: city ?? undefined }),
  operations: {
    list: list({
      ids: z.array(id).optional(),
      employee_ids: z.array(id).optional(),
      main: z.boolean().optional(),
    }),
    get: get(),
  },
});
