import { beforeEach, describe, expect, it, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { sandbox } from "../actions/desk";
import { openFormDesk, startOver } from "./form-desk";
import type { FormPage } from "./form-pages";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const outline = (page: FormPage) =>
  page.shown.form.sections.map(({ title, fields }) => [title, ...fields.map(({ name }) => name)]);

describe("the sections of a form", () => {
  it("are those of the declaration, in the order of its questions", async () => {
    const desk = await openFormDesk();
    const [model] = sandbox.company.assetModels.all();
    expect(outline(await desk.open("itAssets.create", { ids: [model?.id] }))).toEqual([
      [undefined, "serial_number", "label", "notes"],
      ["Who has it", "owner_id", "workplace_id", "team_id"],
      ["Purchase", "purchase_date", "purchase_price_cents", "currency", "warranty_end_date"],
    ]);
  });

  it("are one without a title where nothing is declared", async () => {
    const desk = await openFormDesk();
    const sections = outline(await desk.open("projects.update", { ids: ["1201"] }));
    expect(sections).toHaveLength(1);
    expect(sections[0]).toEqual(expect.arrayContaining([undefined, "name", "legal_entity_id"]));
  });

  it.each(
    ACTIONS.flatMap(({ id, declaration }) =>
      declaration.sections ? [[id, declaration, declaration.sections] as const] : [],
    ),
  )("of %s start with something that is asked for, in a form", (_, { asks = [], form }, sections) => {
    expect(form).toBe(true);
    const starts = Object.keys(sections);
    expect(asks.filter((name) => starts.includes(name))).toEqual(starts);
    expect(new Set(Object.values(sections)).size).toBe(starts.length);
  });
});
