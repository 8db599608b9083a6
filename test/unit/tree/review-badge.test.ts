import { describe, expect, it, vi } from "vitest";
import { ACTIONS } from "../../../src/actions/action-list";
import { tokenCredentials } from "../../../src/api/credentials";
import { reviewEvaluations } from "../../../src/resources/performance/review-evaluations";
import { projects } from "../../../src/resources/project-management/projects";
import { DEMO_RESTRICTED_TOKEN } from "../../../src/sandbox/demo-credentials";
import { eventually } from "../support/eventually";
import { screen } from "./vscode-fake";
import { withDesks } from "./with-desks";

vi.mock("vscode", () => import("./vscode-fake"));

const { sandbox, sitDown, asked } = await withDesks();

const counted = () => asked().filter((path) => path === "performance/review_evaluations").length;

/** What waits for Carmen in processes that still run. */
function waiting(): number {
  const { company } = sandbox;
  const [carmen] = company.employees.where(({ id }) => id === "301");
  const active = new Set(
    company.reviewProcesses.where(({ status }) => status === "active").map(({ id }) => id),
  );
  return company.evaluations.where(
    (review) =>
      review.reviewer_access_id === carmen?.access_id &&
      review.published !== true &&
      active.has(String(review.performance_review_process_id)),
  ).length;
}

function changeOf(resource: typeof reviewEvaluations | typeof projects) {
  const action = ACTIONS.find((each) => each.resource === resource);
  if (!action) throw new Error("no action");
  return { action, targetIds: [] };
}

describe("the badge", () => {
  it("counts what waits for the person, once, when somebody looks", async () => {
    const desk = sitDown();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sandbox.requests).toEqual([]);
    desk.view("assets").show(true);
    expect(waiting()).toBeGreaterThan(0);
    await eventually(() => {
      expect(desk.view("reviews").badge?.value).toBe(waiting());
    });
    expect(desk.view("reviews").badge?.tooltip).toMatch(/wait/);
    desk.view("projects").show(true);
    desk.view("assets").show(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(counted()).toBe(1);
  });

  it("counts again after a change, but not while nobody looks", async () => {
    const desk = sitDown();
    desk.view("reviews").show(true);
    await eventually(() => {
      expect(desk.view("reviews").badge).toBeDefined();
    });
    desk.views.changed(changeOf(projects));
    expect(counted()).toBe(1);
    desk.views.changed(changeOf(reviewEvaluations));
    await eventually(() => {
      expect(counted()).toBe(2);
    });
    desk.view("reviews").show(false);
    desk.views.changed(changeOf(reviewEvaluations));
    desk.views.refresh();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(counted()).toBe(2);
    desk.view("reviews").show(true);
    await eventually(() => {
      expect(counted()).toBe(3);
    });
  });

  it("is not there for who may not see reviews, and for nobody in particular", async () => {
    const restricted = sitDown({
      credentials: tokenCredentials(DEMO_RESTRICTED_TOKEN),
      person: { employeeId: "303", name: "Ivo Petrov" },
    });
    restricted.view("projects").show(true);
    await eventually(() => {
      expect(counted()).toBe(1);
    });
    expect(restricted.view("reviews").badge).toBeUndefined();
    screen.clear();
    sandbox.requests.length = 0;
    const nobody = sitDown({ person: undefined });
    nobody.view("projects").show(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sandbox.requests).toEqual([]);
    expect(nobody.view("reviews").badge).toBeUndefined();
  });

  it("goes with the account", async () => {
    const desk = sitDown();
    desk.view("reviews").show(true);
    await eventually(() => {
      expect(desk.view("reviews").badge).toBeDefined();
    });
    desk.views.setSession(undefined);
    expect(desk.view("reviews").badge).toBeUndefined();
  });
});
