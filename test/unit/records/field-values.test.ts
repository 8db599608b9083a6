import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/api/resource";
import { fieldLines } from "../../../src/records/field-values";
import { RecordWording } from "../../../src/records/wording";
import { catalogue } from "../../../src/resources/catalogue";
import { translate } from "../support/translate";

const people: Readonly<Record<string, { id: string; access_id: string; full_name: string }>> = {
  "302": { id: "302", access_id: "9302", full_name: "Nora Vidal" },
  "303": { id: "303", access_id: "9303", full_name: "Ivo Petrov" },
};

const wording = new RecordWording({
  names: {
    find: (kind, id) => {
      if (kind === "employees") return people[id];
      if (kind === "accesses") return Object.values(people).find((person) => person.access_id === id);
      return kind === "teams" && id === "91" ? { id: "91", name: "Product" } : undefined;
    },
  },
  clock: { zone: "Europe/Madrid", today: () => "2026-11-18" },
  language: "en",
  translate,
});

function said(resource: Resource, record: Readonly<Record<string, unknown>>, currency?: string) {
  return fieldLines(resource, record, wording, currency).map(({ label, text }) => `${label}: ${text}`);
}

const { itAssets, projects, plannedRecords, expenseRecords, timeRecords, teams, shifts, rates } = catalogue;

describe("a record in words", () => {
  it("names what its ids name, and says what they lead to", () => {
    const lines = fieldLines(
      itAssets,
      { id: "a", owner_id: "302", team_id: "91", status: "in_stock" },
      wording,
    );
    expect(lines).toContainEqual({
      name: "owner_id",
      label: "Owner",
      text: "Nora Vidal",
      link: { resourceName: "employees", id: "302" },
    });
    expect(lines.find(({ name }) => name === "team_id")?.text).toBe("Product");
    expect(lines.find(({ name }) => name === "status")).toMatchObject({ text: "in stock", link: undefined });
  });

  it("names lists of ids, and whom it cannot name", () => {
    const [line] = fieldLines(teams, { employee_ids: ["302", "303"] }, wording);
    expect(line).toMatchObject({ text: "Nora Vidal, Ivo Petrov", link: undefined });
    expect(said(itAssets, { owner_id: "999" })).toEqual(["Owner: Somebody this account may not see"]);
  });

  it("writes amounts in the currency beside them, their own, or the company's", () => {
    expect(said(itAssets, { purchase_price_cents: 129_900, currency: "USD" })).toEqual([
      "Purchase price: $1,299.00",
    ]);
    const amounts = said(expenseRecords, {
      original_amount_cents: 4890,
      original_amount_currency: "GBP",
      legal_entity_amount_cents: "5600",
      legal_entity_amount_currency: "EUR",
    });
    expect(amounts).toEqual(["Original amount: £48.90", "Legal entity amount: €56.00"]);
    expect(said(projects, { fixed_cost_cents: 100 }, "EUR")).toEqual(["Fixed cost: €1.00"]);
    expect(said(projects, { fixed_cost_cents: 100 })).toEqual(["Fixed cost: 1.00"]);
    expect(said(itAssets, { currency: "USD" })).toEqual(["Currency: USD"]);
    expect(said(rates, { markup_percentage_cents: 3050 }).join()).toMatch(/: 30.5 %$/);
  });

  it("writes minutes, days, instants and times of day as people do", () => {
    expect(said(plannedRecords, { daily_minutes: 90, start_date: "2026-11-18", week_days: [1, 2] })).toEqual(
      expect.arrayContaining(["Time a day: 1h30", "Start date: today", "Week days: Monday, Tuesday"]),
    );
    expect(said(itAssets, { created_at: "2026-11-10T08:05:00Z" }).join()).toMatch(/Nov 10, 09:05/);
    expect(said(timeRecords, { clock_in: "2000-01-01T09:30:00Z" }).join()).toMatch(/: 09:30$/);
    expect(said(shifts, { date: "2026-11-17" }).join()).toMatch(/yesterday/);
  });

  it("says yes and no, and leaves out what is empty or hidden", () => {
    expect(said(projects, { is_billable: true })).toEqual(["Billable: yes"]);
    expect(said(projects, { is_billable: false })).toEqual(["Billable: no"]);
    expect(said(projects, { code: "", description: " \n", due_date: null, start_date: undefined })).toEqual(
      [],
    );
    expect(said(itAssets, { company_id: "1" })).toEqual([]);
  });

  it("writes what it does not know as it came", () => {
    expect(said(itAssets, { status: ["odd"], label: { a: 1 }, notes: 7, owner_id: true })).toEqual(
      expect.arrayContaining(["Status: odd", 'Label: {"a":1}', "Notes: 7", "Owner: true"]),
    );
  });

  it("takes any value for any field", () => {
    const any = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.constantFrom(
        "2026-11-18[u-ca=hebrew]",
        "-271821-04-20T00:00:00Z",
        "2026-13-45",
        "__proto__",
        1e300,
        -0,
      ),
    );
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    for (const resource of Object.values<Resource>(catalogue)) {
      const fields = Object.keys(resource.record.shape);
      fc.assert(
        fc.property(fc.array(fc.oneof(any, fc.constant(circle)), { minLength: fields.length }), (values) => {
          const record = Object.fromEntries(fields.map((field, at) => [field, values[at]]));
          for (const { label, text } of fieldLines(resource, record, wording)) {
            expect(label).toMatch(/\S/);
            expect(typeof text).toBe("string");
          }
        }),
        { numRuns: 20 },
      );
    }
  });
});
