import { describe, expect, it } from "vitest";
import { isId, isNested, nestedPart } from "../../../src/details/nested";
import { partItems } from "../../../src/details/part-blocks";
import { RecordWording } from "../../../src/records/wording";
import { translate } from "../support/translate";

const wording = new RecordWording({
  names: { find: (kind, id) => (kind === "locations" ? { id, name: `Office ${id}` } : undefined) },
  clock: { zone: "Europe/Madrid", today: () => "2026-11-20" },
  language: "en",
  translate,
});

const items = (value: unknown) => partItems(nestedPart("Field", value, wording)).join("\n");

describe("what is inside a record", () => {
  it("is a list of its fields in words, without ids and what is empty", () => {
    const value = {
      from: "2026-11-05",
      is_open: true,
      kind: "all_employees",
      uuid: "u-1",
      some_id: "7",
      none: null,
    };
    expect(items(value)).toBe(
      "- Field\n  - **From:** Thu, Nov 5\n  - **Open:** yes\n  - **Kind:** all employees",
    );
  });

  it("names those who are picked", () => {
    expect(items({ strategy: "by_locations", arguments: ["81", "82"] })).toContain("Office 81, Office 82");
    expect(items({ strategy: "by_teams", arguments: ["91"] })).not.toContain("91");
  });

  it("goes as deep as it is", () => {
    expect(items([{ a: { b: [1, 2] } }, { a: "x" }])).toBe(
      "- Field\n  - 1\n    - A\n      - **B:** 1, 2\n  - 2\n    - **A:** x",
    );
  });

  it("is told from what fits on a line", () => {
    expect([{}, [{}], ["a"], "a", null].map(isNested)).toEqual([true, true, false, false, false]);
    expect(["id", "some_ids", "uuid", "paid"].map(isId)).toEqual([true, true, true, false]);
  });
});
