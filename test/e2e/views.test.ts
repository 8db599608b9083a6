// Reviews, Assets and Company as a person browses them.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const THEMES = ["high contrast", "light", "dark"] as const;

/** The view alone in the side bar, as the others would leave it little room. */
async function only(workbench: Workbench, title: string) {
  for (const other of ["Projects", "Time", "Reviews", "Assets", "Company"]) {
    if (other !== title) await workbench.tree(other).fold();
  }
  const view = workbench.tree(title);
  await view.unfold();
  return view;
}

async function inEachTheme(workbench: Workbench, picture: string): Promise<void> {
  for (const theme of THEMES) {
    await workbench.setTheme(theme);
    await workbench.screenshot(`${picture}-${theme.replace(" ", "-")}`);
  }
}

/** How many requests went to a resource since `from`, and to others. */
function counted(workbench: Workbench, from: number, resource: string): { own: number; others: string[] } {
  const paths = workbench.company.requests.slice(from).map(({ path }) => path.split("/").at(-1) ?? "");
  return {
    own: paths.filter((path) => path === resource).length,
    others: paths.filter((path) => path !== resource),
  };
}

inWorkbench("the other views", {}, (test) => {
  test("cost nothing before they are opened, but for the number of reviews that wait", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    await eventually(async () => {
      assert.equal(await workbench.badgeOf("Factorial"), "3");
    });
    const others = workbench.company.requests.filter(({ path }) =>
      /it_assets|custom_resources|integrations|review_processes$/.test(path),
    );
    assert.deepEqual(
      others.map(({ path, query }) => `${path.split("/").at(-1) ?? ""}?${query.slice(0, 5)}`),
      ["review_processes?ids%5"],
      "only the names of the processes that the badge is about",
    );
  });

  test("Reviews: by status, down to questions and answers", async (workbench) => {
    const reviews = await only(workbench, "Reviews");
    await reviews.waitForRow("Mid-year review");
    const top = (await reviews.rows()).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.deepEqual(top, [
      "Active",
      "Scheduled",
      "Draft",
      "Finished",
      "Archived",
      "Templates",
      "Score scales",
      "The company's scale",
    ]);
    await reviews.collapse("Active");
    await reviews.expand("Finished");
    await reviews.expand("Spring review");
    const before = workbench.company.requests.length;
    await reviews.expand("Participants");
    await reviews.waitForRow("Lucía Ferrer");
    assert.equal(counted(workbench, before, "review_process_targets").own, 1);
    await reviews.collapse("Participants");
    await reviews.expand("Reviews");
    await reviews.expand("Lucía Ferrer");
    await reviews.expand("Answers");
    await reviews.expand("What was answered");
    await reviews.expand("Looking back");
    const answer = await eventually(async () => {
      const [row] = (await reviews.rows()).filter(({ label }) => label === "How did the goals go?");
      assert.ok(row);
      return row;
    });
    assert.match(answer.description, /^\d – /);
    await inEachTheme(workbench, "views-reviews");
    await reviews.collapse("Finished");
  });

  test("the server searches the reviews", async (workbench) => {
    const reviews = workbench.tree("Reviews");
    await reviews.clickTitleAction("Filter Reviews…");
    await workbench.quickInput.type("check-in");
    await workbench.quickInput.accept();
    await reviews.waitForRow("Delivery check-in");
    assert.ok(workbench.company.requests.some(({ query }) => query.includes("search=check-in")));
    assert.ok(!(await reviews.labels()).includes("Active"));
    await workbench.screenshot("views-reviews-filtered");
    await reviews.chooseFromTitleMenu("Clear Review Filter");
    await reviews.waitForRow("Active");
  });

  test("Assets: by model, by owner, by status", async (workbench) => {
    const assets = await only(workbench, "Assets");
    await assets.waitForRow("MacBook Pro 14");
    for (const [by, group] of [
      ["By Owner", "Nora Vidal"],
      ["By Status", "Maintenance"],
      ["By Model", "ThinkPad X1 Carbon"],
    ] as const) {
      await assets.chooseFromTitleMenu(by, "Group Assets");
      await assets.waitForRow(group);
    }
    await assets.expand("MacBook Pro 14");
    await assets.waitForRow("Nora's MacBook Pro 14");
    await inEachTheme(workbench, "views-assets");
  });

  test("Assets: the server filters by owner, who is looked for by name", async (workbench) => {
    const assets = workbench.tree("Assets");
    await assets.clickTitleAction("Filter Assets…");
    await workbench.quickInput.pick("Owner");
    await workbench.quickInput.waitForRow("Nora Vidal"); // the next step is there
    await workbench.quickInput.type("marc");
    await workbench.quickInput.pick("Marc Soler");
    await eventually(async () => {
      const groups = (await assets.rows()).filter(({ level }) => level === 1).map(({ label }) => label);
      assert.ok(groups.includes("ThinkPad X1 Carbon") && !groups.includes("Pixel 9"), groups.join());
    });
    assert.ok(workbench.company.requests.some(({ query }) => /owner_ids(\[\]|%5B%5D)=/.test(query)));
    await assets.chooseFromTitleMenu("Clear Asset Filter");
    await assets.waitForRow("Pixel 9");
  });

  test("Company: schemas down to values, runs down to errors", async (workbench) => {
    const company = await only(workbench, "Company");
    await company.expand("Integrations");
    await company.expand(/^Integration 6f0d2f3c/);
    await company.expand("Sync runs");
    await company.expand(/yesterday/);
    await company.expand("Results");
    const failed = await eventually(async () => {
      const [row] = (await company.rows()).filter(({ label }) => label === "EXP-1042");
      assert.ok(row);
      return row;
    });
    assert.match(failed.description, /failed · Ledger account 629 is closed/);
    assert.equal(failed.icon, "error");
    assert.match(failed.spoken, /failed/);
    await inEachTheme(workbench, "views-company");
    await company.collapse("Integrations");
    await company.expand("Custom resources");
    await eventually(async () => {
      assert.ok((await company.rows()).length > 3);
    });
  });
});

inWorkbench("views of somebody who may see little", {}, (test) => {
  test("say so, and what can be done", async (workbench) => {
    for (const path of ["/performance/", "/it_management/", "/custom_resources/", "/integrations/"]) {
      const body = { errors: { errors: ["You are not allowed to see this"] } };
      workbench.company.misbehave({ kind: "status", status: 403, body, match: { path } });
    }
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    for (const [title, words] of [
      ["Reviews", /may not see performance reviews/],
      ["Assets", /may not see .*assets/],
      ["Company", /may see neither custom resources nor integrations/],
    ] as const) {
      const view = await only(workbench, title);
      await eventually(async () => {
        const { texts } = await view.welcome();
        assert.match(texts.join(" "), words);
      });
      await workbench.screenshot(`views-denied-${title.toLowerCase()}`);
    }
  });
});
