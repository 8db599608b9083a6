import { describe, expect, it } from "vitest";
import { ACTIONS, type Action } from "../../../src/actions/action-list";
import {
  doneSentence,
  leftOutSentence,
  mixedSentence,
  unknownSentence,
  type Deed,
} from "../../../src/actions/sending/endings";
import { endsAll, type Outcome } from "../../../src/actions/sending/outcome";
import { planRequests } from "../../../src/actions/sending/requests";
import { sendAll } from "../../../src/actions/sending/send";
import { planUndo } from "../../../src/actions/sending/undo";
import type { Target } from "../../../src/actions/targets/target";
import { FactorialError } from "../../../src/api/errors";
import { projects } from "../../../src/resources/project-management/projects";
import type { AnyRecord } from "../../../src/resources/any-client";
import { translate as t } from "../support/translate";

function actionCalled(id: string): Action {
  const action = ACTIONS.find((each) => each.id === `factorial.${id}`);
  if (!action) throw new Error(`There is no ${id}.`);
  return action;
}

function target(id: string, record: AnyRecord = {}): Target {
  return { id, record: { id, ...record }, name: `N${id}` };
}

function many(count: number): Target[] {
  return Array.from({ length: count }, (_, at) => target(String(at)));
}

const nothing: Outcome = { done: [], refused: [], unknown: [], notSent: [], cancelled: false };
const request = (id: string) => ({ targets: [target(id)], input: { id } });
const done = (id: string, records: AnyRecord[] = []) => ({ ...request(id), records });
const failed = (id: string, error = new FactorialError("invalid", "No.", { messages: [`no ${id}`] })) => ({
  ...request(id),
  error,
});

describe("requests", () => {
  it("are one a row, with fixed input and the record's own", () => {
    const status = actionCalled("projectTasks.update");
    const rows = [target("1", { project_id: "7" }), target("2", { project_id: null })];
    expect(planRequests(status, rows, { status: "closed", skipped: undefined })).toStrictEqual([
      { targets: [rows[0]], input: { id: "1", project_id: "7", status: "closed" } },
      { targets: [rows[1]], input: { id: "2", status: "closed" } },
    ]);
  });

  it("are one for all rows where the input takes a list, fifty at most", () => {
    const destroy = actionCalled("projectTasks.bulkDestroy");
    const [first, second, third] = planRequests(destroy, many(70), {});
    expect(first?.targets).toHaveLength(50);
    expect(second?.input.ids).toHaveLength(20);
    expect(third).toBeUndefined();
  });

  it("are one where no row is needed", () => {
    const create = actionCalled("reviewProcesses.create");
    expect(planRequests(create, [], { name: "A" })).toEqual([{ targets: [], input: { name: "A" } }]);
  });
});

describe("sending", () => {
  const refusal = (kind: ConstructorParameters<typeof FactorialError>[0], details = {}) =>
    new FactorialError(kind, "No.", details);

  async function outcomeOf(errors: Record<string, FactorialError>, cancelAt?: number): Promise<string[]> {
    let at = -1;
    const {
      done: good,
      refused,
      unknown,
      notSent,
      cancelled,
    } = await sendAll(["1", "2", "3"].map(request), {
      send: ({ input }) => {
        const error = errors[String(input.id)];
        return error ? Promise.reject(error) : Promise.resolve([]);
      },
      isCancelled: () => at + 1 === cancelAt,
      onNext: (next) => (at = next),
    });
    const ids = (requests: readonly { input: AnyRecord }[]) => requests.map(({ input }) => input.id).join("");
    return [ids(good), ids(refused), ids(unknown), ids(notSent), cancelled ? "cancelled" : ""];
  }

  it("goes on after what only one record is refused for", async () => {
    expect(await outcomeOf({ 2: refusal("invalid") })).toEqual(["13", "2", "", "", ""]);
    expect(await outcomeOf({ 1: refusal("not-found"), 2: refusal("conflict") })).toEqual([
      "3",
      "12",
      "",
      "",
      "",
    ]);
    expect(await outcomeOf({ 1: refusal("unavailable", { status: 500, written: "unknown" }) })).toEqual([
      "23",
      "",
      "1",
      "",
      "",
    ]);
  });

  it("stops where the others would fail as well", async () => {
    for (const kind of ["sign-in", "permission", "rate-limit", "offline"] as const) {
      expect(await outcomeOf({ 2: refusal(kind) })).toEqual(["1", "2", "", "3", ""]);
    }
    const timeout = refusal("unavailable", { written: "unknown" });
    expect(await outcomeOf({ 1: timeout })).toEqual(["", "", "1", "23", ""]);
    expect(endsAll(timeout)).toBe(true);
  });

  it("stops before the next one when it is cancelled", async () => {
    expect(await outcomeOf({}, 1)).toEqual(["1", "", "", "23", "cancelled"]);
  });

  it("does not hide a defect", async () => {
    const broken = sendAll([request("1")], {
      send: () => Promise.reject(new TypeError("x")),
      isCancelled: () => false,
      onNext: () => undefined,
    });
    await expect(broken).rejects.toThrow(TypeError);
  });
});

describe("Undo", () => {
  const plan = (id: string, ...requests: Parameters<typeof planUndo>[1][number][]) =>
    planUndo(actionCalled(id), requests, "2026-10-01");
  const about = (targets: Target[], records: AnyRecord[] = []) => ({ targets, input: {}, records });

  it("runs the operation on the same rows, with what they had before", () => {
    expect(plan("projects.close", about([target("1")]), about([target("2")]))).toMatchObject({
      operationName: "activate",
      requests: [{ input: { id: "1" } }, { input: { id: "2" } }],
    });
    expect(plan("projects.changeStatus", about([target("1", { status: "draft" })]))?.requests).toMatchObject([
      { input: { id: "1", status: "draft" } },
    ]);
  });

  it("gives the target only to what takes it", () => {
    const worker = target("5", { project_id: "1", employee_id: "2" });
    expect(plan("projectWorkers.unassign", about([worker]))?.requests.map(({ input }) => input)).toEqual([
      { project_id: "1", employee_id: "2" },
    ]);
  });

  it("takes the ids of what was made, in one request where that is possible", () => {
    const tasks = about([target("1"), target("2")], [{ id: "11" }, { id: "12" }]);
    const undo = plan("projectTasks.bulkDuplicate", tasks);
    expect(undo?.requests.map(({ input }) => input)).toEqual([{ ids: ["11", "12"] }]);
    expect(undo?.madeIds).toEqual(["11", "12"]);
    const copies = plan("reviewProcesses.duplicate", about([target("1")], [{ id: "8" }]));
    expect(copies?.requests.map(({ input }) => input)).toEqual([{ id: "8" }]);
  });

  it("is none where nothing can be put back, and no half one", () => {
    expect(plan("projects.softDelete", about([target("1")]))).toBeUndefined();
    expect(plan("projects.close")).toBeUndefined();
    expect(plan("reviewProcesses.duplicate", about([target("1")], []))).toBeUndefined();
    const [had, hadNot] = [target("1", { status: "draft" }), target("2", { status: null })];
    expect(plan("projects.changeStatus", about([had]), about([hadNot]))).toBeUndefined();
  });
});

describe("the end in words", () => {
  const close: Deed = { title: "Close Project", done: "closed", on: projects };
  const status: Deed = { title: "Change Status", done: "has the new status", on: projects };

  it("says what was done", () => {
    const [one, three] = [
      { ...nothing, done: [done("1")] },
      { ...nothing, done: ["1", "2", "3"].map((id) => done(id)) },
    ];
    expect(doneSentence(one, close, t)).toBe("N1 closed.");
    expect(doneSentence(three, close, t)).toBe("3 projects closed.");
    expect(doneSentence(one, status, t)).toBe("N1 has the new status.");
    expect(doneSentence(three, status, t)).toBe("Change Status: done for 3 projects.");
    const run = { title: "Start Sync Run", done: "Sync run started", on: undefined };
    expect(doneSentence({ ...nothing, done: [{ targets: [], input: {}, records: [] }] }, run, t)).toBe(
      "Sync run started.",
    );
  });

  it("says how far it got", () => {
    expect(mixedSentence({ ...nothing, done: [done("1")], refused: [failed("2")] }, close, t)).toBe(
      "1 closed, 1 refused: N2: no 2.",
    );
    expect(
      mixedSentence({ ...nothing, refused: ["1", "2", "3", "4", "5"].map((id) => failed(id)) }, status, t),
    ).toBe("5 refused: N1: no 1; N2: no 2; N3: no 3; and 2 more.");
    expect(
      mixedSentence(
        { ...nothing, done: [done("1")], refused: [failed("2")], notSent: [request("3")] },
        close,
        t,
      ),
    ).toBe("1 closed, 1 refused, 1 not sent: N2: no 2.");
    expect(
      mixedSentence({ ...nothing, done: [done("1")], notSent: [request("3")], cancelled: true }, close, t),
    ).toBe("Stopped after 1 of 2.");
    expect(
      mixedSentence(
        { ...nothing, done: [done("1")], refused: [failed("2")], notSent: [request("3")], cancelled: true },
        status,
        t,
      ),
    ).toBe("Stopped after 2 of 3. 1 done, 1 refused: N2: no 2.");
  });

  it("does not claim what nobody knows", () => {
    const lost = new FactorialError("offline", "Broke.", { written: "unknown" });
    const error = new FactorialError("unavailable", "x", { written: "unknown", status: 502 });
    expect(unknownSentence([failed("1", lost)], close, t)).toBe(
      "No answer came, so it is not known whether N1 was closed. It is not sent again.",
    );
    expect(unknownSentence([failed("1", lost), failed("2", lost)], close, t)).toContain(
      "whether N1, N2 were closed.",
    );
    expect(unknownSentence([failed("1", error)], status, t)).toBe(
      "Factorial had a problem while it answered, so it is not known whether N1 has the new status. It is not sent again.",
    );
    expect(unknownSentence([failed("1", lost), failed("2", lost)], status, t)).toContain(
      "whether this was done: N1, N2.",
    );
    expect(mixedSentence({ ...nothing, done: [done("1")], unknown: [failed("2", lost)] }, close, t)).toBe(
      "1 closed. No answer came, so it is not known whether N2 was closed. It is not sent again.",
    );
  });

  it("names what was left out", () => {
    expect(leftOutSentence([], "active", t)).toBe("");
    expect(leftOutSentence(many(1), "active", t)).toBe("N0 was left out, as it is not active.");
    expect(leftOutSentence(many(7), "draft or scheduled", t)).toBe(
      "7 were left out, as they are not draft or scheduled: N0, N1, N2, N3, N4 and 2 more.",
    );
  });
});
