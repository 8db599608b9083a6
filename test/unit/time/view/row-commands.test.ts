import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tokenCredentials } from "../../../../src/api/credentials";
import { DEMO_TOKEN } from "../../../../src/sandbox/demo-credentials";
import type { Session } from "../../../../src/session/session";
import type { TimeEntry } from "../../../../src/time/entry";
import type { Journal } from "../../../../src/time/journal/journal";
import type { TimeLog } from "../../../../src/time/time-log";
import { EntryCommands } from "../../../../src/time/ui/view/entry-commands";
import { UnsentCommands } from "../../../../src/time/ui/view/unsent-commands";
import type { TimeRow } from "../../../../src/time/ui/view/time-row";
import { eventually } from "../../support/eventually";
import { sandboxOfFile } from "../../support/sandbox";
import { NORA as PERSON, openSession } from "../../support/session";
import { clearDay, heldOn, NORA, onProject } from "../desk";
import { WEDNESDAY } from "./time-desk";
import { screen, TreeItem } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const sandbox = await sandboxOfFile();
const attendance = await sandboxOfFile({ mode: "attendance" });
/** Editing is for the tests that have a Quick Pick. */
const noBox = () => Promise.reject(new Error("There is no box here."));

let session: Session;
let log: TimeLog;
let journal: Journal;
let entries: EntryCommands;
let unsent: UnsentCommands;

beforeEach(async () => {
  screen.clear();
  clearDay(sandbox, WEDNESDAY);
  session = openSession({
    baseUrl: sandbox.url,
    person: PERSON,
    credentials: tokenCredentials(DEMO_TOKEN),
    patience: { retryDelays: [], settleDelays: [100] },
  });
  const time = await session.time();
  if (!time) throw new Error("Nobody logs time here");
  ({ log, journal } = time);
  await session.projectList?.get();
  entries = new EntryCommands(noBox);
  unsent = new UnsentCommands(noBox);
  entries.setSession(session);
  unsent.setSession(session);
});

afterEach(() => {
  session.dispose();
});

const entry = (changes: Partial<TimeEntry> = {}): TimeEntry => ({
  ...onProject(sandbox, "ACME", "API"),
  day: WEDNESDAY,
  minutes: 90,
  comment: "Fix login",
  ...changes,
});

const held = () =>
  heldOn(sandbox, WEDNESDAY).records.map((record) => [record.imputed_minutes, record.observations]);

/** A row as the view makes it, of which commands read only what it is about. */
const rowOf = (what: Pick<TimeRow, "logged" | "openId">): TimeRow => {
  const item: unknown = new TreeItem("row");
  return { item: item as TimeRow["item"], below: [], ...what }; // the fake's item stands for VS Code's
};

async function logged(changes: Partial<TimeEntry> = {}) {
  const outcome = await log.save(entry(changes), await log.readDay(WEDNESDAY));
  if (outcome.kind !== "saved") throw new Error(outcome.kind);
  return outcome.logged;
}

describe("Send Unsent Time", () => {
  it("sends the one of the row, and tells what the server holds", async () => {
    const { id } = await journal.keep(entry(), "ACME / API");
    await journal.keep(entry({ minutes: 15 }), "ACME / API");
    await unsent.send(rowOf({ openId: id }));
    expect(held()).toEqual([[90, "Fix login"]]);
    expect(journal.open).toHaveLength(1);
    expect(screen.messages.at(-1)).toMatch(/^Factorial holds 1h30 on ACME \/ API/);
  });

  it("from the palette and from the group sends all, and says where there is none", async () => {
    await unsent.send(undefined);
    expect(screen.messages).toEqual(["Everything is sent."]);
    for (const row of [undefined, rowOf({})]) {
      clearDay(sandbox, WEDNESDAY);
      await journal.keep(entry(), "ACME / API");
      await journal.keep(entry({ ...onProject(sandbox, "Umbra"), minutes: 20 }), "Umbra");
      await unsent.send(row);
      expect(held()).toHaveLength(2);
      expect(journal.open).toEqual([]);
    }
  });

  it("stops at the first that does not get through, and keeps all", async () => {
    await journal.keep(entry(), "ACME / API");
    await journal.keep(entry({ ...onProject(sandbox, "Umbra"), minutes: 20 }), "Umbra");
    sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" } });
    await unsent.send(undefined);
    expect(sandbox.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(screen.messages).toEqual(["The answer was lost. We read the day back: it was not done."]);
    expect(journal.open.map(({ state }) => state)).toEqual(["not-saved", "draft"]);
  });

  it("asks from when to when, of what was kept before anybody knew that time has a place in the day", async () => {
    clearDay(attendance, WEDNESDAY);
    const own = openSession({
      baseUrl: attendance.url,
      person: PERSON,
      credentials: tokenCredentials(DEMO_TOKEN),
      timeMode: "attendance",
    });
    const time = await own.time();
    if (!time) throw new Error("Nobody logs time here");
    const placeless = { ...onProject(attendance, "ACME", "API"), day: WEDNESDAY, minutes: 90 };
    const kept = await time.journal.keep(placeless, "ACME / API");
    const asked: string[] = [];
    const answers = [undefined, { from: "09:00", to: "10:30" }];
    const commands = new UnsentCommands(async (text, { title = "" }) => {
      asked.push(`${title} ${text}`);
      const range = answers.shift();
      const before = await time.log.readDay(WEDNESDAY);
      return range && { entry: { ...placeless, range }, name: "ACME / API", text, before, time };
    });
    commands.setSession(own);
    await commands.send(rowOf({ openId: kept.id }));
    expect(asked).toEqual([`From When to When? 1h30 "ACME" / "API" @${WEDNESDAY}`]);
    expect(heldOn(attendance, WEDNESDAY).shifts).toEqual([]);
    expect(time.journal.open.map(({ state }) => state)).toEqual(["draft"]);
    await commands.send(rowOf({ openId: kept.id }));
    expect(heldOn(attendance, WEDNESDAY).shifts).toMatchObject([{ clock_in: "09:00:00", minutes: 90 }]);
    expect(time.journal.open).toEqual([]);
    own.dispose();
  });

  describe("where the day has time on the project since", () => {
    let row: TimeRow;
    beforeEach(async () => {
      const { id } = await journal.keep(entry(), "ACME / API");
      row = rowOf({ openId: id });
      await logged({ minutes: 60, comment: "From the phone" });
    });

    it("asks first, and sends nothing where it is to be skipped", async () => {
      screen.answers.push(undefined);
      await unsent.send(row);
      expect(screen.messages.at(-1)).toMatch(/has 1h on ACME \/ API, .*, already. Send 1h30 all the same\?$/);
      expect(held()).toEqual([[60, "From the phone"]]);
      expect(journal.open).toHaveLength(1);
    });

    it("adds it", async () => {
      screen.answers.push("Add");
      await unsent.send(row);
      expect(held()).toEqual([
        [60, "From the phone"],
        [90, "Fix login"],
      ]);
      expect(journal.open).toEqual([]);
    });

    it("puts it in the place of what is there", async () => {
      screen.answers.push("Replace");
      await unsent.send(row);
      expect(held()).toEqual([[90, "Fix login"]]);
      expect(journal.open).toEqual([]);
    });

    it("keeps it where replacing failed", async () => {
      screen.answers.push("Replace");
      sandbox.misbehave({ kind: "status", status: 422, body: { errors: ["No"] }, match: { method: "POST" } });
      await unsent.send(row);
      expect(journal.open.map(({ kind }) => kind)).toContain("log");
    });
  });

  it("does not ask about what was there when it was written", async () => {
    await logged({ minutes: 60 });
    const before = await log.readDay(WEDNESDAY);
    sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" } });
    await log.save(entry(), before);
    sandbox.behave();
    await unsent.send(undefined);
    expect(held()).toHaveLength(2);
    expect(screen.messages.filter((message) => message.includes("already"))).toEqual([]);
  });

  it("does not double what had come after all", async () => {
    sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" } });
    await log.save(entry({ comment: undefined }), await log.readDay(WEDNESDAY));
    sandbox.behave();
    // The server was only slow: the request that we gave up is done now.
    sandbox.company.timeRecords.insert({
      employee_id: NORA,
      date: WEDNESDAY,
      project_id: entry().projectId,
      project_worker_id: entry().projectWorkerId,
      subproject_id: entry().subprojectId,
      imputed_minutes: 90,
    });
    screen.answers.push("Add");
    await unsent.send(undefined);
    expect(held()).toHaveLength(1);
    expect(journal.open).toEqual([]);
  });
});

describe("Look Again", () => {
  it("finds what had come after all, and sends nothing", async () => {
    const before = await log.readDay(WEDNESDAY);
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    const saving = log.save(entry({ comment: undefined }), before);
    await eventually(() => {
      expect(sandbox.requests.some(({ method }) => method === "POST")).toBe(true);
    });
    sandbox.misbehave({ kind: "cutConnection", match: { method: "GET", path: "time_records" } });
    await saving;
    expect(journal.open.map(({ state }) => state)).toEqual(["unknown"]);
    sandbox.behave();
    sandbox.requests.length = 0;
    await unsent.lookAgain(undefined);
    expect(screen.messages.at(-1)).toMatch(/^Factorial holds 1h30 on ACME \/ API/);
    expect(journal.open).toEqual([]);
    expect(sandbox.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

describe("Discard Unsent Time", () => {
  it("asks which of several, where no row says it", async () => {
    await journal.keep(entry(), "First");
    await journal.keep(entry(), "Second");
    screen.answers.push("Second", "Discard");
    await unsent.discard(undefined);
    expect(journal.open.map(({ name }) => name)).toEqual(["First"]);
  });

  it("asks, and forgets only where that is wanted", async () => {
    await journal.keep(entry(), "ACME / API");
    screen.answers.push(undefined);
    await unsent.discard(undefined);
    expect(screen.messages).toEqual(["Discard 1h30 on ACME / API, today?"]);
    expect(journal.open).toHaveLength(1);
    screen.answers.push("Discard");
    await unsent.discard(undefined);
    expect(journal.open).toEqual([]);
    expect(held()).toEqual([]);
  });
});

describe("Delete Entry", () => {
  it("asks, takes it from the server, and tells", async () => {
    const row = rowOf({ logged: await logged() });
    screen.answers.push(undefined);
    await entries.delete(row);
    expect(held()).toHaveLength(1);
    screen.answers.push("Delete");
    await entries.delete(row);
    expect(held()).toEqual([]);
    expect(screen.messages.at(-1)).toBe("Deleted: 1h30 ACME / API, today.");
  });

  it("does not ask who never wants to be asked", async () => {
    screen.settings.set("confirm", "never");
    await entries.delete(rowOf({ logged: await logged() }));
    expect(held()).toEqual([]);
    expect(screen.messages).toEqual(["Deleted: 1h30 ACME / API, today."]);
  });

  it("says why it is still there", async () => {
    const row = rowOf({ logged: await logged() });
    sandbox.misbehave({
      kind: "status",
      status: 422,
      body: { errors: ["Locked"] },
      match: { method: "DELETE" },
    });
    screen.answers.push("Delete");
    await entries.delete(row);
    expect(screen.messages.at(-1)).toBe("Not done: Locked");
    expect(held()).toHaveLength(1);
  });

  it.each([undefined, {}, "row", { item: {}, below: [] }])("does nothing for %j", async (row) => {
    await entries.delete(row);
    await entries.edit(row);
    expect(screen.messages).toEqual([]);
    expect(sandbox.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});
