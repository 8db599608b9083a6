/** Numbers that look random and are the same every time. */
export function seeded(seed: number) {
  let state = seed;
  const next = () => {
    // The linear congruence of Numerical Recipes: plenty for choosing test cases.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  const pick = <T>(options: readonly T[]): T => {
    const option = options[whole(options.length)];
    if (option === undefined) throw new RangeError("Nothing to pick from");
    return option;
  };
  return { whole, pick };
}

export type Seeded = ReturnType<typeof seeded>;
