import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../support/eventually";
import { folderOfTest } from "../support/folder";

vi.mock("vscode", async () => ({
  Uri: {
    file: (fsPath: string) => ({ fsPath }),
    joinPath: (folder: { fsPath: string }, name: string) => ({ fsPath: `${folder.fsPath}/${name}` }),
  },
  workspace: { fs: { createDirectory: () => Promise.resolve() } },
  l10n: (await import("../support/vscode-pieces")).l10n,
}));

const { Uri } = await import("vscode");
const { DemoCompanyHost } = await import("../../../src/session/demo-company");

let folder: string;
let port: number;
const windows: { dispose(): void }[] = [];

beforeEach(async () => {
  folder = folderOfTest();
  port = await freePort();
});

afterEach(() => {
  for (const window of windows.splice(0)) window.dispose();
});

describe("the demo company of several windows", () => {
  it("is one, though all want it at once", async () => {
    const hosts = [openWindow(), openWindow(), openWindow()];
    const companies = await Promise.all(hosts.map((host) => host.start()));
    expect(new Set(companies.map(({ url }) => url)).size).toBe(1);
    expect(await nameOf(companies[0]?.url)).toBe("Nora Vidal");
  });

  it("goes on when the window that runs it closes", async () => {
    const first = openWindow();
    const { url } = await first.start();
    await openWindow().start();
    first.dispose();
    await eventually(async () => {
      expect(await nameOf(url)).toBe("Nora Vidal");
    });
  });

  it("says so if another program has the port, whatever it answers", async () => {
    const other = createServer((_request, response) => {
      response.end("<!doctype html>");
    });
    await new Promise<void>((done) => {
      other.listen(port, "127.0.0.1", done);
    });
    try {
      await expect(openWindow().start()).rejects.toMatchObject({
        kind: "conflict",
        message: `The demo company cannot start: port ${port} is in use by another program on this machine.`,
      });
    } finally {
      other.close();
    }
  });
});

function openWindow() {
  const log = { info: () => undefined, warn: () => undefined };
  const host = new DemoCompanyHost(Uri.file(folder), log, port);
  windows.push(host);
  return host;
}

async function nameOf(url: string | undefined): Promise<unknown> {
  const address = `${url ?? ""}/api/2026-10-01/resources/api_public/credentials`;
  const answer = await fetch(address, { headers: { authorization: "Bearer demo-token-nora" } });
  return /"full_name":"([^"]+)"/.exec(await answer.text())?.[1];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}
