import assert from "node:assert/strict";
import { Timer } from "../../../../src/time/timer/timer";
import { spanOf } from "../../../../src/time/time-range";
import type { Done } from "./random-host";

/**
 * That hosts which shared a timer's file had one timer: each was begun by one of them and ended by one, no two overlap,
 * and what is kept comes to the time that passed, to the minute.
 */
export async function assertOneTimer(path: string, done: readonly Done[]): Promise<void> {
  const began = Object.assign({}, ...done.map((one) => one.began)) as Done["began"];
  const ended = Object.assign({}, ...done.map((one) => one.ended)) as Done["ended"];
  const count = (of: keyof Done) => done.reduce((sum, one) => sum + Object.keys(one[of]).length, 0);
  assert.deepEqual(Object.keys(ended).sort(), Object.keys(began).sort());
  assert.equal(Object.keys(began).length, count("began"));
  assert.equal(Object.keys(ended).length, count("ended"));
  assert.ok(Object.keys(began).length > 20, "there were many");

  const { running, stopped } = await new Timer({ path }).read();
  assert.equal(running, undefined);
  const entries = stopped
    .map(({ entry }) => entry)
    .sort((one, other) => `${one.day}${one.range?.from}`.localeCompare(`${other.day}${other.range?.from}`));
  entries.forEach(({ day, range }, at) => {
    const next = entries[at + 1];
    if (next?.day !== day || !range || !next.range) return;
    assert.ok(spanOf(next.range).start >= spanOf(range).end, `${day} ${range.from}–${range.to}`);
  });
  const passed = Object.entries(ended).reduce((sum, [id, end]) => sum + end - (began[id] ?? NaN), 0);
  assert.equal(
    entries.reduce((sum, { minutes }) => sum + minutes, 0),
    passed,
  );
}
