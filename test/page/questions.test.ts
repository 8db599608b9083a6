// The builder of questionnaires, by keyboard and by mouse.
import assert from "node:assert/strict";
import type { QuestionSection } from "../../src/messages/form";
import { eventually } from "../e2e/eventually";
import type { FormOnPage } from "./support/form-on-page";
import { field, formOf, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

const question = (uuid: string) => ({ uuid, title: uuid, answerType: "text", mandatory: false, options: [] });

const showingSections = (value: QuestionSection[]) =>
  showing(
    formOf([
      field("questions", "questions", {
        value,
        required: true,
        answerTypes: [
          { value: "text", label: "Free text" },
          { value: "pick", label: "One of several", hasOptions: true },
        ],
      }),
    ]),
  );

const filled = showingSections([
  { uuid: "s1", title: "First", questions: [question("q1"), question("q2")] },
  { uuid: "s2", title: "Second", questions: [question("q3")] },
]);

async function sections(form: FormOnPage): Promise<QuestionSection[]> {
  return (await form.valueOf("questions")) as QuestionSection[]; // the field's own kind of value
}

/** The questions' ids, section by section. */
async function order(form: FormOnPage): Promise<string> {
  return (await sections(form))
    .map(({ uuid, questions }) => `${uuid}: ${questions.map((one) => one.uuid).join(" ")}`)
    .join(", ");
}

onPage("questions", (test) => {
  test("are built with the keyboard alone", async (form) => {
    await form.open(showingSections([]));
    const { keyboard } = form.page;
    assert.ok(await form.isFocused(form.page.locator("vscode-button", { hasText: texts.addSection })));
    await form.press("Enter");
    await keyboard.type("About you");
    await form.button(texts.addQuestion).focus();
    await form.press("Enter");
    await keyboard.type("Would you stay?");
    await form.combobox(texts.answerType).focus();
    assert.equal(await form.button(texts.addOption).isVisible(), false);
    await form.press("ArrowDown", "Tab");
    await form.press("Space"); // must be answered
    await form.press("Tab", "Enter"); // add an option
    await keyboard.type("Yes");
    await form.button(texts.addOption).focus();
    await form.press("Enter");
    await keyboard.type("No");

    const [section] = await sections(form);
    const [asked] = section?.questions ?? [];
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/;
    assert.match(section?.uuid ?? "", uuid);
    assert.match(asked?.uuid ?? "", uuid);
    assert.deepEqual(
      { ...section, uuid: "", questions: section?.questions.map((one) => ({ ...one, uuid: "" })) },
      {
        uuid: "",
        title: "About you",
        questions: [
          { uuid: "", title: "Would you stay?", answerType: "pick", mandatory: true, options: ["Yes", "No"] },
        ],
      },
    );
  });

  test("are moved with Alt and the arrows, also to the next section, keeping the focus", async (form) => {
    await form.open(filled);
    const title = form.text(texts.questionTitle).nth(1);
    await title.focus();
    await form.press("Alt+ArrowUp");
    assert.equal(await order(form), "s1: q2 q1, s2: q3");
    assert.ok(await form.isFocused(form.text(texts.questionTitle).first()));
    await form.press("Alt+ArrowDown", "Alt+ArrowDown");
    assert.equal(await order(form), "s1: q1, s2: q2 q3");
    await form.press("Alt+ArrowUp");
    assert.equal(await order(form), "s1: q1 q2, s2: q3");
    await form.text(texts.sectionTitle).first().focus();
    await form.press("Alt+ArrowDown");
    assert.equal(await order(form), "s2: q3, s1: q1 q2");
    await form.press("Alt+ArrowDown");
    assert.equal(await order(form), "s2: q3, s1: q1 q2", "it is the last");
  });

  test("keep what was typed and chosen in them when they are moved", async (form) => {
    await form.open(filled);
    await form.text(texts.questionTitle).first().fill("Why?");
    await form.combobox(texts.answerType).first().focus();
    await form.press("ArrowDown", "Alt+ArrowDown");
    const moved = (await sections(form))[0]?.questions[1];
    assert.deepEqual([moved?.title, moved?.answerType], ["Why?", "pick"]);
    assert.equal(
      await form.combobox(texts.answerType).nth(1).locator(".selected-value").innerText(),
      "One of several",
    );
  });

  test("are moved and removed with their buttons", async (form) => {
    await form.open(filled);
    await form.button(`${texts.moveDown}: q1`).focus();
    await form.press("Enter");
    assert.equal(await order(form), "s1: q2 q1, s2: q3");
    assert.ok(
      await form.page.evaluate(() => document.activeElement?.getAttribute("aria-label") === "Move down: q1"),
    );
    await form.button(`${texts.remove}: q2`).click();
    assert.equal(await order(form), "s1: q1, s2: q3");
    assert.ok(await form.isFocused(form.text(texts.questionTitle).first()));
    await form.button(`${texts.remove}: First`).click();
    await form.button(`${texts.remove}: Second`).click();
    assert.deepEqual(await sections(form), []);
    assert.equal(await form.problemOf("questions"), texts.required);
  });

  test("are dragged to their place, within a section and to another", async (form) => {
    await form.open(filled);
    const handle = (index: number) => form.page.locator(".question .item-head > .handle").nth(index);
    const item = (title: string) =>
      form.page.locator(".question", { has: form.button(`${texts.remove}: ${title}`) });
    await handle(1).dragTo(item("q1"), { targetPosition: { x: 100, y: 2 } });
    await eventually(async () => {
      assert.equal(await order(form), "s1: q2 q1, s2: q3");
    });
    const { height } = (await item("q3").boundingBox()) ?? { height: 0 };
    await handle(0).dragTo(item("q3"), { targetPosition: { x: 100, y: height - 2 } });
    await eventually(async () => {
      assert.equal(await order(form), "s1: q1, s2: q3 q2");
    });
    await handle(0).dragTo(item("q2"), { targetPosition: { x: 100, y: 2 } });
    await eventually(async () => {
      assert.equal(await order(form), "s1: , s2: q3 q1 q2");
    });
    await form.page
      .locator(".section-card > .item-head > .handle")
      .nth(1)
      .dragTo(form.text(texts.sectionTitle).first(), { targetPosition: { x: 100, y: 2 } });
    await eventually(async () => {
      assert.equal(await order(form), "s2: q3 q1 q2, s1: ");
    });
    assert.equal(await form.page.locator(".drop-here, .dragged").count(), 0);
  });
});
