import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { promisify } from "node:util";
import * as vscode from "vscode";
import * as z from "zod";

/** The little that we need of version 1 of the API of VS Code's git extension. */
const GitApi = z.object({
  git: z.object({ path: z.string() }),
  repositories: z.array(z.object({ rootUri: z.object({ fsPath: z.string() }) })),
});

/** The e-mail that git would write into a commit here; undefined where there is none, or no git. */
export async function gitEmail(): Promise<string | undefined> {
  const git = await gitApi();
  // A repository that is not trusted has no say in who the person is.
  const folder = vscode.workspace.isTrusted ? git?.repositories[0]?.rootUri.fsPath : undefined;
  try {
    const run = promisify(execFile);
    const { stdout } = await run(git?.git.path ?? "git", ["config", "user.email"], {
      cwd: folder ?? homedir(),
      timeout: 2000,
    });
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch {
    return undefined; // only a suggestion is lost
  }
}

async function gitApi(): Promise<z.output<typeof GitApi> | undefined> {
  try {
    const exports: unknown = await vscode.extensions.getExtension("vscode.git")?.activate();
    return hasApi(exports) ? GitApi.safeParse(exports.getAPI(1)).data : undefined;
  } catch {
    return undefined; // switched off, or not there
  }
}

function hasApi(exports: unknown): exports is { getAPI(version: 1): unknown } {
  return typeof exports === "object" && exports !== null && "getAPI" in exports;
}
