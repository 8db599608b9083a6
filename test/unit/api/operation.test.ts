import { describe, expect, test } from "vitest";
import * as z from "zod";
import { inVersion, since, until, whyUnknown } from "../../../src/api/operation";

describe("a field that is gone from a version on", () => {
  const gone = until("2026-10-01", z.string().optional());
  const item = z.strictObject({ cycle: until("2026-07-01", z.string().optional()) });
  const input = z.strictObject({ name: z.string(), gone, items: z.array(item) });

  test("is taken before that version, and not known from it on", () => {
    const value = { name: "Mid-year", gone: "7", items: [] };
    expect(inVersion(input, "2026-04-01").safeParse(value).success).toBe(true);
    expect(inVersion(input, "2026-07-01").safeParse(value).success).toBe(true);
    expect(inVersion(input, "2026-10-01").safeParse(value).error?.issues).toMatchObject([
      { code: "unrecognized_keys", keys: ["gone"] },
    ]);
  });

  test("may be one of an item's", () => {
    const value = { name: "Mid-year", items: [{ cycle: "7" }] };
    expect(inVersion(input, "2026-04-01").safeParse(value).success).toBe(true);
    expect(inVersion(input, "2026-07-01").safeParse(value).success).toBe(false);
  });

  test("says why it is not taken", () => {
    expect(whyUnknown(gone, "2026-07-01")).toBeUndefined();
    expect(whyUnknown(gone, "2026-10-01")).toEqual({ until: "2026-10-01" });
  });

  test("may have come late too", () => {
    const passing = until("2026-10-01", since("2026-07-01", z.string().optional()));
    expect(whyUnknown(passing, "2026-04-01")).toEqual({ since: "2026-07-01" });
    expect(whyUnknown(passing, "2026-07-01")).toBeUndefined();
    expect(whyUnknown(passing, "2026-10-01")).toEqual({ until: "2026-10-01" });
  });
});
