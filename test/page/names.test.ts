// Picking by name: what the host finds, in a list that the keyboard and a screen reader can go through.
import assert from "node:assert/strict";
import { eventually } from "../e2e/eventually";
import type { FormOnPage } from "./support/form-on-page";
import { field, formOf, manyPeople, PEOPLE, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

const [ana, bo] = PEOPLE;

const one = showing(formOf([field("names", "manager", { many: false, required: true, value: [] })]));
const several = showing(formOf([field("names", "team", { many: true, value: [] })]));

/** What a screen reader says is active. */
async function activeOption({ page }: FormOnPage): Promise<string | undefined> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant");
    return id ? document.getElementById(id)?.querySelector(".option-label")?.textContent : undefined;
  });
}

const status = ({ page }: FormOnPage) => page.locator(".popup-status").innerText();

onPage("names", (test) => {
  test("are searched for once the typing pauses, and picked with Enter", async (form) => {
    await form.open(one);
    const input = form.combobox("manager");
    await input.pressSequentially("gar");
    assert.equal(await status(form), texts.searching);
    assert.equal((await form.waitForSent("search")).text, "gar");
    assert.equal((await form.sentOf("search")).length, 1, "not with every key");
    await form.answerSearch([ana, bo].filter((person) => person !== undefined));
    assert.equal(await input.getAttribute("aria-expanded"), "true");
    assert.equal(await activeOption(form), "Ana García");
    await form.press("ArrowDown");
    assert.equal(await activeOption(form), "Bo Lindqvist");
    await form.press("ArrowUp", "Enter");
    assert.deepEqual(await form.valueOf("manager"), [ana]);
    assert.equal(await input.getAttribute("aria-expanded"), "false");
    assert.equal(await input.inputValue(), "");
    const described = await input.getAttribute("aria-describedby");
    const [chosen] = described?.split(" ") ?? [];
    assert.match(await form.page.locator(`#${chosen}`).innerText(), /Ana García/);
  });

  test("are never those of an older search", async (form) => {
    await form.open(one);
    const input = form.combobox("manager");
    await input.fill("a");
    await eventually(async () => {
      assert.equal((await form.sentOf("search")).at(-1)?.text, "a");
    });
    await form.tell({ kind: "found", name: "manager", text: "a", options: PEOPLE, more: false });
    await input.fill("zz");
    await form.press("Enter");
    assert.deepEqual(await form.sentOf("change"), [], "what is shown was found for another text");
    await form.tell({ kind: "found", name: "manager", text: "a", options: PEOPLE, more: false });
    assert.equal(await status(form), texts.searching);
    await form.tell({ kind: "found", name: "manager", text: "zz", options: [], more: false });
    assert.equal(await status(form), texts.nothingFound);
    assert.equal(await form.page.getByRole("option").count(), 0);
  });

  test("say that there are more, and why none can be found", async (form) => {
    await form.open(one);
    await form.combobox("manager").click();
    await form.answerSearch(PEOPLE, { more: true });
    assert.equal(await status(form), texts.moreToFind);
    await form.combobox("manager").fill("x");
    await eventually(async () => {
      assert.equal((await form.sentOf("search")).at(-1)?.text, "x");
    });
    await form.answerSearch([], { problem: "Factorial does not answer." });
    assert.equal(await status(form), "Factorial does not answer.");
  });

  test("close with Escape, which then leaves nothing else", async (form) => {
    await form.open(one);
    await form.combobox("manager").focus();
    await form.press("ArrowDown");
    await form.answerSearch(PEOPLE);
    await form.press("Escape");
    assert.equal(await form.combobox("manager").getAttribute("aria-expanded"), "false");
    assert.deepEqual(await form.sentOf("leave"), []);
    await form.press("Escape");
    assert.equal((await form.sentOf("leave")).length, 1);
  });

  test("are several where there may be, and can be taken out again", async (form) => {
    await form.open(several);
    await form.combobox("team").click();
    await form.answerSearch(PEOPLE);
    await form.page.getByRole("option", { name: "Bo Lindqvist" }).click();
    await form.page.getByRole("option", { name: "Ana García" }).click();
    const ids = async () => ((await form.valueOf("team")) as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(await ids(), ["2", "1"]);
    assert.equal(
      await form.page.getByRole("option", { name: "Ana García" }).getAttribute("aria-selected"),
      "true",
    );
    await form.page.getByRole("option", { name: "Bo Lindqvist" }).click();
    assert.deepEqual(await ids(), ["1"]);
    assert.ok(await form.isFocused(form.combobox("team")), "the focus stays in the text");

    await form.press("Escape", "Backspace");
    assert.ok(
      await form.isFocused(
        form.page
          .locator("vscode-button", { has: form.button(`${texts.remove}: Ana García`) })
          .or(form.button(`${texts.remove}: Ana García`))
          .first(),
      ),
    );
    await form.press("Enter");
    assert.deepEqual(await ids(), []);
    assert.ok(await form.isFocused(form.combobox("team")));
  });

  test("leave the text that found them when the list closes, and not before", async (form) => {
    await form.open(several);
    const input = form.combobox("team");
    await input.pressSequentially("gar");
    await form.answerSearch(PEOPLE);
    await form.press("ArrowDown", "Enter");
    assert.equal(await input.inputValue(), "gar", "more may be picked of what was found");
    await form.press("Tab");
    assert.equal(await input.inputValue(), "");

    await input.pressSequentially("zz");
    await form.press("Tab");
    assert.equal(await input.inputValue(), "zz", "what has found nobody yet is still the person's");
  });

  test("of 500 scroll as a list of which the page has but a few rows", async (form) => {
    await form.open(several);
    await form.combobox("team").click();
    await form.answerSearch(manyPeople(500));
    const list = form.page.getByRole("listbox");
    const rows = () => form.page.getByRole("option").count();
    assert.ok((await rows()) < 60);
    await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await form.page.getByRole("option", { name: "Person 500" }).waitFor();
    assert.ok((await rows()) < 60);
    assert.equal(
      await form.page.getByRole("option", { name: "Person 500" }).getAttribute("aria-posinset"),
      "500",
    );
    assert.equal(await activeOption(form), "Person 1", "the active row stays in the page, out of sight");
    await form.page.getByRole("option", { name: "Person 499" }).click();
    assert.deepEqual(await form.valueOf("team"), [manyPeople(500)[498]]);
  });

  test("are gone through with the keys of lists", async (form) => {
    await form.open(several);
    await form.combobox("team").click();
    await form.answerSearch(manyPeople(500));
    const steps: [string, string][] = [
      ["End", "Person 500"],
      ["PageUp", "Person 492"],
      ["ArrowUp", "Person 491"],
      ["Home", "Person 1"],
      ["ArrowUp", "Person 1"],
      ["PageDown", "Person 9"],
      ["ArrowDown", "Person 10"],
    ];
    for (const [key, expected] of steps) {
      await form.press(key);
      assert.equal(await activeOption(form), expected, key);
      const isSeen = await form.page.locator(".option.active").evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const list = row.closest(".options")?.getBoundingClientRect();
        return list !== undefined && top >= list.top - 1 && bottom <= list.bottom + 1;
      });
      assert.ok(isSeen, `${key} scrolls to it`);
    }
    await form.press("Enter");
    assert.deepEqual(await form.valueOf("team"), [manyPeople(500)[9]]);
  });

  test("are required where the form says so", async (form) => {
    await form.open(one);
    await form.button(texts.save).click();
    assert.equal(await form.problemOf("manager"), texts.required);
    assert.ok(await form.isFocused(form.combobox("manager")));
    assert.equal(await form.combobox("manager").getAttribute("aria-invalid"), "true");
  });
});
