import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, code, heading, inline, link, quote } from "../../../src/details/markdown";

describe("a text on one line", () => {
  it.each([
    ["[Pay](command:evil)", "\\[Pay\\]\\(command:evil)"],
    ["![x](https://evil.example/x.png)", "!\\[x\\]\\(https://evil.example/x.png)"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"],
    ["`code` *strong* ~~gone~~", "\\`code\\` \\*strong\\* \\~\\~gone\\~\\~"],
    ["a | b", "a \\| b"],
    ["$(bug) costs $5", "\\$(bug) costs \\$5"],
    ["back\\slash", "back\\\\slash"],
    ["&lt;b&gt; R&D &#60;", "\\&lt;b\\&gt; R&D \\&#60;"],
    ["two\nlines\r\nand\u2028more\u0000", "two lines and more"],
    ["# not a heading #", "\\# not a heading \\#"],
    ["_emphasis_ but snake_case", "\\_emphasis\\_ but snake_case"],
  ])("%s", (text, written) => {
    expect(inline(text)).toBe(written);
  });

  it("leaves what is harmless as a person wrote it", () => {
    const text = "C# & Co. (2026-11-20), 09:30–17:00: 100% “done” - really? a+b=c #1! x@y.z";
    expect(inline(text)).toBe(text.replace(" #1", " \\#1"));
  });

  it("never has a sign of Markdown that is not escaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const unescaped = inline(text).replace(/\\[!-/:-@[-`{-~]/g, "");
        expect(unescaped).not.toMatch(/[\\`*[\]<|~$\n\r]/);
      }),
    );
  });
});

describe("a long text", () => {
  it("keeps its lines, its paragraphs and its indents", () => {
    expect(quote("one\ntwo\n\n  three\n")).toBe("> one  \n> two\n>\n> \u00A0\u00A0three");
  });

  it("has no blocks of its own", () => {
    expect(quote("# a\n- b\n1. c\n> d\n---\n===\n```\n+ e\n[x]: y")).toBe(
      [
        "> \\# a",
        "> \\- b",
        "> 1\\. c",
        "> \\> d",
        "> \\---",
        "> \\===",
        "> \\`\\`\\`",
        "> \\+ e",
        "> \\[x\\]: y",
      ].join("  \n"),
    );
  });

  it("is nothing where nothing was written", () => {
    expect(quote(" \n ")).toBe("");
  });
});

describe("other pieces", () => {
  it("escape what is in them", () => {
    expect(heading(2, "a\n# b")).toBe("## a \\# b");
    expect(bold("**x**")).toBe("**\\*\\*x\\*\\***");
    expect(link("a](b)", "../projects/1.md")).toBe("[a\\]\\(b)](../projects/1.md)");
  });

  it("code is between more backticks than it has", () => {
    expect(code("1201")).toBe("`1201`");
    expect(code("a``b`")).toBe("``` a``b` ```");
  });
});
