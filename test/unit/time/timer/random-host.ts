/** One host that starts, stops and switches at random. Its clock runs an hour a second, so that much passes. */
import { setTimeout as sleep } from "node:timers/promises";
import { NO_ROUNDING } from "../../../../src/time/timer/rounding";
import { stoppedEntry, Timer } from "../../../../src/time/timer/timer";
import { partsOf } from "../../../../src/time/timer/timer-parts";
import { spansOf, type RunningTimer } from "../../../../src/time/timer/timer-state";
import { seeded } from "../random";
import { ACME, UMBRA } from "./fake-clock";

const FASTER = 3600;

export interface Orders {
  /** The timer's file, which another host has as well. */
  readonly path: string;
  readonly seed: number;
  readonly actions: number;
  /** When the clock began to run, Unix milliseconds: the same for all hosts. */
  readonly epoch: number;
}

/** What a host has done: minutes of the clock, by the id of the timer. */
export interface Done {
  readonly began: Readonly<Record<string, number>>;
  readonly ended: Readonly<Record<string, number>>;
}

export async function playAtRandom({ path, seed, actions, epoch }: Orders): Promise<Done> {
  const began: Record<string, number> = {};
  const ended: Record<string, number> = {};
  const { whole, pick } = seeded(seed);
  const start = Date.parse("2026-11-02T08:00:00Z");
  const now = () => start + (Date.now() - epoch) * FASTER;
  const minuteOf = (at: number | string) => Math.floor(new Date(at).getTime() / 60_000);

  const timer = new Timer({ path, now });
  await timer.watch();

  const entriesOf = (running: RunningTimer, at: number) =>
    spansOf(running, at).length === 0
      ? [] // under a minute of the clock: thrown away
      : partsOf(running, at, { zone: "Europe/Madrid", needsRange: true, rounding: NO_ROUNDING }).map(
          ({ entry }) => stoppedEntry(running.project.name, entry),
        );

  const stop = async () => {
    const { running } = await timer.read();
    if (!running) return;
    const at = now();
    if (await timer.stop(running.id, entriesOf(running, at))) ended[running.id] = minuteOf(at);
  };

  const act = async () => {
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
  };

  for (let action = 0; action < actions; action++) {
    await act();
    await sleep(whole(8));
  }
  await stop();
  timer.dispose();
  return { began, ended };
}
