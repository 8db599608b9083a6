import { beforeEach, describe, expect, it, vi } from "vitest";
import { sandbox, writes } from "../actions/desk";
import { openFormDesk, startOver } from "./form-desk";

vi.mock("vscode", () => import("./vscode-fake"));

beforeEach(startOver);

async function openResults(input?: object) {
  const desk = await openFormDesk();
  const [run] = sandbox.company.syncRuns.all();
  return desk.open("syncableSyncRuns.bulkUpsert", { ids: [run?.id ?? ""], ...(input && { input }) });
}

describe("many small records, a line each", () => {
  it("say what their parts are", async () => {
    const page = await openResults();
    expect(page.field("items")).toMatchObject({
      kind: "longtext",
      required: true,
      help: expect.stringContaining(
        "external_identifier; syncable_type; status; [syncable_id]; [error_messages]",
      ) as string,
    });
  });

  it.each([
    ["", "This must be filled in."],
    ["EXP-1; expenses/expense", "Line 1: status: Factorial takes only: running, success, failed, invalid."],
    [
      "EXP-1; expenses/expense; success\n\nEXP-2; expenses/expense; lost",
      "Line 3: status: Factorial takes only: running, success, failed, invalid.",
    ],
    ["; expenses/expense; success", "Line 1: external_identifier: This must be given."],
    ["EXP-1; expenses/expense; success; 7; base: No; more", "Line 1: it has 6 parts, and there are 5."],
  ])("are not sent as %j", async (text, problem) => {
    const page = await openResults();
    await page.save({ items: text });
    expect(page.shown.problems.fields).toEqual({ items: problem });
    expect(writes()).toEqual([]);
  });

  it("are written as they were given, whatever is in them", async () => {
    const items = [
      { external_identifier: "EXP-1", syncable_type: "expenses/expense", status: "success" },
      {
        external_identifier: "EXP-2",
        syncable_type: "expenses/expense",
        status: "failed",
        error_messages: { base: "Nothing came; or late, perhaps", name: "is: missing" },
      },
    ];
    const page = await openResults({ items });
    expect(page.field("items").value).toBe(
      "EXP-1\texpenses/expense\tsuccess\n" +
        "EXP-2\texpenses/expense\tfailed\t\tbase: Nothing came; or late, perhaps, name: is: missing",
    );
    await page.save();
    const [sent] = sandbox.requests.filter(({ method }) => method === "POST");
    expect(sent?.body).toMatchObject({ items });
  });

  it("have one text without a name about the whole", async () => {
    const page = await openResults();
    await page.save({ items: "EXP-1; expenses/expense; failed; ; Not today, sorry" });
    const [sent] = sandbox.requests.filter(({ method }) => method === "POST");
    expect(sent?.body).toMatchObject({ items: [{ error_messages: { base: "Not today, sorry" } }] });
  });
});
