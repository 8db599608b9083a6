import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Edits } from "../../../../webview/week/edits";
import { readTabular, writeTabular } from "../../../../webview/week/tabular";

describe("edits", () => {
  it("go back and forth step by step, several cells at once", () => {
    const edits = new Edits({ a: "1h" });
    edits.set(
      new Map([
        ["a", "2h"],
        ["b", "3h"],
      ]),
    );
    edits.set(new Map([["a", undefined]]));
    expect(edits.all()).toEqual({ b: "3h" });
    expect(edits.undo()).toEqual(["a"]);
    expect(edits.all()).toEqual({ a: "2h", b: "3h" });
    expect(edits.undo()).toEqual(["a", "b"]);
    expect(edits.all()).toEqual({ a: "1h" });
    expect(edits.undo()).toEqual([]);
    edits.redo();
    edits.redo();
    expect(edits.all()).toEqual({ b: "3h" });
    expect(edits.redo()).toEqual([]);
  });

  it("forget what was undone when something else is typed, and count no step that changes nothing", () => {
    const edits = new Edits();
    edits.set(new Map([["a", "1h"]]));
    expect(edits.set(new Map([["a", "1h"]]))).toEqual([]);
    edits.undo();
    edits.set(new Map([["a", "2h"]]));
    expect(edits.redo()).toEqual([]);
    expect(edits.all()).toEqual({ a: "2h" });
  });

  it("always come back to where they began", () => {
    const texts = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.option(fc.string(), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(texts), (steps) => {
        const edits = new Edits({ a: "0" });
        for (const step of steps) edits.set(new Map(Object.entries(step)));
        const end = edits.all();
        while (edits.undo().length > 0);
        expect(edits.all()).toEqual({ a: "0" });
        while (edits.redo().length > 0);
        expect(edits.all()).toEqual(end);
      }),
    );
  });
});

describe("what is on the clipboard", () => {
  it.each([
    [
      "1h\t2h\r\n3h\t\r\n",
      [
        ["1h", "2h"],
        ["3h", ""],
      ],
    ],
    ['"a\tb"\t"say ""no"""', [["a\tb", 'say "no"']]],
    ['"not closed\tx', [['"not closed', "x"]]],
    ["one", [["one"]]],
  ])("reads %j as spreadsheets mean it", (text, rows) => {
    expect(readTabular(text)).toEqual(rows);
  });

  it("comes back as it was copied", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", " ", "1") });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (cells) => {
        expect(readTabular(`${writeTabular(cells)}\n`)).toEqual(cells);
      }),
    );
  });
});
