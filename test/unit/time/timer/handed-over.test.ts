import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../../../src/sandbox/index";
import { Journal } from "../../../../src/time/journal/journal";
import { TimeLog } from "../../../../src/time/time-log";
import { forgetHandedOver } from "../../../../src/time/timer/handed-over";
import { stoppedEntry, Timer } from "../../../../src/time/timer/timer";
import type { StoppedEntry } from "../../../../src/time/timer/timer-state";
import { folderOfTest } from "../../support/folder";
import {
  clockAt,
  companies,
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  expectOutcome,
  MAIN_WAYS,
  nameOf,
  NORA,
  NOW,
  sitDown,
  SUNDAY,
  type Desk,
} from "../desk";

const company = companies();
const EMPTY_DAY = { day: SUNDAY, logged: [], locked: false };
const gone = { pid: 2 ** 22 + 1, machine: "nowhere" };

describe.each(MAIN_WAYS.map((way) => [nameOf(way), way] as const))("stopped time, %s", (_, way) => {
  let sandbox: Sandbox;
  let desk: Desk;
  let folder: string;
  let timer: Timer;
  let stopped: StoppedEntry;

  beforeEach(async () => {
    sandbox = company(way.mode);
    desk = sitDown(sandbox, way);
    folder = folderOfTest();
    timer = new Timer({ path: join(folder, "timer.json") });
    stopped = stoppedEntry("ACME / API", entryOf(desk));
    await timer.add(stopped);
  });

  afterEach(() => {
    timer.dispose();
  });

  async function openJournal(): Promise<Journal> {
    const journal = new Journal({ folder, account: "brisa/nora", employeeId: NORA, writer: gone });
    await journal.refresh();
    return journal;
  }

  /** A window that ends before it has told the timer. */
  async function handOver(journal: Journal) {
    const { client, strategy } = desk;
    const log = new TimeLog({
      client,
      strategy,
      employeeId: NORA,
      clock: clockAt(NOW),
      settleDelays: [0],
      journal,
    });
    return log.save(stopped.entry, EMPTY_DAY, {
      origin: stopped.id,
      taken: () => undefined,
      givenBack: () => undefined,
    });
  }

  const kept = async () => (await timer.read()).stopped.map(({ id }) => id);

  it("that was saved is not offered once more after a crash", async () => {
    expectOutcome(await handOver(await openJournal()), "saved");
    expect(await kept()).toEqual([stopped.id]);
    await forgetHandedOver(timer, await openJournal());
    expect(await kept()).toEqual([]);
    expectHeldOnce(desk, stopped.entry);
  });

  it("that could not be sent is the journal's alone", async () => {
    sandbox.misbehave({ kind: "status", status: 503, match: { method: "POST" } });
    await handOver(await openJournal());
    const journal = await openJournal();
    await forgetHandedOver(timer, journal);
    expect(await kept()).toEqual([]);
    expect(journal.open.map(({ entry }) => entry.minutes)).toEqual([stopped.entry.minutes]);
    expectNothingHeld(desk);
  });

  it("that the journal never had, or gave back, stays", async () => {
    await forgetHandedOver(timer, await openJournal());
    expect(await kept()).toEqual([stopped.id]);
    sandbox.misbehave({ kind: "status", status: 422, match: { method: "POST" } });
    expectOutcome(await handOver(await openJournal()), "not-saved");
    await forgetHandedOver(timer, await openJournal());
    expect(await kept()).toEqual([stopped.id]);
  });
});
