import { describe, expect, it, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { subprojects } from "../../../src/resources/project-management/subprojects";
import { projects } from "../../../src/resources/project-management/projects";
import { reviewProcesses } from "../../../src/resources/performance/review-processes";
import { itAssets } from "../../../src/resources/it-management/it-assets";
import type { Node } from "../../../src/tree/nodes";
import type { ViewName } from "../../../src/tree/views";
import { eventually } from "../support/eventually";
import { branchOf, labelsOf, type Desk } from "./desk";
import { askedOf, smallCompany } from "./small-company";
import { screen } from "./vscode-fake";
import { withDesks } from "./with-desks";

vi.mock("vscode", () => import("./vscode-fake"));

const { sandbox, sitDown, asked } = await withDesks();

/** What a view tells VS Code to draw again: labels, or "all". */
function hear(desk: Desk, view: ViewName): string[] {
  const heard: string[] = [];
  desk.provider(view).onDidChangeTreeData((changed) => {
    const nodes = changed === undefined ? [] : Array.isArray(changed) ? changed : [changed];
    heard.push(...(changed === undefined ? ["all"] : nodes.map((node) => labelOf(desk, view, node))));
  });
  return heard;
}

function labelOf(desk: Desk, view: ViewName, node: Node): string {
  const { label } = desk.provider(view).getTreeItem(node);
  return typeof label === "string" ? label : "";
}

function action(id: string) {
  const found = ACTIONS.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe("a refresh", () => {
  it("asks anew for what is open, and keeps every row the same object", async () => {
    const desk = sitDown();
    const paths = [[], ["ACME"], ["ACME", "People"], ["ACME", "Tasks"]];
    const before: Node[] = [];
    for (const path of paths) before.push(...(await desk.below("projects", ...path)).map(({ node }) => node));
    sandbox.requests.length = 0;
    const heard = hear(desk, "projects");
    desk.views.refresh();
    expect(heard).toEqual(["all"]);
    const after: Node[] = [];
    for (const path of paths) after.push(...(await desk.below("projects", ...path)).map(({ node }) => node));
    expect(after.length).toBe(before.length);
    for (const [index, node] of after.entries()) expect(node).toBe(before[index]);
    for (const resource of ["projects", "project_workers", "project_tasks"]) {
      const own = sandbox.requests.filter(
        ({ path, query }) =>
          path.endsWith(`/${resource}`) && !query.includes("ids%5B%5D=") === (resource === "projects"),
      );
      expect(own.length, resource).toBe(1);
    }
    expect(asked()).not.toContain("project_management/subprojects");
  });

  it("brings as many pages as there were, so that nobody loses their place", async () => {
    const project = (id: string) => ({ id, name: `P${id}`, status: "active" });
    const company = await smallCompany({
      "project_management/projects": [[project("1")], [project("2")], [project("3")]],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const more = (await desk.rows("projects")).at(-1);
    await desk.views.loadMore(branchOf(more));
    expect(await desk.labels("projects")).toEqual(["P1", "P2", "Load more…"]);
    company.requests.length = 0;
    desk.views.refresh();
    expect(await desk.labels("projects")).toEqual(["P1", "P2", "Load more…"]);
    expect(askedOf(company).map((line) => line.replace(" include_inputed_minutes=false", ""))).toEqual([
      "project_management/projects",
      "project_management/projects after_id=1",
    ]);
  });

  it("that fails leaves the rows where they are, and says so", async () => {
    const desk = sitDown();
    const before = await desk.labels("projects");
    sandbox.misbehave({ kind: "status", status: 500, match: { path: "/projects" } });
    desk.views.refresh();
    expect(await desk.labels("projects")).toEqual([...before, "Try Again"]);
  });

  it("while the first answer is under way brings the newest to whoever waits", async () => {
    const desk = sitDown();
    const first = desk.rows("projects");
    desk.views.refresh();
    const second = await desk.rows("projects");
    expect(labelsOf(await first)).toEqual(labelsOf(second));
    expect(labelsOf(second)).toContain("ACME");
  });
});

describe("what is written", () => {
  it("draws only the rows that look otherwise now", async () => {
    const desk = sitDown();
    const [acme] = await desk.rows("projects");
    const node = acme?.node;
    if (node?.kind !== "record") throw new Error("no project");
    const { store } = desk.session;
    const record = store.get(projects, node.recordId);
    if (!record) throw new Error("no record");
    const heard = hear(desk, "projects");
    store.put(projects, [{ ...record }]);
    expect(heard).toEqual([]);
    store.putWritten(projects, [{ ...record, name: "ACME II" }]);
    await eventually(() => {
      expect(heard).toEqual(["ACME II"]);
    });
  });

  it("moves a record into its new group", async () => {
    const desk = sitDown();
    const [process] = await desk.below("reviews", "Active");
    if (process?.node.kind !== "record") throw new Error("no process");
    const { store } = desk.session;
    const record = store.get(reviewProcesses, process.node.recordId);
    if (!record) throw new Error("no record");
    const heard = hear(desk, "reviews");
    store.putWritten(reviewProcesses, [{ ...record, status: "finished" }]);
    await eventually(() => {
      expect(heard).toEqual(["all"]);
    });
    expect(await desk.labels("reviews")).not.toContain("Active");
    const finished = await desk.below("reviews", "Finished");
    expect(finished.map(({ node }) => node)).toContain(process.node);
  });

  it("is taken in where it belongs, with its names, and dropped where it is gone", async () => {
    const desk = sitDown();
    const { store } = desk.session;
    const [acme] = await desk.rows("projects");
    if (acme?.node.kind !== "record") throw new Error("no project");
    const projectId = acme.node.recordId;
    const before = await desk.labels("projects", "ACME", "Subprojects");
    await desk.labels("projects", "Brisa Platform", "Subprojects");
    const heard = hear(desk, "projects");
    store.putWritten(subprojects, [{ id: "new", name: "Watch", project_id: projectId, status: "active" }]);
    expect(heard).toEqual(["Subprojects"]);
    expect(await desk.labels("projects", "ACME", "Subprojects")).toEqual(["Watch", ...before]);
    expect(await desk.labels("projects", "Brisa Platform", "Subprojects")).not.toContain("Watch");
    store.remove(subprojects, ["new"]);
    expect(await desk.labels("projects", "ACME", "Subprojects")).toEqual(before);
    await desk.rows("assets");
    store.putWritten(itAssets, [
      { id: "a", it_asset_model_id: "none", serial_number: "X", status: "in_stock", label: "New one" },
    ]);
    expect((await desk.labels("assets")).some((label) => label.startsWith("Asset model"))).toBe(true);
  });

  it("is not taken in where a filter would not find it", async () => {
    const desk = sitDown();
    screen.answers.push("acme");
    await desk.views.filter("projects");
    expect(await desk.labels("projects")).toEqual(["ACME"]);
    const { store } = desk.session;
    store.putWritten(projects, [{ id: "8", name: "Other", status: "active" }]);
    store.putWritten(projects, [{ id: "9", name: "Acme Next", status: "active" }]);
    expect(await desk.labels("projects")).toEqual(["Acme Next", "ACME"]);
  });
});

describe("an action", () => {
  it("has what it lists, and what hangs below its records, fetched anew", async () => {
    const desk = sitDown();
    const [acme] = await desk.rows("projects");
    if (acme?.node.kind !== "record") throw new Error("no project");
    await desk.rows("reviews");
    for (const group of ["Subprojects", "People"])
      await desk.rows("projects", (await desk.find("projects", "ACME", group)).node);
    await desk.rows("projects", (await desk.find("projects", "Umbra", "People")).node);
    sandbox.requests.length = 0;
    const reviews = hear(desk, "reviews");
    const heard = hear(desk, "projects");
    desk.views.changed({ action: action("factorial.subprojects.create"), targetIds: [acme.node.recordId] });
    expect(heard.sort()).toEqual(["People", "Subprojects"]);
    expect(reviews).toEqual([]);
    await desk.labels("projects", "ACME", "Subprojects");
    await desk.labels("projects", "ACME", "People");
    await desk.labels("projects", "Umbra", "People");
    // The project, whose name the rows have, may have changed as well.
    expect(asked().sort()).toEqual([
      "project_management/project_workers",
      "project_management/projects",
      "project_management/subprojects",
    ]);
  });

  it("on the main list has all of the view drawn again", async () => {
    const desk = sitDown();
    await desk.rows("projects");
    const heard = hear(desk, "projects");
    const close = ACTIONS.find(({ resource, on }) => resource === projects && on === projects);
    if (!close) throw new Error("projects have no action");
    desk.views.changed({ action: close, targetIds: [] });
    expect(heard).toEqual(["all"]);
  });

  it("shows on its rows while it runs", async () => {
    const desk = sitDown();
    const [acme] = await desk.rows("projects");
    if (acme?.node.kind !== "record") throw new Error("no project");
    const icon = () => desk.provider("projects").getTreeItem(acme.node).iconPath;
    const heard = hear(desk, "projects");
    const one = desk.views.markBusy(projects, [acme.node.recordId]);
    const other = desk.views.markBusy(projects, [acme.node.recordId]);
    expect(icon()).toMatchObject({ id: "loading~spin" });
    one.dispose();
    one.dispose();
    expect(icon()).toMatchObject({ id: "loading~spin" });
    other.dispose();
    expect(icon()).toMatchObject({ id: "project" });
    expect(heard).toEqual(["ACME", "ACME", "ACME", "ACME"]);
  });
});

it("the selection is that of the view where something was selected last", async () => {
  const desk = sitDown();
  expect(desk.views.selection()).toEqual([]);
  const [acme, brisa] = await desk.rows("projects");
  desk.view("assets").select();
  desk.view("projects").select(acme?.node, brisa?.node);
  expect(desk.views.selection()).toEqual([acme?.node, brisa?.node]);
});
