/** The participants of a review, their peers, what is written about them, and what is agreed afterwards. */

import { describe, expect, it } from "vitest";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials.js";
import { bearer, companyBeforeEach, refusal, type Answer, type Fields, type Talk } from "./harness.js";

const company = companyBeforeEach();

const TARGETS = "performance/review_process_targets";
const EVALUATIONS = "performance/review_evaluations";
const LUCIA = "102-1304";
const NOT_ACTIVE = [422, { base: ["The process is not active"] }];

async function evaluations(target: string, kind: string): Promise<readonly Fields[]> {
  const query = `review_process_target_ids[]=${target}&reviewer_strategies[]=${kind}`;
  return (await company.get(`${EVALUATIONS}?${query}`)).body.data;
}

/** What is left of evaluations in the tables that no read by evaluation shows. */
function leftOf(ids: readonly unknown[]): number {
  const { evaluations: all, evaluationAnswers, evaluationScores } = company.sandbox.company;
  return [
    ...all.where(({ id }) => ids.includes(id)),
    ...evaluationAnswers.where(({ id }) => ids.includes(id)),
    ...evaluationScores.where((score) => ids.includes(score.review_evaluation_id)),
  ].length;
}

describe("peers", () => {
  const add = (id: string, ...peers: readonly string[]): Promise<Answer> =>
    company.post(`${TARGETS}/add_peers`, { id, peer_access_ids: peers });
  const remove = (id: string, ...ids: readonly unknown[]): Promise<Answer> =>
    company.post(`${TARGETS}/remove_peer_evaluations`, { id, evaluation_ids: ids });

  it("are added once each", async () => {
    expect((await add("102-1302", "1308", "1301", "1308")).body.id).toBe("102-1302");
    await add("102-1302", "1301");
    const made = await evaluations("102-1302", "peers");
    expect(made.map((each) => each.reviewer_access_id)).toEqual(["1308", "1301"]);
    const answers = await company.get(
      `performance/review_evaluation_answers?performance_review_evaluation_ids[]=${String(made[0]?.id)}`,
    );
    expect(answers.body.data).toMatchObject([
      { id: made[0]?.id, performance_review_evaluation_id: made[0]?.id },
    ]);
  });

  it("are others than the participant, active, and of a process that has peers and runs", async () => {
    expect(refusal(await add(LUCIA, "1307", "1304"))).toEqual([
      422,
      { peer_access_ids: ["can't include the participant"] },
    ]);
    expect(await evaluations(LUCIA, "peers")).toHaveLength(2);
    expect(refusal(await add(LUCIA, "1314"))).toEqual([
      422,
      { peer_access_ids: ["must be an active employee"] },
    ]);
    expect((await add(LUCIA, "999")).status).toBe(404);
    expect((await add("102-999", "1304")).status).toBe(404);
    expect(refusal(await add("101-1304", "1307"))).toEqual(NOT_ACTIVE);
    await company.post("performance/review_processes/start", { id: "103" });
    expect(refusal(await add("103-1304", "1307"))).toEqual([
      422,
      { base: ["The process has no peer reviews"] },
    ]);
  });

  it("go with what they wrote", async () => {
    const [marc, aiko] = await evaluations(LUCIA, "peers");
    expect(marc).toMatchObject({ reviewer_access_id: "1305", published: true });
    expect((await remove(LUCIA, marc?.id, marc?.id)).body.id).toBe(LUCIA);
    expect(await evaluations(LUCIA, "peers")).toMatchObject([{ id: aiko?.id }]);
    expect(leftOf([marc?.id])).toBe(0);
  });

  it("are removed by their own reviews only", async () => {
    const [aboutLucia] = await evaluations(LUCIA, "peers");
    const [ofManager] = await evaluations(LUCIA, "manager");
    expect((await remove(LUCIA, aboutLucia?.id, ofManager?.id)).status).toBe(404);
    expect((await remove("102-1305", aboutLucia?.id)).status).toBe(404);
    expect((await remove(LUCIA, "999")).status).toBe(404);
    expect(await evaluations(LUCIA, "peers")).toHaveLength(2);
    await company.post("performance/review_processes/stop", { id: "102" });
    expect(refusal(await remove(LUCIA, aboutLucia?.id))).toEqual(NOT_ACTIVE);
  });
});

describe("a participant", () => {
  it("joins a process that runs, once", async () => {
    const add = (...ids: readonly string[]): Promise<Answer> =>
      company.post(`${TARGETS}/bulk_create`, {
        performance_review_process_id: "104",
        targets_access_ids: ids,
      });
    expect(refusal(await add("1302"))).toEqual(NOT_ACTIVE);
    await company.post("performance/review_processes/start", { id: "104" });
    await add("1302", "1308");
    expect(await evaluations("104-1302", "self")).toHaveLength(1);
    expect(await evaluations("104-1308", "self")).toHaveLength(1);
    expect(refusal(await add("1314"))).toEqual([422, { targets_access_ids: ["must be an active employee"] }]);
  });

  it("leaves with everything that was written about them, while the process runs", async () => {
    const kinds = ["self", "manager", "peers"];
    const ids = (await Promise.all(kinds.map((kind) => evaluations(LUCIA, kind)))).flat().map(({ id }) => id);
    await company.post("performance/agreements/initiate", { process_id: "102", target_id: LUCIA });
    expect(ids).toHaveLength(4);
    expect(leftOf(ids)).toBeGreaterThan(8);
    expect((await company.remove(`${TARGETS}/${LUCIA}`)).body.access_id).toBe("1304");
    expect(leftOf(ids)).toBe(0);
    expect((await company.get(`performance/agreements?target_ids[]=${LUCIA}`)).body.data).toEqual([]);
    expect(refusal(await company.remove(`${TARGETS}/101-1304`))).toEqual(NOT_ACTIVE);
  });
});

describe("a reviewer", () => {
  const replace = (id: unknown, reviewer: string): Promise<Answer> =>
    company.post(`${EVALUATIONS}/replace_reviewer`, { id, new_reviewer_access_id: reviewer });

  it("is replaced while the review is unpublished, the process active and the review not one's own", async () => {
    const [published, pending] = await evaluations(LUCIA, "peers");
    expect((await replace(pending?.id, "1307")).body.reviewer_access_id).toBe("1307");
    expect(refusal(await replace(published?.id, "1307"))).toEqual([
      422,
      { base: ["The evaluation is already published"] },
    ]);
    const [own] = await evaluations("102-1302", "self");
    expect(refusal(await replace(own?.id, "1307"))).toEqual([
      422,
      { base: ["A self evaluation keeps its reviewer"] },
    ]);
    const [old] = await evaluations("101-1304", "manager");
    expect(refusal(await replace(old?.id, "1307"))).toEqual(NOT_ACTIVE);
  });

  it("is nobody who has left", async () => {
    // Eva was one of Sofia's reports.
    const reports = await evaluations("105-1308", "direct_reports");
    expect(reports.map((each) => each.reviewer_access_id)).toEqual(["1309", "1310", "1311"]);
    const { employees } = company.sandbox.company;
    for (const sofia of employees.where(({ id }) => id === "308")) employees.patch(sofia, { active: false });
    await company.post("performance/review_processes/start", { id: "103" });
    expect(await evaluations("103-1309", "self")).toHaveLength(1);
    expect(await evaluations("103-1309", "manager")).toEqual([]);
  });

  it("is an active employee, not the participant, and no peer already", async () => {
    const [, pending] = await evaluations(LUCIA, "peers");
    const field = "new_reviewer_access_id";
    expect((await replace(pending?.id, "1306")).status).toBe(200);
    expect(refusal(await replace(pending?.id, "1304"))).toEqual([
      422,
      { [field]: ["can't be the participant"] },
    ]);
    expect(refusal(await replace(pending?.id, "1305"))).toEqual([
      422,
      { [field]: ["has already been taken"] },
    ]);
    expect(refusal(await replace(pending?.id, "1314"))).toEqual([
      422,
      { [field]: ["must be an active employee"] },
    ]);
    expect((await replace(pending?.id, "999")).status).toBe(404);
  });
});

describe("an action plan", () => {
  const initiate = (processId: string, targetId: string): Promise<Answer> =>
    company.post("performance/agreements/initiate", { process_id: processId, target_id: targetId });
  const disabled = [422, { base: ["Action plans are not enabled for the process"] }];

  it("is made once for a participant", async () => {
    const made = await initiate("102", LUCIA);
    const [own] = await evaluations(LUCIA, "self");
    const [ofManager] = await evaluations(LUCIA, "manager");
    expect(made.body).toMatchObject({
      target_id: LUCIA,
      reviewer_id: "302",
      status: "pending",
      self_evaluation_id: own?.id,
      manager_evaluation_id: ofManager?.id,
    });
    expect((await initiate("102", LUCIA)).body).toMatchObject({ id: made.body.id });
    expect((await company.get("performance/agreements?process_ids[]=102")).body.data).toHaveLength(1);
    expect((await initiate("101", LUCIA)).status).toBe(404);
  });

  it("belongs to a process that has them and has begun", async () => {
    const configure = (id: string, enabled: boolean): Promise<Answer> =>
      company.post("performance/review_processes/update_agreements_configuration", { id, enabled });
    expect(refusal(await initiate("105", "105-1309"))).toEqual(disabled);
    await configure("105", true);
    expect((await initiate("105", "105-1309")).status).toBe(200);
    await configure("103", true);
    const bulk = (id: string): Promise<Answer> =>
      company.post("performance/agreements/bulk_initiate", { process_id: id });
    expect(refusal(await bulk("103"))).toEqual([422, { status: ["is draft, must be active or finished"] }]);
    await configure("102", false);
    expect(refusal(await bulk("102"))).toEqual(disabled);
  });

  it("is made for all at once: one's reports, or with a key everybody", async () => {
    const bulk = (talk: Talk): Promise<Answer> =>
      talk.post("performance/agreements/bulk_initiate", { process_id: "102" });
    expect(JSON.parse((await bulk(company.as(bearer(DEMO_TOKEN)))).text)).toHaveLength(4);
    expect(JSON.parse((await bulk(company)).text)).toHaveLength(13);
    expect((await company.get("performance/agreements?process_ids[]=102")).body.data).toHaveLength(13);
  });
});
