/** What stands on the desks, and the tables that Brisa hangs on its people. */

import { COMPANY_ID } from "../company.js";
import { uuid, type Ground } from "../ground.js";
import type { Row } from "../table.js";
import { person } from "./people.js";

const CATEGORIES = [
  "laptop",
  "desktop",
  "tablet",
  "phone",
  "screen",
  "mouse",
  "keyboard",
  "headset",
  "other",
];

const MODELS = [
  ["laptop", "Apple", "MacBook Pro 14"],
  ["laptop", "Lenovo", "ThinkPad X1 Carbon"],
  ["screen", "Dell", "U2723QE"],
  ["phone", "Google", "Pixel 9"],
  ["keyboard", "Keychron", "K8"],
  ["headset", "Jabra", "Evolve2 65"],
] as const;

const HELD = [
  ["MacBook Pro 14", "Nora"],
  ["U2723QE", "Nora"],
  ["K8", "Nora"],
  ["MacBook Pro 14", "Lucía"],
  ["ThinkPad X1 Carbon", "Marc"],
  ["U2723QE", "Marc"],
  ["MacBook Pro 14", "Aiko"],
  ["ThinkPad X1 Carbon", "Jonas"],
  ["Evolve2 65", "Sofia"],
  ["Pixel 9", "Carmen"],
  ["ThinkPad X1 Carbon", "Ivo"],
] as const;

/** Subtypes by type name. Their group comes after them, so that nobody counts on parents coming first. */
function foundCategories({ company }: Ground): ReadonlyMap<string, string> {
  const category = (key: string, name: string, position: number, parent?: string): Row =>
    company.assetCategories.insert({ key, name, position, parent_id: parent });
  const subtypes = CATEGORIES.map((type, index) =>
    category(`it.${type}`, `${type.charAt(0).toUpperCase()}${type.slice(1)}`, index + 1),
  );
  const it = category("it", "IT equipment", 1);
  for (const subtype of subtypes) company.assetCategories.patch(subtype, { parent_id: it.id });
  const office = category("office", "Office furniture", 2);
  const chair = category("office.chair", "Chair", 1, office.id);
  category("office.desk", "Desk", 2, office.id);
  return new Map([
    ...CATEGORIES.map((type, index): [string, string] => [type, subtypes[index]?.id ?? ""]),
    ["chair", chair.id],
  ]);
}

export function foundAssets(ground: Ground): void {
  const { company, random, daysAgo } = ground;
  const categories = foundCategories(ground);
  const models = new Map<string, string>(
    MODELS.map(([type, brand, name]) => [
      name,
      company.assetModels.insert({
        id: uuid(random),
        type_name: type,
        asset_category_id: categories.get(type),
        company_id: COMPANY_ID,
        brand,
        name,
      }).id,
    ]),
  );
  const asset = (model: string, serial: string, fields: Record<string, unknown>): void => {
    company.assets.insert({
      id: uuid(random),
      company_id: COMPANY_ID,
      it_asset_model_id: models.get(model),
      serial_number: serial,
      purchase_date: daysAgo(300 + random.whole(0, 400)),
      purchase_price_cents: random.whole(80, 2600) * 100,
      currency: "EUR",
      warranty_end_date: daysAgo(-random.whole(30, 700)),
      ...fields,
    });
  };
  for (const [index, [model, first]] of HELD.entries()) {
    const owner = person(company.employees.all(), first);
    asset(model, `BR-${1001 + index}`, {
      status: "assigned",
      owner_id: owner.id,
      label: `${first}'s ${model}`,
    });
  }
  const location = company.locations.all()[0]?.id;
  asset("U2723QE", "BR-2001", { status: "in_stock", notes: "In the cupboard by the kitchen" });
  asset("Evolve2 65", "BR-2002", { status: "in_stock" });
  asset("ThinkPad X1 Carbon", "BR-2003", { status: "maintenance", notes: "Broken hinge" });
  asset("Pixel 9", "BR-2004", { status: "retired" });
  asset("U2723QE", "BR-2005", { status: "assigned", location_id: location, label: "Meeting room Llevant" });
  asset("Pixel 9", "BR-2006", {
    status: "assigned",
    team_id: company.teams.all()[0]?.id,
    label: "Test device",
  });
  foundMoreAssets(ground, models, categories);
  foundCustomResources(ground);
}

/** With ids of their own and no luck involved, so that what is founded after them stays what it was. */
function foundMoreAssets(
  { company, daysAgo }: Ground,
  models: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): void {
  const chair = company.assetModels.insert({
    id: "0199e6ea-20c0-73d3-9782-000000000101",
    type_name: "other",
    asset_category_id: categories.get("chair"),
    company_id: COMPANY_ID,
    brand: "Herman Miller",
    name: "Aeron",
  });
  // Nobody has sorted it into a category yet.
  const printer = company.assetModels.insert({
    id: "0199e6ea-20c0-73d3-9782-000000000102",
    type_name: "other",
    company_id: COMPANY_ID,
    brand: "Zebra",
    name: "Badge printer ZC300",
  });
  const [barcelona, lisbon] = company.locations.all().map((location) => location.id);
  const owner = (first: string): string => person(company.employees.all(), first).id;
  const sketches: readonly (readonly [string | undefined, Record<string, unknown>])[] = [
    [
      models.get("ThinkPad X1 Carbon"),
      {
        status: "assigned",
        workplace_id: lisbon,
        label: "Front desk Lisbon",
        warranty_end_date: daysAgo(-6),
      },
    ],
    // Being repaired, and still Pau's.
    [
      models.get("MacBook Pro 14"),
      { status: "maintenance", owner_id: owner("Pau"), notes: "Battery swells" },
    ],
    [
      models.get("Pixel 9"),
      { status: "in_stock", warranty_end_date: daysAgo(20), purchase_price_cents: 79_900 },
    ],
    [
      models.get("ThinkPad X1 Carbon"),
      { status: "retired", purchase_date: daysAgo(1900), warranty_end_date: daysAgo(800), notes: "Sold" },
    ],
    [chair.id, { status: "assigned", owner_id: owner("Irene"), label: "Irene's chair" }],
    [printer.id, { status: "assigned", workplace_id: barcelona, team_id: company.teams.all()[2]?.id }],
    // As little as an asset can have.
    [models.get("K8"), { status: "in_stock", ...NOTHING_MORE }],
  ];
  for (const [index, [model, fields]] of sketches.entries()) {
    company.assets.insert({
      id: `0199e6ea-20c0-73d3-9782-${String(2007 + index).padStart(12, "0")}`,
      company_id: COMPANY_ID,
      it_asset_model_id: model,
      serial_number: `BR-${2007 + index}`,
      purchase_date: daysAgo(420 + index * 31),
      purchase_price_cents: 129_900 + index * 10_050,
      currency: "EUR",
      warranty_end_date: daysAgo(-300),
      ...fields,
    });
  }
}

const NOTHING_MORE = {
  purchase_date: undefined,
  purchase_price_cents: undefined,
  currency: undefined,
  warranty_end_date: undefined,
};

function foundCustomResources({ company }: Ground): void {
  const schema = (name: string, position: number, hidden = false): string =>
    company.customSchemas.insert({ name, position, hidden, company_id: COMPANY_ID }).id;
  const row = (schemaId: string, first: string, ...fields: readonly string[]): void => {
    const employee = person(company.employees.all(), first);
    const made = company.customResources.insert({
      schema_id: schemaId,
      attachable_type: "Employee",
      attachable_id: employee.id,
    });
    for (const [index, value] of fields.entries()) {
      company.customValues.insert({
        resource_id: made.id,
        attachable_id: employee.id,
        field_id: String(771 + index),
        value,
      });
    }
  };
  const certifications = schema("Certifications", 1);
  const parking = schema("Parking spaces", 2);
  for (const first of ["Nora", "Marc", "Jonas"]) row(certifications, first, "Kubernetes administrator");
  for (const first of ["Carmen", "Irene"]) row(parking, first, "P-12");
  row(certifications, "Nora", "Scrum master", "2027-05-31");
  row(certifications, "Lucía", "Web accessibility", "2028-01-15");
  row(certifications, "Amina", "Cloud architect", "2027-11-30", "Exam paid by Helios");
  row(parking, "Sofia", "P-14");
  // A row whose values nobody has filled in, and a table that profiles don't show.
  row(parking, "Mateo");
  row(schema("Emergency contacts", 3, true), "Aiko", "+81 3 0000 0000");
  // A table without rows.
  schema("Languages", 4);
}
