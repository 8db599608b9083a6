import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem, describeReading } from "../../../../src/time/grammar/describe";
import { parseDuration } from "../../../../src/time/grammar/duration";
import { formatClock, formatMinutes } from "../../../../src/time/grammar/format";
import { context, parse, project, projects, translate } from "./fixtures";

const loggableMinutes = fc.integer({ min: 1, max: 1440 });

/** Pieces of the grammar in any order: far closer to its edges than random characters are. */
const grammarLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "1h30",
        "8",
        "90",
        "1.5",
        "-",
        "–",
        ":",
        "/",
        "@",
        "#",
        '"',
        "“",
        " ",
        "h",
        "m",
        "am",
        "½",
      ),
      fc.constantFrom(
        "@mon",
        "@last",
        "@18/11",
        "acm",
        "90 days",
        "sprint 8",
        "9:00-10:30",
        "24/7",
        "25:00",
        "30s",
      ),
      fc.integer({ min: -100, max: 3000 }).map(String),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

const anything = fc.oneof(grammarLike, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("Properties of the grammar", () => {
  it("reads back what it formats", () => {
    fc.assert(
      fc.property(loggableMinutes, (minutes) => {
        expect(parseDuration(formatMinutes(minutes))).toEqual({
          ok: true,
          value: { minutes, ambiguous: false, alternatives: [], rounded: false },
        });
      }),
    );
  });

  it("reads hours and minutes alike in each notation", () => {
    fc.assert(
      fc.property(loggableMinutes, (minutes) => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        const clock = `${hours}:${String(rest).padStart(2, "0")}`;
        for (const text of [`${minutes}m`, `${hours}h${rest}m`, `${hours} h ${rest}`, clock]) {
          expect(parse(text).minutes).toBe(minutes);
        }
      }),
    );
  });

  it("reads a range as its two ends and its length", () => {
    const end = fc.integer({ min: 1, max: 1439 });
    fc.assert(
      fc.property(end, end, (one, other) => {
        fc.pre(one !== other);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const range = { from: formatClock(from), to: formatClock(to) };
        expect(parse(`${range.from}-${range.to} @yesterday`)).toMatchObject({ range, minutes: to - from });
      }),
    );
  });

  it("never throws, and gives only what can be logged", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const entry = parse(text);
        if (entry.minutes !== undefined) {
          expect(Number.isInteger(entry.minutes)).toBe(true);
          expect(entry.minutes).toBeGreaterThanOrEqual(1);
          expect(entry.minutes).toBeLessThanOrEqual(1440);
        }
        if (entry.range) expect(entry.range.from < entry.range.to).toBe(true);
        expect(entry.day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
        if (entry.day > context.today) expect(entry.problems.map(({ kind }) => kind)).toContain("future-day");
        expect(entry.comment ?? "").not.toMatch(/[\p{Cc}\p{Cs}]/u);
        for (const problem of entry.problems) expect(describeProblem(problem, translate)).not.toBe("");
        for (const reading of entry.readings) expect(describeReading(reading, translate)).not.toBe("");
      }),
      { numRuns: 2000 },
    );
  });

  it("reads any duration or refuses it with a problem", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = parseDuration(text);
        if (!result.ok) return;
        for (const minutes of [result.value.minutes, ...result.value.alternatives]) {
          expect(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("finds each project by its quoted name, next to a time, a day and a comment", () => {
    fc.assert(
      fc.property(fc.constantFrom(...projects), loggableMinutes, (wanted, minutes) => {
        const entry = parse(`@mon "${wanted.name}" ${formatMinutes(minutes)} #done`);
        expect(entry).toMatchObject({ minutes, day: "2026-11-16", comment: "done", problems: [] });
        expect(entry.matches[0]?.project).toBe(wanted);
      }),
    );
  });

  it("takes project names of any kind", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 5 }), grammarLike, (names, text) => {
        const odd = names.map((name, index) => project(name, names[index + 1], ...names));
        expect(() => parse(text, { projects: odd })).not.toThrow();
      }),
    );
  });

  it("keeps the comment out of everything else", () => {
    fc.assert(
      fc.property(anything, (comment) => {
        fc.pre(comment.length < 900);
        const { matches, minutes, day, problems } = parse(`1h30 acm @mon #${comment}`);
        expect({ minutes, day, problems }).toEqual({ minutes: 90, day: "2026-11-16", problems: [] });
        expect(matches[0]?.project.name).toBe("ACME");
      }),
    );
  });
});
