// Editing with a form: what is typed outlives a reload, and what somebody else changed is not overwritten unseen.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const THEMES = ["high contrast", "light", "dark"] as const;

const nameOf = (label: string) => new RegExp(`^${label}`);

async function formOf(workbench: Workbench) {
  const page = await workbench.webview("h1", "Edit Project");
  const text = (label: string) => page.getByRole("textbox", { name: nameOf(label) });
  return { page, text, save: page.getByRole("button", { name: "Save" }) };
}

const platform = (workbench: Workbench) => {
  const project = workbench.company.company.projects.find(({ code }) => code === "BRP");
  assert.ok(project);
  return project;
};

inWorkbench("the form that edits a project", {}, (test) => {
  test("opens with what Factorial holds", async (workbench) => {
    await workbench.openContainer("Factorial");
    const projects = workbench.tree("Projects");
    await projects.chooseFromContextMenu("Brisa Platform", "Edit Project…");
    const { text } = await formOf(workbench);
    await eventually(async () => {
      assert.equal(await text("Name").inputValue(), "Brisa Platform");
      assert.equal(await text("Code").inputValue(), "BRP");
    });
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`edit-project-${theme.replace(" ", "-")}`);
    }
  });

  test("keeps what is typed over a reload", async (workbench) => {
    const before = await formOf(workbench);
    await before.text("Name").fill("Brisa Platform, mine");
    await eventually(async () => {
      assert.match((await workbench.editorTabs()).join(), /^● /);
    });
    await workbench.load();
    // VS Code brings the tab back where it had time to remember it; else one opens the form again.
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").chooseFromContextMenu("Brisa Platform", "Edit Project…");
    const { text, page } = await formOf(workbench);
    await eventually(async () => {
      assert.equal(await text("Name").inputValue(), "Brisa Platform, mine");
    });
    await page.getByRole("button", { name: "Discard" }).waitFor();
    assert.equal(platform(workbench).name, "Brisa Platform");
  });

  test("shows what somebody else changed meanwhile, and takes what one chooses", async (workbench) => {
    const { projects } = workbench.company.company;
    projects.patch(platform(workbench), { name: "Brisa Platform, theirs", description: "Changed meanwhile" });
    const { page, save, text } = await formOf(workbench);
    await save.click();
    await page.getByText("Brisa Platform, theirs").first().waitFor();
    assert.equal(platform(workbench).name, "Brisa Platform, theirs", "nothing was overwritten");
    await workbench.screenshot("edit-project-conflict");
    await save.click();
    await eventually(() => {
      assert.equal(platform(workbench).name, "Brisa Platform, mine");
    });
    assert.equal(platform(workbench).description, "Changed meanwhile", "what was not touched is theirs");
    await eventually(async () => {
      assert.equal(await text("Description").inputValue(), "Changed meanwhile");
    });
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("Brisa Platform, mine");
  });
});
