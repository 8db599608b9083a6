import * as vscode from "vscode";
import * as z from "zod";
import { gitApi } from "../../../commands/git-api";
import type { BranchFacts } from "../../suggestions/branch-memory";

/** The little that we need of a repository, as VS Code's git extension shows it. */
const Repository = z.object({
  rootUri: z.object({ fsPath: z.string() }),
  state: z.object({
    HEAD: z.object({ name: z.string().optional(), commit: z.string().optional() }).optional(),
    remotes: z.array(z.object({ name: z.string(), fetchUrl: z.string().optional() })),
  }),
});

const Api = z.object({ repositories: z.array(z.unknown()) });

export interface GitBranch extends BranchFacts {
  /** The first line of the last commit's message, where there is one. */
  readonly lastCommit: string;
}

/**
 * The branch that the person works on: that of the repository that the file in front belongs to, or of the only one.
 * Undefined without git, in detached HEAD, and in Restricted Mode, where a folder has no say.
 */
export async function currentBranch(): Promise<GitBranch | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const { repositories = [] } = Api.safeParse(await gitApi()).data ?? {};
  const found = repositories.flatMap((repository) => {
    const { data } = Repository.safeParse(repository);
    return data ? [{ repository, ...data }] : [];
  });
  const file = vscode.window.activeTextEditor?.document.uri.fsPath ?? "";
  const holding = found
    .filter(({ rootUri }) => file.startsWith(rootUri.fsPath))
    .sort((one, other) => other.rootUri.fsPath.length - one.rootUri.fsPath.length);
  const here = holding[0] ?? (found.length === 1 ? found[0] : undefined);
  const name = here?.state.HEAD?.name;
  if (!here || name === undefined) return undefined;
  const { remotes } = here.state;
  const remote = remotes.find((each) => each.name === "origin") ?? remotes[0];
  return {
    repository: withoutSecrets(remote?.fetchUrl ?? here.rootUri.fsPath),
    branch: name,
    lastCommit: await subjectOf(here.repository, here.state.HEAD?.commit),
  };
}

/** Remotes can have a token in their address, and this one is kept. */
function withoutSecrets(address: string): string {
  return address.replace(/^(\w+:\/\/)[^/@]*@/, "$1");
}

async function subjectOf(repository: unknown, commit: string | undefined): Promise<string> {
  if (commit === undefined || !hasCommits(repository)) return "";
  try {
    const { data } = z.object({ message: z.string() }).safeParse(await repository.getCommit(commit));
    return data?.message.split("\n")[0]?.trim() ?? "";
  } catch {
    return ""; // only a proposal is lost
  }
}

function hasCommits(repository: unknown): repository is { getCommit(ref: string): Promise<unknown> } {
  return typeof repository === "object" && repository !== null && "getCommit" in repository;
}
