// Forms from one end to the other: what is typed outlives a reload, what somebody else changed is not overwritten unseen,
// questions are built by keyboard, and files arrive.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Form } from "./page/form.js";
import type { Workbench } from "./workbench.js";

const NARROW = 300;

async function formOf(workbench: Workbench, title: string): Promise<Form> {
  const form = workbench.form(title);
  await form.waitFor();
  return form;
}

/** The tab says that something in it is not saved. */
async function waitForUnsaved(workbench: Workbench, isUnsaved: boolean): Promise<void> {
  await eventually(async () => {
    const tabs = (await workbench.editorTabs()).join();
    assert.equal(tabs.startsWith("● "), isUnsaved, tabs);
  });
}

/** The project that the first test makes, as the company holds it. */
const harbour = (workbench: Workbench) => {
  const project = workbench.company.company.projects.find(({ code }) => code === "HRB");
  assert.ok(project);
  return project;
};

inWorkbench("a project, from new to edited by two", {}, (test) => {
  test("is created", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    await workbench.tree("Projects").clickTitleAction("New Project…");
    const form = await formOf(workbench, "New Project");
    await form.text("Name").fill("Harbour");
    await form.text("Code").fill("HRB");
    await form.save.click();
    await workbench.tree("Projects").waitForRow("Harbour");
    assert.equal(harbour(workbench).name, "Harbour");
  });

  test("is edited in a tab of 300 pixels, which is enough", async (workbench) => {
    await workbench.tree("Projects").chooseFromContextMenu("Harbour", "Edit Project…");
    const form = await formOf(workbench, "Edit Project");
    await workbench.setEditorWidth(NARROW);
    await form.waitForValue("Name", "Harbour");
    await form.text("Name").fill("");
    await form.save.click();
    await form.waitForProblem("Name", "This must be filled in.");
    const { page, content } = await form.widths();
    assert.ok(page <= NARROW, `The form is ${page} pixels wide.`);
    assert.ok(content <= page, `The form needs ${content} pixels.`);
    await workbench.screenshot("edit-project-narrow");
  });

  test("keeps what was typed when the window is reloaded in the middle of a word", async (workbench) => {
    const before = await formOf(workbench, "Edit Project");
    await before.text("Name").pressSequentially("Harbour, mine");
    await before.text("Description").pressSequentially("Cranes, quays");
    await before.text("Due date").pressSequentially("frid");
    // What is typed is with the extension when it says how it reads the last of it, and not before.
    await before
      .field("Due date")
      .getByText(/^Fri, /)
      .waitFor();
    await workbench.load();
    // VS Code brings the tab back where it had time to remember it; else one opens the form again.
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").chooseFromContextMenu("Harbour", "Edit Project…");
    const form = await formOf(workbench, "Edit Project");
    await form.waitForValue("Name", "Harbour, mine");
    await form.waitForValue("Description", "Cranes, quays");
    await form.waitForValue("Due date", "frid");
    await form.button("Discard").waitFor();
    await waitForUnsaved(workbench, true);
    assert.equal(harbour(workbench).name, "Harbour");
  });

  test("shows what somebody else changed meanwhile, and takes of it what one chooses", async (workbench) => {
    const { projects } = workbench.company.company;
    const theirs = { name: "Harbour, theirs", description: "Changed meanwhile", start_date: "2026-03-02" };
    projects.patch(harbour(workbench), theirs);
    const form = await formOf(workbench, "Edit Project");
    await form.save.click();
    await form.conflict("Name").getByText("Harbour, theirs").waitFor();
    await form.conflict("Description").getByText("Changed meanwhile").waitFor();
    assert.equal(harbour(workbench).name, "Harbour, theirs", "nothing was overwritten");
    const { page, content } = await form.widths();
    assert.ok(content <= page, `The form needs ${content} pixels of ${page}.`);
    await workbench.screenshot("edit-project-conflict");

    await form.conflict("Name").getByRole("radio", { name: "Keep mine" }).click();
    await form.conflict("Description").getByRole("radio", { name: "Take theirs" }).click();
    await form.save.click();
    await eventually(() => {
      assert.equal(harbour(workbench).name, "Harbour, mine");
    });
    const { description, start_date: start } = harbour(workbench);
    assert.equal(description, "Changed meanwhile");
    assert.equal(start, "2026-03-02", "what was not touched is theirs");
    await form.waitForValue("Description", "Changed meanwhile");
    await form.waitForValue("Start date", "2026-03-02");
    await waitForUnsaved(workbench, false);
    await workbench.tree("Projects").waitForRow("Harbour, mine");
  });
});

const questionnaire = z.object({
  content: z.array(
    z.object({
      section_title: z.string().optional(),
      questions: z.array(
        z.object({
          title: z.string(),
          answer_type: z.string(),
          choice_options: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

/** What employees are asked about themselves, as the company holds it. */
function asked({ company: { company } }: Workbench) {
  const review = company.reviewProcesses.find(({ name }) => name === "Year-end review");
  const held = company.questionnaires.get(review?.id ?? "");
  return questionnaire.parse(held?.self_questionnaire).content;
}

inWorkbench("larger forms", {}, (test) => {
  test("a questionnaire is built by keyboard", async (workbench) => {
    await workbench.openContainer("Factorial");
    const reviews = workbench.tree("Reviews");
    for (const above of ["Projects", "Time"]) await workbench.tree(above).fold();
    await reviews.unfold();
    for (const row of ["Draft", "Year-end review", "Questionnaires"]) await reviews.expand(row);
    await reviews.chooseFromContextMenu("What is asked", "Edit Questions…");
    const form = await formOf(workbench, "Edit Questions");
    const { keyboard } = workbench.page;

    await form.button("Add a section").press("Enter");
    await keyboard.type("Next year");
    await form.button("Add a question").last().press("Enter");
    await keyboard.type("What will you learn?");
    await form.button("Add a question").last().press("Enter");
    await keyboard.type("Which trainings?");
    const kind = form.combobox("Kind of answer").last();
    await kind.focus();
    await keyboard.press("Space");
    await form.option("multiple choice").last().click();
    for (const option of ["TypeScript", "Sailing"]) {
      await form.button("Add an option").last().press("Enter");
      await keyboard.type(option);
    }
    await form.text("Question").last().press("Alt+ArrowUp");
    await workbench.screenshot("edit-questions");
    await keyboard.press("ControlOrMeta+Enter");

    await waitForUnsaved(workbench, false);
    const sections = asked(workbench);
    assert.deepEqual(
      sections.map(({ section_title: title, questions }) => [title, questions.length]),
      [
        ["Looking back", 2],
        ["Working together", 3],
        [undefined, 1],
        ["Next year", 2],
      ],
    );
    const [trainings, learning] = sections.at(-1)?.questions ?? [];
    assert.deepEqual(
      [trainings?.title, trainings?.answer_type, trainings?.choice_options],
      ["Which trainings?", "multiple_choice", ["TypeScript", "Sailing"]],
    );
    assert.deepEqual([learning?.title, learning?.answer_type], ["What will you learn?", "text"]);
    await workbench.runCommand("View: Close Editor");
  });

  test("a file goes with a task", async (workbench) => {
    const { quickInput } = workbench;
    await workbench.tree("Reviews").fold();
    await workbench.tree("Projects").unfold();
    await workbench.tree("Projects").chooseFromContextMenu("ACME", "New Task…");
    const form = await formOf(workbench, "New Task");
    await form.text("Name").fill("Read the manual");
    await form.button("Choose files…").click();
    await quickInput.waitForRow("README.md");
    assert.match(await quickInput.value(), /\/workspace\/$/);
    await quickInput.pick("README.md");
    await form.field("Files").getByText("README.md").waitFor();
    await workbench.screenshot("new-task-file");
    await form.save.click();

    await workbench.notifications.waitFor("ACME has a new task");
    const posted = workbench.company.requests.filter(
      ({ method, path: at }) => method === "POST" && at.endsWith("/project_tasks"),
    );
    assert.equal(posted.length, 1);
    const { size } = fs.statSync(path.join(workbench.folder, "README.md"));
    assert.deepEqual(z.looseObject({ "files[]": z.unknown() }).parse(posted[0]?.body)["files[]"], [
      { name: "README.md", size },
    ]);
    assert.ok(workbench.company.company.tasks.find(({ name }) => name === "Read the manual"));
  });
});
