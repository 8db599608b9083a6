import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { promisify } from "node:util";
import * as vscode from "vscode";
import * as z from "zod";
import { gitApi } from "../commands/git-api";

/** The little that we need of version 1 of the API of VS Code's git extension. */
const GitApi = z.object({
  git: z.object({ path: z.string() }),
  repositories: z.array(z.object({ rootUri: z.object({ fsPath: z.string() }) })),
});

/** The e-mail that git would write into a commit here; undefined where there is none, or no git. */
export async function gitEmail(): Promise<string | undefined> {
  const git = GitApi.safeParse(await gitApi()).data;
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
