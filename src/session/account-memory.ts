/** What VS Code remembers for an extension outside its secret storage, as far as is needed here. */
export interface Memory {
  keys(): readonly string[];
  update(key: string, value: undefined): PromiseLike<void>;
}

/** What is remembered of an account: names of projects, which were used last, the zone of its calendar. */
const KEPT_FOR_ACCOUNTS = ["factorial.projectList", "factorial.timeZone", "factorial.recentProjects"];

/**
 * Forgets what belongs to an account that was signed out of. Only a draft stays: it is what the person typed, and is
 * offered again when they come back.
 */
export async function forgetAccount(memory: Memory, accountId: string): Promise<void> {
  const own = KEPT_FOR_ACCOUNTS.map((name) => `${name}:${accountId}`);
  const keys = memory
    .keys()
    .filter((key) => own.some((start) => key === start || key.startsWith(`${start}:`)));
  await Promise.all(keys.map((key) => memory.update(key, undefined)));
}
