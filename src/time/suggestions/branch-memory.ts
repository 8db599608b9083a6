import * as z from "zod";
import { isSame, type Memory, type RecentProject } from "../recent-projects";

/** Where somebody works, as git tells. */
export interface BranchFacts {
  /** What tells the repository from others, on all machines: its remote's address, or its folder where it has none. */
  readonly repository: string;
  /** `feat/PROJ-123-login` */
  readonly branch: string;
}

const Used = z.object({ projectId: z.string(), subprojectId: z.string().optional() });

const Learned = z.object({
  /** By repository and branch, the newest last. */
  branches: z.array(z.object({ key: z.string(), used: Used })),
  /** By prefix of issue keys: how often in a row the same was used, and what the person said to "always". */
  prefixes: z.record(
    z.string(),
    z.object({ used: Used, times: z.number(), answer: z.enum(["always", "never"]).optional() }),
  ),
});
type Learned = z.output<typeof Learned>;

/** Branches live for some weeks. */
const MOST_BRANCHES = 200;

/** The issue key in a branch's name: `PROJ-123` of `feat/proj-123-login`. */
export function issueKeyOf(branch: string): string | undefined {
  return /(?:^|[/_-])([a-z][a-z0-9]{1,9}-\d{1,7})(?![a-z0-9])/i.exec(branch)?.[1]?.toUpperCase();
}

/** `PROJ-` of `PROJ-123`. */
export function prefixOf(branch: string): string | undefined {
  return issueKeyOf(branch)?.replace(/\d+$/, "");
}

/** What time was logged on from which branch. Projects are kept by id, so that a renamed one keeps its place. */
export class BranchMemory {
  readonly #memory: Memory;
  readonly #key: string;

  /** @param accountId accounts do not share ids */
  constructor(memory: Memory, accountId: string) {
    this.#memory = memory;
    this.#key = `factorial.branches:${accountId}`;
  }

  /** What was logged from this very branch last. */
  ofBranch(facts: BranchFacts): RecentProject | undefined {
    return this.#read().branches.find(({ key }) => key === keyOf(facts))?.used;
  }

  /** What the person said that all issues of this kind are on. */
  ofPrefix({ branch }: BranchFacts): RecentProject | undefined {
    const learned = this.#read().prefixes[prefixOf(branch) ?? ""];
    return learned?.answer === "always" ? learned.used : undefined;
  }

  /**
   * Learns from an entry that was accepted.
   * @returns the prefix of issue keys about which to ask "always?": after the second time, and never again
   */
  async learn(facts: BranchFacts, used: RecentProject): Promise<string | undefined> {
    const learned = this.#read();
    const key = keyOf(facts);
    const branches = [...learned.branches.filter((other) => other.key !== key), { key, used: { ...used } }];
    const prefix = prefixOf(facts.branch);
    const before = prefix === undefined ? undefined : learned.prefixes[prefix];
    const isAgain = before !== undefined && isSame(before.used, used);
    const times = isAgain ? before.times + 1 : 1;
    await this.#write({
      branches: branches.slice(-MOST_BRANCHES),
      prefixes:
        prefix === undefined || before?.answer === "always"
          ? learned.prefixes
          : {
              ...learned.prefixes,
              [prefix]: {
                used: { ...used },
                times,
                ...(isAgain && before.answer && { answer: before.answer }),
              },
            },
    });
    return times === 2 && before?.answer === undefined ? prefix : undefined;
  }

  async answer(prefix: string, answer: "always" | "never"): Promise<void> {
    const learned = this.#read();
    const before = learned.prefixes[prefix];
    if (before)
      await this.#write({ ...learned, prefixes: { ...learned.prefixes, [prefix]: { ...before, answer } } });
  }

  #read(): Learned {
    return Learned.safeParse(this.#memory.get(this.#key)).data ?? { branches: [], prefixes: {} };
  }

  async #write(learned: Learned): Promise<void> {
    await this.#memory.update(this.#key, learned);
  }
}

function keyOf({ repository, branch }: BranchFacts): string {
  return `${repository}#${branch}`;
}
