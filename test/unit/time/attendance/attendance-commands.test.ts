import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Temporal } from "temporal-polyfill";
import { tokenCredentials } from "../../../../src/api/credentials";
import { DEMO_TOKEN } from "../../../../src/sandbox/demo-credentials";
import type { Session } from "../../../../src/session/session";
import { AttendanceCommands } from "../../../../src/time/ui/attendance/attendance-commands";
import { eventually } from "../../support/eventually";
import { NOW, sandboxOfFile } from "../../support/sandbox";
import { NORA as PERSON, openSession, type SessionChanges } from "../../support/session";
import { clearDay, heldOn, NORA, onProject } from "../desk";
import { screen } from "../view/vscode-fake";

vi.mock("vscode", () => import("../view/vscode-fake"));

const TODAY = NOW.slice(0, 10);
const sandbox = await sandboxOfFile({ mode: "attendance" });
const flexible = await sandboxOfFile();

let session: Session;
let commands: AttendanceCommands;
let shown: (string | undefined)[];
const signIn = vi.fn();

function signedIn(changes: SessionChanges = {}): void {
  session = openSession({
    baseUrl: sandbox.url,
    person: PERSON,
    credentials: tokenCredentials(DEMO_TOKEN),
    timeMode: "attendance",
    instant: () => Temporal.Instant.from(NOW),
    ...changes,
  });
  shown = [];
  commands = new AttendanceCommands({ signIn, changed: (words) => shown.push(words) });
  commands.setSession(session);
}

beforeEach(() => {
  screen.clear();
  clearDay(sandbox, TODAY);
  signIn.mockClear();
});

afterEach(() => {
  session.dispose();
});

const clockOf = () => screen.context.get("factorial.clock");
const sent = () => sandbox.requests.filter(({ method }) => method !== "GET");

describe("the commands of the time clock", () => {
  it("show from the start what the clock says", async () => {
    signedIn();
    await eventually(() => {
      expect(clockOf()).toBe("out");
    });
    expect(shown).toEqual([undefined, "out"]);
  });

  it("clock in and out, tell it, and let the views read the day again", async () => {
    signedIn();
    const days: string[] = [];
    (await session.time())?.log.onDidChange(({ day }) => days.push(day));
    await commands.clock("clockIn");
    expect(screen.messages).toEqual(["You are clocked in since 11:00."]);
    expect(clockOf()).toBe("in");
    expect(shown.at(-1)).toBe("in · 11:00");
    await commands.clock("startBreak");
    expect(screen.messages.at(-1)).toBe("You are on a break since 11:00.");
    expect(shown.at(-1)).toBe("break · 11:00");
    await commands.clock("clockOut");
    expect(screen.messages.at(-1)).toBe("You are clocked out.");
    expect(clockOf()).toBe("out");
    expect(days).toEqual([TODAY, TODAY, TODAY]);
  });

  it("send nothing where the clock does not allow it, and say so", async () => {
    signedIn();
    await commands.clock("clockOut");
    expect(screen.messages).toEqual(["You are not clocked in. Nothing was sent."]);
    expect(sent()).toEqual([]);
  });

  it("say what became of it when it failed", async () => {
    signedIn();
    sandbox.misbehave({
      kind: "status",
      status: 422,
      body: { errors: ["Closed"] },
      match: { method: "POST" },
      times: 1,
    });
    await commands.clock("clockIn");
    expect(screen.messages.at(-1)).toBe("Clock In was not done: Closed");
    sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" }, times: 1 });
    await commands.clock("clockIn");
    expect(screen.messages.at(-1)).toBe("The answer was lost. We read the clock: Clock In was not done.");
    expect(heldOn(sandbox, TODAY).shifts).toEqual([]);
  });

  it("pressed twice do it once", async () => {
    signedIn();
    await Promise.all([commands.clock("clockIn"), commands.clock("clockIn")]);
    expect(sent()).toHaveLength(1);
  });

  it("say whose clock it was where the key is not theirs", async () => {
    signedIn({ actsForOther: true });
    await commands.clock("clockIn");
    expect(screen.messages.at(-1)).toBe("You are clocked in since 11:00. Nora Vidal.");
  });

  it("say why there is no clock where the company logs plain minutes", async () => {
    signedIn({ baseUrl: flexible.url, timeMode: "flexible" });
    await commands.clock("clockIn");
    expect(screen.messages.at(-1)).toMatch(/^Brisa Software logs plain minutes a day/);
    expect(clockOf()).toBe("none");
  });

  it("lead to signing in where nobody is", async () => {
    signedIn();
    commands.setSession(undefined);
    await commands.clock("clockIn");
    expect(signIn).toHaveBeenCalledTimes(1);
    expect(clockOf()).toBe("none");
  });
});

describe("a timer", () => {
  const start = () => ({ kind: "start" as const, on: onProject(sandbox, "ACME", "API") });

  it("is a notebook, and touches no clock, unless somebody wants it to be one", async () => {
    signedIn();
    expect(await commands.isTimer()).toBe(false);
    expect(sent()).toEqual([]);
  });

  it("is the clock where the setting says so, and says nothing where all went well", async () => {
    screen.settings.set("timer.isClock", true);
    signedIn();
    expect(await commands.isTimer()).toBe(true);
    expect(await commands.follow(start())).toBe(true);
    expect(clockOf()).toBe("in");
    const { shifts, records } = heldOn(sandbox, TODAY);
    expect(records.map((record) => record.attendance_shift_id)).toEqual(shifts.map(({ id }) => id));
    expect(screen.messages).toEqual([]);
    expect(await commands.follow({ kind: "stop" })).toBe(true);
    expect(clockOf()).toBe("out");
  });

  it("does not go on where the clock did not, and says why", async () => {
    screen.settings.set("timer.isClock", true);
    signedIn();
    sandbox.lockDay(NORA, TODAY);
    expect(await commands.follow(start())).toBe(false);
    expect(screen.messages.at(-1)).toMatch(/^Clock In was not done: /);
    for (const review of sandbox.company.reviews.where(({ date }) => date === TODAY))
      sandbox.company.reviews.remove(review);
  });

  it("is a notebook in a company without attendance, whatever the setting says", async () => {
    screen.settings.set("timer.isClock", true);
    signedIn({ baseUrl: flexible.url, timeMode: "flexible" });
    expect(await commands.isTimer()).toBe(false);
    expect(screen.messages).toEqual([]);
  });
});
