// Everything that can go wrong while time is written, by seed: FAULT_STORIES and FAULT_KILLS say how many a way. Each
// way is told in a file of its own, so that two are told at a time.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimeStrategy } from "../../src/time/strategies/strategy";
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

/** The figures are in test-results/faults, by way. */
export function tellStories(kind: TimeStrategy["kind"]): void {
  const at = MAIN_WAYS.findIndex((way) => way.kind === kind);
  const way = MAIN_WAYS[at];
  if (!way) throw new Error(`No way is ${kind}.`);
  const company = companies();
  const folders = mkdtempSync(join(tmpdir(), "factorial-faults-"));
  const figures: Record<string, Figures> = {};
  let script = "";
  beforeAll(async () => {
    script = await buildWriter(folders);
  });
  afterAll(() => {
    rmSync(folders, { recursive: true, force: true });
    const report = join(import.meta.dirname, "../../test-results/faults");
    mkdirSync(report, { recursive: true });
    writeFileSync(join(report, `${kind}.json`), JSON.stringify(figures, null, 2));
    console.log(JSON.stringify(figures, null, 2));
  });

  const run = async (name: string, count: number, story: (folder: string, seed: number) => Promise<Told>) => {
    const sum: Figures = { runs: count, died: 0, lost: 0, doubled: 0, unsent: 0, moments: {} };
    figures[`${nameOf(way)}, ${name}`] = sum;
    const wrong: string[] = [];
    for (let number = 0; number < count; number++) {
      const told = await story(join(folders, `${name}-${number}`), 7919 * (1 + number * 3 + at));
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

  describe(nameOf(way), () => {
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
}
