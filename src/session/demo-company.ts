import * as vscode from "vscode";
import type { DemoCompany } from "../auth/accounts-parts";
import { checkBaseUrl } from "../auth/base-url";
import type { Sandbox } from "../sandbox/index";
import { DEMO_TOKEN } from "../sandbox/demo-credentials";

/** Where the demo company of this machine listens, so that all windows work in the same one. */
const PORT = 47_811;

/** Milliseconds between two looks whether the window that runs the demo company is still there. */
const LOOK_EVERY = 5000;

/** A demo company that runs already, told by whoever started this VS Code (`npm start` does). */
export function demoUrlFromEnvironment(): string | undefined {
  const url = process.env.FACTORIAL_DEMO_URL;
  if (url === undefined || url === "") return undefined;
  const check = checkBaseUrl(url);
  const isLocal = check.ok && /^(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(check.host);
  return isLocal ? check.baseUrl : undefined;
}

/**
 * The demo company: a local server, started by the first window that wants it and shared by the others. When that
 * window closes, another takes over on the same port, with the same data.
 */
export class DemoCompanyHost implements vscode.Disposable {
  #sandbox: Sandbox | undefined;
  #watch: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(
    readonly storage: vscode.Uri,
    readonly log: vscode.LogOutputChannel,
  ) {}

  async start(): Promise<DemoCompany> {
    const given = demoUrlFromEnvironment();
    if (given !== undefined) return { url: given, token: DEMO_TOKEN };
    const url = `http://127.0.0.1:${PORT}`;
    await this.#ensureRunning(url);
    this.#watch ??= setInterval(() => void this.#ensureRunning(url), LOOK_EVERY);
    return { url, token: DEMO_TOKEN };
  }

  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#watch);
    void this.#sandbox?.stop();
  }

  async #ensureRunning(url: string): Promise<void> {
    if (this.#sandbox || this.#disposed || (await isDemoCompany(url))) return;
    // Loaded when first wanted: the description of the API in it is larger than the rest of the extension.
    const { startSandbox } = await import("../sandbox/index");
    await vscode.workspace.fs.createDirectory(this.storage);
    const stateFile = vscode.Uri.joinPath(this.storage, "demo-company.json").fsPath;
    this.#sandbox = await startSandbox({ port: PORT, stateFile });
    this.log.info(`The demo company runs at ${url}`);
  }
}

async function isDemoCompany(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/__sandbox/health`, { signal: AbortSignal.timeout(1000) });
    return response.ok;
  } catch {
    return false; // Nobody listens there.
  }
}
