import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

/** The form, as a person sees it; a page that was hidden is another one when it is shown again. */
class ProjectForm {
  constructor(
    readonly workbench: Workbench,
    readonly frame: Frame,
  ) {}

  static async of(workbench: Workbench): Promise<ProjectForm> {
    return new ProjectForm(workbench, await workbench.webview("h1", "New Project"));
  }

  static async open(workbench: Workbench): Promise<ProjectForm> {
    await workbench.runCommand("Factorial: New Project…");
    return ProjectForm.of(workbench);
  }

  text(label: string) {
    // From its beginning: a date has a calendar beside it, "Pick a date: Start date".
    return this.frame.getByRole("textbox", { name: new RegExp(`^${label}`) });
  }

  get people() {
    return this.frame.getByRole("combobox", { name: "People" });
  }

  get billable() {
    return this.frame.getByRole("checkbox", { name: "Billable" });
  }

  get saveButton() {
    return this.frame.getByRole("button", { name: "Save" });
  }

  /** What is said in red below a field. */
  async problemOf(label: string): Promise<string> {
    return this.frame.locator(".field", { hasText: label }).locator(".problem").innerText();
  }

  async waitForProblem(label: string, expected: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await this.problemOf(label), expected);
    });
  }

  get message() {
    return this.frame.getByRole("alert");
  }

  async waitForClosed(): Promise<void> {
    await eventually(async () => {
      assert.deepEqual(await this.workbench.editorTabs(), []);
    });
  }
}

const posts = (workbench: Workbench) =>
  workbench.company.requests.filter(({ method }) => method === "POST").length;

inWorkbench("the form for a new project", {}, (test) => {
  test("opens from the view's title bar, ready to type the name", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    await workbench.tree("Projects").clickTitleAction("New Project…");
    const form = await ProjectForm.of(workbench);
    await form.text("Name").waitFor();
    await eventually(async () => {
      assert.ok(await form.text("Name").evaluate((input) => input.matches(":focus")));
    });
  });

  test("says beside the field what is missing, and sends nothing", async (workbench) => {
    const form = await ProjectForm.of(workbench);
    await form.saveButton.click();
    await form.waitForProblem("Name", "This must be filled in.");
    assert.equal(await form.message.innerText(), "Not saved: see the marked fields.");
    assert.equal(await form.text("Name").getAttribute("aria-invalid"), "true");
    assert.match((await form.text("Name").getAttribute("aria-description")) ?? "", /must be filled in/);
    await form.text("Name").pressSequentially("N");
    await form.waitForProblem("Name", "");
    assert.equal(posts(workbench), 0);
  });

  test("takes no text that is no date", async (workbench) => {
    const form = await ProjectForm.of(workbench);
    await form.text("Start date").click();
    await form.text("Start date").pressSequentially("nonsense");
    await form.saveButton.click();
    await form.waitForProblem("Start date", "“nonsense” is no day. Type it like fri, 1 dec or 2026-12-01.");
    await form.text("Start date").fill("2026-11-20");
    await form.waitForProblem("Start date", "");
    assert.equal(posts(workbench), 0);
  });

  test("keeps what was typed over a hidden tab, hostile text as text", async (workbench) => {
    const before = await ProjectForm.of(workbench);
    await before.text("Name").fill(HOSTILE);
    await before.text("Code").fill("ACM");
    await before.text("Description").fill("First line\nsecond line");
    await before.people.click();
    await before.frame.getByRole("option", { name: "Everyone in the company" }).click();
    await before.billable.click();

    await workbench.runCommand("File: New Untitled Text File");
    await eventually(() => {
      assert.ok(before.frame.isDetached());
    });
    await workbench.runCommand("View: Close Editor");

    const form = await ProjectForm.of(workbench);
    assert.equal(await form.text("Name").inputValue(), HOSTILE);
    assert.equal(await form.text("Code").inputValue(), "ACM");
    assert.equal(await form.text("Description").inputValue(), "First line\nsecond line");
    assert.equal(await form.text("Start date").inputValue(), "2026-11-20");
    const chosen = form.people.locator(".selected-value");
    assert.equal(await chosen.innerText(), "Everyone in the company");
    assert.ok(await form.billable.isChecked());
    assert.equal(await form.frame.locator("img").count(), 0);
  });

  test("shows Factorial's refusal beside its field and loses nothing", async (workbench) => {
    const form = await ProjectForm.of(workbench);
    await form.saveButton.click();
    await form.waitForProblem("Code", "has already been taken");
    assert.equal(await form.text("Name").inputValue(), HOSTILE);
    assert.ok(await form.billable.isChecked());
    await eventually(async () => {
      assert.ok(await form.text("Code").evaluate((input) => input.matches(":focus")));
    });
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
    const form = await ProjectForm.of(workbench);
    await form.saveButton.click();
    await form.waitForProblem("Code", words);
  });

  test("saves once with Ctrl+Enter, shows that it does, and the tree has the project", async (workbench) => {
    const form = await ProjectForm.of(workbench);
    const before = posts(workbench);
    workbench.company.misbehave({ kind: "latency", ms: 5000, match: { method: "POST" } });
    await form.text("Code").fill("NOVA");
    await form.text("Code").press("ControlOrMeta+Enter");
    await form.frame.getByRole("status").getByText("Saving…").waitFor();
    await form.frame.locator("body").press("ControlOrMeta+Enter");
    assert.ok(await form.saveButton.isDisabled());
    await form.waitForClosed();
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
    const opened = await ProjectForm.open(workbench);
    await opened.text("Name").fill("Later");
    workbench.company.misbehave({ kind: "latency", ms: 5000, match: { method: "POST" }, times: 1 });
    workbench.company.misbehave({ kind: "htmlError", match: { method: "POST" }, times: 1 });
    await opened.saveButton.click();
    await workbench.page.locator(".tabs-container .tab .tab-actions a").click();
    await opened.waitForClosed();
    const form = await ProjectForm.of(workbench);
    assert.equal(await form.text("Name").inputValue(), "Later");
    assert.match(await form.message.innerText(), /It is not known whether it was saved/);
    await form.frame.getByRole("button", { name: "Discard" }).click();
    await eventually(async () => {
      assert.equal(await form.text("Name").inputValue(), "");
    });
    await workbench.runCommand("View: Close Editor");
  });

  test("fits into 300 pixels", async (workbench) => {
    await workbench.page.setViewportSize({ width: 608, height: 800 });
    const form = await ProjectForm.open(workbench);
    await form.saveButton.click();
    await form.waitForProblem("Name", "This must be filled in.");
    const [inner, needed] = await form.frame.evaluate(
      () => [window.innerWidth, document.documentElement.scrollWidth] as const,
    );
    assert.ok(inner <= 310, `The form is ${inner} pixels wide.`);
    assert.ok(needed <= inner, `The form needs ${needed} pixels.`);
    await workbench.runCommand("View: Close Editor");
  });
});

const HOSTILE = `<img src=x onerror="document.body.remove()">&lt;b&gt;`;
