// The sheet is worked like a spreadsheet.
import assert from "node:assert/strict";
import { onWeekPage } from "./support/on-page";
import { showingWeek, week, weekOf, weekTexts } from "./support/week-on-page";

const FRIDAY = "1/|2026-11-20";
const SATURDAY = "1/|2026-11-21";

onWeekPage("the keyboard of the week sheet", (test) => {
  test("begins on today, and goes by arrows, Home, End and Tab; no further than the sheet", async (sheet) => {
    await sheet.open();
    assert.equal(await sheet.at(), "0,5");
    await sheet.press("ArrowDown", "ArrowLeft");
    assert.equal(await sheet.at(), "1,4");
    await sheet.press("Home");
    assert.equal(await sheet.at(), "1,0");
    await sheet.press("ArrowLeft", "ArrowUp", "ArrowUp");
    assert.equal(await sheet.at(), "0,0");
    await sheet.press("Control+End");
    assert.equal(await sheet.at(), "2,6");
    await sheet.press("Control+Home", "End", "Tab");
    assert.equal(await sheet.at(), "1,0");
    await sheet.press("Shift+Tab");
    assert.equal(await sheet.at(), "0,6");
    await sheet.press("Control+Home", "Shift+Tab");
    assert.equal(await sheet.at(), "", "Tab leaves the sheet at its ends");
    assert.equal(await sheet.page.locator('td[tabindex="0"]').count(), 1);
  });

  test("types over a cell, shows how it is read, and sums", async (sheet) => {
    await sheet.open();
    await sheet.type("1,5h");
    await sheet.press("Enter");
    assert.equal(await sheet.text(0, 5), "1h30");
    assert.equal(await sheet.at(), "1,5");
    assert.deepEqual(await sheet.edits(), { [SATURDAY]: "1,5h" });
    const totals = await sheet.page.locator("tfoot td").allTextContents();
    assert.deepEqual(totals, [
      "8h / 8h",
      "8h / 8h",
      "0m / 8h",
      "8h / 8h",
      "0m / 8h",
      "1h30",
      "",
      "25h30 / 40h",
    ]);
    assert.equal(await sheet.page.locator("tbody tr").first().locator("td.total").textContent(), "24h30");
  });

  test("edits with F2, Enter and a double click; Escape leaves the cell as it was", async (sheet) => {
    await sheet.open();
    await sheet.cell(0, 1).click();
    await sheet.press("F2");
    const input = sheet.page.locator("input.editor");
    assert.equal(await input.inputValue(), "7h #Review");
    await sheet.type(" of it");
    await sheet.press("Escape");
    assert.equal(await sheet.text(0, 1), "7h");
    assert.equal(await sheet.at(), "0,1");
    assert.deepEqual(await sheet.edits(), {});
    await sheet.cell(0, 0).dblclick();
    assert.equal(await input.inputValue(), "8h");
    await sheet.press("Tab");
    assert.equal(await sheet.at(), "0,1");
    assert.deepEqual(await sheet.edits(), {}, "nothing was changed");
  });

  test("undoes and does again, several cells as one step", async (sheet) => {
    await sheet.open();
    await sheet.type("1h");
    await sheet.press("Enter", "ArrowUp");
    await sheet.press("ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "Delete");
    assert.deepEqual(await sheet.edits(), { [SATURDAY]: "1h", "1/|2026-11-19": "" });
    await sheet.press("Control+z");
    assert.equal(await sheet.text(0, 3), "8h");
    await sheet.press("Control+z");
    assert.deepEqual(await sheet.edits(), {});
    await sheet.press("Control+y", "Control+Shift+z");
    assert.deepEqual(await sheet.edits(), { [SATURDAY]: "1h", "1/|2026-11-19": "" });
  });

  test("keeps what cannot be read in its cell, and takes it back with Escape", async (sheet) => {
    await sheet.open();
    await sheet.type("lunch");
    await sheet.press("Enter", "ArrowUp");
    assert.equal(await sheet.text(0, 5), "lunch");
    assert.equal(await sheet.cell(0, 5).getAttribute("aria-invalid"), "true");
    const marks = { [SATURDAY]: { kind: "problem", text: "Not a duration." } };
    const { turn } = await sheet.waitForSent("edits");
    await sheet.tell({ kind: "judged", marks, turn: turn - 1 });
    assert.equal(await sheet.page.locator(".detail").textContent(), "", "said of what was typed before");
    await sheet.tell({ kind: "judged", marks, turn });
    assert.equal(await sheet.page.locator(".detail").textContent(), "Not a duration.");
    await sheet.press("Escape");
    assert.equal(await sheet.text(0, 5), "");
    assert.deepEqual(await sheet.edits(), {});
  });

  test("says why a cell takes nothing, and takes nothing", async (sheet) => {
    await sheet.open();
    await sheet.press("ArrowRight");
    assert.equal(await sheet.page.locator(".detail").textContent(), "This day is still to come.");
    await sheet.type("1h");
    await sheet.press("Enter", "Delete");
    assert.deepEqual(await sheet.edits(), {});
    assert.equal(await sheet.cell(0, 6).getAttribute("aria-readonly"), "true");
  });

  test("copies, cuts, and pastes from a spreadsheet", async (sheet) => {
    await sheet.open();
    await sheet.press("Control+Home", "Shift+ArrowRight", "Shift+ArrowDown");
    assert.equal(await sheet.take("copy"), "8h\t7h #Review\n\t1h");
    await sheet.cell(1, 2).click();
    await sheet.paste("1h\t0:30\r\n2h\t\r\n");
    assert.deepEqual(await sheet.edits(), {
      "2/|2026-11-18": "1h",
      "2/|2026-11-19": "0:30",
      "3/|2026-11-18": "2h",
    });
    await sheet.press("Control+z");
    assert.deepEqual(await sheet.edits(), {});
    await sheet.press("Control+Home");
    assert.equal(await sheet.take("cut"), "8h");
    assert.deepEqual(await sheet.edits(), { "1/|2026-11-16": "" });
  });

  test("pastes one value into all selected cells, leaves out what is closed, and says so", async (sheet) => {
    await sheet.open();
    await sheet.cell(0, 4).click();
    await sheet.press("Shift+ArrowRight", "Shift+ArrowRight");
    await sheet.paste("15m");
    assert.deepEqual(await sheet.edits(), { [FRIDAY]: "15m", [SATURDAY]: "15m" });
    assert.equal(await sheet.page.locator(".notice").textContent(), "Left out: 1");
  });

  test("saves with Ctrl+S and Ctrl+Enter what stands in an open cell too; nothing while it saves", async (sheet) => {
    await sheet.open();
    await sheet.type("1h");
    await sheet.press("Control+s");
    const { key, edits } = await sheet.waitForSent("save");
    assert.deepEqual({ key, edits }, { key: week.key, edits: { [SATURDAY]: "1h" } });
    await sheet.tell(showingWeek({ fill: false, saving: true }));
    await sheet.press("Control+Enter");
    assert.equal((await sheet.sent()).filter(({ kind }) => kind === "save").length, 1);
    await sheet.page.getByText(weekTexts.saving).waitFor();
  });

  test("what was saved before the host could say that it has it is not typed any more", async (sheet) => {
    await sheet.open();
    await sheet.type("1h");
    await sheet.press("Control+s");
    const { turn } = await sheet.waitForSent("save");
    await sheet.tell({ kind: "judged", marks: {}, turn: turn - 1 });
    await sheet.type("2h");
    const { rows } = weekOf({ "ACME / API": ["", "", "", "", "", "1h"], Internal: [] });
    await sheet.tell(showingWeek({ turn, week: { ...week, rows } }));
    assert.equal(await sheet.page.locator(".edited").count(), 0);
    assert.equal(await sheet.text(0, 5), "1h");
  });

  test("keeps place and steps when rows come in, and what is typed when the week is read again", async (sheet) => {
    await sheet.open();
    await sheet.type("1h");
    await sheet.press("Enter");
    const more = weekOf({ "ACME / API": ["8h"], Another: [], Internal: [] });
    await sheet.tell(showingWeek({ week: more, fill: false }));
    assert.equal(await sheet.text(0, 5), "1h");
    assert.equal(await sheet.at(), "1,5");
    await sheet.press("Control+z");
    assert.equal(await sheet.text(0, 5), "");
  });

  test("has, when it is made anew, what the host could not hear; of this week only", async (sheet) => {
    await sheet.open();
    await sheet.type("4h #half");
    await sheet.reload();
    assert.equal(await sheet.text(0, 5), "4h");
    assert.deepEqual(await sheet.edits(), { [SATURDAY]: "4h #half" });
    await sheet.reload(showingWeek({ week: { ...week, key: "account 2026-11-09" } }));
    assert.equal(await sheet.text(0, 5), "");
  });

  test("an older copy, which VS Code may give back, never wins over what the host has", async (sheet) => {
    await sheet.open();
    await sheet.type("4h");
    const { turn } = await sheet.waitForSent("edits");
    await sheet.reload(showingWeek({ turn: turn - 1, edits: { [SATURDAY]: "3h" } }));
    assert.equal(await sheet.text(0, 5), "4h", "the host did not hear of the last key");
    await sheet.open();
    await sheet.type("4h");
    await sheet.reload(showingWeek({ turn: turn + 1, edits: { [SATURDAY]: "5h" } }));
    assert.equal(await sheet.text(0, 5), "5h");
    await sheet.open();
    await sheet.type("4h");
    await sheet.reload(showingWeek({ turn: turn + 1 }));
    assert.equal(await sheet.text(0, 5), "", "it was saved since");
    assert.deepEqual(await sheet.sentOf("edits"), []);
  });

  test("the cell in use is the same when the page is made anew, and when rows come above it", async (sheet) => {
    await sheet.open();
    await sheet.cell(1, 2).click();
    await sheet.reload();
    assert.equal(await sheet.page.locator("td[tabindex='0']").getAttribute("data-column"), "2");
    assert.equal(await sheet.page.locator("td.cell[tabindex='0']").getAttribute("data-row"), "1");
    const rows = [{ ...week.rows[0], id: "9/", name: "Above" }, ...week.rows];
    await sheet.tell({ ...showingWeek({ fill: false }), week: { ...week, rows } });
    assert.equal(await sheet.page.locator("td.cell[tabindex='0']").getAttribute("data-row"), "2");
  });

  test("accepts a suggestion into the row that is chosen, each by hand", async (sheet) => {
    await sheet.open();
    const suggestion = {
      day: "2026-11-20",
      text: "Fri 20: about 2h30",
      time: "2h30",
      details: ["Fix login"],
    };
    await sheet.tell({ kind: "suggest", suggestions: [suggestion, { ...suggestion, day: "2026-11-21" }] });
    assert.deepEqual(await sheet.edits(), {});
    await sheet.page.getByRole("combobox").first().selectOption("Internal");
    await sheet.page
      .getByRole("button", { name: /^Accept/ })
      .first()
      .click();
    assert.deepEqual(await sheet.edits(), { "3/|2026-11-20": "2h30" });
    assert.equal(await sheet.page.locator(".suggestion").count(), 1);
  });
});
