import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { FactorialError } from "../../../../src/api/errors";
import { CompanyClock } from "../../../../src/time/company-clock";
import type { LoggedDay } from "../../../../src/time/entry";
import { WEEKDAYS } from "../../../../src/time/expected";
import { Reminder } from "../../../../src/time/reminder/reminder";
import { companies, clearDay, entryOf, save, sitDown, SUNDAY, TODAY, WAYS } from "../desk";
import { folderOfTest } from "../../support/folder";

const hours = { hoursPerDay: 8, workingDays: WEEKDAYS.slice(0, 5), isChosen: false };
const everyDay = { ...hours, workingDays: WEEKDAYS };
const AT = { time: "17:30", hours };

/** Windows of one person at a clock that the test moves. */
function windows(options: { zone?: string; logged?: number; locked?: boolean } = {}) {
  const folder = folderOfTest();
  const world = { now: "", reads: 0, logged: options.logged ?? 200, offline: false };
  const readDay = (day: string): Promise<LoggedDay> => {
    world.reads += 1;
    if (world.offline) return Promise.reject(new FactorialError("offline", "No network"));
    const logged = world.logged > 0 ? [{ id: "1", day, minutes: world.logged }] : [];
    return Promise.resolve({ day, logged, locked: options.locked ?? false });
  };
  const clock = new CompanyClock(options.zone ?? "Europe/Madrid", () => Temporal.Instant.from(world.now));
  const open = (whose = "nora") => new Reminder({ folder, whose, clock, readDay });
  return { world, open };
}

describe("the reminder", () => {
  it("comes at its time, with what is missing, once a day", async () => {
    const { world, open } = windows();
    const reminder = open();
    world.now = "2026-11-18T17:29:59+01:00";
    expect(await reminder.look(AT)).toBeUndefined();
    expect(world.reads, "nothing is asked before the time").toBe(0);
    world.now = "2026-11-18T17:30:00+01:00";
    expect(await reminder.look(AT)).toBe(280);
    expect(await reminder.look(AT)).toBeUndefined();
    world.now = "2026-11-18T23:59:00+01:00";
    expect(await open().look(AT), "also after a restart").toBeUndefined();
    world.now = "2026-11-19T17:30:00+01:00";
    expect(await reminder.look(AT)).toBe(280);
    expect(world.reads).toBe(2);
  });

  it("comes in one of several windows, and for each person", async () => {
    const { world, open } = windows();
    world.now = "2026-11-18T17:30:00+01:00";
    const told = await Promise.all([open(), open(), open(), open("marc")].map((window) => window.look(AT)));
    expect(told.slice(0, 3).filter((minutes) => minutes !== undefined)).toEqual([280]);
    expect(told[3]).toBe(280);
  });

  it("comes when a machine that slept over the time wakes up, but not for the day before", async () => {
    const { world, open } = windows();
    world.now = "2026-11-18T21:12:00+01:00";
    expect(await open().look(AT)).toBe(280);
    const slept = windows();
    slept.world.now = "2026-11-19T00:10:00+01:00"; // since the afternoon of the 18th
    expect(await slept.open().look(AT)).toBeUndefined();
  });

  it("comes on working days only", async () => {
    const { world, open } = windows();
    world.now = "2026-11-21T18:00:00+01:00"; // a Saturday
    expect(await open().look(AT)).toBeUndefined();
    expect(await open().look({ ...AT, hours: everyDay })).toBe(280);
  });

  it("goes by the company's calendar, not by the machine's", async () => {
    const { world, open } = windows({ zone: "Pacific/Auckland" });
    world.now = "2026-11-18T04:29:00Z";
    expect(await open().look(AT)).toBeUndefined();
    world.now = "2026-11-18T04:30:00Z"; // 17:30 of Auckland's summer
    expect(await open().look(AT)).toBe(280);
  });

  it("says nothing where nothing is missing or the day is closed, and asks the server once", async () => {
    for (const options of [{ logged: 480 }, { logged: 500 }, { locked: true }]) {
      const { world, open } = windows(options);
      world.now = "2026-11-18T17:30:00+01:00";
      expect(await open().look(AT)).toBeUndefined();
      world.now = "2026-11-18T17:31:00+01:00";
      expect(await open().look(AT)).toBeUndefined();
      expect(world.reads).toBe(1);
    }
  });

  it("comes again later where that is wanted, with what is missing then", async () => {
    const { world, open } = windows();
    world.now = "2026-11-18T17:30:00+01:00";
    const reminder = open();
    expect(await reminder.look(AT)).toBe(280);
    await reminder.later(30);
    world.now = "2026-11-18T17:59:59+01:00";
    expect(await reminder.look(AT)).toBeUndefined();
    world.now = "2026-11-18T18:00:00+01:00";
    world.logged = 400;
    expect(await open().look(AT), "in whichever window").toBe(80);
    expect(await reminder.look(AT)).toBeUndefined();
  });

  it("forgets a later that midnight has overtaken", async () => {
    const { world, open } = windows();
    world.now = "2026-11-18T23:45:00+01:00";
    await open().later(30);
    world.now = "2026-11-19T00:20:00+01:00";
    expect(await open().look(AT)).toBeUndefined();
    world.now = "2026-11-19T17:30:00+01:00";
    expect(await open().look(AT)).toBe(280);
  });

  it("tries again after a while where the day could not be read", async () => {
    const { world, open } = windows();
    world.now = "2026-11-18T17:30:00+01:00";
    world.offline = true;
    expect(await open().look(AT)).toBeUndefined();
    expect(await open().look(AT)).toBeUndefined();
    expect(world.reads, "not every half minute").toBe(1);
    world.offline = false;
    world.now = "2026-11-18T17:40:00+01:00";
    expect(await open().look(AT)).toBe(280);
  });

  it("comes once on the days of which summer time takes or doubles an hour", async () => {
    const at = { time: "02:30", hours: everyDay };
    const spring = windows(); // 29 March 2026: from 2:00 it is 3:00
    spring.world.now = "2026-03-29T00:59:00Z";
    expect(await spring.open().look(at)).toBeUndefined();
    spring.world.now = "2026-03-29T01:00:00Z";
    expect(await spring.open().look(at), "at 3:00, as there is no 2:30").toBe(280);
    const autumn = windows(); // 25 October 2026: from 3:00 it is 2:00 again
    autumn.world.now = "2026-10-25T00:30:00Z";
    expect(await autumn.open().look(at)).toBe(280);
    autumn.world.now = "2026-10-25T01:30:00Z"; // 2:30 for the second time
    expect(await autumn.open().look(at)).toBeUndefined();
  });

  it.each(["", "7:30", "25:00", "17:30:00", "soon"])("never comes for the time %j", async (time) => {
    const { world, open } = windows();
    world.now = "2026-11-18T23:59:00+01:00";
    expect(await open().look({ time, hours })).toBeUndefined();
  });
});

describe("with a company", () => {
  const company = companies();

  it.each(WAYS.filter(({ version }) => version === "2026-10-01"))(
    "counts what the server holds ($kind)",
    async (way) => {
      const desk = sitDown(company(way.mode), way);
      clearDay(desk.sandbox, TODAY);
      await save(desk, entryOf(desk));
      const folder = folderOfTest();
      const { clock } = desk.log;
      const remind = (day: string) =>
        new Reminder({
          folder: `${folder}/${day}`,
          whose: "nora",
          clock,
          readDay: () => desk.log.readDay(day),
        });
      const at = { time: "17:00", hours: everyDay };
      expect(await remind(SUNDAY).look(at)).toBe(390);
      expect(await remind(TODAY).look(at)).toBe(480);
    },
  );
});
