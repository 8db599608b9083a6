import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Form } from "./page/form.js";
import type { Workbench } from "./workbench.js";

/** The form in the tab in front. */
async function formOf(workbench: Workbench): Promise<Form> {
  const form = workbench.form("New Project");
  await form.waitFor();
  return form;
}

async function waitForClosed(workbench: Workbench): Promise<void> {
  await eventually(async () => {
    assert.deepEqual(await workbench.editorTabs(), []);
  });
}

const posts = (workbench: Workbench) =>
  workbench.company.requests.filter(({ method }) => method === "POST").length;

inWorkbench("the form for a new project", {}, (test) => {
  test("opens from the view's title bar, ready to type the name", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    await workbench.tree("Projects").clickTitleAction("New Project…");
    const form = await formOf(workbench);
    await form.waitForFocusOn("Name");
  });

  test("says beside the field what is missing, and sends nothing", async (workbench) => {
    const form = await formOf(workbench);
    await form.save.click();
    await form.waitForProblem("Name", "This must be filled in.");
    await form.alert("Not saved: see the marked fields.").waitFor();
    assert.equal(await form.text("Name").getAttribute("aria-invalid"), "true");
    assert.match((await form.text("Name").getAttribute("aria-description")) ?? "", /must be filled in/);
    await form.text("Name").pressSequentially("N");
    await form.waitForProblem("Name", "");
    assert.equal(posts(workbench), 0);
  });

  test("takes no text that is no date", async (workbench) => {
    const form = await formOf(workbench);
    await form.text("Start date").click();
    await form.text("Start date").pressSequentially("nonsense");
    await form.save.click();
    await form.waitForProblem("Start date", "“nonsense” is no day. Type it like fri, 1 dec or 2026-12-01.");
    await form.text("Start date").fill("2026-11-20");
    await form.waitForProblem("Start date", "");
    assert.equal(posts(workbench), 0);
  });

  test("keeps what was typed over a hidden tab, hostile text as text", async (workbench) => {
    const form = await formOf(workbench);
    await form.text("Name").fill(HOSTILE);
    await form.text("Code").fill("ACM");
    await form.text("Description").fill("First line\nsecond line");
    await form.combobox("People").click();
    await form.option("Everyone in the company").click();
    await form.checkbox("Billable").click();

    await workbench.runCommand("File: New Untitled Text File");
    await form.waitForGone();
    await workbench.runCommand("View: Close Editor");

    await form.waitFor();
    assert.equal(await form.text("Name").inputValue(), HOSTILE);
    assert.equal(await form.text("Code").inputValue(), "ACM");
    assert.equal(await form.text("Description").inputValue(), "First line\nsecond line");
    assert.equal(await form.text("Start date").inputValue(), "2026-11-20");
    const chosen = form.combobox("People").locator(".selected-value");
    assert.equal(await chosen.innerText(), "Everyone in the company");
    assert.ok(await form.checkbox("Billable").isChecked());
    assert.equal(await form.body.locator("img").count(), 0);
  });

  test("shows Factorial's refusal beside its field and loses nothing", async (workbench) => {
    const form = await formOf(workbench);
    await form.save.click();
    await form.waitForProblem("Code", "has already been taken");
    assert.equal(await form.text("Name").inputValue(), HOSTILE);
    assert.ok(await form.checkbox("Billable").isChecked());
    await form.waitForFocusOn("Code");
  });

  test("shows a refusal's words as text", async (workbench) => {
    const words = "1 < 2 &amp; &lt;b&gt;bold&lt;/b&gt;";
    workbench.company.misbehave({
      kind: "status",
      status: 422,
      body: { errors: { code: [words] } },
      match: { method: "POST" },
      times: 1,
    });
    const form = await formOf(workbench);
    await form.save.click();
    await form.waitForProblem("Code", words);
  });

  test("saves once with Ctrl+Enter, shows that it does, and the tree has the project", async (workbench) => {
    const form = await formOf(workbench);
    const before = posts(workbench);
    workbench.company.misbehave({ kind: "latency", ms: 5000, match: { method: "POST" } });
    await form.text("Code").fill("NOVA");
    await form.text("Code").press("ControlOrMeta+Enter");
    await form.status("Saving…").waitFor();
    await form.body.press("ControlOrMeta+Enter");
    assert.ok(await form.save.isDisabled());
    await waitForClosed(workbench);
    workbench.company.behave();
    assert.equal(posts(workbench) - before, 1);
    await workbench.tree("Projects").waitForRow(HOSTILE);
    await workbench.notifications.waitFor("created");
    const project = workbench.company.company.projects.find(({ code }) => code === "NOVA");
    assert.equal(project?.name, HOSTILE);
    assert.equal(project.employees_assignment, "company");
    assert.equal(project.start_date, "2026-11-20");
    assert.equal(project.is_billable, true);
  });

  test("comes back with what was typed when its tab was closed during a save that failed", async (workbench) => {
    await workbench.runCommand("Factorial: New Project…");
    const form = await formOf(workbench);
    await form.text("Name").fill("Later");
    workbench.company.misbehave({ kind: "latency", ms: 5000, match: { method: "POST" }, times: 1 });
    workbench.company.misbehave({ kind: "htmlError", match: { method: "POST" }, times: 1 });
    await form.save.click();
    await form.status("Saving…").waitFor();
    await workbench.page.locator(".tabs-container .tab .tab-actions a").click();
    await waitForClosed(workbench);
    await form.waitFor();
    assert.equal(await form.text("Name").inputValue(), "Later");
    await form.alert("It is not known whether it was saved").waitFor();
    await form.button("Discard").click();
    await form.waitForValue("Name", "");
  });
});

const HOSTILE = `<img src=x onerror="document.body.remove()">&lt;b&gt;`;
