import * as z from "zod";
import { describe, expect, it } from "vitest";
import { readMinutes } from "../../../src/actions/reading/minutes";
import { readMoney } from "../../../src/actions/reading/money";
import { valueProblem } from "../../../src/actions/reading/value-problem";
import { translate } from "../support/translate";

function cents(text: string): (number | string)[] | string {
  const read = readMoney(text);
  return read.ok
    ? read.amounts.map((amount) => (amount.rounded ? `~${amount.cents}` : amount.cents))
    : read.problem;
}

describe("money", () => {
  it.each([
    ["12", [1200]],
    ["0", [0]],
    ["12.5", [1250]],
    ["12,50", [1250]],
    [",5", [50]],
    ["12,", [1200]],
    ["12 €", [1200]],
    ["€12", [1200]],
    ["12€", [1200]],
    ["US$ 12.50", [1250]],
    ["EUR 1.234,56", [123_456]],
    ["1.234,56", [123_456]],
    ["1,234.56", [123_456]],
    ["1,234,567.8", [123_456_780]],
    ["1.234.567", [123_456_700]],
    ["1 234,56", [123_456]],
    ["1'234.50", [123_450]],
    ["１２,５０", [1250]],
    ["12345.60 EUR", [1_234_560]],
  ])("reads %j", (text, expected) => {
    expect(cents(text)).toEqual(expected);
  });

  it("shows both readings of a sign that may part thousands or cents", () => {
    expect(cents("1.234")).toEqual([123_400, "~123"]);
    expect(cents("1,230")).toEqual([123_000, 123]);
    expect(cents("0.500")).toEqual([50]);
    expect(cents("1234.567")).toEqual(["~123457"]);
  });

  it.each([
    ["", "missing"],
    ["-5", "negative"],
    ["−5 €", "negative"],
    ["€ -5", "negative"],
    ["abc", "not-money"],
    ["12.34.5", "not-money"],
    ["1,23,456", "not-money"],
    ["1.2345", "not-money"],
    ["12 34", "not-money"],
    ["1,234.567", "not-money"],
    ["1.234,56,7", "not-money"],
    [".", "not-money"],
    ["9".repeat(20), "too-much"],
  ])("refuses %j", (text, problem) => {
    expect(cents(text)).toBe(problem);
  });
});

describe("minutes", () => {
  const minutes = (text: string, mayBeLong: boolean) => {
    const read = readMinutes(text, mayBeLong);
    return read.ok ? read.minutes : read.problem.kind;
  };

  it("reads a part of a day as the Log Time box does", () => {
    expect(minutes("1h30", false)).toEqual([90]);
    expect(minutes("8", false)).toEqual([480, 8]);
    expect(minutes("25h", false)).toBe("duration-over-a-day");
    expect(minutes("soon", false)).toBe("not-a-duration");
    expect(minutes("", true)).toBe("duration-missing");
    expect(minutes("-1h", true)).toBe("duration-negative");
  });

  it("reads a budget, which may be longer", () => {
    expect(minutes("120h", true)).toEqual([7200]);
    expect(minutes("120h30", true)).toEqual([7230]);
    expect(minutes("7200m", true)).toEqual([7200]);
    expect(minutes("2000", true)).toEqual([120_000, 2000]);
    expect(minutes("0", true)).toEqual([0]);
    expect(minutes("120h75", true)).toBe("minutes-over-59");
  });
});

describe("what is wrong with a value", () => {
  it.each([
    [z.string().min(1), "", "This must not be empty."],
    [z.string().min(3), "a", "At least 3 characters."],
    [z.string().max(2), "abc", "At most 2 characters."],
    [z.int(), 1.5, "Type a whole number."],
    [z.int().min(0), -1, "At least 0."],
    [z.int().max(9), 10, "At most 9."],
    [z.number(), "x", "Type a number."],
    [z.array(z.string()).min(1), [], "Choose at least one."],
    [z.array(z.string()).length(1), ["a", "b"], "Choose at most 1."],
    [z.iso.date(), "2026-13-01", "Type a day, such as 2026-12-01."],
    [z.enum(["a", "b"]), "c", "Factorial takes only: a, b."],
    [z.string(), undefined, "This must be given."],
    [z.email(), "x", "That is not written as Factorial wants it."],
    [z.string().refine(() => false, "No."), "x", "Factorial does not take that: No."],
    [z.string().optional(), undefined, undefined],
  ])("is said in a sentence", (schema, value, sentence) => {
    expect(valueProblem(schema, value, translate)).toBe(sentence);
  });
});
