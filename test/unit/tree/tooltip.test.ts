import { describe, expect, it, vi } from "vitest";
import { oneLine } from "../../../src/records/plain-text";
import { escapeMarkdown } from "../../../src/tree/plain-text";
import { smallCompany } from "./small-company";
import { MarkdownString } from "./vscode-fake";
import { withDesks } from "./with-desks";

vi.mock("vscode", () => import("./vscode-fake"));

const { sandbox, sitDown } = await withDesks();

/** As a person reads it. */
function read(tooltip: unknown): string[] {
  if (!(tooltip instanceof MarkdownString)) throw new Error("no tooltip");
  return tooltip.value
    .replace(/(?<!\\)\*/g, "")
    .replace(/\\(.)/g, "$1")
    .split(/\s*\n+/);
}

describe("a tooltip", () => {
  it("says what the record says, in words, and asks for names only when it is wanted", async () => {
    const desk = sitDown();
    const asset = await desk.find("assets", "MacBook Pro 14", "Nora's MacBook Pro 14");
    expect(asset.item.tooltip).toBeUndefined();
    const tooltip = await desk.tooltip("assets", asset);
    const lines = read(tooltip);
    expect(lines[0]).toBe("Nora's MacBook Pro 14");
    expect(lines).toContain("Owner: Nora Vidal");
    expect(lines).toContain("Status: assigned");
    expect(lines.find((line) => line.startsWith("Purchase price:"))).toMatch(/€|\$|[A-Z]{3}/);
    expect(lines.length).toBeLessThanOrEqual(14);
    expect(lines.join("\n")).not.toMatch(/undefined|\[object|[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(tooltip).toMatchObject({ isTrusted: false, supportHtml: false });
  });

  it("writes costs in the currency of the company, and leaves out what has fields of its own", async () => {
    const desk = sitDown();
    const acme = await desk.find("projects", "ACME");
    expect(read(await desk.tooltip("projects", acme))).toContainEqual(
      expect.stringMatching(/^Fixed cost: €[\d,]+\.\d\d$/),
    );
    const review = await desk.find("reviews", "Active", "Mid-year review");
    expect(read(await desk.tooltip("reviews", review)).join("\n")).not.toContain("{");
  });

  it("shows somebody's text as the text that it is", async () => {
    const name = "[x](command:a) <b>&amp;</b> $(bug) `c` **d** _e_ # |\n- 1. https://evil.example \u202Egnp";
    const company = await smallCompany({
      "project_management/projects": [[{ id: "1", name, description: name, status: "active" }]],
    });
    const desk = sitDown({ baseUrl: company.baseUrl });
    const [row] = await desk.rows("projects");
    const tooltip = row && (await desk.tooltip("projects", row));
    expect(read(tooltip)[0]).toBe(
      "[x](command:a) <b>&amp;</b> $(bug) `c` **d** _e_ # | - 1. https://evil.example gnp",
    );
    const written = tooltip instanceof MarkdownString ? tooltip.value : "";
    expect(written).not.toMatch(/(?<!\\)[[\]()<>&`_#|$]/);
    expect(written).not.toContain("https://");
  });

  it("is there where names cannot be fetched", async () => {
    const desk = sitDown();
    const acme = await desk.find("projects", "ACME");
    sandbox.misbehave({ kind: "status", status: 500 });
    expect(read(await desk.tooltip("projects", acme))[0]).toBe("ACME");
  });

  it("is not made for rows that are no records", async () => {
    const desk = sitDown();
    const group = await desk.find("projects", "ACME", "People");
    expect(await desk.tooltip("projects", group)).toBeUndefined();
  });
});

describe("text for rows", () => {
  it("is one line that can be drawn", () => {
    expect(oneLine("  a\n\tb\u0000c  ")).toBe("a b c");
    expect(oneLine("a".repeat(400))).toBe(`${"a".repeat(300)}…`);
    expect(oneLine("😀".repeat(400))).toMatch(/^(😀)+…$/u);
  });

  it("keeps every sign when it is read as Markdown", () => {
    const signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    expect(escapeMarkdown(signs)).toBe(Array.from(signs, (sign) => `\\${sign}`).join(""));
    expect(escapeMarkdown("plain words, 1h30")).toBe("plain words\\, 1h30");
  });
});
