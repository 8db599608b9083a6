// Everything that can go wrong while time is written, by seed: FAULT_STORIES and FAULT_KILLS say how many a way.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { companies, MAIN_WAYS, nameOf, sitDown } from "../unit/time/desk";
import { seeded } from "../unit/time/random";
import { buildWriter, tellKilled } from "./killed-story";
import { tell, type Told } from "./story";

const STORIES = Number(process.env.FAULT_STORIES ?? 300);
const KILLS = Number(process.env.FAULT_KILLS ?? 40);

interface Figures {
  runs: number;
  /** The window died, in-process by an exception or really killed, before it had seen the end of its wishes. */
  died: number;
  lost: number;
  doubled: number;
  /** Entries that were listed as unsent at the end. */
  unsent: number;
  /** Of processes that were really killed: how often at which moment. */
  moments: Record<string, number>;
}

const company = companies();
const folders = mkdtempSync(join(tmpdir(), "factorial-faults-"));
const figures: Record<string, Figures> = {};
let script = "";
beforeAll(async () => {
  script = await buildWriter(folders);
});
afterAll(() => {
  rmSync(folders, { recursive: true, force: true });
  const report = join(import.meta.dirname, "../../test-results");
  mkdirSync(report, { recursive: true });
  writeFileSync(join(report, "faults.json"), JSON.stringify(figures, null, 2));
  console.log(JSON.stringify(figures, null, 2));
});

describe.each(MAIN_WAYS.map((way, at) => [nameOf(way), way, at] as const))("%s", (name, way, at) => {
  const run = async (kind: string, count: number, story: (folder: string, seed: number) => Promise<Told>) => {
    const sum: Figures = { runs: count, died: 0, lost: 0, doubled: 0, unsent: 0, moments: {} };
    figures[`${name}, ${kind}`] = sum;
    const wrong: string[] = [];
    for (let number = 0; number < count; number++) {
      const told = await story(join(folders, `${kind}-${at}-${number}`), 7919 * (1 + number * 3 + at));
      sum.died += told.died ? 1 : 0;
      if (told.moment !== undefined) sum.moments[told.moment] = (sum.moments[told.moment] ?? 0) + 1;
      sum.lost += told.lost;
      sum.doubled += told.doubled;
      sum.unsent += told.unsent;
      if (told.lost + told.doubled > 0) wrong.push(`story ${number}: ${JSON.stringify(told)}`);
    }
    expect(wrong).toEqual([]);
    return sum;
  };

  it("loses nothing and doubles nothing", { timeout: 1_200_000 }, async () => {
    await run("in process", STORIES, (folder, seed) =>
      tell(sitDown(company(way.mode), way), seeded(seed), folder),
    );
  });

  it("loses nothing and doubles nothing when its process is killed", { timeout: 1_200_000 }, async () => {
    const { died } = await run("killed", KILLS, (folder, seed) =>
      tellKilled(sitDown(company(way.mode), way), seeded(seed + 1), folder, script),
    );
    expect(died).toBeGreaterThan(KILLS / 2);
  });
});
