/** The demo company as it is founded: every view has something to show, and what others lean on keeps its ids. */

import { expect, it } from "vitest";
import { DEMO_INTEGRATION_UUID } from "../../../src/sandbox/company/company.js";
import type { Version } from "../../../src/sandbox/contract.js";
import { companyBeforeAll } from "./harness.js";

const company = companyBeforeAll();

async function list(
  path: string,
  version: Version = "2026-10-01",
): Promise<readonly Record<string, unknown>[]> {
  const answer = await company.at(version).get(`${path}${path.includes("?") ? "&" : "?"}limit=100`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data;
}

const pairs = (records: readonly Record<string, unknown>[], ...fields: readonly string[]): unknown[] =>
  records.map((record) => fields.map((field) => record[field]));

it("has reviews in every status, one of them archived", async () => {
  expect(pairs(await list("performance/review_processes"), "id", "name", "status", "archived")).toEqual([
    ["101", "Spring review", "finished", false],
    ["102", "Mid-year review", "active", false],
    ["103", "Year-end review", "draft", false],
    ["104", "Delivery check-in", "scheduled", false],
    ["105", "Autumn review", "finished", true],
    ["106", "New joiners", "draft", false],
  ]);
});

it("asks every kind of question, and has answers to each; some are left out", async () => {
  const answers = JSON.stringify(await list("performance/review_evaluation_answers", "2026-07-01"));
  for (const answer of ["answer_text", "answer_rating", "answer_int", "answer_choice", '"comment"'])
    expect(answers).toContain(answer);
  for (const kind of ["text", "rating", "number", "single_choice", "multiple_choice"])
    expect(answers).toContain(`"answer_type":"${kind}"`);
  const questions = [...answers.matchAll(/\{"question":\{[^}]*?\}(,"answer")?/g)];
  expect(questions.some(([, answer]) => answer === undefined)).toBe(true);
  expect(answers).toContain("answered_employee_potential_score_questionnaire");
  // Later versions know no single choice.
  const later = JSON.stringify(await list("performance/review_evaluation_answers"));
  expect(later).not.toContain("single_choice");
  expect(later).toContain('"answer_type":"multiple_choice","max_choices":1');
});

it("has answers that carry the ids of their evaluations, scores in percent, and potential", async () => {
  const published = await list("performance/review_evaluations?published=true");
  const scores = await list("performance/review_evaluation_scores");
  expect(scores.length).toBeGreaterThan(15);
  const ids = new Set(published.map(({ id }) => id));
  for (const score of scores) {
    expect(ids).toContain(score.review_evaluation_id);
    expect(score.normalized_score).toBe((Number(score.score) - 1) * 25);
    if (score.potential_score != null)
      expect(score.normalized_potential_score).toBe((Number(score.potential_score) - 1) * 25);
  }
  expect(new Set(scores.map(({ score }) => score)).size).toBeGreaterThan(2);
  expect(scores.filter(({ potential_score: potential }) => potential != null).length).toBeGreaterThan(3);
  const kinds = new Set(published.map(({ evaluation_type: kind }) => kind));
  expect([...kinds].sort()).toEqual(["direct_reports", "manager", "peers", "self"]);
  for (const answers of await list("performance/review_evaluation_answers"))
    expect(answers.id).toBe(answers.performance_review_evaluation_id);
});

it("has assets in each status and with each kind of holder", async () => {
  const assets = await list("it_management/it_assets");
  const count = (field: string, value?: unknown): number =>
    assets.filter((asset) => (value === undefined ? asset[field] != null : asset[field] === value)).length;
  for (const status of ["assigned", "in_stock", "maintenance", "retired"])
    expect([status, count("status", status) > 1]).toEqual([status, true]);
  for (const holder of ["owner_id", "location_id", "workplace_id", "team_id"])
    expect([holder, count(holder) > 0]).toEqual([holder, true]);
  const warranties = assets.map(({ warranty_end_date: end }) => end).filter((end) => typeof end === "string");
  expect(warranties.some((end) => end < "2026-11-18")).toBe(true);
  expect(warranties.some((end) => end > "2026-11-18" && end < "2026-12-01")).toBe(true);
  expect(count("currency", "EUR")).toBe(count("purchase_price_cents"));
  expect(count("purchase_price_cents")).toBeLessThan(assets.length);
});

it("has custom tables with rows of several people, with values and without", async () => {
  expect(pairs(await list("custom_resources/schemas"), "id", "name", "hidden")).toEqual([
    ["41", "Certifications", false],
    ["42", "Parking spaces", false],
    ["43", "Emergency contacts", true],
    ["44", "Languages", false],
  ]);
  const rows = await list("custom_resources/resources");
  const people = (schema: string): number =>
    new Set(rows.filter((row) => row.schema_id === schema).map((row) => row.attachable_id)).size;
  expect([people("41"), people("42"), people("44")]).toEqual([5, 4, 0]);
  const filled = new Set((await list("custom_resources/values")).map((value) => value.resource_id));
  expect(rows.length).toBeGreaterThan(filled.size);
});

it("has runs and results in every status", async () => {
  const query = `marketplace_integration_uuid=${DEMO_INTEGRATION_UUID}&created_at_gteq=2026-01-01`;
  expect(pairs(await list(`integrations/sync_runs?${query}`), "id", "status")).toEqual([
    ["7001", "succeeded"],
    ["7002", "succededwitherrors"],
    ["7003", "errored"],
    ["7004", "running"],
  ]);
  const results = new Set((await list("integrations/syncable_sync_runs")).map(({ status }) => status));
  expect([...results].sort()).toEqual(["failed", "invalid", "running", "success"]);
  const states = new Set((await list("integrations/syncable_states")).map(({ status }) => status));
  expect([...states].sort()).toEqual(["failed", "invalid", "outdated", "synced", "syncing"]);
});

it("has plans of before, now and later, expenses in each status, and budgets in money and hours", async () => {
  const plans = await list("project_management/planned_records");
  expect(plans.some(({ end_date: end }) => String(end) < "2026-11-18")).toBe(true);
  expect(plans.some(({ start_date: start }) => String(start) > "2026-11-18")).toBe(true);
  const expenses = await list("project_management/expense_records");
  expect([...new Set(expenses.map(({ status }) => status))].sort()).toEqual([
    "approved",
    "paid",
    "pending",
    "rejected",
  ]);
  const both = (await list("project_management/budget_strategies")).filter(
    (budget) =>
      budget.planned_cents != null && budget.planned_minutes != null && budget.subproject_id == null,
  );
  expect(both.map(({ project_id: project }) => project)).toEqual(["1201", "18446744073709551617"]);
});

it("keeps the ids that others lean on", async () => {
  const first = async (path: string): Promise<unknown> => (await list(path))[0]?.id;
  expect(await first("performance/review_evaluations?performance_review_process_ids[]=101")).toBe("15001");
  expect(await first("performance/review_evaluation_scores")).toBe("17001");
  expect(
    pairs(await list("project_management/planned_records"), "id")
      .slice(0, 5)
      .flat(),
  ).toEqual(["3101", "3102", "3103", "3104", "3105"]);
  expect(await list("integrations/syncable_sync_runs?sync_run_ids[]=7002")).toMatchObject([
    { id: "7601" },
    { id: "7602", status: "failed" },
    { id: "7603" },
    { id: "7604", status: "failed" },
    { id: "7605" },
  ]);
  expect(pairs(await list("custom_resources/values"), "id", "resource_id").slice(0, 5)).toEqual([
    ["4401", "441"],
    ["4402", "442"],
    ["4403", "443"],
    ["4404", "444"],
    ["4405", "445"],
  ]);
});
