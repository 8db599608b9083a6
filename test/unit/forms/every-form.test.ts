import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { openSession, sandbox } from "../actions/desk";
import { cleanUp, openFormDesk, startOver } from "./form-desk";
import { formSamples } from "./form-samples";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

afterAll(() => sandbox.stop());
afterAll(cleanUp);
beforeEach(startOver);

const forms = ACTIONS.filter(({ declaration }) => declaration.form).map(({ id }) =>
  id.replace("factorial.", ""),
);

test("every form is in the table", () => {
  expect(Object.keys(formSamples(sandbox)).sort()).toEqual([...forms].sort());
});

describe.each(forms)("%s", (name) => {
  test.each(["2026-04-01", "2026-07-01"] as const)("opens in %s, too", async (version) => {
    screen.settings.apiVersion = version;
    const desk = await openFormDesk(undefined, openSession({ version }));
    const { ids } = formSamples(sandbox)[name] ?? {};
    const page = await desk.open(name, ...(ids ? [{ ids }] : []));
    expect(page.shown).toMatchObject({ unsaved: false, problems: { fields: {} } });
    expect(page.fields.length).toBeGreaterThan(0);
    expect(screen.messages).toEqual([]);
  });

  test("saves every field as the server is to hold it", async () => {
    const sample = formSamples(sandbox)[name];
    if (!sample) return;
    const desk = await openFormDesk();
    const page = await desk.open(name, ...(sample.ids ? [{ ids: sample.ids }] : []));
    if (sample.first) page.type(sample.first);
    const { fill, files = {}, leaves = [] } = sample;
    const tried = [...Object.keys(fill), ...Object.keys(files), ...leaves];
    expect(page.fields.map((field) => field.name).filter((field) => !tried.includes(field))).toEqual([]);
    expect(tried.filter((field) => !page.fields.some((one) => one.name === field))).toEqual([]);
    for (const [field, path] of Object.entries(files)) {
      screen.files.push(path);
      page.say({ kind: "choose-files", name: field });
      await vi.waitFor(() => {
        expect(page.field(field).value).toHaveLength(1);
      });
      screen.files.length = 0;
    }
    expect(sample.holds() ?? {}).not.toMatchObject(sample.becomes as object);
    await page.save(fill);
    expect(page.shown.problems).toEqual({ fields: {} });
    const holds = sample.holds();
    if (typeof sample.becomes === "number") expect(holds).toBe(sample.becomes);
    else expect(holds).toMatchObject(sample.becomes as object);
    if (page.isOpen) expect(page.shown).toMatchObject({ unsaved: false, conflicts: [] });
  });
});
