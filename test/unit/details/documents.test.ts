import { beforeEach, describe, expect, it, vi } from "vitest";
import { projects } from "../../../src/resources/project-management/projects";
import { DEMO_RESTRICTED_TOKEN } from "../../../src/sandbox/demo-credentials";
import { eventually } from "../support/eventually";
import { sandboxOfFile } from "../support/sandbox";
import { ACCOUNT, desk, sessionAt } from "./desk";
import { editor, TabInputWebview } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const sandbox = await sandboxOfFile();
beforeEach(() => {
  sandbox.reset();
});

/** GETs that went out, by the end of their path. */
function asked(): string[] {
  return sandbox.requests.map(({ path }) => path.replace(/^.*\/resources\/\w+\//, ""));
}

const PREVIEW = { input: new TabInputWebview("mainThreadWebview-markdown.preview") };

describe("a record's document", () => {
  it("says what it is, its fields with links, and at the end what programs need", async () => {
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("subprojects", "5001")).getText();
    expect(text).toMatch(/^# API\n\nSubproject · active\n\n- \*\*Name:\*\* API\n/);
    expect(text).toContain("- **Project:** [ACME](../projects/1201.md)\n");
    expect(text).toMatch(
      /## For developers\n\n- \*\*ID:\*\* `5001`\n- \*\*API path:\*\* `\/api\/2026-10-01\/resources\/project_management\/subprojects\/5001`\n$/,
    );
  });

  it("links each of several names", async () => {
    const { open } = await desk(sessionAt(sandbox.url));
    expect((await open("teams", "93")).getText()).toMatch(
      /\*\* \[[^\]]+\]\(\.\.\/employees\/\d+\.md\), \[[^\]]+\]\(\.\.\/employees\/\d+\.md\)/,
    );
  });

  it("is read anew when it is opened, and then written by what the store learns", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    const document = await open("projects", "1201");
    const known = session.store.get(projects, "1201");
    if (!known) throw new Error("The document puts its record in the store.");
    sandbox.requests.length = 0;
    session.store.putWritten(projects, [{ ...known, name: "ACME 2" }]);
    await eventually(() => {
      expect(document.getText()).toMatch(/^# ACME 2\n/);
    });
    expect(asked()).toEqual([]);
    editor.close(document.uri);
    expect((await open("projects", "1201")).getText()).toMatch(/^# ACME\n/);
    expect(asked()).toEqual(["projects/1201"]);
  });

  it("takes in the new name of what it links to", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    const document = await open("subprojects", "5001");
    const known = session.store.get(projects, "1201");
    if (!known) throw new Error("The document brings the names that it needs.");
    session.store.put(projects, [{ ...known, name: "Renamed" }]);
    await eventually(() => {
      expect(document.getText()).toContain("[Renamed](../projects/1201.md)");
    });
  });

  it("says so when the record is removed", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    const document = await open("projects", "1201");
    session.store.remove(projects, ["1201"]);
    await eventually(() => {
      expect(document.getText()).toMatch(/^# This project is gone\n/);
    });
  });

  it("has nobody's text as Markdown", async () => {
    const evil =
      "x](command:evil) [y](https://evil.example) <img src=x> | `c` $(bug)\n# Heading\n[r]: https://evil.example";
    sandbox.company.projects.patch(sandbox.company.projects.get("1201") ?? fail(), {
      name: evil,
      description: evil,
    });
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("projects", "1201")).getText();
    const [title = "", ...rest] = text.split("\n");
    expect(title).toBe(
      "# x\\]\\(command:evil) \\[y\\]\\(https://evil.example) \\<img src=x> \\| \\`c\\` \\$(bug) \\# Heading \\[r\\]: https://evil.example",
    );
    expect(rest).toContain("> \\# Heading  ");
    expect(rest).toContain("> \\[r\\]: https://evil.example");
    // Another record's name, in a link.
    const linked = (await open("subprojects", "5001")).getText();
    expect(linked).toContain(`- **Project:** [${title.slice(2)}](../projects/1201.md)`);
  });

  it("is of one that nobody can ask for where a view has brought it", async () => {
    const { open } = await desk(sessionAt(sandbox.url));
    expect((await open("openShifts", "1")).getText()).toContain("Factorial has no way to ask for one of its");
    expect((await open("noSuchThing", "1")).getText()).toMatch(/^# Nothing here\n/);
  });
});

describe("a review's document", () => {
  const published = () =>
    sandbox.company.evaluations.all().find(({ published: isPublished }) => isPublished === true)?.id ??
    fail();

  it("has the questions, the answers below them, and the score", async () => {
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("reviewEvaluations", published())).getText();
    expect(text).toContain("## Answers\n\n### Looking back\n\n**What went well?**\n> ");
    expect(text).toMatch(/## Scores\n\n(- .*\n)*- \*\*Score:\*\* \d/);
    expect(text).not.toContain('{"');
    expect(asked().filter((path) => path.startsWith("review_evaluation_"))).toHaveLength(2);
  });

  it("shows the rest where a part is refused, and says so in one line", async () => {
    sandbox.misbehave({ kind: "status", status: 403, match: { path: "review_evaluation_answers" } });
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("reviewEvaluations", published())).getText();
    expect(text).toMatch(
      /## Answers\n\nFactorial does not allow this account to do that\..*\n\n## Scores\n\n- /,
    );
  });

  it("says that there is nothing yet", async () => {
    const pending = sandbox.company.evaluations.all().find((each) => each.published !== true)?.id ?? fail();
    const { open } = await desk(sessionAt(sandbox.url));
    expect((await open("reviewEvaluations", pending)).getText()).toContain("## Scores\n\nNothing yet.");
  });

  it("is not logged, nor what the server says about it", async () => {
    const lines: string[] = [];
    const session = sessionAt(sandbox.url, { onRequest: (line) => lines.push(JSON.stringify(line)) });
    const { open, logged } = await desk(session);
    const id = published();
    const text = (await open("reviewEvaluations", id)).getText();
    const answer = /\*\*What went well\?\*\*\n> (.*)/.exec(text)?.[1]?.trim() ?? fail();
    sandbox.misbehave({
      kind: "status",
      status: 422,
      body: { errors: [`refused: ${answer}`] },
      match: { path: /review_evaluations\/\d+/ },
    });
    editor.close((await open("reviewEvaluations", id)).uri);
    expect((await open("reviewEvaluations", id)).getText()).toContain("refused:");
    expect(logged()).toContain("review_evaluations: invalid 422");
    expect(logged() + lines.join()).not.toContain(answer.slice(0, 20));
  });

  it("of a process has what is asked", async () => {
    const { open } = await desk(sessionAt(sandbox.url));
    const id = sandbox.company.reviewProcesses.all()[0]?.id ?? fail();
    const text = (await open("reviewProcesses", id)).getText();
    expect(text).toContain("## Questionnaires\n\n### ");
    expect(text).toContain("- Looking back\n  - **What went well?:** ");
  });
});

describe("what goes wrong", () => {
  it("is told with the server's words and what to do, and tried again when it is opened again", async () => {
    sandbox.misbehave({
      kind: "status",
      status: 403,
      body: { errors: ["Ask *Carmen*"] },
      match: { path: "/projects/1201" },
      times: 1,
    });
    const { open, logged } = await desk(sessionAt(sandbox.url));
    const document = await open("projects", "1201");
    expect(document.getText()).toMatch(/^# This project cannot be shown\n/);
    expect(document.getText()).toContain("Ask \\*Carmen\\*");
    expect(document.getText()).toContain("Ask your company's Factorial administrator");
    expect(logged()).toContain("details of projects: permission 403");
    editor.close(document.uri);
    expect((await open("projects", "1201")).getText()).toMatch(/^# ACME\n/);
  });

  it.each([
    [{ kind: "status", status: 404 }, "It may have been deleted."],
    [{ kind: "status", status: 401 }, "“Factorial: Sign In…”"],
    [{ kind: "cutConnection" }, "No connection to Factorial."],
    [{ kind: "htmlError" }, "Factorial is not available at the moment."],
    [{ kind: "invalidJson" }, "“Factorial: Show Logs”"],
  ] as const)("reads well: %j", async (fault, words) => {
    sandbox.misbehave({ ...fault, match: { path: "/projects/1201" } });
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("projects", "1201")).getText();
    expect(text).toMatch(/^# This project cannot be shown\n/);
    expect(text).toContain(words);
  });

  it("does not take away what is known while Factorial cannot be reached", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    editor.close((await open("projects", "1201")).uri);
    sandbox.misbehave({ kind: "cutConnection", match: { path: "/projects/1201" } });
    const text = (await open("projects", "1201")).getText();
    expect(text).toMatch(/^# ACME\n/);
    expect(text).toContain("**Not up to date:** No connection to Factorial.");
  });

  it("keeps no name from the others: what cannot be named now is shown without", async () => {
    sandbox.misbehave({ kind: "cutConnection", match: { path: /\/projects$/ } });
    const { open } = await desk(sessionAt(sandbox.url));
    const text = (await open("subprojects", "5001")).getText();
    expect(text).toMatch(/^# API\n/);
    expect(text).toContain("**Not up to date:** No connection");
    expect(text).not.toContain("1201");
  });

  it("an account that may see less is told so", async () => {
    const { open } = await desk(sessionAt(sandbox.url, { token: DEMO_RESTRICTED_TOKEN }));
    const id = sandbox.company.reviewProcesses.all()[0]?.id ?? fail();
    expect((await open("reviewProcesses", id)).getText()).toMatch(/^# This review process cannot be shown\n/);
  });
});

describe("another account", () => {
  const other = { accountId: "api.factorialhr.com/2/200" };

  it("sees nothing of a document, and asks for nothing", async () => {
    const { open } = await desk(sessionAt(sandbox.url, other));
    const text = (await open("projects", "1201")).getText();
    expect(text).toMatch(/^# The account of this document is gone\n/);
    expect(text).not.toMatch(/ACME|1201/);
    expect(asked()).toEqual([]);
  });

  it("takes an open document away; coming back brings it back", async () => {
    const { open, switchTo } = await desk(sessionAt(sandbox.url));
    const document = await open("projects", "1201");
    switchTo(sessionAt(sandbox.url, other));
    await eventually(() => {
      expect(document.getText()).toContain("another Factorial account");
    });
    switchTo(undefined);
    await eventually(() => {
      expect(document.getText()).toContain("not signed in");
    });
    expect(document.getText()).not.toContain("ACME");
    switchTo(sessionAt(sandbox.url));
    await eventually(() => {
      expect(document.getText()).toMatch(/^# ACME\n/);
    });
  });

  it("does not get a record that was asked for before it came", async () => {
    sandbox.misbehave({ kind: "latency", ms: 200, match: { path: "/projects/1201" } });
    const { open, switchTo } = await desk(sessionAt(sandbox.url));
    const opening = open("projects", "1201");
    await eventually(() => {
      expect(asked()).toContain("projects/1201");
    });
    switchTo(sessionAt(sandbox.url, other));
    const document = await opening;
    expect(document.getText()).toMatch(/^# The account of this document is gone\n/);
  });
});

describe("a preview", () => {
  it("that lives on without its document is told to look again", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    const document = await open("projects", "1201");
    editor.tabs.push(PREVIEW);
    editor.close(document.uri);
    const known = session.store.get(projects, "1201");
    if (!known) throw new Error("The document puts its record in the store.");
    session.store.putWritten(projects, [{ ...known, name: "ACME 2" }]);
    await eventually(() => {
      expect(editor.ran).toEqual(["markdown.preview.refresh"]);
    });
  });

  it("looks again when the account comes or goes, also one of the last time", async () => {
    const { switchTo } = await desk(undefined);
    switchTo(sessionAt(sandbox.url));
    expect(editor.ran).toEqual([]);
    editor.tabs.push(PREVIEW);
    switchTo(undefined);
    await eventually(() => {
      expect(editor.ran).toEqual(["markdown.preview.refresh"]);
    });
  });

  it("is none of our business where nothing of a document is kept", async () => {
    const session = sessionAt(sandbox.url);
    const { open } = await desk(session);
    editor.close((await open("projects", "1201")).uri);
    session.store.remove(projects, ["1201"]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(editor.ran).toEqual([]);
  });
});

describe("the account's id", () => {
  it("is in the address and nowhere in the text", async () => {
    const { open, uriOf } = await desk(sessionAt(sandbox.url));
    expect(uriOf("projects", "1201").query).toContain(encodeURIComponent(ACCOUNT));
    expect((await open("projects", "1201")).getText()).not.toContain(ACCOUNT);
  });
});

function fail(): never {
  throw new Error("The demo company has no such record.");
}
