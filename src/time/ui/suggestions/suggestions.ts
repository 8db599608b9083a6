import * as vscode from "vscode";
import { FactorialError } from "../../../api/errors";
import { showInformation } from "../../../commands/messages";
import type { Session } from "../../../session/session";
import {
  RecentProjects,
  suggestProjects,
  type Memory,
  type RecentProject,
  type Suggestion,
} from "../../recent-projects";
import { lastLogged } from "../../last-logged";
import { BranchMemory, issueKeyOf } from "../../suggestions/branch-memory";
import { plannedOn, type PlannedTime } from "../../suggestions/planned";
import { projectByRules } from "../../suggestions/project-rules";
import { currentBranch, type GitBranch } from "./git-branch";

export interface SuggestionsParts {
  readonly workspace: Memory;
  readonly everywhere: Memory;
}

/** Milliseconds that a look at git may take before a box opens without it. */
const GIT_PATIENCE = 50;

/** What to propose, from what is known here: nothing is asked of the server when a box opens. */
export class Suggestions {
  readonly #parts: SuggestionsParts;
  #session: Session | undefined;
  #branch: GitBranch | undefined;
  #planned: { readonly day: string; readonly time: readonly PlannedTime[] } | undefined;

  constructor(parts: SuggestionsParts) {
    this.#parts = parts;
  }

  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#planned = undefined;
    void this.lookAhead();
  }

  /** Learns in the background what the next box wants to know: the branch, and, once a day, what is planned. */
  async lookAhead(): Promise<void> {
    const session = this.#session;
    const looking = this.#lookAtBranch();
    const day = session?.clock.today();
    if (session?.projectList && day !== undefined && this.#planned?.day !== day) {
      this.#planned = { day, time: [] }; // also where it fails: plans are not worth asking twice
      try {
        const time = await plannedOn(session.client, await session.projectList.get(), day);
        if (session === this.#session) this.#planned = { day, time };
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
      }
    }
    await looking;
  }

  /** Looks at the branch, but not for longer than a box may take to open. */
  async refresh(): Promise<void> {
    await Promise.race([
      this.#lookAtBranch(),
      new Promise((resolve) => {
        setTimeout(resolve, GIT_PATIENCE);
      }),
    ]);
  }

  /** What the person may log on, the likeliest first. */
  list(): Suggestion[] {
    const session = this.#session;
    if (!session) return [];
    const { accountId, projectList, clock, store } = session;
    const projects = projectList?.known ?? [];
    const { inWorkspace, elsewhere } = this.#recent(accountId);
    const memory = new BranchMemory(this.#parts.everywhere, accountId);
    const branch = this.#branch;
    return suggestProjects(
      projects,
      {
        rule:
          branch && (projectByRules(rulesOfSettings(), branch.branch, projects) ?? memory.ofPrefix(branch)),
        branch: branch && memory.ofBranch(branch),
        inWorkspace,
        planned: this.#planned?.day === clock.today() ? this.#planned.time : [],
        elsewhere,
      },
      lastLogged(store, projects),
    );
  }

  /** What the person is working on, from the branch: only ever put into a box, to be read and changed. */
  comment(): string {
    if (!this.#branch) return "";
    const { branch, lastCommit } = this.#branch;
    const key = issueKeyOf(branch);
    if (key === undefined) return "";
    return lastCommit.toUpperCase().includes(key) ? lastCommit : `${key} ${lastCommit}`.trim();
  }

  /** Remembers what was chosen; on the second time for one kind of issue it asks whether that is always so. */
  async learn({ projectId, subprojectId }: RecentProject, name: string): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const used = { projectId, subprojectId };
    await this.#recent(session.accountId).remember(used);
    if (!this.#branch) return;
    const memory = new BranchMemory(this.#parts.everywhere, session.accountId);
    const prefix = await memory.learn(this.#branch, used);
    if (prefix !== undefined) void askAlways(memory, prefix, name);
  }

  async #lookAtBranch(): Promise<void> {
    this.#branch = await currentBranch();
  }

  #recent(accountId: string): RecentProjects {
    return new RecentProjects(this.#parts.workspace, this.#parts.everywhere, accountId);
  }
}

async function askAlways(memory: BranchMemory, prefix: string, name: string): Promise<void> {
  const [always, no] = [vscode.l10n.t("Always"), vscode.l10n.t("No")];
  const question = vscode.l10n.t("Always suggest {0} for {1}* branches?", name, prefix);
  const answer = await showInformation(question, always, no);
  if (answer !== undefined) await memory.answer(prefix, answer === always ? "always" : "never");
}

function rulesOfSettings(): unknown {
  return vscode.workspace.getConfiguration("factorial").get("projectRules");
}
