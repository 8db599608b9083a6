// What a person is told when saving fails, and that nothing typed is lost: the sentences of the failures that happen.
import assert from "node:assert/strict";
import type { Misbehaviour } from "../../src/sandbox/index.js";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const CREATE = { method: "POST", path: /\/time_records$/ };

function held(workbench: Workbench, comment: string): number {
  return workbench.company.company.timeRecords.all().filter((record) => record.observations === comment)
    .length;
}

interface Failure {
  readonly name: string;
  readonly fault: Misbehaviour;
  readonly sentence: RegExp;
  readonly button: string;
  /** It may still have come: it is listed as unsent, and sent from there after a look. */
  readonly isUnsent?: true;
}

const failures: readonly Failure[] = [
  {
    name: "403",
    fault: {
      kind: "status",
      status: 403,
      body: { errors: { errors: ["Forbidden"] } },
      match: CREATE,
      times: 1,
    },
    sentence: /You may not log time here \(permission "Create time records"\)/,
    button: "Copy Text for the Administrator",
  },
  {
    name: "404",
    fault: {
      kind: "status",
      status: 404,
      body: { errors: ["El recurso no existe"] },
      match: CREATE,
      times: 1,
    },
    sentence: /doesn't find this employee or project for you.*El recurso no existe/,
    button: "Try Again",
  },
  {
    name: "422 with fields",
    fault: {
      kind: "status",
      status: 422,
      body: { errors: { date: ["se solapa con el turno de 08:30 a 16:12"] } },
      match: CREATE,
      times: 1,
    },
    sentence: /Not saved: date: se solapa con el turno de 08:30 a 16:12/,
    button: "Try Again",
  },
  {
    name: "429",
    fault: { kind: "rateLimit", retryAfter: 30, match: CREATE, times: 1 },
    sentence: /asks us to wait 30 s/,
    button: "Try Again",
  },
  {
    name: "500 with HTML",
    fault: { kind: "htmlError", match: CREATE, times: 1 },
    sentence: /answer was lost. We read the day back: it was not saved/,
    button: "Try Again",
    isUnsent: true,
  },
  {
    name: "a connection cut before the request was done",
    fault: { kind: "cutConnection", match: CREATE, times: 1 },
    sentence: /answer was lost. We read the day back: it was not saved/,
    button: "Try Again",
    isUnsent: true,
  },
];

inWorkbench("failures of logging time", {}, (test) => {
  for (const [index, { name, fault, sentence, button, isUnsent }] of failures.entries()) {
    test(`${name}: the sentence, the action, and the text kept`, async (workbench) => {
      await workbench.statusBarItem.waitFor();
      const comment = `failure ${index}`;
      const text = `1h acm #${comment}`;
      workbench.company.misbehave(fault);
      await workbench.logTimeBox.log(text);
      const message = await workbench.notifications.waitFor(sentence);
      assert.ok(message.buttons.includes(button), message.buttons.join());
      assert.ok(!message.text.includes("<"), "no markup is shown");
      assert.equal(held(workbench, comment), 0);
      await workbench.screenshot(`failure-${name.replace(/\W+/g, "-")}`);

      await workbench.notifications.click(sentence, "Try Again");
      if (isUnsent !== true) {
        await workbench.logTimeBox.waitForEntry(text);
        await workbench.logTimeBox.accept();
      }
      await workbench.notifications.waitFor(`“${comment}”`);
      assert.equal(held(workbench, comment), 1);
      await workbench.notifications.dismissAll();
    });
  }

  for (const kind of ["lostAnswer", "truncatedJson", "invalidJson"] as const) {
    test(`${kind} after the write was done: read back, told as saved, and there once`, async (workbench) => {
      const comment = `lost by ${kind}`;
      workbench.company.misbehave({ kind, match: CREATE, times: 1 });
      await workbench.logTimeBox.log(`45m acm #${comment}`);
      await workbench.notifications.waitFor(`“${comment}”`);
      assert.equal(held(workbench, comment), 1);
      assert.equal(
        workbench.company.company.timeRecords.all().filter((record) => record.imputed_minutes === 45)
          .length >= 1,
        true,
      );
      await workbench.notifications.dismissAll();
    });
  }

  test("a comment that is refused: the time is saved, and the comment alone is sent again", async (workbench) => {
    workbench.company.misbehave({
      kind: "status",
      status: 422,
      body: { errors: ["No comments today"] },
      match: { method: "POST", path: "update_observations" },
      times: 1,
    });
    await workbench.logTimeBox.log("35m acm #second try");
    await workbench.notifications.waitFor(/35m saved, the comment not: No comments today/);
    assert.equal(held(workbench, "second try"), 0);
    const posts = workbench.company.requests.filter(
      ({ method, path }) => method === "POST" && path.endsWith("/time_records"),
    );
    await workbench.notifications.click("35m saved", "Save the Comment Again");
    await workbench.notifications.waitFor("“second try”");
    assert.equal(held(workbench, "second try"), 1);
    const after = workbench.company.requests.filter(
      ({ method, path }) => method === "POST" && path.endsWith("/time_records"),
    );
    assert.equal(after.length, posts.length, "the time was sent again");
    await workbench.notifications.dismissAll();
  });

  test("no network: kept for later, and sent by hand when the network is back", async (workbench) => {
    workbench.company.misbehave({ kind: "cutConnection" });
    await workbench.logTimeBox.log("25m acm #kept for later");
    await workbench.quickInput.waitForRow("Keep 25m on ACME for later");
    await workbench.screenshot("failure-keep-for-later");
    await workbench.quickInput.pick("Keep 25m on ACME for later");
    await workbench.notifications.waitFor("25m on ACME is kept on this machine, and not sent yet.");
    workbench.company.behave();
    await workbench.load();
    await workbench.statusBarItem.waitFor();
    assert.equal(held(workbench, "kept for later"), 0, "nothing is sent by itself");
    await workbench.runCommand("Factorial: Send Unsent Time");
    await workbench.dialog.waitForOpen();
    assert.match(
      await workbench.dialog.detail(),
      /Factorial has .* on ACME, today, already\. Send 25m all the same\?/,
    );
    await workbench.dialog.click("Add");
    await workbench.notifications.waitFor(/Factorial holds 25m on ACME, today/);
    assert.equal(held(workbench, "kept for later"), 1);
    await workbench.page.keyboard.press("Control+Alt+h");
    await workbench.quickInput.waitForOpen();
    assert.ok(!(await workbench.quickInput.labels()).includes("Go on with what you typed"));
    await workbench.quickInput.dismiss();
    await workbench.notifications.dismissAll();
  });

  test("no network: said in the box, with the text still there; it goes on when the network is back", async (workbench) => {
    workbench.company.misbehave({ kind: "cutConnection" });
    await workbench.page.keyboard.press("Control+Alt+h");
    await workbench.quickInput.waitForOpen();
    await workbench.quickInput.type("20m acm #offline");
    await workbench.logTimeBox.waitForEntry("20m acm #offline");
    await workbench.quickInput.accept();
    await eventually(async () => {
      const [row] = await workbench.quickInput.rows();
      assert.match(row?.label ?? "", /No connection to Factorial/);
    }, 20_000);
    assert.equal(await workbench.quickInput.value(), "20m acm #offline");
    await workbench.screenshot("failure-offline");
    workbench.company.behave();
    await workbench.quickInput.accept();
    await workbench.notifications.waitFor("“offline”");
    await workbench.notifications.dismissAll();
  });
});
