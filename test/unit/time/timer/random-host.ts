/** A program: one host that starts, stops and switches at random. Its clock runs an hour a second, so that much passes. */
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { NO_ROUNDING } from "../../../../src/time/timer/rounding";
import { stoppedEntry, Timer } from "../../../../src/time/timer/timer";
import { partsOf } from "../../../../src/time/timer/timer-parts";
import { spansOf, type RunningTimer } from "../../../../src/time/timer/timer-state";
import { seeded } from "../random";
import { ACME, UMBRA } from "./fake-clock";

const FASTER = 3600;

const [, , path = "", seed = "", actions = "", epoch = "", log = ""] = process.argv;
const began: Record<string, number> = {};
const ended: Record<string, number> = {};
const { whole, pick } = seeded(Number(seed));
const start = Date.parse("2026-11-02T08:00:00Z");
const now = () => start + (Date.now() - Number(epoch)) * FASTER;
const minuteOf = (at: number | string) => Math.floor(new Date(at).getTime() / 60_000);

const timer = new Timer({ path, now });
await timer.watch();

const entriesOf = (running: RunningTimer, at: number) =>
  spansOf(running, at).length === 0
    ? [] // under a minute of the clock: thrown away
    : partsOf(running, at, { zone: "Europe/Madrid", needsRange: true, rounding: NO_ROUNDING }).map(
        ({ entry }) => stoppedEntry(running.project.name, entry),
      );

async function stop(): Promise<void> {
  const { running } = await timer.read();
  if (!running) return;
  const at = now();
  if (await timer.stop(running.id, entriesOf(running, at))) ended[running.id] = minuteOf(at);
}

async function act(): Promise<void> {
  const { running } = await timer.read();
  switch (pick(["start", "stop", "switch"])) {
    case "start": {
      const outcome = await timer.start(pick([ACME, UMBRA]));
      if (outcome.kind === "started") began[outcome.running.id] = minuteOf(outcome.running.startedAt);
      return;
    }
    case "stop":
      return stop();
    case "switch": {
      if (!running) return;
      const at = now();
      const id = await timer.switchTo(running.id, at, entriesOf(running, at), pick([ACME, UMBRA]));
      if (id === undefined) return;
      ended[running.id] = minuteOf(at);
      began[id] = minuteOf(at);
    }
  }
}

for (let action = 0; action < Number(actions); action++) {
  await act();
  await sleep(whole(8));
}
await stop();
timer.dispose();
writeFileSync(log, JSON.stringify({ began, ended }));
