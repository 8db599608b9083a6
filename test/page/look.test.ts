// What everybody must be able to see and hear: axe's rules, and pictures to look at.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe";
import { everyKind, PEOPLE, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";
import { THEMES } from "./support/themes";

const problems = {
  message: "Factorial refused it: two fields are wrong.",
  fields: Object.fromEntries(
    everyKind.sections.flatMap(({ fields }) => fields).map(({ name }) => [name, "This was refused."]),
  ),
};

const conflicts = [
  { name: "name", label: "Name", mine: "Apollo", theirs: "Artemis" },
  {
    name: "description",
    label: "Description",
    mine: "First line\nsecond line",
    theirs: "A long text. ".repeat(40),
  },
];

onPage("the look of the page", (test) => {
  for (const theme of THEMES) {
    test(`with every kind of field, in ${theme}`, async (form) => {
      await form.open(showing(everyKind), { theme });
      await assertAccessible(form.page);
      await form.screenshot(theme);
      assert.equal(await form.overflow(), 0);
      assert.deepEqual(form.complaints, []);
    });

    test(`with problems, conflicts and what is not saved, in ${theme}`, async (form) => {
      await form.open(showing(everyKind, { problems, conflicts, unsaved: true }), { theme });
      await form.field("Description").locator(".problem", { hasText: "refused" }).waitFor();
      await assertAccessible(form.page);
      await form.screenshot(`${theme}-problems`);
    });

    test(`with an open list, in ${theme}`, async (form) => {
      await form.open(showing(everyKind), { theme });
      await form.combobox("Members").click();
      await form.answerSearch(PEOPLE, { more: true });
      await form.press("ArrowDown");
      await assertAccessible(form.page);
      await form.screenshot(`${theme}-list`);
      await form.press("Escape");
      await form.combobox("Status").click();
      await assertAccessible(form.page);
      await form.screenshot(`${theme}-choice`);
    });
  }

  test("while it saves", async (form) => {
    await form.open(showing(everyKind));
    await form.button(texts.save).click();
    await form.page.getByText(texts.saving).waitFor();
    await assertAccessible(form.page);
    await form.screenshot("saving");
  });

  test("at 300 pixels", async (form) => {
    await form.open(showing(everyKind, { problems, conflicts, unsaved: true }), { width: 300 });
    assert.equal(await form.overflow(), 0);
    await form.screenshot("300px-problems");
    await form.open(showing(everyKind), { width: 300 });
    assert.equal(await form.overflow(), 0);
    await form.combobox("Members").click();
    await form.answerSearch(PEOPLE, { more: true });
    assert.equal(await form.overflow(), 0);
    await form.screenshot("300px");
  });
});
