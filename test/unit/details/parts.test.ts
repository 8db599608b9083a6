import { describe, expect, it } from "vitest";
import { partBlocks } from "../../../src/details/part-blocks";

describe("what a record consists of", () => {
  it("is headings, and under them questions with their answers", () => {
    const blocks = partBlocks(
      [
        {
          label: "Looking back",
          parts: [
            { label: "How did the goals go?", description: "Well.\n\n# Really" },
            { label: "Steady" },
            { label: "Open" },
          ],
        },
      ],
      2,
    );
    expect(blocks).toEqual([
      "## Looking back",
      "**How did the goals go?**\n> Well.\n>\n> \\# Really",
      "- Steady\n- Open",
    ]);
  });

  it("is lists where headings would become too small", () => {
    const leaf = { label: "Leaf", description: "text" };
    const deep = { label: "A", parts: [{ label: "B", parts: [{ label: "C", parts: [leaf] }] }] };
    expect(partBlocks([deep], 2)).toEqual(["## A", "### B", "- C\n  - **Leaf:** text"]);
  });

  it("has long texts on their own", () => {
    expect(partBlocks([{ label: "Conclusions", parts: [{ label: "one\ntwo" }] }], 2)).toEqual([
      "## Conclusions",
      "> one  \n> two",
    ]);
  });
});
