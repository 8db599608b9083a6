import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import type { DemoCompany } from "../auth/accounts-parts";
import { checkBaseUrl } from "../auth/base-url";
import type { Sandbox } from "../sandbox/index";
import { DEMO_TOKEN } from "../sandbox/demo-credentials";

/** Where the demo company of this machine listens, so that all windows work in the same one. */
const PORT = 47_811;

/**
 * Milliseconds between two looks whether the window that runs the demo company is still there. Shorter than the
 * client's patience with a server that is away, so that nobody notices when that window closes.
 */
const LOOK_EVERY = 1000;

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
  #starting: Promise<void> | undefined;
  #watch: NodeJS.Timeout | undefined;
  #complaint: string | undefined;
  #disposed = false;

  constructor(
    readonly storage: vscode.Uri,
    readonly log: Pick<vscode.LogOutputChannel, "info" | "warn">,
    readonly port = PORT,
  ) {}

  async start(): Promise<DemoCompany> {
    const given = demoUrlFromEnvironment();
    if (given !== undefined) return { url: given, token: DEMO_TOKEN };
    const url = `http://127.0.0.1:${this.port}`;
    await this.#ensureRunning(url);
    this.#watch ??= setInterval(() => {
      this.#ensureRunning(url).catch((error: unknown) => {
        this.#complain(`The demo company does not run: ${String(error)}`);
      });
    }, LOOK_EVERY);
    return { url, token: DEMO_TOKEN };
  }

  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#watch);
    void this.#sandbox?.stop();
  }

  #ensureRunning(url: string): Promise<void> {
    this.#starting ??= this.#startUnlessRunning(url).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #startUnlessRunning(url: string): Promise<void> {
    if (this.#sandbox || this.#disposed || (await isDemoCompany(url))) return;
    // Loaded when first wanted: the description of the API in it is larger than the rest of the extension.
    const { startSandbox } = await import("../sandbox/index");
    await vscode.workspace.fs.createDirectory(this.storage);
    const stateFile = vscode.Uri.joinPath(this.storage, "demo-company.json").fsPath;
    try {
      this.#keep(await startSandbox({ port: this.port, stateFile }));
    } catch (error) {
      if (await isDemoCompany(url)) return; // another window was quicker
      throw isPortInUse(error) ? portInUse(this.port, error) : error;
    }
  }

  /** The window may have closed while the company was being founded. */
  #keep(sandbox: Sandbox): void {
    if (this.#disposed) {
      void sandbox.stop();
      return;
    }
    this.#sandbox = sandbox;
    this.#complaint = undefined;
    this.log.info(`The demo company runs at ${sandbox.url}`);
  }

  /** Once, not with every look. */
  #complain(text: string): void {
    if (text !== this.#complaint) this.log.warn(text);
    this.#complaint = text;
  }
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function portInUse(port: number, cause: unknown): FactorialError {
  const text = vscode.l10n.t(
    "The demo company cannot start: port {0} is in use by another program on this machine.",
    port,
  );
  return new FactorialError("conflict", text, { cause });
}

async function isDemoCompany(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/__sandbox/health`, { signal: AbortSignal.timeout(1000) });
    // Other programs' servers may answer anything with a page.
    return response.ok && (await response.text()) === '{"status":"ok"}';
  } catch {
    return false; // Nobody listens there.
  }
}
