import { beforeEach, describe, expect, test, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { API_VERSIONS, type ApiVersion } from "../../../src/api/versions";
import { openSession, sandbox } from "../actions/desk";
import { eventually } from "../support/eventually";
import { openFormDesk, startOver } from "./form-desk";
import { formSamples } from "./form-samples";
import { screen } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

const forms = ACTIONS.filter(({ declaration }) => declaration.form).map(({ id, operation }) => ({
  name: id.replace("factorial.", ""),
  versions: operation.versions,
}));

test.each(API_VERSIONS)("every form is in the table of %s", (version) => {
  const names = forms.map(({ name }) => name);
  expect(Object.keys(formSamples(sandbox, version)).sort()).toEqual(names.sort());
});

/** Opens a form in a version, with the company as its sample wants it. */
async function openForm(name: string, version: ApiVersion) {
  const sample = formSamples(sandbox, version)[name];
  if (!sample) throw new Error(`${name} has no sample`);
  sample.before?.();
  screen.settings.apiVersion = version;
  const desk = await openFormDesk(undefined, openSession({ version }));
  const page = await desk.open(name, ...(sample.ids ? [{ ids: sample.ids }] : []));
  return { sample, page };
}

describe.each(API_VERSIONS)("in %s", (version) => {
  const known = forms.filter(({ versions }) => versions.includes(version)).map(({ name }) => name);

  test.each(known)("%s opens as it is, and saves every field as the server is to hold it", async (name) => {
    const { sample, page } = await openForm(name, version);
    expect(page.shown).toMatchObject({ unsaved: false, problems: { fields: {} } });
    expect(screen.messages).toEqual([]);
    if (sample.first) page.type(sample.first);
    const { fill, files = {}, leaves = [] } = sample;
    const tried = [...Object.keys(fill), ...Object.keys(files), ...leaves];
    expect(tried.sort()).toEqual(page.fields.map((field) => field.name).sort());
    for (const [field, path] of Object.entries(files)) {
      screen.files.push(path);
      page.say({ kind: "choose-files", name: field });
      await eventually(() => {
        expect(page.field(field).value).toHaveLength(1);
      });
      screen.files.length = 0;
    }
    expect({ held: sample.holds() }).not.toMatchObject({ held: sample.becomes });
    await page.save(fill);
    expect(page.shown.problems).toEqual({ fields: {} });
    expect({ held: sample.holds() }).toMatchObject({ held: sample.becomes });
    if (page.isOpen) expect(page.shown).toMatchObject({ unsaved: false, conflicts: [] });
  });
});
