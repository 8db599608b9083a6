import { describe, expect, it, vi } from "vitest";
import { Uri, type Uri as FakeUri } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { addressUri, linksIn, readAddress, relativeLink } = await import("../../../src/details/address");
const { inline, link } = await import("../../../src/details/markdown");

const ACCOUNT = "api.factorialhr.com/1/100";

/** As VS Code's Markdown extension resolves a link: the path decoded once, the document's own query kept. */
function resolved(from: FakeUri, target: string): FakeUri {
  const folder = from.path.split("/").slice(1, -2);
  const path = `/${[...folder, ...decodeURIComponent(target).split("/").slice(1)].join("/")}`;
  return Uri.from({ scheme: from.scheme, path, query: from.query });
}

describe("a record's address", () => {
  it("is readable", () => {
    const uri = addressUri({ accountId: ACCOUNT, resourceName: "projects", recordId: "1201" });
    expect([uri.scheme, uri.path]).toEqual(["factorial", "/projects/1201.md"]);
    expect(new URLSearchParams(uri.query).get("account")).toBe(ACCOUNT);
  });

  it.each(["1201", "12-34", "a/b", "../x", "50%", "%2F", "ä (1)", "x.md", "?a=b#c", "\uD800"])(
    "of id %s is read as it was written, also after a way through text and by a link",
    (recordId) => {
      const address = { accountId: "h%20/1/a&b=c", resourceName: "projects", recordId };
      const read = { ...address, recordId: recordId.replace("\uD800", "\uFFFD") };
      const uri = addressUri(address);
      expect(readAddress(uri)).toEqual(read);
      // Both are the fake's.
      type Given = Parameters<typeof readAddress>[0];
      expect(readAddress(Uri.parse(uri.toString()) as unknown as Given)).toEqual(read);
      const other = addressUri({ ...address, resourceName: "tasks", recordId: "7" }) as unknown as FakeUri;
      expect(readAddress(resolved(other, relativeLink(address)) as unknown as Given)).toEqual(read);
    },
  );

  it.each([
    "factorial:/projects/1.md",
    "factorial:/projects.md?account=a",
    "factorial:/a/b/1.md?account=a",
    "factorial:/projects/1?account=a",
  ])("is not %s", (text) => {
    type Given = Parameters<typeof readAddress>[0];
    expect(readAddress(Uri.parse(text) as unknown as Given)).toBeUndefined(); // The fake's.
  });
});

describe("links in a document", () => {
  it("are found with their text, and lead to their records", () => {
    const written = link("Nora [x](y)", relativeLink({ resourceName: "employees", recordId: "a/b" }));
    const text = `- **Lead:** ${written}\n- ${link("A", "../projects/1.md")}, ${link("B", "../projects/2.md")}\n`;
    expect(linksIn(text).map(({ start, end, record }) => [text.slice(start, end), record.recordId])).toEqual([
      [written, "a/b"],
      ["[A](../projects/1.md)", "1"],
      ["[B](../projects/2.md)", "2"],
    ]);
  });

  it.each(["[x](../projects/1.md)", "\\[x](../projects/1.md)", " [x] (../projects/1.md)"])(
    "are not made by somebody's text: %s",
    (text) => {
      expect(linksIn(`- **Name:** ${inline(text)}`)).toEqual([]);
    },
  );
});
