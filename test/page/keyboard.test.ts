// A person without a mouse gets everywhere, and sees where they are.
import assert from "node:assert/strict";
import type { FormOnPage } from "./support/form-on-page";
import { everyKind, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

/** What has the focus, as a screen reader would name it. */
async function focused({ page }: FormOnPage): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return "";
    const labels = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const named = labels.map((id) => document.getElementById(id)?.textContent).join(" ");
    const host = element.getRootNode() instanceof ShadowRoot ? document.activeElement : undefined;
    return (element.getAttribute("aria-label") ?? (named || (host ?? element).textContent)).trim();
  });
}

/** In the order of the page; the calendar is two stops, its input and the input's own sign. */
const STOPS = [
  "Name *",
  "Description",
  "Due date",
  `${texts.pickDate}: Due date`,
  `${texts.pickDate}: Due date`,
  "Budget",
  "Status *",
  "Remove: Ana García",
  "Manager *",
  "Remove: Bo Lindqvist",
  "Remove: Chloé Dubois-Featherstonehaugh of the Northern Territories",
  "Members",
  ...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ...["Holidays", "Sick leave", "Billable"],
  ...["Value", "What it stands for", "Remove: 1 Needs work"],
  ...["Value", "What it stands for", "Remove: 2 Good", "Add a step"],
  ...[
    "Title of the section",
    "Move up: About the year",
    "Move down: About the year",
    "Remove: About the year",
  ],
  ...["Question", "Move up: What went well?", "Move down: What went well?", "Remove: What went well?"],
  ...["Kind of answer", "Must be answered"],
  ...["Question", "Move up: Would you stay?", "Move down: Would you stay?", "Remove: Would you stay?"],
  ...["Kind of answer", "Must be answered"],
  ...["Option", "Move up: Yes", "Move down: Yes", "Remove: Yes"],
  ...["Option", "Move up: No", "Move down: No", "Remove: No"],
  ...["Add an option", "Add a question", "Add a section"],
  ...["Remove: contract.pdf", "Choose files…", "Save"],
];

onPage("the keyboard", (test) => {
  for (const width of [800, 300]) {
    test(`reaches everything in the order of the page, at ${width} pixels`, async (form) => {
      await form.open(showing(everyKind), { width });
      const stops = [await focused(form)];
      while (stops.length < STOPS.length) {
        await form.press("Tab");
        stops.push(await focused(form));
      }
      assert.deepEqual(stops, STOPS);
      await form.press("Shift+Tab", "Shift+Tab");
      assert.equal(await focused(form), "Remove: contract.pdf");
    });
  }

  test("shows where it is", async (form) => {
    await form.open(showing(everyKind));
    const looks = () => form.page.screenshot({ animations: "disabled", caret: "hide" });
    for (const [index, stop] of STOPS.slice(0, -1).entries()) {
      if (stop === STOPS[index + 1]) {
        await form.press("Tab"); // the calendar's two stops look the same
        continue;
      }
      const before = await looks();
      await form.press("Tab");
      assert.ok(!before.equals(await looks()), `no difference after ${stop}, stop ${index}`);
    }
  });

  test("closes an open list with Escape, and leaves with the next", async (form) => {
    await form.open(showing(everyKind));
    await form.combobox("Status").focus();
    await form.press("Space");
    await form.page.getByRole("option", { name: "Closed" }).waitFor();
    await form.press("Escape");
    assert.deepEqual(await form.sentOf("leave"), []);
    await form.press("Escape");
    assert.equal((await form.sentOf("leave")).length, 1);
  });

  test("fills in and saves a whole form", async (form) => {
    await form.open(showing(everyKind));
    await form.press("Control+a");
    await form.page.keyboard.type("Artemis");
    await form.press("Tab", "Tab");
    await form.page.keyboard.type("tomorrow");
    await form.press("Tab", "Tab", "Tab", "Tab", "ArrowDown", "Tab", "Tab");
    await form.page.keyboard.type("bo");
    await form.answerSearch([{ id: "2", label: "Bo Lindqvist" }]);
    await form.press("Enter", "Tab", "Tab", "Tab", "Tab", "Space", "Control+Enter");
    const { values } = await form.waitForSent("save");
    assert.deepEqual(
      {
        name: values.name,
        due: values.due_on,
        status: values.status,
        manager: values.manager_id,
        days: values.weekdays,
      },
      {
        name: "Artemis",
        due: "tomorrow",
        status: "closed",
        manager: [{ id: "2", label: "Bo Lindqvist" }],
        days: ["tue", "wed"],
      },
    );
  });
});
