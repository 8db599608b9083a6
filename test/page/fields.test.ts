// Each kind of field, as a person fills it in.
import assert from "node:assert/strict";
import { eventually } from "../e2e/eventually";
import { everyKind, field, formOf, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

const CHOICES = [
  { value: "a", label: "Apples" },
  { value: "b", label: "Bananas" },
  { value: "c", label: "Cherries" },
];

onPage("fields", (test) => {
  test("shows titles, sections, help and what is required", async (form) => {
    await form.open(showing(everyKind));
    const { page } = form;
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Edit Everything");
    assert.equal(await page.locator(".place").innerText(), "Brisa, S.L.");
    assert.equal(await page.getByRole("group", { name: "People", exact: true }).count(), 1);
    assert.match((await form.text("Name *").getAttribute("aria-description")) ?? "", /As the team calls it/);
    assert.equal(await page.getByText(texts.requiredMark).count(), 1);
    assert.ok(await form.isFocused(form.text("Name")));
    assert.deepEqual((await form.sent())[0], { kind: "ready" });
  });

  test("tells every change of a text, whole", async (form) => {
    await form.open(
      showing(formOf([field("text", "name", { value: "" }), field("longtext", "notes", { value: "" })])),
    );
    await form.text("name").pressSequentially("API");
    assert.deepEqual(
      (await form.sentOf("change")).map(({ values }) => values.name),
      ["A", "AP", "API"],
    );
    await form.text("notes").fill("one\ntwo");
    assert.deepEqual((await form.sentOf("change")).at(-1)?.values, { name: "API", notes: "one\ntwo" });
  });

  test("reads a typed date and shows the reading beside it", async (form) => {
    await form.open(showing(formOf([field("date", "due", { value: "" })])));
    await form.text(/^due$/).pressSequentially("next friday");
    const { text } = await form.waitForSent("read");
    assert.equal(text, "next friday");
    assert.equal((await form.sentOf("read")).length, 1, "asked once, after the typing");
    await form.tell({ kind: "reading", name: "due", text, reading: "Fri, Nov 27" });
    assert.equal(await form.page.locator(".reading").innerText(), "Fri, Nov 27");
    assert.equal(await form.valueOf("due"), "next friday");
  });

  test("says what cannot be read, and does not save it", async (form) => {
    await form.open(showing(formOf([field("typed", "cost", { value: "", placeholder: "0,00" })])));
    assert.equal(await form.text("cost").getAttribute("placeholder"), "0,00");
    await form.text("cost").fill("a lot");
    await form.waitForSent("read");
    await form.tell({ kind: "reading", name: "cost", text: "a lot", problem: "This is no amount." });
    assert.equal(await form.problemOf("cost"), "This is no amount.");
    assert.equal(await form.text("cost").getAttribute("aria-invalid"), "true");
    assert.match((await form.text("cost").getAttribute("aria-description")) ?? "", /no amount/);
    await form.button(texts.save).click();
    assert.deepEqual(await form.sentOf("save"), []);
    await form.text("cost").fill("12");
    assert.equal(await form.problemOf("cost"), "", "it was of another text");
  });

  test("ignores the reading of a text that is no longer there", async (form) => {
    await form.open(showing(formOf([field("typed", "cost", { value: "" })])));
    await form.text("cost").fill("1");
    await form.waitForSent("read");
    await form.text("cost").fill("12");
    await form.tell({ kind: "reading", name: "cost", text: "1", reading: "€1.00" });
    assert.equal(await form.page.locator(".reading").count(), 1);
    assert.equal(await form.page.locator(".reading").innerText(), "");
    await form.waitForSent("read", 2);
    await form.tell({ kind: "reading", name: "cost", text: "12", reading: "€12.00" });
    await form.tell({ kind: "reading", name: "cost", text: "1", problem: "No." });
    assert.equal(await form.page.locator(".reading").innerText(), "€12.00");
    assert.equal(await form.problemOf("cost"), "");
  });

  test("asks how a value is read that comes without its reading", async (form) => {
    const fields = [
      field("date", "due", { value: "tomorrow" }),
      field("typed", "cost", { value: "5", reading: "€5.00" }),
      field("typed", "none", { value: "" }),
    ];
    await form.open(showing(formOf(fields)));
    assert.deepEqual(
      (await form.sentOf("read")).map(({ name, text }) => [name, text]),
      [["due", "tomorrow"]],
    );
  });

  test("opens the browser's calendar, by mouse and by keyboard, at the date that is typed", async (form) => {
    await form.open(
      showing(formOf([field("date", "due", { value: "2026-11-27" }), field("text", "name", { value: "" })])),
    );
    const calendar = form.page.getByLabel(`${texts.pickDate}: due`);
    const isOpen = () => calendar.evaluate((element) => element.matches(":open"));
    await calendar.click();
    await eventually(async () => {
      assert.ok(await isOpen());
    });
    assert.equal(await calendar.inputValue(), "2026-11-27");
    await form.press("Escape");
    await eventually(async () => {
      assert.ok(!(await isOpen()));
    });

    for (const key of ["Space", "Enter"]) {
      await form.text(/^due$/).focus();
      await form.press("Tab", key);
      await eventually(async () => {
        assert.ok(await isOpen(), key);
      });
      await form.press("Escape");
      await eventually(async () => {
        assert.ok(!(await isOpen()));
      });
    }
    assert.deepEqual(await form.sentOf("leave"), [], "Escape was the calendar's");
    await form.press("Tab", "Tab"); // the browser stops at the input, and at its sign
    assert.ok(await form.isFocused(form.text("name")));

    await calendar.fill("2026-12-01");
    await eventually(async () => {
      assert.equal(await form.text(/^due$/).inputValue(), "2026-12-01");
    });
    assert.equal(await form.valueOf("due"), "2026-12-01");
    assert.equal((await form.waitForSent("read")).text, "2026-12-01");
  });

  test("chooses one", async (form) => {
    await form.open(showing(formOf([field("choice", "fruit", { value: "a", choices: CHOICES })])));
    await form.combobox("fruit").click();
    await form.page.getByRole("option", { name: "Cherries" }).click();
    assert.equal(await form.valueOf("fruit"), "c");
    await form.press("ArrowUp");
    await eventually(async () => {
      assert.equal(await form.valueOf("fruit"), "b");
    });
  });

  test("shows nothing chosen where nothing is, and holds back what is required", async (form) => {
    await form.open(
      showing(formOf([field("choice", "fruit", { value: "", required: true, choices: CHOICES })])),
    );
    assert.equal((await form.combobox(/fruit/.source).locator(".selected-value").innerText()).trim(), "");
    await form.button(texts.save).click();
    assert.equal(await form.problemOf("fruit"), texts.required);
    assert.deepEqual(await form.sentOf("save"), []);
    await form.combobox("fruit").focus();
    await form.press("ArrowDown");
    assert.equal(await form.problemOf("fruit"), "");
    assert.equal(await form.valueOf("fruit"), "a");
  });

  test("chooses several, from boxes and in a row of toggles", async (form) => {
    const fields = [
      field("choices", "boxes", { value: ["b"], choices: CHOICES, toggles: false }),
      field("choices", "toggles", { value: [], choices: CHOICES, toggles: true, required: true }),
    ];
    await form.open(showing(formOf(fields)));
    await form.page.getByRole("checkbox", { name: "Apples" }).click();
    assert.deepEqual(await form.valueOf("boxes"), ["a", "b"]);
    await form.button(texts.save).click();
    assert.equal(await form.problemOf("toggles"), texts.required);

    await form.button("Cherries").focus();
    await form.press("Space");
    await form.button("Apples").focus();
    await form.press("Enter");
    assert.deepEqual(await form.valueOf("toggles"), ["a", "c"], "in the order of the choices");
    await eventually(async () => {
      assert.equal(await form.button("Cherries").getAttribute("aria-pressed"), "true");
    });
    assert.equal(await form.button("Bananas").getAttribute("aria-pressed"), "false");
    await form.button("Apples").click();
    assert.deepEqual(await form.valueOf("toggles"), ["c"]);
    assert.equal(await form.page.getByRole("group", { name: "toggles *" }).count(), 1);
  });

  test("sets a flag", async (form) => {
    await form.open(showing(formOf([field("flag", "billable", { value: false, required: true })])));
    await form.button(texts.save).click();
    assert.deepEqual((await form.waitForSent("save")).values, { billable: false }, "no is an answer");
    await form.tell(showing(formOf([field("flag", "billable", { value: false, required: true })])));
    await form.page.getByRole("checkbox", { name: "billable" }).focus();
    await form.press("Space");
    assert.equal(await form.valueOf("billable"), true);
  });

  test("makes a rating scale", async (form) => {
    await form.open(showing(formOf([field("scale", "scale", { value: [{ value: 1, text: "Bad" }] })])));
    await form.button(texts.addStep).click();
    await form.press("Tab");
    await form.page.keyboard.type("Good");
    assert.deepEqual(await form.valueOf("scale"), [
      { value: 1, text: "Bad" },
      { value: 2, text: "Good" },
    ]);
    await form.text(texts.stepValue).first().fill("0,5");
    assert.deepEqual((await form.valueOf("scale")) instanceof Array && (await form.valueOf("scale")), [
      { value: 0.5, text: "Bad" },
      { value: 2, text: "Good" },
    ]);
    await form.text(texts.stepValue).first().fill("much");
    await form.button(texts.save).click();
    assert.equal(await form.problemOf("scale"), texts.required);
    assert.deepEqual(await form.sentOf("save"), []);
    await form.button(`${texts.remove}: much Bad`).click();
    assert.deepEqual(await form.valueOf("scale"), [{ value: 2, text: "Good" }]);
    assert.equal(await form.problemOf("scale"), "");
  });

  test("shows files by name and size, chosen by the host and removed here", async (form) => {
    const contract = { id: "1", name: "contract.pdf", size: "120 KB" };
    const letter = { id: "2", name: "letter.pdf", size: "3 KB" };
    const withFiles = (value: (typeof contract)[]) =>
      showing(formOf([field("files", "files", { many: true, value })]));
    await form.open(withFiles([contract]));
    await form.button(texts.chooseFiles).click();
    assert.deepEqual(await form.waitForSent("choose-files"), { kind: "choose-files", name: "files" });
    await form.tell(withFiles([contract, letter]));
    assert.deepEqual(await form.valueOf("files"), [contract, letter]);
    assert.match(await form.field("files").innerText(), /letter\.pdf\s*3 KB/);

    await form.button(`${texts.remove}: contract.pdf`).click();
    assert.deepEqual(await form.valueOf("files"), [letter]);
    await form.tell(withFiles([contract, letter]));
    assert.deepEqual(await form.valueOf("files"), [letter], "an older message does not bring it back");

    const again = { ...letter, id: "again" };
    await form.tell(withFiles([again]));
    assert.deepEqual(await form.valueOf("files"), [again], "one that was gone is chosen again");
  });

  test("takes the place of a single file", async (form) => {
    const withFiles = (...ids: string[]) =>
      showing(
        formOf([
          field("files", "file", { many: false, value: ids.map((id) => ({ id, name: id, size: "" })) }),
        ]),
      );
    await form.open(withFiles("old"));
    await form.tell(withFiles("new"));
    assert.deepEqual(await form.valueOf("file"), [{ id: "new", name: "new", size: "" }]);
  });

  test("stand in sections, which a screen reader can tell", async (form) => {
    await form.open(showing(everyKind));
    const section = form.page.getByRole("group", { name: "People", exact: true });
    assert.equal(await section.getByRole("combobox", { name: "Manager" }).count(), 1);
    assert.equal(await section.getByRole("textbox", { name: "Name" }).count(), 0);
    assert.equal(
      await form.page
        .locator(".section-title")
        .allInnerTexts()
        .then((all) => all.join()),
      "People,Review",
    );
    await form.open(showing(formOf([field("text", "name", { value: "" })])));
    assert.equal(await form.page.locator("fieldset, legend").count(), 0, "one alone has no title");
  });
});
