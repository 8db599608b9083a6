import { describe, expect, it, vi } from "vitest";
import { statesOf } from "../../../src/actions/action-list";
import { idsAsText } from "../../../src/api/ids";
import type { Resource } from "../../../src/api/resource";
import { resourceNamed } from "../../../src/resources/any-client";
import { catalogue } from "../../../src/resources/catalogue";
import { childKinds, type ChildKind } from "../../../src/tree/children";
import type { RecordNode } from "../../../src/tree/nodes";
import { branchOf, labelsOf, type Desk } from "./desk";
import { recordAnswers, type Recorded } from "./recorded";
import { askedOf, pathOf, smallCompany } from "./small-company";
import { withDesks } from "./with-desks";

vi.mock("vscode", () => import("./vscode-fake"));

const { sandbox, sitDown, asked } = await withDesks();
const recorded = await recordAnswers(sandbox, 100);

/** A row that no list has brought, for what is below it. */
function rowOf(desk: Desk, resourceName: string, record: Recorded): RecordNode {
  const resource = resourceNamed(resourceName);
  if (!resource || typeof record.id !== "string") throw new Error(resourceName);
  desk.session.store.put(resource, [{ ...record, id: record.id }]);
  return { kind: "record", id: "row", resource, resourceName, recordId: record.id, above: [] };
}

/** Every place that is declared, with the states that its parent must be in. */
const PLACES = Object.entries<Resource>(catalogue).flatMap(([child, { places = [] }]) =>
  places.map((place) => ({ child, place, title: `${child} below ${place.parent}` })),
);

describe("what is declared", () => {
  it.each(PLACES)(
    "$title names a resource, a filter that it has, and fields that there are",
    ({ child, place }) => {
      const resource = resourceNamed(child);
      const parent = resourceNamed(place.parent);
      const input = resource?.operations.list?.input.shape;
      expect(parent, place.parent).toBeDefined();
      if (place.by !== undefined) expect(input).toHaveProperty(place.by);
      for (const name of Object.keys(place.query ?? {})) expect(input).toHaveProperty(name);
      for (const [own, of] of Object.entries(place.where ?? {})) {
        expect(resource?.record.shape).toHaveProperty(own);
        expect(parent?.record.shape).toHaveProperty(of);
      }
      if (place.from !== undefined) expect(parent?.record.shape).toHaveProperty(place.from);
    },
  );

  it.each(PLACES)(
    "$title costs one request and batches of names, and nothing the second time",
    async ({ child, place }) => {
      const desk = sitDown();
      const node = rowOf(desk, place.parent, parentFor(place.parent, child));
      const kinds = await desk.rows("projects", node);
      const group = kinds.find(({ node: { id } }) => id === `row/${child}`);
      if (group) {
        expect(sandbox.requests).toEqual([]);
        await desk.rows("projects", group.node);
      }
      const path = `${resourceNamed(child)?.module ?? ""}/${resourceNamed(child)?.path ?? ""}`;
      const own = sandbox.requests.filter(
        ({ path: each, query }) =>
          pathOf(each) === path && (place.by === "ids" || !query.startsWith("ids%5B%5D")),
      );
      expect(own.length).toBeLessThanOrEqual(place.where ? 5 : 1);
      expect(own.length).toBeGreaterThan(0);
      const names = sandbox.requests.filter((request) => !own.includes(request));
      for (const { query } of names) expect(query).toMatch(/^(access_)?ids%5B%5D=/);
      // A name may lead to a name: a task to its project's worker, a worker to the employee.
      expect(new Set(names.map(({ path: each }) => each)).size).toBe(names.length);
      const requests = sandbox.requests.length;
      await desk.rows("projects", group?.node ?? node);
      expect(sandbox.requests).toHaveLength(requests);
    },
  );
});

/** A record of the demo company that has such children. */
function parentFor(parentName: string, child: string): Recorded {
  const resource = resourceNamed(parentName);
  const found = (recorded.get(parentName) ?? [])
    .map((raw) => resource?.record.safeParse(idsAsText(resource.record, structuredClone(raw))).data)
    .find((record) => {
      const states = resource && record ? statesOf(resource, record) : [];
      return childKinds(parentName, states).some((kind: ChildKind) => kind.key === child);
    });
  if (!found) throw new Error(`No ${parentName} has ${child}`);
  return found;
}

describe("a project", () => {
  it("has its groups in the catalogue's order, with time and plans among them, for no request", async () => {
    const desk = sitDown();
    const acme = await desk.find("projects", "ACME");
    sandbox.requests.length = 0;
    const groups = await desk.rows("projects", acme.node);
    expect(labelsOf(groups).slice(0, 6)).toEqual([
      "Subprojects",
      "People",
      "Tasks",
      "Time",
      "Planned",
      "Expenses",
    ]);
    expect(sandbox.requests).toEqual([]);
    const { recordId } = acme.node as RecordNode; // A project's row.
    for (const { node } of groups) {
      expect(node).toMatchObject({ kind: "group", parent: { resourceName: "projects", recordId } });
    }
    expect(groups.map(({ item }) => item.contextValue).slice(0, 4)).toEqual([
      "group subprojects projects active",
      "group projectWorkers projects active",
      "group projectTasks projects active",
      "group timeRecords projects active",
    ]);
  });

  it("asks for its workers once for time and plans, until they are refreshed", async () => {
    const desk = sitDown();
    const time = await desk.find("projects", "ACME", "Time");
    const planned = await desk.find("projects", "ACME", "Planned");
    sandbox.requests.length = 0;
    await Promise.all([desk.rows("projects", time.node), desk.rows("projects", planned.node)]);
    const workers = () => asked().filter((path) => path.endsWith("/project_workers")).length;
    const before = workers();
    await desk.rows("projects", planned.node);
    expect(workers()).toBe(before);
    expect(
      sandbox.requests.filter(
        ({ path, query }) => path.endsWith("/project_workers") && query.includes("project_ids"),
      ).length,
    ).toBe(1);
    desk.views.refresh();
    await Promise.all([desk.rows("projects", time.node), desk.rows("projects", planned.node)]);
    expect(
      sandbox.requests.filter(
        ({ path, query }) => path.endsWith("/project_workers") && query.includes("project_ids"),
      ).length,
    ).toBe(2);
  });

  it("shows its time by months, the newest first", async () => {
    const desk = sitDown();
    const rows = await desk.below("projects", "ACME", "Time");
    expect(rows[0]?.item.description).toMatch(/^today/);
    expect(rows.at(-1)?.item.label).toBe("Load more…");
    await desk.views.loadMore(branchOf(rows.at(-1)));
    const more = await desk.below("projects", "ACME", "Time");
    expect(more.length).toBeGreaterThan(rows.length);
    expect(more.slice(0, rows.length - 1).map(({ node }) => node)).toEqual(
      rows.slice(0, -1).map(({ node }) => node),
    );
  });

  it("says which group this account may not see, and shows the others", async () => {
    sandbox.misbehave({
      kind: "status",
      status: 403,
      body: { errors: { errors: ["You may not see tasks"] } },
      match: { path: "/project_tasks" },
    });
    const desk = sitDown();
    const [denied] = await desk.below("projects", "ACME", "Tasks");
    expect(denied?.item.label).toBe("Try Again");
    expect(denied?.item.description).toMatch(/does not allow this account.*You may not see tasks/);
    expect(await desk.labels("projects", "ACME", "People")).toContain("Nora Vidal");
  });

  it("shows people without their names where those cannot be fetched, and says what is missing", async () => {
    sandbox.misbehave({ kind: "status", status: 500, match: { path: "/employees/employees" } });
    const desk = sitDown();
    const people = await desk.below("projects", "ACME", "People");
    expect(people.filter(({ node }) => node.kind === "record").length).toBeGreaterThan(3);
    expect(people.at(-1)?.item.label).toBe("Try Again");
    sandbox.behave();
    desk.views.retry(branchOf(people.at(-1)));
    expect(await desk.labels("projects", "ACME", "People")).toContain("Nora Vidal");
  });
});

describe("other records", () => {
  it("show other groups in other states", async () => {
    const desk = sitDown();
    expect(await desk.labels("reviews", "Active", "Mid-year review")).toContain("Participants");
    const draft = await desk.labels("reviews", "Draft", "Year-end review");
    expect(draft).toContain("Expected participants");
    expect(draft).not.toContain("Participants");
  });

  it("that have one place only have the rows right below", async () => {
    const desk = sitDown();
    expect(await desk.labels("assets", "Models", "MacBook Pro 14")).toContain("Nora's MacBook Pro 14");
  });

  it("that consist of parts show them first, without a request", async () => {
    const desk = sitDown();
    const rows = await desk.below("reviews", "Draft", "New joiners");
    expect(rows.map(({ node }) => node.kind).slice(0, 4)).toEqual(["part", "part", "part", "group"]);
    expect(rows[0]?.item).toMatchObject({ contextValue: "part", collapsibleState: 0 });
    const [questionnaire] = await desk.below("reviews", "Draft", "Year-end review", "Questionnaires");
    sandbox.requests.length = 0;
    const [first] = questionnaire ? await desk.rows("reviews", questionnaire.node) : [];
    expect(first?.item.collapsibleState).toBe(1);
    expect(first && (await desk.rows("reviews", first.node)).length).toBeGreaterThan(0);
    expect(sandbox.requests).toEqual([]);
  });

  it("cannot be expanded where there is nothing below", async () => {
    const desk = sitDown();
    const [person] = await desk.below("projects", "ACME", "People");
    expect(person?.item.collapsibleState).toBe(0);
    expect(person && (await desk.rows("projects", person.node))).toEqual([]);
  });

  it("without an id are rows too, on which nothing can be done", async () => {
    const company = await smallCompany({
      "project_management/projects": [[{ id: "1", name: "ACME", status: "active" }]],
      "project_management/subprojects": [[{ name: "None", project_id: "1", description: "Say more" }]],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const [none] = await desk.below("projects", "ACME", "Subprojects");
    expect(none?.node.kind).toBe("loose");
    expect(none?.node).not.toHaveProperty("recordId");
    expect(none?.item).toMatchObject({ label: "None", contextValue: undefined, collapsibleState: 0 });
    expect(none && (await desk.tooltip("projects", none))).toMatchObject({
      value: expect.stringContaining("Say more") as string,
    });
  });

  it("that cannot be read are said to be so, and the others show", async () => {
    const company = await smallCompany({
      "project_management/projects": [
        [
          { id: "1", name: "ACME", status: "active" },
          { id: "2", status: 7 },
          { id: "1", name: "ACME", status: "active" },
        ],
      ],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const rows = await desk.rows("projects");
    expect(labelsOf(rows)).toEqual(["ACME", "A record that cannot be read"]);
    expect(rows[1]?.item.description).toMatch(/name: .*status: /);
  });
});

describe("a list that the server cannot filter", () => {
  const row = (id: string, schemaId: string) => ({ id, schema_id: schemaId });
  const schemas = [[{ id: "9", name: "Bikes" }]];

  it("is walked until a page has something", async () => {
    const company = await smallCompany({
      "custom_resources/schemas": schemas,
      "custom_resources/resources": [
        [row("1", "8")],
        [row("2", "8")],
        [row("3", "9"), row("4", "8")],
        [row("5", "9")],
      ],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const rows = await desk.below("company", "Custom resources", "Bikes");
    expect(rows.map(({ node }) => ("recordId" in node ? node.recordId : node.kind))).toEqual(["3", "more"]);
    const walked = askedOf(company).filter((line) => line.startsWith("custom_resources/resources"));
    expect(walked).toEqual([
      "custom_resources/resources",
      "custom_resources/resources after_id=1",
      "custom_resources/resources after_id=2",
    ]);
    await desk.views.loadMore(branchOf(rows.at(-1)));
    const all = await desk.below("company", "Custom resources", "Bikes");
    expect(all.map(({ node }) => ("recordId" in node ? node.recordId : node.kind))).toEqual(["3", "5"]);
  });

  it("is walked no further than five pages a click", async () => {
    const company = await smallCompany({
      "custom_resources/schemas": schemas,
      "custom_resources/resources": Array.from({ length: 7 }, (_, page) => [
        row(String(page), page === 6 ? "9" : "8"),
      ]),
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const walked = () =>
      askedOf(company).filter((line) => line.startsWith("custom_resources/resources")).length;
    const rows = await desk.below("company", "Custom resources", "Bikes");
    expect(labelsOf(rows)).toEqual(["Nobody has one.", "Load more…"]);
    expect(walked()).toBe(5);
    await desk.views.loadMore(branchOf(rows.at(-1)));
    expect(await desk.below("company", "Custom resources", "Bikes")).toHaveLength(1);
    expect(walked()).toBe(7);
  });

  it("is not asked at all where the parent has nothing to ask with", async () => {
    const company = await smallCompany({
      "custom_resources/schemas": schemas,
      "custom_resources/resources": [[row("3", "9")]],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const [bike] = await desk.below("company", "Custom resources", "Bikes");
    const requests = company.requests.length;
    expect(bike && labelsOf(await desk.rows("company", bike.node))).toEqual(["No values."]);
    expect(company.requests).toHaveLength(requests);
  });
});
