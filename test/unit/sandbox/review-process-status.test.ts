/** Which ways lead from one status of a review process to another. */

import { describe, expect, it } from "vitest";
import { refusal } from "./harness.js";
import { ACTIVE, DRAFT, FINISHED, SCHEDULED, reviewsBeforeEach } from "./review-processes.js";

const { act, ofProcess } = reviewsBeforeEach();

describe("the ways from one status to another", () => {
  const soon = "2026-12-01T00:00:00Z";
  const later = "2027-03-01T00:00:00Z";

  it.each([
    ["schedule", { starts_at: soon }, [ACTIVE, FINISHED, SCHEDULED], "draft"],
    ["update_schedule", { starts_at: soon }, [DRAFT, ACTIVE, FINISHED], "scheduled"],
    ["remove_schedule", {}, [DRAFT, ACTIVE, FINISHED], "scheduled"],
    ["start", {}, [ACTIVE, FINISHED], "draft or scheduled"],
    ["stop", {}, [DRAFT, SCHEDULED, FINISHED], "active"],
    ["reopen", { ends_at: later }, [DRAFT, SCHEDULED, ACTIVE], "finished"],
    ["remind_in_bulk", {}, [DRAFT, SCHEDULED, FINISHED], "active"],
    ["update_deadline", { ends_at: later }, [FINISHED], "draft or scheduled or active"],
    ["update_reviewer_strategies", { reviewer_strategies: ["self"] }, [SCHEDULED, ACTIVE, FINISHED], "draft"],
    ["update_target_strategy", { target_strategy: "all_employees" }, [SCHEDULED, ACTIVE, FINISHED], "draft"],
  ] as const)("%s", async (action, fields, refused, allowed) => {
    const statuses: Readonly<Record<string, string>> = {
      [FINISHED]: "finished",
      [ACTIVE]: "active",
      [DRAFT]: "draft",
      [SCHEDULED]: "scheduled",
    };
    for (const id of refused) {
      expect(refusal(await act(action, { id, ...fields }))).toEqual([
        422,
        { status: [`is ${statuses[id] ?? ""}, must be ${allowed}`] },
      ]);
    }
    const rest = Object.keys(statuses).filter((id) => !refused.some((other) => other === id));
    for (const id of rest) expect([id, (await act(action, { id, ...fields })).status]).toEqual([id, 200]);
  });

  it("of a scheduled process: later, back to draft, or at once", async () => {
    const moved = await act("update_schedule", { id: SCHEDULED, starts_at: soon });
    expect(moved.body).toMatchObject({ status: "scheduled", starts_at: "2026-12-01T00:00:00.000Z" });
    const back = await act("remove_schedule", { id: SCHEDULED });
    expect([back.body.status, back.body.starts_at ?? null]).toEqual(["draft", null]);
    await act("schedule", { id: SCHEDULED, starts_at: soon });
    expect((await act("start", { id: SCHEDULED })).body.status).toBe("active");
    expect(await ofProcess(SCHEDULED, "review_evaluations")).toHaveLength(4);
    expect(await ofProcess(SCHEDULED, "review_process_estimated_targets")).toEqual([]);
  });

  it("lead into the future only", async () => {
    const past = "2026-11-18T10:00:00Z";
    const future = [422, { starts_at: ["must be in the future"] }];
    expect(refusal(await act("schedule", { id: DRAFT, starts_at: past }))).toEqual(future);
    expect(refusal(await act("update_schedule", { id: SCHEDULED, starts_at: past }))).toEqual(future);
    const deadline = [422, { ends_at: ["must be in the future"] }];
    expect(refusal(await act("reopen", { id: FINISHED, ends_at: past }))).toEqual(deadline);
    expect(refusal(await act("update_deadline", { id: ACTIVE, ends_at: past }))).toEqual(deadline);
    expect(refusal(await act("update_deadline", { id: SCHEDULED, ends_at: "2026-11-28T07:00:00Z" }))).toEqual(
      [422, { ends_at: ["must be after the start"] }],
    );
    expect(refusal(await act("schedule", { id: DRAFT, starts_at: "2026-13-01T00:00:00Z" }))).toEqual([
      422,
      { starts_at: ["is not a valid date"] },
    ]);
    expect(refusal(await act("update_deadline", { id: ACTIVE, ends_at: "soon" }))).toEqual([
      422,
      { ends_at: ["is not a valid date"] },
    ]);
    // An offset is heard.
    const same = await act("update_deadline", { id: ACTIVE, ends_at: "2026-12-24T00:00:00.000+01:00" });
    expect(same.body.ends_at).toBe("2026-12-23T23:00:00.000Z");
  });

  it("end where somebody stops it, and go on with a new deadline", async () => {
    expect((await act("stop", { id: ACTIVE })).body.status).toBe("finished");
    const again = await act("reopen", { id: ACTIVE, ends_at: later });
    expect(again.body).toMatchObject({ status: "active", ends_at: "2027-03-01T00:00:00.000Z" });
  });
});
