// Opens each form by its command, in the extension's own code and against the demo company, and writes to the file
// FACTORIAL_FORMS what its page is shown.
import { writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ACTIONS } from "../../../../src/actions/action-list";
import { DEFAULT_VERSION } from "../../../../src/api/versions";
import { openSession, sandbox } from "../../../unit/actions/desk";
import { openFormDesk, startOver } from "../../../unit/forms/form-desk";
import { formSamples } from "../../../unit/forms/form-samples";
import { screen } from "../../../unit/forms/vscode-fake";
import type { RealForm } from "./real-forms";

vi.mock("vscode", () => import("../../../unit/forms/vscode-fake"));

test("every form is shown", async () => {
  const forms: RealForm[] = [];
  for (const { id, operation } of ACTIONS.filter(({ declaration }) => declaration.form)) {
    startOver();
    const name = id.replace("factorial.", "");
    // Some are gone from the newest version.
    const version = operation.versions.at(-1) ?? DEFAULT_VERSION;
    screen.settings.apiVersion = version;
    const { ids, before } = formSamples(sandbox, version)[name] ?? {};
    before?.();
    const desk = await openFormDesk(undefined, openSession({ version }));
    const page = await desk.open(name, ...(ids ? [{ ids }] : []));
    expect(screen.messages, name).toEqual([]);
    forms.push({ name, show: page.shown });
  }
  writeFileSync(process.env.FACTORIAL_FORMS ?? "", JSON.stringify(forms));
});
