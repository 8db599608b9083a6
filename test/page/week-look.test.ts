// What everybody must be able to see and hear of the week sheet: axe's rules, pictures to look at, and hostile texts.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe";
import { THEMES } from "./support/themes";
import { onWeekPage } from "./support/on-page";
import { showingWeek, weekOf } from "./support/week-on-page";

const month = {
  title: "November 2026",
  byProject: [
    { name: "ACME", minutes: 5010, planned: 1200 },
    { name: "A project with a name that is longer than its place", minutes: 360, planned: 0 },
    { name: "Only planned", minutes: 0, planned: 600 },
  ],
  byWeek: [{ name: "Week 47", minutes: 2400, planned: 1440 }],
};

const edited = showingWeek({
  edits: { "1/|2026-11-18": "lunch", "2/|2026-11-17": "2h", "3/|2026-11-20": "1h30" },
  marks: {
    "1/|2026-11-18": { kind: "problem", text: "Not a duration." },
    "2/|2026-11-17": { kind: "conflict", text: "Factorial holds 1h here." },
  },
  notice: "1 saved, 1 changed meanwhile.",
});

const suggestions = [
  {
    day: "2026-11-20",
    text: "Fri 20: commits from 09:10 to 11:40, about 2h30",
    time: "2h30",
    details: ["Fix"],
  },
];

const HOSTILE = `<img src=x onerror="document.title='owned'">{0}$1 \u202e`;

onWeekPage("the look of the week sheet", (test) => {
  for (const theme of THEMES) {
    test(`with what is typed, suggestions and the month, in ${theme}`, async (sheet) => {
      await sheet.open(edited, { theme });
      await sheet.tell({ kind: "suggest", suggestions });
      await sheet.tell({ kind: "month", month });
      await assertAccessible(sheet.page);
      await sheet.screenshot(theme);
      assert.deepEqual(sheet.complaints, []);
    });
  }

  test("an open cell has a name and is accessible", async (sheet) => {
    await sheet.open();
    await sheet.press("F2");
    await sheet.page.getByRole("textbox", { name: "ACME / API, Saturday, November 21" }).waitFor();
    await assertAccessible(sheet.page);
  });

  test("a week without rows says so", async (sheet) => {
    await sheet.open(showingWeek({ week: weekOf({}) }));
    await sheet.tell(showingWeek({ week: weekOf({}), fill: false }));
    assert.equal(await sheet.page.locator(".detail").innerText(), "Nothing is logged in this week.");
    await assertAccessible(sheet.page);
  });

  test("at 300 pixels the sheet scrolls, and the page does not", async (sheet) => {
    await sheet.open(edited, { width: 300 });
    await sheet.tell({ kind: "month", month });
    const overflow = await sheet.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
    await sheet.press("Control+End");
    await sheet.screenshot("300px");
  });

  test("names and comments are text, whatever they say", async (sheet) => {
    const hostile = weekOf({ [HOSTILE]: [], Other: [] });
    await sheet.open(showingWeek({ week: hostile, notice: HOSTILE, edits: { "1/|2026-11-18": HOSTILE } }));
    await sheet.tell({
      kind: "month",
      month: { ...month, byProject: [{ name: HOSTILE, minutes: 9, planned: 0 }] },
    });
    await sheet.tell({
      kind: "suggest",
      suggestions: [{ day: "2026-11-18", text: HOSTILE, time: "1h", details: [HOSTILE] }],
    });
    await sheet.paste(HOSTILE);
    assert.equal(await sheet.page.locator("img").count(), 0);
    assert.equal(await sheet.page.title(), "week");
    assert.deepEqual(sheet.complaints, []);
  });

  test("messages that are none are left alone", async (sheet) => {
    await sheet.open();
    await sheet.tell({ kind: "show", week: 7 });
    await sheet.tell({ kind: "unheard-of" });
    assert.equal(await sheet.text(0, 0), "8h");
  });

  test("without a week it says why", async (sheet) => {
    await sheet.open(showingWeek({ week: undefined, notice: "Sign in." }));
    await sheet.page.getByText("Sign in.").waitFor();
    await assertAccessible(sheet.page);
    assert.equal(await sheet.page.locator("table").count(), 0);
  });
});
