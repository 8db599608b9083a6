import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sandboxOfFile } from "../../support/sandbox";
import { folderOfTest } from "../../support/folder";
import { eventually } from "../../support/eventually";
import { clearDay, NORA, onProject } from "../desk";
import { flat, itemOf, TimeDesk, WEDNESDAY } from "./time-desk";
import { screen, window } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const flexible = await sandboxOfFile({ lenientQuery: false });
const attendance = await sandboxOfFile({ mode: "attendance" });

const WEEK = ["2026-11-16", "2026-11-17", WEDNESDAY, "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"];

let desk: TimeDesk;

function open(sandbox = flexible, changes: ConstructorParameters<typeof TimeDesk>[1] = {}): TimeDesk {
  desk = new TimeDesk(sandbox, changes);
  return desk;
}

/** A week in which nothing is logged. */
beforeEach(() => {
  screen.clear();
  window.state.focused = true;
  for (const sandbox of [flexible, attendance]) {
    for (const day of WEEK) clearDay(sandbox, day);
    for (const review of sandbox.company.reviews.where(({ date }) => WEEK.includes(date)))
      sandbox.company.reviews.remove(review);
  }
});

afterEach(() => {
  desk.close();
});

function put(day: string, minutes: number, name: string, part?: string, comment?: string) {
  const { projectId, projectWorkerId, subprojectId } = onProject(flexible, name, part);
  return flexible.company.timeRecords.insert({
    employee_id: NORA,
    date: day,
    project_id: projectId,
    project_worker_id: projectWorkerId,
    subproject_id: subprojectId,
    imputed_minutes: minutes,
    observations: comment,
  });
}

function putShift(day: string, from: string, to: string | undefined, minutes: number, name?: string) {
  const { company } = attendance;
  const shift = company.shifts.insert({
    employee_id: NORA,
    date: day,
    reference_date: day,
    clock_in: `${from}:00`,
    clock_out: to === undefined ? undefined : `${to}:00`,
    workable: true,
    minutes,
  });
  if (name === undefined) return shift;
  const { projectId, projectWorkerId } = onProject(attendance, name);
  company.timeRecords.insert({
    employee_id: NORA,
    date: day,
    project_id: projectId,
    project_worker_id: projectWorkerId,
    imputed_minutes: minutes,
    attendance_shift_id: shift.id,
  });
  return shift;
}

describe("the rows", () => {
  it("say of today and of the week's days what is logged, expected and missing", async () => {
    put("2026-11-16", 480, "Umbra");
    put("2026-11-17", 500, "Umbra");
    put(WEDNESDAY, 90, "ACME", "API", "Fix login");
    expect(await open().drawn()).toEqual([
      "Today | 1h30 / 8h · 6h30 missing",
      "  ACME / API | 1h30 · Fix login",
      "This Week | 17h50 / 40h · 6h30 missing",
      "  Mon, Nov 16 | 8h / 8h",
      "    Umbra | 8h",
      "  Yesterday, Tue, Nov 17 | 8h20 / 8h",
      "    Umbra | 8h20",
      "  Today | 1h30 / 8h · 6h30 missing",
      "    ACME / API | 1h30 · Fix login",
      "  Thu, Nov 19 | still to come",
      "  Fri, Nov 20 | still to come",
    ]);
  });

  it("put several entries of a project below it, and projects in the order of their names", async () => {
    put(WEDNESDAY, 30, "Umbra", undefined, "second");
    put(WEDNESDAY, 60, "Umbra", undefined, "first");
    put(WEDNESDAY, 15, "ACME");
    const [today] = await open().content.rows();
    expect(
      today &&
        flat([today])
          .map(itemOf)
          .map(({ label, description }) => [label, description]),
    ).toEqual([
      ["Today", "1h45 / 8h · 6h15 missing"],
      ["ACME", "15m"],
      ["Umbra", "1h30 · 2 entries"],
      ["30m", "second"],
      ["1h", "first"],
    ]);
  });

  it("name a project that was closed since, and take no days off for missing ones", async () => {
    put("2026-11-21", 60, "Fjord Audit");
    const lines = await open().drawn();
    expect(lines).toContain("  Sat, Nov 21 | 1h · still to come");
    expect(lines).toContain("    Fjord Audit | 1h");
    expect(lines.some((line) => line.includes("Nov 22"))).toBe(false);
  });

  it("say why a day takes nothing, and offer Log Time only on days that do", async () => {
    flexible.lockDay(NORA, "2026-11-17");
    put("2026-11-17", 60, "Umbra");
    open();
    const locked = itemOf(await desk.row("Yesterday, Tue, Nov 17"));
    expect(locked).toMatchObject({ description: "1h / 8h · approved and closed", contextValue: "group day" });
    expect(locked.iconPath?.id).toBe("lock");
    const entries = flat(await desk.content.rows()).filter(({ logged }) => logged);
    expect(entries.map((row) => itemOf(row).contextValue)).toEqual(["entry locked"]);
    expect(itemOf(await desk.row("Thu, Nov 19")).contextValue).toBe("group day");
    expect(await desk.row("Mon, Nov 16")).toMatchObject({
      logText: "8h @2026-11-16 ",
      item: { contextValue: "group day takesTime", description: "0m / 8h · 8h missing" },
    });
    expect((await desk.row("Today")).logText).toBe("8h ");
  });

  it("go by the settings, at once when they change", async () => {
    put(WEDNESDAY, 90, "ACME");
    screen.settings.set("workingDays", ["saturday"]);
    expect((await open().drawn())[0]).toBe("Today | 1h30");
    desk.changed.mockClear();
    screen.settings.set("workingDays", ["wednesday"]);
    screen.settings.set("hoursPerDay", 2);
    screen.configuration.fire({ affectsConfiguration: (name) => name === "factorial.workingDays" });
    expect(desk.changed).toHaveBeenCalledTimes(1);
    expect((await desk.drawn())[0]).toBe("Today | 1h30 / 2h · 30m missing");
  });

  it("have ids of their own, name their record, and are read out", async () => {
    const record = put(WEDNESDAY, 90, "ACME", "API", "Fix\nlogin");
    const rows = flat(await open().content.rows());
    const ids = rows.map((row) => itemOf(row).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows.find(({ logged }) => logged)).toMatchObject({
      resourceName: "timeRecords",
      recordId: record.id,
      item: {
        contextValue: "entry open",
        accessibilityInformation: { label: "ACME / API, 1h30 · Fix login" },
        tooltip: "ACME / API\n1h30\nFix\nlogin",
      },
    });
  });

  it("of attendance: clock times, shifts without a project, and one that runs", async () => {
    putShift(WEDNESDAY, "08:00", "09:00", 60, "Umbra");
    putShift(WEDNESDAY, "09:00", "10:30", 90);
    putShift(WEDNESDAY, "10:45", undefined, 0);
    open(attendance, { timeMode: "attendance" });
    expect((await desk.drawn()).slice(0, 5)).toEqual([
      "Today | 2h30 / 8h · 5h30 missing",
      "  Umbra | 1h · 08:00–09:00",
      "  Without a project | 1h30 · 2 entries",
      "    running",
      "    1h30 | 09:00–10:30",
    ]);
    const entries = flat(await desk.content.rows()).filter(({ logged }) => logged);
    expect(
      entries.slice(0, 3).map((row) => [itemOf(row).contextValue, row.resourceName, row.logText]),
    ).toEqual([
      ["entry open", "timeRecords", undefined],
      ["entry running", "shifts", undefined],
      ["entry waiting", "shifts", `09:00-10:30 @${WEDNESDAY} `],
    ]);
  });
});

describe("what it asks", () => {
  it("is one read for the week and one for its sign-offs, and nothing again until it is old", async () => {
    await open().drawn();
    const paths = () => flexible.requests.map(({ path }) => path.split("/").at(-1));
    await eventually(() => {
      expect(paths().filter((path) => path === "time_records")).toHaveLength(1);
    });
    expect(paths().filter((path) => path === "reviews")).toHaveLength(1);
    flexible.requests.length = 0;
    await desk.drawn();
    window.state.focused = true;
    screen.windowState.fire({ focused: true });
    expect(paths()).toEqual([]);
  });

  it("is nothing while it is hidden, whatever happens", async () => {
    await open().drawn();
    desk.pane.visible = false;
    desk.changed.mockClear();
    vi.useFakeTimers({ now: Date.now() + 3600_000 });
    screen.windowState.fire({ focused: true });
    expect(desk.changed).not.toHaveBeenCalled();
    desk.pane.visible = true;
    desk.pane.visibility.fire({});
    expect(desk.changed).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it("follows what is logged without asking for the week again", async () => {
    await open().drawn();
    const { log } = await desk.time();
    const entry = { ...onProject(flexible, "ACME", "API"), day: WEDNESDAY, minutes: 45 };
    await log.save(entry, await log.readDay(WEDNESDAY));
    flexible.requests.length = 0;
    expect((await desk.drawn())[1]).toBe("  ACME / API | 45m");
    expect(flexible.requests.filter(({ path }) => /time_records|reviews/.test(path))).toEqual([]);
  });

  it("is asked anew by Refresh", async () => {
    await open().drawn();
    put(WEDNESDAY, 20, "Umbra");
    expect((await desk.drawn())[0]).toBe("Today | 0m / 8h · 8h missing");
    desk.content.refresh();
    expect((await desk.drawn())[0]).toBe("Today | 20m / 8h · 7h40 missing");
  });
});

describe("what there is to say instead of rows", () => {
  it("where nobody's time is logged, the view's own words", async () => {
    expect(await open(flexible, { person: undefined }).drawn()).toEqual([]);
    expect(screen.context.get("factorial.time.content")).toBe("empty");
  });

  it("where Factorial cannot be reached, why, and a way to try again", async () => {
    await open().time();
    flexible.misbehave({ kind: "status", status: 503 });
    const [row] = await desk.content.rows();
    expect(row && itemOf(row)).toMatchObject({
      label: "Try Again",
      command: { command: "factorial.refresh" },
      contextValue: "error",
    });
    flexible.behave();
    await eventually(async () => {
      desk.content.refresh();
      expect((await desk.drawn())[0]).toMatch(/^Today/);
    });
  });

  it("where time may not be seen, the view's own words", async () => {
    await open().time();
    flexible.misbehave({ kind: "status", status: 403, match: { path: "time_records" } });
    expect(await desk.drawn()).toEqual([]);
    expect(screen.context.get("factorial.time.content")).toBe("denied");
  });
});

describe("what is not sent", () => {
  it("stands first, counted at the icon, until it is gone", async () => {
    open();
    const { journal } = await desk.time();
    expect(screen.context.get("factorial.unsent")).toBe(false);
    const entry = {
      ...onProject(flexible, "ACME", "API"),
      day: "2026-11-17",
      minutes: 90,
      comment: "Fix login",
    };
    const { id } = await journal.keep(entry, "ACME / API");
    expect((await desk.drawn()).slice(0, 2)).toEqual([
      "Unsent (1) | on this machine only",
      "  ACME / API | 1h30 · yesterday, Tue, Nov 17 · not sent yet",
    ]);
    expect(itemOf(await desk.row("ACME / API"))).toMatchObject({ contextValue: "part unsent log draft" });
    expect(desk.pane.badge).toMatchObject({ value: 1, tooltip: "1 unsent" });
    expect(screen.context.get("factorial.unsent")).toBe(true);
    await journal.discard(id);
    expect((await desk.drawn())[0]).toMatch(/^Today/);
    expect(desk.pane.badge).toBeUndefined();
    expect(screen.context.get("factorial.unsent")).toBe(false);
  });

  it("stands there also where Factorial could not be reached from the start", async () => {
    const folder = folderOfTest();
    open(flexible, { journalFolder: folder });
    await (
      await desk.time()
    ).journal.keep({ ...onProject(flexible, "ACME"), day: WEDNESDAY, minutes: 90 }, "ACME");
    desk.close();
    flexible.misbehave({ kind: "cutConnection" });
    open(flexible, { journalFolder: folder, timeMode: "auto" });
    expect((await desk.drawn()).slice(0, 2)).toEqual([
      "Unsent (1) | on this machine only",
      "  ACME | 1h30 · today · not sent yet",
    ]);
    await eventually(() => {
      expect(desk.pane.badge).toMatchObject({ value: 1 });
    });
  });

  it("also stands there where Factorial cannot be reached, with the reason", async () => {
    open();
    await desk.session.projectList?.get();
    const { log } = await desk.time();
    const before = await log.readDay(WEDNESDAY);
    flexible.misbehave({ kind: "status", status: 503, body: { errors: ["Maintenance"] } });
    await log.save({ ...onProject(flexible, "ACME"), day: WEDNESDAY, minutes: 90 }, before);
    const lines = await desk.drawn();
    expect(lines.slice(0, 2)).toEqual([
      "Unsent (1) | on this machine only",
      "  ACME | 1h30 · today · not saved: Maintenance",
    ]);
    expect(lines[2]).toMatch(/^Try Again \| /);
  });
});
