import * as z from "zod";
import type { Translate } from "../../time/grammar/describe";

/** What is wrong with a value, in one sentence; undefined where the operation takes it. */
export function valueProblem(
  schema: z.core.$ZodType,
  value: unknown,
  translate: Translate,
): string | undefined {
  const result = z.safeParse(schema, value);
  const [issue] = result.error?.issues ?? [];
  return issue && describeIssue(issue, translate);
}

function describeIssue(issue: z.core.$ZodIssue, translate: Translate): string {
  switch (issue.code) {
    case "too_small":
      return tooSmall(issue, translate);
    case "too_big":
      return tooBig(issue, translate);
    case "invalid_type":
      return invalidType(issue.expected, translate);
    case "invalid_format":
      return issue.format === "date" || issue.format === "datetime"
        ? translate("Type a day, such as 2026-12-01.")
        : translate("That is not written as Factorial wants it.");
    case "invalid_value":
      return translate("Factorial takes only: {0}.", issue.values.map(String).join(", "));
    case "not_multiple_of":
      return translate("Type a whole number.");
    default:
      return translate("Factorial does not take that: {0}", issue.message);
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall, translate: Translate): string {
  const least = Number(minimum);
  if (origin === "string") {
    return least <= 1 ? translate("This must not be empty.") : translate("At least {0} characters.", least);
  }
  if (origin === "array") {
    return least <= 1 ? translate("Choose at least one.") : translate("Choose at least {0}.", least);
  }
  return translate("At least {0}.", least);
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig, translate: Translate): string {
  const most = Number(maximum);
  if (origin === "string") return translate("At most {0} characters.", most);
  return origin === "array" ? translate("Choose at most {0}.", most) : translate("At most {0}.", most);
}

function invalidType(expected: string, translate: Translate): string {
  switch (expected) {
    case "int":
      return translate("Type a whole number.");
    case "number":
      return translate("Type a number.");
    default:
      return translate("This must be given.");
  }
}
