// Whatever arrives or is typed stays text, and the page stays quick.
import assert from "node:assert/strict";
import type { FormOnPage } from "./support/form-on-page";
import { everyKind, field, formOf, showing } from "./support/models";
import { onPage } from "./support/on-page";

const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>&amp; "' \u0000\u0007\u202e مرحبا 👩‍👩‍👧‍👦 \u200b{{7*7}}`;
/** What a text of a million characters is made of. */
const UNITS = {
  letters: "x",
  words: "wörd & word ",
  markup: "<b onclick='x'>&amp;</b>",
  emoji: "well done 👩‍👧 👍🏽 ",
  "right to left": "كلمة word \u202e",
};

/** No measure: only a page that hangs takes so long, on however slow a machine. */
const MOST_MS = 15_000;

/** What the browser itself takes for an input and a textarea with this text, on this machine, now. */
async function browserMs({ page }: FormOnPage, text: string): Promise<number> {
  return page.evaluate((value) => {
    const start = performance.now();
    for (const tag of ["input", "textarea"] as const) {
      const field = document.createElement(tag);
      document.body.append(field);
      field.value = value;
      field.getBoundingClientRect();
      field.remove();
    }
    return performance.now() - start;
  }, text);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return Math.round(performance.now() - start);
}

/** The model with the text wherever there is one. */
function everywhere<Model>(model: Model, text: string): Model {
  const isCode = (key: string) => ["kind", "key", "name", "uuid", "id", "value", "answerType"].includes(key);
  return JSON.parse(
    JSON.stringify(model, (key, value: unknown) =>
      typeof value === "string" && !isCode(key) ? text : value,
    ),
  ) as Model; // of the same shape: only texts are others
}

onPage("hostile texts", (test) => {
  test("stay texts in every place", async (form) => {
    const problems = { message: HOSTILE, fields: { name: HOSTILE, weekdays: HOSTILE } };
    const conflicts = [{ name: "name", label: HOSTILE, mine: HOSTILE, theirs: HOSTILE }];
    await form.open(showing(everywhere(everyKind, HOSTILE), { problems, conflicts, unsaved: true }));
    await form.combobox("onerror").nth(1).click();
    await form.answerSearch([{ id: "1", label: HOSTILE, description: HOSTILE }], { more: true });
    assert.match(await form.page.getByRole("option").last().innerText(), /<img src=x onerror/);
    assert.equal(await form.page.evaluate(() => "hacked" in window), false);
    assert.equal(await form.page.locator("img, body script:not([src])").count(), 0);
    assert.equal(await form.page.locator("h1").innerText(), HOSTILE);
    assert.deepEqual(form.complaints, []);
    await form.screenshot("hostile");
  });

  test("are sent as they were typed", async (form) => {
    await form.open(
      showing(formOf([field("text", "name", { value: "" }), field("longtext", "notes", { value: "" })])),
    );
    await form.text("name").fill(HOSTILE);
    await form.text("notes").fill(`${HOSTILE}\n\tnext`);
    assert.equal(await form.valueOf("name"), HOSTILE);
    assert.equal(await form.valueOf("notes"), `${HOSTILE}\n\tnext`);
    assert.equal(await form.text("name").getAttribute("dir"), "auto");
    assert.equal(await form.text("notes").getAttribute("dir"), "auto");
  });

  test("do not change because the browser shows them otherwise", async (form) => {
    const fields = [
      field("text", "name", { value: "one\r\ntwo" }),
      field("longtext", "notes", { value: "a\r\nb" }),
      field("flag", "other", { value: false }),
    ];
    await form.open(showing(formOf(fields)));
    await form.page.getByRole("checkbox").click();
    assert.deepEqual((await form.waitForSent("change")).values, {
      name: "one\r\ntwo",
      notes: "a\r\nb",
      other: true,
    });
  });

  for (const [kind, unit] of Object.entries(UNITS)) {
    test(`of a million characters do not freeze the page: ${kind}`, async (form) => {
      const million = unit.repeat(1_000_000 / unit.length + 1).slice(0, 1_000_000);
      await form.open(showing(formOf([])));
      // A million in both directions it does not get done with at all; the form shows their beginning.
      const ownMs = kind === "right to left" ? 0 : await browserMs(form, million);
      const texts = [
        field("text", "name", { value: million }),
        field("longtext", "notes", { value: million }),
        field("flag", "last", { value: false }),
      ];
      const showMs = await timed(() => form.tell(showing(formOf(texts), { fill: true })));
      const changeMs = await timed(() => form.page.getByRole("checkbox", { name: "last" }).click());
      assert.ok(showMs < 2 * ownMs + MOST_MS, `${showMs} ms to show; the browser alone: ${ownMs}`);
      assert.ok(changeMs < MOST_MS, `${changeMs} ms to change another field`);
      assert.deepEqual((await form.waitForSent("change")).values, {
        name: million,
        notes: million,
        last: true,
      });

      const name = form.text("name");
      if (!(await name.isEditable())) return;
      const typeMs = await timed(async () => {
        await name.focus();
        await form.press("End", "x");
      });
      assert.ok(typeMs < 2 * ownMs + MOST_MS, `${typeMs} ms to type`);
      assert.equal(await form.valueOf("name"), `${million}x`);
    });
  }

  test("of a million characters are clipped where they are only shown", async (form) => {
    const million = "<b>شيء</b> ".repeat(100_000);
    const fields = [
      field("names", "people", { many: true, label: million, value: [{ id: "1", label: million }] }),
      field("typed", "cost", { value: "1", reading: million, label: million }),
      field("choice", "choice", { value: "a", choices: [{ value: "a", label: million }] }),
      field("choices", "choices", { value: [], choices: [{ value: "a", label: million }], toggles: true }),
      field("files", "files", { many: true, value: [{ id: "1", name: million, size: "1 GB" }] }),
      field("scale", "scale", { value: [{ value: 1, text: million }] }),
      field("flag", "last", { value: false, help: million, label: million }),
    ];
    const problems = { message: million, fields: { last: million } };
    const conflicts = [{ name: "name", label: million, mine: million, theirs: million }];
    await form.open(showing(formOf([])));
    const showMs = await timed(async () => {
      await form.tell(showing(formOf(fields, { title: million }), { fill: true, conflicts, problems }));
      await form.page.getByRole("combobox").first().click();
      await form.answerSearch([{ id: "1", label: million }]);
    });
    assert.ok(showMs < 2 * MOST_MS, `${showMs} ms to show`);
    assert.ok((await form.page.locator("body").innerText()).length < 50_000);
    assert.equal(await form.overflow(), 0);
  });
});
