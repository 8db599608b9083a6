/** What stands on the desks, and the tables that Brisa hangs on its people. */

import { COMPANY_ID } from "../company.js";
import { uuid, type Ground } from "../ground.js";
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

export function foundAssets(ground: Ground): void {
  const { company, random, daysAgo } = ground;
  const categories = new Map(
    CATEGORIES.map((key, index) => [
      key,
      company.assetCategories.insert({
        key,
        name: `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
        position: index + 1,
      }).id,
    ]),
  );
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
  foundCustomResources(ground);
}

function foundCustomResources({ company }: Ground): void {
  const schema = (name: string, position: number): string =>
    company.customSchemas.insert({ name, position, hidden: false, company_id: COMPANY_ID }).id;
  const rows = [
    [schema("Certifications", 1), ["Nora", "Marc", "Jonas"], "Kubernetes administrator"],
    [schema("Parking spaces", 2), ["Carmen", "Irene"], "P-12"],
  ] as const;
  for (const [schemaId, people, value] of rows) {
    for (const first of people) {
      const employee = person(company.employees.all(), first);
      const row = company.customResources.insert({
        schema_id: schemaId,
        attachable_type: "Employee",
        attachable_id: employee.id,
      });
      company.customValues.insert({
        resource_id: row.id,
        attachable_id: employee.id,
        field_id: "771",
        value,
      });
    }
  }
}
