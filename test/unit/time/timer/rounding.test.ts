import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, roundParts, type Rounding } from "../../../../src/time/timer/rounding";

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const rounding = fc.record({
  rule: fc.constantFrom("nearest", "up", "down"),
  step: fc.constantFrom(5, 6, 10, 15, 30),
}) satisfies fc.Arbitrary<Rounding>;
const parts = fc.array(fc.integer({ min: 1, max: 1440 }), { minLength: 1, maxLength: 6 });

describe("dividing a shift", () => {
  it("gives parts that add up to it exactly, each next to its share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1440 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (shift, weights) => {
          const shares = divide(shift, weights);
          expect(sum(shares)).toBe(shift);
          shares.forEach((share, at) => {
            const exact = (shift * (weights[at] ?? 0)) / sum(weights);
            expect(Math.abs(share - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it("gives nothing to what has no weight, and never more than there is room for", () => {
    expect(divide(7, [0, 1, 0, 1])).toEqual([0, 4, 0, 3]);
    expect(divide(10, [9, 1], 6)).toEqual([6, 4]);
    expect(divide(10, [1, 1], 3)).toEqual([3, 3]);
    expect(divide(5, [0, 0])).toEqual([0, 0]);
  });
});

describe("rounding", () => {
  it("rounds the whole once, into parts of whole steps that add up to it", () => {
    fc.assert(
      fc.property(parts, rounding, (minutes, rule) => {
        const rounded = roundParts(minutes, rule);
        const exact = sum(minutes) / rule.step;
        const steps = { nearest: Math.round, up: Math.ceil, down: Math.floor }[rule.rule](exact);
        if (steps === 0) expect(rounded).toEqual(minutes);
        else {
          const room = minutes.length * Math.floor(1440 / rule.step);
          expect(sum(rounded)).toBe(Math.min(steps, room) * rule.step);
          for (const part of rounded) expect(part % rule.step).toBe(0);
        }
      }),
    );
  });

  it("never makes nothing of time, and never more than a day", () => {
    fc.assert(
      fc.property(parts, rounding, (minutes, rule) => {
        const rounded = roundParts(minutes, rule);
        expect(sum(rounded)).toBeGreaterThan(0);
        for (const part of rounded) expect(part).toBeLessThanOrEqual(1440);
      }),
    );
  });

  it.each<[number[], Rounding, number[]]>([
    [[52], { rule: "nearest", step: 15 }, [45]],
    [[53], { rule: "nearest", step: 15 }, [60]],
    [[52], { rule: "up", step: 30 }, [60]],
    [[59], { rule: "down", step: 15 }, [45]],
    [[4], { rule: "down", step: 15 }, [4]],
    [[10, 40], { rule: "nearest", step: 15 }, [15, 30]],
    [[2, 58], { rule: "nearest", step: 15 }, [0, 60]],
    [[52], { rule: "none", step: 15 }, [52]],
  ])("%j by %j is %j", (minutes, rule, expected) => {
    expect(roundParts(minutes, rule)).toEqual(expected);
  });
});
