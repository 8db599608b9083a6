import { beforeEach, describe, expect, it, vi } from "vitest";
import { projects } from "../../../src/resources/project-management/projects";
import { eventually } from "../support/eventually";
import { sandboxOfFile } from "../support/sandbox";
import { desk, sessionAt } from "./desk";
import { editor, TabInputWebview } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { RecordLinks } = await import("../../../src/details/links");

const sandbox = await sandboxOfFile();
beforeEach(() => {
  sandbox.reset();
});

const row = (recordId: string, resourceName = "projects") => ({ kind: "record", resourceName, recordId });

describe("Show Details", () => {
  it("opens the clicked record rendered, and only that", async () => {
    const { run, uriOf } = await desk(sessionAt(sandbox.url));
    await run("showDetails", row("1201"), [row("1201"), row("1202")]);
    expect(editor.open.map(({ uri }) => uri.toString())).toEqual([uriOf("projects", "1201").toString()]);
    expect(editor.ran).toEqual(["markdown.showPreview"]);
  });

  it("opens it as text where there is no Markdown preview", async () => {
    const { run, uriOf } = await desk(sessionAt(sandbox.url));
    editor.hasMarkdown = false;
    await run("showDetails", row("1201"));
    expect(editor.shownAsText).toEqual([uriOf("projects", "1201").toString()]);
  });

  it("reads an open document anew", async () => {
    const { run } = await desk(sessionAt(sandbox.url));
    await run("showDetails", row("1201"));
    const before = sandbox.company.projects.get("1201");
    if (!before) throw new Error("The demo company has ACME.");
    sandbox.company.projects.patch(before, { name: "ACME 2" });
    editor.tabs.push({ input: new TabInputWebview("mainThreadWebview-markdown.preview") });
    await run("showDetails", row("1201"));
    await eventually(() => {
      expect(editor.open[0]?.getText()).toMatch(/^# ACME 2\n/);
    });
    expect(editor.ran).toContain("markdown.preview.refresh");
  });

  it("takes the selected row where none is given, and asks for one where none is selected", async () => {
    const { run, selected } = await desk(sessionAt(sandbox.url));
    await run("showDetails");
    expect(editor.messages).toEqual(["Select a row in one of Factorial's views first."]);
    selected.mockReturnValue([row("1202")]);
    await run("showDetails");
    expect(editor.open[0]?.getText()).toMatch(/^# Brisa Platform\n/);
  });

  it("asks to sign in where nobody is", async () => {
    const { run, signIn } = await desk(undefined);
    await run("showDetails", row("1201"));
    expect(signIn).toHaveBeenCalledOnce();
    expect(editor.open).toEqual([]);
  });
});

describe("copying", () => {
  it("ids: one a line", async () => {
    const { run } = await desk(sessionAt(sandbox.url));
    await run("copyId", row("1201"), [row("1201"), row("18446744073709551617")]);
    expect(editor.clipboard).toBe("1201\n18446744073709551617");
    expect(editor.statusMessages).toEqual(["Copied."]);
    expect(sandbox.requests).toEqual([]);
  });

  it("JSON: what is known, and else fetched, with ids as text", async () => {
    const session = sessionAt(sandbox.url);
    const { run } = await desk(session);
    await run("copyJson", row("18446744073709551617"));
    expect(JSON.parse(editor.clipboard)).toMatchObject({ id: "18446744073709551617", name: "Umbra" });
    expect(editor.clipboard).toContain('\n  "name": "Umbra"');
    sandbox.requests.length = 0;
    const known = session.store.all(projects).map(({ id }) => row(id));
    await run("copyJson", known[0], [...known, row("1201")]);
    expect(JSON.parse(editor.clipboard)).toMatchObject([{ name: "Umbra" }, { id: "1201", name: "ACME" }]);
    expect(sandbox.requests).toHaveLength(1);
  });

  it("JSON: says where there is no way to get a record", async () => {
    const { run } = await desk(sessionAt(sandbox.url));
    await run("copyJson", row("1", "openShifts"));
    expect(editor.clipboard).toBe("");
    expect(editor.messages[0]).toMatch(/^Factorial has no way to ask for one/);
  });

  it("JSON: a failure is a message", async () => {
    const { run } = await desk(sessionAt(sandbox.url));
    await run("copyJson", row("999999"));
    expect(editor.messages[0]).toMatch(/Factorial doesn't find this/);
  });
});

describe("Open Factorial in Browser", () => {
  it.each([
    ["api.factorialhr.com/1/100", "https://app.factorialhr.com"],
    ["api.demo.factorial.dev/1/100", "https://app.demo.factorial.dev"],
  ])("at %s opens %s", async (accountId, address) => {
    const { run } = await desk(sessionAt(sandbox.url, { accountId }));
    await run("openInBrowser", row("1201"));
    expect(editor.opened).toEqual([address]);
  });

  it.each([
    ["demo/1/100", "The demo company runs on your own machine and has no web app."],
    ["127.0.0.1%3A4711/1/100", "The demo company runs on your own machine and has no web app."],
    ["api.eu2.demo.factorial.dev/1/100", "Where the web app of api.eu2.demo.factorial.dev is, is not known."],
    ["constructor/1/100", "Where the web app of constructor is, is not known."],
  ])("at %s opens nothing", async (accountId, words) => {
    const { run } = await desk(sessionAt(sandbox.url, { accountId }));
    await run("openInBrowser");
    expect(editor.opened).toEqual([]);
    expect(editor.messages).toEqual([words]);
  });
});

describe("links in the text editor", () => {
  it("lead to the documents of the same account", async () => {
    const { open, uriOf } = await desk(sessionAt(sandbox.url));
    const document = await open("subprojects", "5001");
    // The fake's document has what is asked of it.
    type Given = Parameters<InstanceType<typeof RecordLinks>["provideDocumentLinks"]>[0];
    const links = new RecordLinks().provideDocumentLinks(document as unknown as Given);
    expect(links.map(({ target }) => target?.toString())).toEqual([uriOf("projects", "1201").toString()]);
  });
});

describe("ending", () => {
  it("takes the commands away", async () => {
    const { registered } = await desk(sessionAt(sandbox.url));
    expect([...editor.commands.keys()].sort()).toEqual([
      "factorial.copyId",
      "factorial.copyJson",
      "factorial.openInBrowser",
      "factorial.showDetails",
    ]);
    registered.dispose();
    expect(editor.commands.size).toBe(0);
  });
});
