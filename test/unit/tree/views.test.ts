import { describe, expect, it, vi } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import { DEMO_RESTRICTED_TOKEN } from "../../../src/sandbox/demo-credentials";
import { VIEWS } from "../../../src/tree/views";
import { branchOf, labelsOf, type Desk } from "./desk";
import { askedOf, smallCompany } from "./small-company";
import { screen } from "./vscode-fake";
import { withDesks } from "./with-desks";

vi.mock("vscode", () => import("./vscode-fake"));

const { sandbox, sitDown, asked } = await withDesks();

describe("Projects", () => {
  it("is the list of projects, for one request", async () => {
    const desk = sitDown();
    const [acme] = await desk.rows("projects");
    expect(acme?.item).toMatchObject({
      label: "ACME",
      description: "ACM",
      contextValue: "projects active",
      collapsibleState: 1,
      iconPath: { id: "project" },
      accessibilityInformation: { label: "project, ACME, active, ACM" },
    });
    expect(acme?.node).toMatchObject({ kind: "record", resourceName: "projects" });
    expect(acme?.item.id).toMatch(/^account\/projects\/projects\/\d+$/);
    expect(asked()).toEqual(["project_management/projects"]);
    expect(sandbox.requests[0]?.query).toContain("include_inputed_minutes=false");
    expect(desk.view("projects").description).toBe("Brisa Software");
    expect(desk.view("projects").options.canSelectMany).toBe(true);
    expect(desk.content("projects")).toBe("shown");
  });

  it("is searched by the server, and says so", async () => {
    const desk = sitDown();
    screen.answers.push("  umbra ");
    await desk.views.filter("projects");
    expect(screen.asked).toMatchObject([{ title: "Filter Projects", value: "" }]);
    expect(await desk.labels("projects")).toEqual(["Umbra"]);
    expect(sandbox.requests.at(-1)?.query).toContain("name_or_code=umbra");
    expect(desk.view("projects").description).toBe("“umbra”");
    expect(screen.context.get("factorial.projects.filtered")).toBe(true);
    screen.answers.push("no such thing");
    await desk.views.filter("projects");
    expect(screen.asked.at(-1)).toMatchObject({ value: "umbra" });
    expect(await desk.labels("projects")).toEqual(["No project matches “no such thing”."]);
    expect(desk.content("projects")).toBe("shown");
    desk.views.clearFilter("projects");
    expect(await desk.labels("projects")).toContain("ACME");
    expect(screen.context.get("factorial.projects.filtered")).toBe(false);
    expect(desk.view("projects").description).toBe("Brisa Software");
  });

  it("stays as it is where nothing was typed, and where the company was switched meanwhile", async () => {
    const desk = sitDown();
    await desk.views.filter("projects");
    expect(screen.context.get("factorial.projects.filtered")).toBe(false);
    screen.answers.push("umbra");
    const asking = desk.views.filter("projects");
    desk.views.setSession(undefined);
    await asking;
    expect(screen.context.get("factorial.projects.filtered")).toBe(false);
  });
});

describe("Reviews", () => {
  it("are grouped by status, archived ones apart, with what else there is below", async () => {
    const desk = sitDown();
    const rows = await desk.rows("reviews");
    expect(rows.map(({ item }) => [item.label, item.description, item.contextValue])).toEqual([
      ["Active", "1", "group"],
      ["Scheduled", "1", "group"],
      ["Draft", "2", "group"],
      ["Finished", "1", "group"],
      ["Archived", "1", "group"],
      ["Templates", undefined, "group reviewProcessCustomTemplates"],
      ["Score scales", undefined, "group employeeScoreScales"],
      ["The company's scale", undefined, "group companyEmployeeScoreScales"],
    ]);
    expect(rows.map(({ item }) => item.collapsibleState)).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
    const [process] = await desk.below("reviews", "Active");
    expect(process?.item).toMatchObject({
      label: "Mid-year review",
      contextValue: "reviewProcesses active current",
    });
    expect(await desk.labels("reviews", "Archived")).toEqual(["Autumn review"]);
    expect(asked()).toEqual(["performance/review_processes"]);
  });

  it("open a group at the top with one request", async () => {
    const desk = sitDown();
    expect(await desk.labels("reviews", "Templates")).toEqual(["Half-yearly", "With peers"]);
    expect(asked()).toEqual(["performance/review_processes", "performance/review_process_custom_templates"]);
  });

  it("are searched by name", async () => {
    const desk = sitDown();
    screen.answers.push("spring");
    await desk.views.filter("reviews");
    expect(labelsOf(await desk.rows("reviews")).slice(0, 2)).toEqual(["Finished", "Templates"]);
    expect(sandbox.requests.at(-1)?.query).toContain("search=spring");
  });

  it("puts a status that came later behind those that are known", async () => {
    const { baseUrl } = await smallCompany({
      "performance/review_processes": [
        [
          { id: "1", company_id: "1", name: "B", status: "paused_by_legal" },
          { id: "2", company_id: "1", name: "C", status: "" },
          { id: "3", company_id: "1", name: "A", status: "finished" },
        ],
      ],
    });
    const desk = sitDown({ baseUrl });
    expect((await desk.labels("reviews")).slice(0, 3)).toEqual([
      "Finished",
      "Paused by legal",
      "Without a status",
    ]);
  });
});

describe("Assets", () => {
  const groupsOf = async (desk: Desk) =>
    (await desk.rows("assets")).map(({ item }) => `${item.label} ${item.description ?? ""}`.trim());

  it("are grouped by model, and otherwise where somebody wants it, without a further request", async () => {
    const desk = sitDown();
    const byModel = await groupsOf(desk);
    expect(byModel).toContain("MacBook Pro 14 4");
    expect(byModel.slice(-2)).toEqual(["Models", "Categories"]);
    expect(byModel.slice(0, -2)).toEqual([...byModel.slice(0, -2)].sort((a, b) => a.localeCompare(b)));
    const requests = sandbox.requests.length;
    desk.views.groupAssets("owner");
    const byOwner = await groupsOf(desk);
    expect(byOwner).toContain("Nora Vidal 3");
    expect(byOwner.at(-3)).toMatch(/^Nobody's \d/);
    desk.views.groupAssets("status");
    expect((await groupsOf(desk)).map((label) => label.replace(/ \d+$/, ""))).toEqual([
      "Assigned",
      "In stock",
      "Maintenance",
      "Retired",
      "Models",
      "Categories",
    ]);
    expect(sandbox.requests).toHaveLength(requests);
    expect(desk.memory.get("factorial.assetGrouping")).toBe("status");
  });

  it("are grouped as last time; what was remembered by another version is ignored", async () => {
    expect(await groupsOf(sitDown({}, "status"))).toContain("In stock 4");
    screen.clear();
    const desk = sitDown({}, "color");
    expect(await groupsOf(desk)).toContain("MacBook Pro 14 4");
    desk.views.groupAssets("taste");
    expect(desk.memory.get("factorial.assetGrouping")).toBe("color");
  });

  it("say that there are more than are counted", async () => {
    const asset = (id: string) => ({ id, it_asset_model_id: "m", serial_number: id, status: "in_stock" });
    const company = await smallCompany({
      "it_management/it_assets": [[asset("1"), asset("2")], [asset("3")]],
      "it_management/it_asset_models": [[{ id: "m", name: "K8" }]],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    expect(await groupsOf(desk)).toEqual(["K8 2+", "Load more…", "Models", "Categories"]);
    const more = await desk.find("assets", "Load more…");
    expect(more.item.command?.command).toBe("factorial.loadMore");
    await desk.views.loadMore(branchOf(more));
    expect(await groupsOf(desk)).toEqual(["K8 3", "Models", "Categories"]);
    expect(askedOf(company)).toContain("it_management/it_assets after_id=1");
  });

  it("are filtered by the server, in several ways at once", async () => {
    const desk = sitDown();
    screen.answers.push("Owner", "Nora Vidal");
    await desk.views.filter("assets");
    expect(screen.asked[0]).toEqual({
      title: "Filter Assets",
      items: ["Serial number", "Owner", "Team", "Workplace", "Type"],
    });
    expect((await groupsOf(desk)).slice(0, -2)).toEqual(["K8 1", "MacBook Pro 14 1", "U2723QE 1"]);
    screen.answers.push("Type", "laptop");
    await desk.views.filter("assets");
    expect((await groupsOf(desk)).slice(0, -2)).toEqual(["MacBook Pro 14 1"]);
    expect(decodeURIComponent(sandbox.requests.at(-1)?.query ?? "")).toMatch(
      /(?=.*owner_ids\[\]=302)(?=.*type_names\[\]=laptop)/,
    );
    expect(desk.view("assets").description).toBe("Owner: Nora Vidal · Type: laptop");
    screen.answers.push("Serial number", "");
    await desk.views.filter("assets");
    expect(desk.view("assets").description).toBe("Owner: Nora Vidal · Type: laptop");
    desk.views.clearFilter("assets");
    expect(desk.view("assets").description).toBe("Brisa Software");
  });

  it("are filtered by a person who is looked for by name", async () => {
    const desk = sitDown();
    screen.answers.push("Owner", "nora", "Nora Vidal");
    await desk.views.filter("assets");
    expect(desk.view("assets").description).toBe("Owner: Nora Vidal");
  });
});

describe("Company", () => {
  it("is custom resources and integrations, for one request each", async () => {
    const desk = sitDown();
    expect(await desk.labels("company")).toEqual(["Custom resources", "Integrations"]);
    expect(asked().sort()).toEqual(["custom_resources/schemas", "integrations/syncable_states"]);
    expect(await desk.labels("company", "Custom resources")).toContain("Languages");
    const integrations = await desk.labels("company", "Integrations");
    expect(integrations[0]).toMatch(/^Integration [0-9a-f]{8}…$/);
    expect(await desk.labels("company", "Integrations", integrations[0] ?? "")).toEqual([
      "Sync runs",
      "Things in sync",
    ]);
    expect(sandbox.requests).toHaveLength(2);
  });

  it("is filtered by a person, wherever a list knows people", async () => {
    const desk = sitDown();
    const all = await desk.labels("company", "Custom resources", "Certifications");
    screen.answers.push("nora", "Nora Vidal");
    await desk.views.filter("company");
    expect(desk.view("company").description).toBe("Nora Vidal");
    const hers = await desk.labels("company", "Custom resources", "Certifications");
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.length).toBeLessThan(all.length);
    expect(new Set(hers)).toEqual(new Set(["Nora Vidal"]));
    expect(decodeURIComponent(sandbox.requests.at(-1)?.query ?? "")).toContain("employee_ids[]=302");
    expect((await desk.labels("company", "Integrations")).length).toBeGreaterThan(0);
    desk.views.clearFilter("company");
    expect(await desk.labels("company", "Custom resources", "Certifications")).toEqual(all);
  });

  it("lists the sync runs of ninety days, the newest first, with what came of them", async () => {
    const desk = sitDown();
    const [integration = ""] = await desk.labels("company", "Integrations");
    const runs = await desk.labels("company", "Integrations", integration, "Sync runs");
    expect(runs[0]).toMatch(/^today/);
    const query = new URLSearchParams(sandbox.requests.at(-1)?.query);
    expect(query.get("created_at_gteq")).toBe("2026-08-20T00:00:00+02:00");
    expect(query.get("marketplace_integration_uuid")).toContain(integration.slice(12, 20));
    expect(await desk.labels("company", "Integrations", integration, "Sync runs", runs[0] ?? "")).toEqual([
      "Results",
      "Items",
    ]);
  });

  it("keeps the rows of integrations over a refresh", async () => {
    const desk = sitDown();
    const [before] = await desk.below("company", "Integrations");
    const runs = before && (await desk.rows("company", before.node));
    desk.views.refresh();
    const [after] = await desk.below("company", "Integrations");
    expect(after?.node).toBe(before?.node);
    expect(after && (await desk.rows("company", after.node)).map(({ node }) => node)).toEqual(
      runs?.map(({ node }) => node),
    );
  });
});

describe("a view that has nothing to show", () => {
  it("is denied where its list is", async () => {
    const credentials = tokenCredentials(DEMO_RESTRICTED_TOKEN);
    const desk = sitDown({ credentials });
    expect(await desk.rows("reviews")).toEqual([]);
    expect(desk.content("reviews")).toBe("denied");
  });

  it("is denied where all of its groups are, and shown where one is not", async () => {
    sandbox.misbehave({ kind: "status", status: 403, match: { path: "/custom_resources" } });
    const desk = sitDown();
    expect(await desk.labels("company")).toEqual(["Custom resources", "Integrations"]);
    expect(desk.content("company")).toBe("shown");
    expect(await desk.labels("company", "Custom resources")).toEqual(["Try Again"]);
    sandbox.misbehave({ kind: "status", status: 403, match: { path: "/integrations" } });
    desk.views.refresh();
    expect(await desk.rows("company")).toEqual([]);
    expect(desk.content("company")).toBe("denied");
    sandbox.behave();
    desk.views.refresh();
    expect(await desk.labels("company", "Custom resources")).toContain("Languages");
    expect(desk.content("company")).toBe("shown");
  });

  it("is empty where there is nothing, and leaves room for the welcome", async () => {
    const { baseUrl } = await smallCompany({});
    const desk = sitDown({ baseUrl });
    expect(await desk.rows("projects")).toEqual([]);
    expect(await desk.rows("company")).toEqual([]);
    expect(await desk.labels("reviews")).toEqual([
      "No review processes.",
      "Templates",
      "Score scales",
      "The company's scale",
    ]);
    expect(await desk.labels("assets")).toEqual(["No assets.", "Models", "Categories"]);
    expect(VIEWS.map(({ name }) => desk.content(name))).toEqual(["empty", "empty", "empty", "empty"]);
  });

  it("is blank when nobody is signed in", async () => {
    const desk = sitDown();
    await desk.rows("projects");
    desk.views.setSession(undefined);
    expect(await desk.rows("projects")).toEqual([]);
    expect(desk.content("projects")).toBeUndefined();
    expect(desk.view("projects").description).toBe("");
  });

  it("says what failed, keeps the rest, and tries again", async () => {
    sandbox.misbehave({ kind: "status", status: 500, match: { path: "/review_processes" } });
    const desk = sitDown();
    const [failed, ...rest] = await desk.rows("reviews");
    expect(failed?.item).toMatchObject({ label: "Try Again", contextValue: "error" });
    expect(failed?.item.description).toMatch(/not available/);
    expect(labelsOf(rest)).toEqual(["Templates", "Score scales", "The company's scale"]);
    expect(desk.content("reviews")).toBe("shown");
    sandbox.behave();
    desk.views.retry(branchOf(failed));
    expect((await desk.labels("reviews"))[0]).toBe("Active");
  });

  it("answers nothing to whoever has signed out while it loaded", async () => {
    const desk = sitDown();
    const loading = desk.rows("projects");
    desk.views.setSession(undefined);
    expect(await loading).toEqual([]);
    expect(desk.content("projects")).toBeUndefined();
  });
});
