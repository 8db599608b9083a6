// Every form of the extension as it opens: everybody can use it, in any theme, and at any width.
import assert from "node:assert/strict";
import { ACTIONS } from "../../src/actions/action-list";
import { eventually } from "../e2e/eventually";
import { assertAccessible } from "./support/axe";
import type { FormOnPage } from "./support/form-on-page";
import { onPage } from "./support/on-page";
import type { Show } from "./support/models";
import { realForms, type RealForm } from "./support/real-forms/real-forms";
import { THEMES } from "./support/themes";

const NARROW = 300;

let forms: readonly RealForm[] = [];

const fieldsOf = ({ form }: Show) => form.sections.flatMap(({ fields }) => fields);

/** One after the other in one page, each by its name. */
async function showEach(form: FormOnPage, look: (name: string, show: Show) => Promise<void>): Promise<void> {
  for (const { name, show } of forms) {
    await form.tell({ ...show, fill: true });
    await form.page.getByRole("heading", { level: 1, name: show.form.title, exact: true }).waitFor();
    await look(name, show);
  }
}

/** By the keyboard, until the focus has left the page. */
async function walkThrough(form: FormOnPage): Promise<void> {
  const isInPage = () => form.page.evaluate(() => document.activeElement !== document.body);
  await form.page.locator("h1").click(); // so that nothing has the focus
  do await form.press("Tab");
  while (await isInPage());
}

/** A label with or without the mark of what must be filled in. */
const withMark = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\*)?$`);

/** A page without fields, to show the forms in. */
async function openPage(form: FormOnPage, look: Parameters<FormOnPage["open"]>[1]): Promise<void> {
  const [first] = forms;
  assert.ok(first, "There are no forms.");
  await form.open({ ...first.show, form: { ...first.show.form, key: "none", sections: [] } }, look);
}

onPage("every form", (test) => {
  test("is there as its declaration has it", async () => {
    forms = await realForms();
    const declared = ACTIONS.filter(({ declaration }) => declaration.form).map(({ id }) => id);
    assert.deepEqual(
      forms.map(({ name }) => `factorial.${name}`),
      declared,
    );
    for (const { name, show } of forms) assert.notDeepEqual(fieldsOf(show), [], name);
  });

  for (const theme of THEMES) {
    test(`is accessible in ${theme}`, async (form) => {
      await openPage(form, { theme });
      const failures: string[] = [];
      await showEach(form, async (name) => {
        await assertAccessible(form.page).catch((error: unknown) =>
          failures.push(`${name}: ${String(error)}`),
        );
      });
      assert.equal(failures.join("\n\n"), "");
      assert.deepEqual(form.complaints, []);
    });
  }

  test("shows what was chosen before, and is not changed by who walks through it", async (form) => {
    await openPage(form, {});
    await showEach(form, async (name, show) => {
      for (const field of fieldsOf(show)) {
        if (field.kind !== "choice") continue;
        const list = form.page.getByRole("combobox", { name: withMark(field.label) });
        const chosen = field.choices.find(({ value }) => value === field.value);
        await eventually(async () => {
          const shown = await list.locator(".selected-value").innerText();
          assert.equal(shown.trim(), chosen?.label, `${name}: ${field.label}`);
        }, 3000);
      }
      await form.forgetSent();
      await walkThrough(form);
      assert.deepEqual(await form.sentOf("change"), [], name);
    });
  });

  test(`fits into ${NARROW} pixels`, async (form) => {
    await openPage(form, { width: NARROW });
    const tooWide: string[] = [];
    await showEach(form, async (name) => {
      const overflow = await form.overflow();
      if (overflow > 0) tooWide.push(`${name} by ${overflow} pixels`);
    });
    assert.deepEqual(tooWide, []);
  });
});
