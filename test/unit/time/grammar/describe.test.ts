import { describe, expect, it } from "vitest";
import { describeProblem, describeReading } from "../../../../src/time/grammar/describe";
import { parseDuration } from "../../../../src/time/grammar/duration";
import { parse, translate } from "./fixtures";

describe("Readings in words", () => {
  it.each([
    ["a plain duration", "1h30", ['"1h30" is 1h30']],
    ["an ambiguous duration", "8", ['"8" is 8h (could also be 8m)']],
    ["a rounded duration", "1.333h", ['"1.333h" is rounded to 1h20']],
    ["a range", "9-10", ['"9-10" is 09:00–10:00, 1h']],
    ["an ambiguous range", "9am-10", ['"9am-10" is 09:00–10:00, 1h (could also be 13h)']],
    ["a day", "@mon", ['"@mon" is 2026-11-16']],
    ["an ambiguous day", "@5/11", ['"@5/11" is 2026-11-05 (could also be 2026-05-11)']],
    ["a project", "acm/api", ['"acm/api" is ACME / API']],
    ["an ambiguous project", "bill", ['"bill" is Billing (could also be Billboard)']],
    [
      "a number in a name",
      "sprint 8",
      ['"8" is read as part of a project\'s name, not as a time', '"sprint 8" is Sprint 8'],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(parse(text).readings.map((reading) => describeReading(reading, translate))).toEqual(expected);
  });
});

describe("Sentences", () => {
  it("are left to the translator, with what was typed kept out of the message", () => {
    const messages: string[] = [];
    const translateLoudly = (message: string, ...args: (string | number)[]) => {
      messages.push(message);
      return args.join("|").toUpperCase();
    };
    const [problem] = parse("1h75").problems;
    expect(problem && describeProblem(problem, translateLoudly)).toBe("1H75|75");
    expect(messages).toEqual(['"{0}" has {1} minutes after the hours; up to 59 fit.']);
  });

  it.each([
    ["", "Type how long it took, such as 1h30 or 90m."],
    ["abc", '"abc" is not a duration. Type it like 1h30, 90m or 1.5h.'],
  ])("for a cell with %j", (text, sentence) => {
    const result = parseDuration(text);
    expect(result.ok ? "" : describeProblem(result.problem, translate)).toBe(sentence);
  });
});
