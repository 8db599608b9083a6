const ROUNDS = 15;

/**
 * Prints how many times longer `ours` takes than `baseline`: medians of rounds that take turns, so that a busy
 * machine slows both. Prints whether it is within the budget; a figure is to be read, not to fail a build.
 */
export async function compare(
  name: string,
  runs: {
    readonly ours: () => unknown;
    readonly baseline: () => unknown;
    readonly budget: number;
  },
): Promise<void> {
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const [a, b] = [await time(runs.baseline), await time(runs.ours)];
    if (round < 2) continue; // warming up
    baseline.push(a);
    ours.push(b);
  }
  const ratio = median(ours) / median(baseline);
  const verdict = ratio <= runs.budget ? "within" : "OVER";
  console.log(
    `${name}: ${median(ours).toFixed(2)} ms, baseline ${median(baseline).toFixed(2)} ms: ` +
      `${ratio.toFixed(2)} times, ${verdict} the budget of ${runs.budget}`,
  );
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
