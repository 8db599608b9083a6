/** IT assets: who has them, what state they are in, and what kind of thing they are. */

import { describe, expect, it } from "vitest";
import { NORA, companyBeforeEach, refusal, type Answer, type Fields } from "./harness.js";

const company = companyBeforeEach();

const ASSETS = "it_management/it_assets";
const MODELS = "it_management/it_asset_models";

async function assetWith(serial: string): Promise<Fields> {
  const [asset] = (await company.get(`${ASSETS}?serial_numbers[]=${serial}`)).body.data;
  if (!asset) throw new Error(`no asset ${serial}`);
  return asset;
}

async function change(serial: string, fields: Record<string, unknown>): Promise<Answer> {
  const { id } = await assetWith(serial);
  return await company.put(`${ASSETS}/${String(id)}`, { id, ...fields });
}

const none = { owner_id: null, location_id: null, workplace_id: null, team_id: null };
const holders = ({ body }: Answer): unknown => [
  body.status,
  ...[body.owner_id, body.location_id, body.workplace_id, body.team_id].filter((value) => value != null),
];

const ASSIGNED = "BR-1001";
const IN_STOCK = "BR-2002";
const MAINTENANCE = "BR-2003";
const RETIRED = "BR-2004";

describe("the status of an asset", () => {
  it("is assigned only together with somebody who has it", async () => {
    const words = "can't be assigned without an owner, a location, a workplace or a team";
    expect(refusal(await change(IN_STOCK, { status: "assigned" }))).toEqual([422, { status: [words] }]);
    expect(refusal(await change(ASSIGNED, { status: "assigned", ...none }))).toEqual([
      422,
      { status: [words] },
    ]);
    expect(holders(await change(IN_STOCK, { status: "assigned", team_id: "91" }))).toEqual([
      "assigned",
      "91",
    ]);
    expect(holders(await change(ASSIGNED, { status: "assigned" }))).toEqual(["assigned", NORA]);
  });

  it("follows who has it, unless it is said", async () => {
    expect(holders(await change(IN_STOCK, { workplace_id: "82" }))).toEqual(["assigned", "82"]);
    expect(holders(await change(IN_STOCK, none))).toEqual(["in_stock"]);
    expect(holders(await change(MAINTENANCE, { owner_id: NORA }))).toEqual(["maintenance", NORA]);
  });

  it("takes it from whoever had it when it goes back to stock or is retired, not when it is repaired", async () => {
    expect(holders(await change(ASSIGNED, { status: "maintenance" }))).toEqual(["maintenance", NORA]);
    expect(holders(await change(ASSIGNED, { status: "assigned" }))).toEqual(["assigned", NORA]);
    expect(holders(await change(ASSIGNED, { status: "in_stock" }))).toEqual(["in_stock"]);
    expect(holders(await change("BR-1002", { status: "retired" }))).toEqual(["retired"]);
    expect(refusal(await change("BR-1003", { status: "in_stock", owner_id: NORA }))).toEqual([
      422,
      { owner_id: ["can't be given to an asset that is in_stock"] },
    ]);
    expect(refusal(await change("BR-1003", { status: "retired", team_id: "91" }))).toEqual([
      422,
      { team_id: ["can't be given to an asset that is retired"] },
    ]);
  });

  it("leads from retired back to the stock, and nowhere else", async () => {
    for (const status of ["assigned", "maintenance"]) {
      expect(refusal(await change(RETIRED, { status, owner_id: NORA }))).toEqual([
        422,
        { status: [`can't go from retired to ${status}: a retired asset goes back to in_stock first`] },
      ]);
    }
    expect(refusal(await change(RETIRED, { owner_id: NORA }))).toEqual([
      422,
      { owner_id: ["can't be given to an asset that is retired"] },
    ]);
    expect((await change(RETIRED, { notes: "In the cellar" })).body.status).toBe("retired");
    expect((await change(RETIRED, { status: "in_stock" })).body.status).toBe("in_stock");
    expect(holders(await change(RETIRED, { owner_id: NORA }))).toEqual(["assigned", NORA]);
  });

  it("is one of four, and there", async () => {
    expect(refusal(await change(IN_STOCK, { status: "lost" }))).toEqual([
      422,
      { status: ["is not included in the list"] },
    ]);
    expect(refusal(await change(IN_STOCK, { status: null }))).toEqual([422, { status: ["can't be blank"] }]);
  });
});

describe("an asset", () => {
  it("has a serial number that no other of its model has", async () => {
    const [first, second] = (await company.get(MODELS)).body.data.map(({ id }) => id);
    const make = (model: unknown, serial: string): Promise<Answer> =>
      company.post(ASSETS, { it_asset_model_id: model, serial_number: serial });
    const taken = [422, { serial_number: ["has already been taken"] }];
    const made = await make(first, "LOT-7");
    expect(made.status).toBe(201);
    expect(refusal(await make(first, "LOT-7"))).toEqual(taken);
    const other = await make(second, "LOT-7");
    expect(other.status).toBe(201);
    const id = String(other.body.id);
    expect(refusal(await company.put(`${ASSETS}/${id}`, { id, it_asset_model_id: first }))).toEqual(taken);
    expect((await company.put(`${ASSETS}/${id}`, { id, notes: "Itself" })).status).toBe(200);
    expect(refusal(await make(first, " "))).toEqual([422, { serial_number: ["can't be blank"] }]);
    // A deleted one leaves its number free.
    await company.remove(`${ASSETS}/${String(made.body.id)}`);
    expect((await make(first, "LOT-7")).status).toBe(201);
  });

  it("refers to a model, an active employee and places that exist", async () => {
    const wrong = async (fields: Record<string, unknown>): Promise<unknown> =>
      refusal(await change(IN_STOCK, fields));
    expect(await wrong({ it_asset_model_id: "nope" })).toEqual([422, { it_asset_model_id: ["must exist"] }]);
    expect(await wrong({ owner_id: "999" })).toEqual([422, { owner_id: ["must exist"] }]);
    expect(await wrong({ owner_id: "314" })).toEqual([422, { owner_id: ["must be an active employee"] }]);
    expect(await wrong({ team_id: "999" })).toEqual([422, { team_id: ["must exist"] }]);
    expect(await wrong({ workplace_id: "999" })).toEqual([422, { workplace_id: ["must exist"] }]);
    expect(await wrong({ purchase_date: "2026-02-30" })).toEqual([
      422,
      { purchase_date: ["is not a valid date"] },
    ]);
  });

  it("is gone once it is deleted, and the answer says when", async () => {
    const { id } = await assetWith(ASSIGNED);
    const path = `${ASSETS}/${String(id)}`;
    const gone = await company.remove(path);
    expect(gone.body).toMatchObject({ id, discarded_at: "2026-11-18T10:00:00.000Z" });
    expect((await company.get(`${ASSETS}?serial_numbers[]=${ASSIGNED}`)).body.data).toEqual([]);
    expect((await company.get(path)).status).toBe(404);
    expect((await company.put(path, { id, notes: "x" })).status).toBe(404);
    expect((await company.remove(path)).status).toBe(404);
  });
});

describe("categories", () => {
  const GROUP = "30";
  const OTHER_GROUP = "31";
  const LAPTOP = "21";

  it("are groups and the subtypes in them", async () => {
    const all = (await company.get("it_management/asset_categories")).body.data;
    const groups = all.filter(({ parent_id: parent }) => parent == null);
    expect(groups.map(({ id, key }) => [id, key])).toEqual([
      [GROUP, "it"],
      [OTHER_GROUP, "office"],
    ]);
    const subtypes = all.filter(({ parent_id: parent }) => parent === GROUP).map(({ key }) => key);
    expect(subtypes).toHaveLength(9);
    expect(subtypes).toContain("it.laptop");
  });

  it("find assets by group, not by subtype", async () => {
    const inCategory = async (...ids: readonly string[]): Promise<number> => {
      const query = ids.map((id) => `asset_category_ids[]=${id}`).join("&");
      return (await company.get(`${ASSETS}?limit=100&${query}`)).body.data.length;
    };
    const all = (await company.get(`${ASSETS}?limit=100`)).body.data.length;
    // One asset is of a model that nobody has sorted.
    expect([await inCategory(GROUP), await inCategory(OTHER_GROUP)]).toEqual([all - 2, 1]);
    expect(await inCategory(GROUP, OTHER_GROUP)).toBe(all - 1);
    expect(await inCategory(LAPTOP)).toBe(0);
  });

  it("that are groups are no kind of a model", async () => {
    const make = (fields: Record<string, unknown>, talk = company): Promise<Answer> =>
      talk.post(MODELS, { brand: "Logitech", name: "MX", ...fields });
    expect(refusal(await make({ asset_category_id: GROUP }))).toEqual([
      422,
      { asset_category_id: ["must be a subtype, not a group"] },
    ]);
    expect(refusal(await make({ asset_category_id: "999" }))).toEqual([
      422,
      { asset_category_id: ["must exist"] },
    ]);
    expect((await make({ asset_category_id: "32", type_name: "laptop" })).body.type_name).toBe("other");
    // The older way tells the category too.
    const old = await make({ type_name: "mouse" }, company.at("2026-07-01"));
    const read = (await company.get(`${MODELS}/${String(old.body.id)}`)).body;
    expect(read).toMatchObject({ type_name: "mouse", asset_category_id: "26" });
    const update = { id: read.id, brand: "Logitech", name: "MX", asset_category_id: GROUP };
    expect((await company.put(`${MODELS}/${String(read.id)}`, update)).status).toBe(422);
  });
});
