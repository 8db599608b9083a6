// Nothing that was typed is lost, and nothing old comes back.
import assert from "node:assert/strict";
import { everyKind, field, formOf, showing, texts } from "./support/models";
import { onPage } from "./support/on-page";

const withName = (value: string, facts: Parameters<typeof showing>[1] = {}, key = "edit:projects:7") =>
  showing(
    formOf([field("text", "name", { value }), field("flag", "billable", { value: false })], { key }),
    facts,
  );

const nothingKept = (turn: number) => ({ form: "edit:projects:7", values: {}, turn });

onPage("what is typed", (test) => {
  test("is kept over a page that is made anew", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    assert.deepEqual(await form.kept(), {
      form: "edit:projects:7",
      turn: 1,
      values: { name: "Apollo" }, // what only came from the server is not: it would get to disk
    });
    await form.reload(withName("as it was"));
    assert.equal(await form.text("name").inputValue(), "Apollo");
  });

  test("is kept of every kind of field", async (form) => {
    await form.open(showing(everyKind));
    await form.text("Name").fill("Artemis");
    const before = (await form.waitForSent("change")).values;
    await form.reload(showing(formOf([], { key: "other" })));
    await form.reload(showing({ ...everyKind, key: "edit:everything:8" }));
    await form.open(showing(everyKind));
    await form.text("Name").fill("Artemis");
    await form.reload(showing(everyKind));
    await form.page.getByRole("checkbox", { name: "Billable" }).click();
    await form.page.getByRole("checkbox", { name: "Billable" }).click();
    assert.deepEqual((await form.waitForSent("change")).values, before);
  });

  test("is not shown in another form", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.reload(withName("of 8", {}, "edit:projects:8"));
    assert.equal(await form.text("name").inputValue(), "of 8");
  });

  test("is not what was only looked at: then the newer value shows", async (form) => {
    await form.open(withName("old"));
    assert.deepEqual(await form.kept(), nothingKept(0), "which form the tab is of");
    await form.reload(withName("new"));
    assert.equal(await form.text("name").inputValue(), "new");
  });

  test("is not taken away by a message that was on its way", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.text("name").press("ArrowLeft");
    await form.tell(withName("late", { unsaved: true }));
    assert.equal(await form.text("name").inputValue(), "Apollo");
    await form.page.keyboard.type("l");
    assert.equal(await form.text("name").inputValue(), "Apolllo", "the cursor stays where it was");
  });

  test("stays when the form itself changes", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    const longer = formOf(
      [field("text", "name", { value: "", label: "Name" }), field("text", "code", { value: "A-1" })],
      { key: "edit:projects:7" },
    );
    await form.tell(showing(longer));
    assert.equal(await form.text("Name").inputValue(), "Apollo");
    assert.equal(await form.text("code").inputValue(), "A-1");
    assert.ok(await form.isFocused(form.text("Name")));
  });

  test("is replaced by values that are to be filled in, and then forgotten", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.tell(withName("Artemis", { fill: true }));
    assert.equal(await form.text("name").inputValue(), "Artemis");
    await form.reload(withName("newer"));
    assert.equal(await form.text("name").inputValue(), "newer");
  });

  test("is kept until the host has it, and nothing that came from the host ever is", async (form) => {
    const secret = showing(
      formOf(
        [
          field("text", "name", { value: "" }),
          field("longtext", "review", { value: "Said in confidence" }),
          field("names", "people", { many: true, value: [{ id: "1", label: "Ana García" }] }),
        ],
        { key: "edit:projects:7" },
      ),
      { unsaved: true },
    );
    for (const fill of [false, true]) {
      await form.open({ ...secret, fill });
      assert.deepEqual(await form.kept(), nothingKept(0));
      await form.tell({ ...secret, fill: true });
      assert.deepEqual(await form.kept(), nothingKept(0));
      await form.text("name").fill("Apollo");
      await form.text("name").fill("Apollo 11");
      await form.tell({ kind: "kept", turn: 1 });
      assert.deepEqual(await form.kept(), { ...nothingKept(2), values: { name: "Apollo 11" } }, "one of two");
      await form.tell({ kind: "kept", turn: 2 });
      assert.deepEqual(await form.kept(), nothingKept(2));
    }
  });

  test("is the host's where VS Code gives back something older", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.reload(withName("Apollo 11", { unsaved: true, turn: 2 }));
    assert.equal(await form.text("name").inputValue(), "Apollo 11");
    await form.text("name").fill("Apollo 12");
    assert.equal((await form.waitForSent("change")).turn, 3, "counted on from there");
  });

  test("goes to a host that did not hear it, when the page is made anew", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.reload(withName("as it was"));
    assert.deepEqual((await form.waitForSent("change")).values, { name: "Apollo", billable: false });
    await form.tell({ kind: "kept", turn: 1 });
    await form.reload(withName("saved since"));
    assert.equal(await form.text("name").inputValue(), "saved since", "and does not come back");
  });

  test("is said to be unsaved, and can be discarded", async (form) => {
    await form.open(withName("Apollo"));
    const discard = form.button(texts.discard);
    assert.equal(await discard.isVisible(), false);
    await form.tell(withName("Apollo", { unsaved: true }));
    assert.equal(await form.page.getByRole("status").filter({ hasText: texts.unsaved }).count(), 1);
    await discard.click();
    assert.equal((await form.sentOf("discard")).length, 1);
    await form.tell(withName("Apollo"));
    assert.equal(await discard.isVisible(), false);
  });

  test("survives kept things that make no sense", async (form) => {
    await form.open(withName("x"));
    for (const kept of [
      '"text"',
      "[]",
      '{"form":"edit:projects:7","values":{"name":7}}',
      '{"form":"edit:projects:7","values":{"name":["a"],"billable":"yes"}}',
    ]) {
      await form.page.evaluate((state) => {
        sessionStorage.setItem("state", state);
      }, kept);
      await form.reload(withName("model"));
      assert.equal(await form.text("name").inputValue(), "model", kept);
    }
  });

  test("goes with Escape", async (form) => {
    await form.open(withName(""));
    await form.text("name").fill("Apollo");
    await form.press("Escape");
    assert.deepEqual(await form.sentOf("leave"), [
      { kind: "leave", values: { name: "Apollo", billable: false } },
    ]);
  });
});

onPage("messages that are none", (test) => {
  test("are told to the log, and ignored", async (form) => {
    await form.open(withName("Apollo"));
    for (const message of [
      { kind: "delete" },
      {},
      { kind: "show", form: {} },
      { kind: "found", name: "name" },
    ]) {
      await form.tell(message);
    }
    assert.equal(form.complaints.length, 4);
    assert.match(form.complaints[0] ?? "", /not known/);
    assert.equal(await form.text("name").inputValue(), "Apollo");
  });

  test("are about fields that are not there", async (form) => {
    await form.open(withName("Apollo"));
    await form.tell({ kind: "reading", name: "gone", text: "x", reading: "y" });
    await form.tell({ kind: "found", name: "name", text: "x", options: [], more: false });
    assert.deepEqual(form.complaints, []);
  });
});
