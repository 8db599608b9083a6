// Reviews, Assets and Company as a person browses them.
import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";

inWorkbench("the other views", {}, (test) => {
  test("Reviews: by status, down to questions and answers", async (workbench) => {
    await workbench.openContainer("Factorial");
    await workbench.tree("Projects").waitForRow("ACME");
    await workbench.tree("Projects").fold();
    const reviews = workbench.tree("Reviews");
    await reviews.unfold();
    await reviews.waitForRow(/Active/);
    await workbench.screenshot("views-reviews");
    console.log(JSON.stringify(await reviews.rows()));
    await reviews.expand("Mid-year review");
    await eventually(async () => {
      assert.ok((await reviews.labels()).includes("Participants"));
    });
    await reviews.expand("Reviews");
    await reviews.waitForRow(/Lucía/);
    await workbench.screenshot("views-reviews-2");
    console.log(JSON.stringify(await reviews.rows()));
    await reviews.fold();
    const assets = workbench.tree("Assets");
    await assets.unfold();
    await assets.waitForRow(/MacBook/);
    await assets.expand(/MacBook/);
    await workbench.screenshot("views-assets");
    console.log(JSON.stringify(await assets.rows()));
    await assets.fold();
    const company = workbench.tree("Company");
    await company.unfold();
    await company.waitForRow("Integrations");
    await eventually(async () => {
      assert.ok((await company.labels()).length > 4);
    });
    console.log(JSON.stringify(await company.rows()));
    await workbench.screenshot("views-company");
  });
});
