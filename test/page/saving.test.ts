// From the button to what the host says of it.
import assert from "node:assert/strict";
import { field, formOf, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

const projectForm = formOf([
  field("text", "name", { value: "", required: true }),
  field("text", "code", { value: "" }),
  field("choice", "status", {
    value: "a",
    choices: [
      { value: "a", label: "Active" },
      { value: "b", label: "Closed" },
    ],
  }),
]);

const conflicts = [
  { name: "name", label: "Name", mine: "Apollo", theirs: "Artemis" },
  { name: "code", label: "Code", mine: "A", theirs: "B" },
];

onPage("saving", (test) => {
  test("sends nothing while required fields are empty, and says which", async (form) => {
    await form.open(showing(projectForm));
    await form.text("name").fill("   ");
    await form.text("code").focus();
    await form.button(texts.save).click();
    assert.deepEqual(await form.sentOf("save"), []);
    assert.equal(await form.problemOf("name"), texts.required);
    assert.equal(await form.page.getByRole("alert").first().innerText(), texts.seeFields);
    assert.ok(await form.isFocused(form.text("name")));
    await form.text("name").fill("A");
    assert.equal(await form.problemOf("name"), "");
    assert.equal(await form.message(), "", "nothing is wrong any more");
  });

  test("is asked for once, however often it is pressed", async (form) => {
    await form.open(showing(projectForm));
    await form.text("name").fill("Apollo");
    const save = form.button(texts.save);
    await save.dblclick();
    await save.click({ force: true });
    await form.press("Control+Enter");
    assert.equal((await form.sentOf("save")).length, 1);
    assert.ok(await save.isDisabled());
    await form.page.getByRole("status").filter({ hasText: texts.saving }).waitFor();
    await form.tell(showing(projectForm, { saving: true }));
    await form.press("Meta+Enter");
    assert.equal((await form.sentOf("save")).length, 1);
  });

  test("is done with Ctrl+Enter, from a text and from an open list", async (form) => {
    await form.open(showing(projectForm));
    await form.text("name").fill("Apollo");
    await form.press("Control+Enter");
    assert.deepEqual((await form.waitForSent("save")).values, { name: "Apollo", code: "", status: "a" });
    await form.tell(showing(projectForm, { saving: true }));
    await form.tell(showing(projectForm));
    assert.ok(await form.isFocused(form.text("name")), "the focus is back");
    await form.combobox("status").focus();
    await form.press("Space", "ArrowDown", "Control+Enter");
    assert.equal((await form.waitForSent("save", 2)).values.status, "b");
  });

  test("is done where the host asks for it, which hears of it also where nothing is sent", async (form) => {
    await form.open(showing(projectForm));
    await form.tell({ kind: "save-now" });
    assert.equal((await form.sentOf("held-back")).length, 1);
    assert.deepEqual(await form.sentOf("save"), []);
    assert.equal(await form.problemOf("name"), texts.required);
    await form.text("name").fill("Apollo");
    await form.tell({ kind: "save-now" });
    await form.tell({ kind: "save-now" });
    assert.deepEqual(
      (await form.sentOf("save")).map(({ values }) => values),
      [{ name: "Apollo", code: "", status: "a" }],
      "once",
    );
    await form.tell(showing(projectForm, { saving: true }));
    await form.tell(showing(projectForm, { unsaved: true, conflicts }));
    await form.tell({ kind: "save-now" });
    assert.equal((await form.sentOf("resolve")).length, 1);
    assert.equal((await form.sentOf("held-back")).length, 1);
  });

  test("shows beside the field what the host refused, until it is changed", async (form) => {
    await form.open(showing(projectForm));
    await form.text("name").fill("Apollo");
    await form.button(texts.save).click();
    const refused = { message: texts.seeFields, fields: { code: "is taken", budget: "There is no budget." } };
    await form.tell(showing(projectForm, { saving: true }));
    await form.tell(showing(projectForm, { problems: refused, unsaved: true }));
    assert.equal(await form.problemOf("code"), "is taken");
    assert.equal(
      await form.message(),
      `${texts.seeFields}\nThere is no budget.`,
      "and what is of no field, above",
    );
    assert.ok(await form.isFocused(form.text("code")));

    await form.text("code").fill("B");
    assert.equal(await form.problemOf("code"), "");
    await form.tell(showing(projectForm, { problems: refused, unsaved: true }));
    assert.equal(await form.problemOf("code"), "", "it was of what was there before");
    assert.ok(await form.isFocused(form.text("code")));

    await form.button(texts.save).click();
    await form.tell(showing(projectForm, { saving: true }));
    await form.tell(showing(projectForm, { problems: refused, unsaved: true }));
    assert.equal(await form.problemOf("code"), "is taken", "it was refused once more");
  });

  test("does not move the focus when the host says more while somebody types", async (form) => {
    await form.open(showing(projectForm));
    await form.text("code").focus();
    await form.tell(showing(projectForm, { problems: { fields: { name: "is taken" } } }));
    assert.equal(await form.problemOf("name"), "is taken");
    assert.ok(await form.isFocused(form.text("code")));
  });

  test("shows both sides of a conflict, and sends whose value counts", async (form) => {
    await form.open(showing(projectForm));
    await form.text("name").fill("Apollo");
    await form.button(texts.save).click();
    await form.tell(showing(projectForm, { saving: true }));
    await form.tell(showing(projectForm, { unsaved: true, conflicts }));

    const of = (label: string) => form.page.getByRole("group", { name: label, exact: true });
    assert.equal(await form.page.getByRole("alert").filter({ hasText: texts.conflictTitle }).count(), 1);
    assert.match(await of("Name").innerText(), /Apollo[^]*Artemis/);
    assert.ok(await form.isFocused(of("Name").getByRole("radio", { name: texts.keepMine })));
    await form.press("ArrowRight");
    assert.ok(await of("Name").getByRole("radio", { name: texts.takeTheirs }).isChecked());

    await form.tell(showing(projectForm, { unsaved: true, conflicts: conflicts.slice(0, 1) }));
    assert.ok(
      await of("Name").getByRole("radio", { name: texts.takeTheirs }).isChecked(),
      "what is chosen stays",
    );
    await form.tell(showing(projectForm, { unsaved: true, conflicts }));
    await form.button(texts.save).click();
    assert.deepEqual(await form.waitForSent("resolve"), {
      kind: "resolve",
      theirs: ["name"],
      values: { name: "Apollo", code: "", status: "a" },
    });
    assert.equal((await form.sentOf("save")).length, 1);
  });

  test("stacks the sides of a conflict where the page is narrow", async (form) => {
    const tops = () =>
      form.page
        .locator(".side")
        .evaluateAll((sides) => sides.slice(0, 2).map((side) => side.getBoundingClientRect().top));
    await form.open(showing(projectForm, { conflicts }));
    const [mine, theirs] = await tops();
    assert.equal(mine, theirs);
    await form.page.setViewportSize({ width: 400, height: 800 });
    const [above, below] = await tops();
    assert.ok(above !== undefined && below !== undefined && above < below);
  });
});
