import { beforeEach, describe, expect, it, vi } from "vitest";
import { tokenCredentials } from "../../../src/api/credentials";
import { API_VERSIONS } from "../../../src/api/versions";
import { createFactorialClient, type FactorialClient } from "../../../src/resources/factorial-client";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import type { Sandbox } from "../../../src/sandbox/index";
import { WorkCalendar } from "../../../src/time/calendar/work-calendar";
import { monthOf, weekOf } from "../../../src/time/week/days";
import { TimeLog } from "../../../src/time/time-log";
import { clockAt, companies, entryOf, MAIN_WAYS, NORA, NOW, sitDown } from "./desk";

const company = companies();

/** A week that holds nothing of the seed: Monday a bank holiday, Wednesday half off, Thursday and Friday off. */
const WEEK = weekOf("2027-03-01").days;
const [MONDAY = "", TUESDAY = "", WEDNESDAY = "", THURSDAY = "", FRIDAY = "", SATURDAY = ""] = WEEK;
const ANNUAL = { leave_type_id: "36", leave_type_name: "Annual leave", is_workable: false, is_payable: true };

describe.each(API_VERSIONS)("what days are like, in %s", (version) => {
  let sandbox: Sandbox;
  let calendar: WorkCalendar;
  let client: FactorialClient;
  beforeEach(() => {
    sandbox = company("flexible");
    sandbox.behave();
    const { leaves, bankHolidays } = sandbox.company;
    for (const leave of leaves.all()) leaves.remove(leave);
    for (const holiday of bankHolidays.all()) bankHolidays.remove(holiday);
    const own = { ...ANNUAL, employee_id: NORA, approved: true };
    bankHolidays.insert({ date: MONDAY });
    leaves.insert({ ...own, start_on: WEDNESDAY, finish_on: WEDNESDAY, half_day: "beginning_of_day" });
    leaves.insert({ ...own, start_on: THURSDAY, finish_on: FRIDAY });
    // None of these is time off of hers.
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, approved: undefined });
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, approved: false });
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, is_workable: true });
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, deleted_at: NOW });
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, employee_id: "303" });
    sandbox.requests.length = 0;
    const credentials = tokenCredentials(DEMO_TOKEN);
    client = createFactorialClient({ baseUrl: sandbox.url, credentials, version, retryDelays: [] });
    calendar = new WorkCalendar(client, NORA);
  });

  it("is read in three requests, and kept", async () => {
    const facts = await calendar.of(WEEK);
    expect(facts.get(MONDAY)).toEqual({ scheduled: 480, isHoliday: true, leave: undefined });
    expect(facts.get(TUESDAY)).toEqual({ scheduled: 480, isHoliday: false, leave: undefined });
    expect(facts.get(WEDNESDAY)?.leave).toEqual({ name: "Annual leave", share: "half" });
    expect(facts.get(THURSDAY)?.leave).toEqual({ name: "Annual leave", share: "day" });
    expect(facts.get(FRIDAY)?.leave).toEqual({ name: "Annual leave", share: "day" });
    expect(facts.get(SATURDAY)).toEqual({ scheduled: 0, isHoliday: false, leave: undefined });
    expect(sandbox.requests).toHaveLength(3);
    expect((await calendar.of([FRIDAY])).get(FRIDAY)).toEqual(facts.get(FRIDAY));
    expect(sandbox.requests).toHaveLength(3);
    await calendar.of(monthOf(MONDAY));
    expect(sandbox.requests, "the other weeks of a month at once").toHaveLength(6);
  });

  it("adds up leave by the hour, without an end, and in two halves", async () => {
    const { leaves } = sandbox.company;
    const own = { ...ANNUAL, employee_id: NORA, approved: true };
    leaves.insert({ ...own, start_on: TUESDAY, finish_on: TUESDAY, hours_amount_in_cents: 250 });
    leaves.insert({ ...own, start_on: WEDNESDAY, finish_on: WEDNESDAY, half_day: "end_of_day" });
    leaves.insert({ ...own, start_on: SATURDAY });
    const facts = await calendar.of(WEEK);
    expect(facts.get(TUESDAY)?.leave).toEqual({ name: "Annual leave", share: 150 });
    expect(facts.get(WEDNESDAY)?.leave?.share).toBe("day");
    expect(facts.get(SATURDAY)?.leave?.share).toBe("day");
    expect((await calendar.of(["2027-05-01"])).get("2027-05-01")?.leave?.share).toBe("day");
  });

  it("leaves out what this account may not see", async () => {
    sandbox.misbehave({ kind: "status", status: 403, match: { path: /leaves|worked_times/ }, times: 9 });
    expect((await calendar.of(WEEK)).get(MONDAY)).toEqual({
      scheduled: 480,
      isHoliday: false,
      leave: undefined,
    });
  });

  it("asks again soon for what did not come", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2027-03-01T12:00:00Z") });
    sandbox.misbehave({ kind: "htmlError", match: { path: /worked_times/ }, times: 1 });
    expect((await calendar.of(WEEK)).get(MONDAY)?.isHoliday).toBe(false);
    expect((await calendar.of(WEEK)).get(MONDAY)?.isHoliday).toBe(false);
    expect(sandbox.requests).toHaveLength(3);
    vi.setSystemTime(Date.now() + 61_000);
    expect((await calendar.of(WEEK)).get(MONDAY)?.isHoliday).toBe(true);
    vi.useRealTimers();
  });

  it("does not keep a day waiting that is slow to come", async () => {
    sandbox.misbehave({ kind: "latency", ms: 1500, match: { path: /worked_times/ } });
    const impatient = new WorkCalendar(client, NORA, 20);
    expect(await impatient.of(WEEK)).toEqual(new Map());
    await vi.waitFor(async () => {
      expect((await impatient.of(WEEK)).get(MONDAY)?.isHoliday).toBe(true);
    }, 8000);
    expect(sandbox.requests).toHaveLength(3);
  });
});

describe.each(MAIN_WAYS)("a log that knows them ($kind)", (way) => {
  it("takes no time on a whole day of leave, and says so", async () => {
    const sandbox = company(way.mode);
    const { client, strategy, ...desk } = sitDown(sandbox, way);
    sandbox.setNow("2027-03-08T12:00:00+01:00");
    const { leaves } = sandbox.company;
    leaves.insert({
      ...ANNUAL,
      employee_id: NORA,
      approved: true,
      start_on: THURSDAY,
      finish_on: THURSDAY,
    });
    const clock = clockAt("2027-03-08T12:00:00+01:00");
    const calendar = new WorkCalendar(client, NORA);
    const log = new TimeLog({ client, strategy, employeeId: NORA, clock, calendar });
    const entry = entryOf({ client, strategy, ...desk }, { day: THURSDAY });
    const { problems } = await log.check(entry);
    expect(problems).toEqual([{ kind: "on-leave", name: "Annual leave" }]);
    const [day] = await log.readDays([THURSDAY]);
    expect(day?.facts?.leave?.share).toBe("day");
    expect((await log.check({ ...entry, day: TUESDAY })).problems).toEqual([]);
  });
});
