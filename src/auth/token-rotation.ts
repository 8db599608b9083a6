import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FactorialError } from "../api/errors";
import { LockTimeout, withFileLock } from "../disk/file-lock";
import { OAuthRefusal, type OAuthTokens } from "./oauth";
import type { OAuthCredential } from "./stored-account";

export interface RotationStore {
  /** From the storage itself, not from this window's memory. */
  read(): Promise<OAuthCredential | undefined>;
  /** Resolves when it is in the storage. */
  write(credential: OAuthCredential): Promise<void>;
}

export interface Rotation {
  readonly accountId: string;
  /** A folder that all windows share. */
  readonly lockFolder: string;
  readonly store: RotationStore;
  readonly refresh: (credential: OAuthCredential, refreshToken: string) => Promise<OAuthTokens>;
  /** Milliseconds to wait for another window's token to reach this window's storage. Default 2000. */
  readonly patience?: number | undefined;
}

/**
 * Replaces an access token by a new one, once for all windows: a refresh token works once, so two windows that
 * both sent it would lose the sign-in. Resolves to what the storage holds; the new pair is stored before anybody
 * sees it, so that a crash never leaves a spent refresh token as the only one.
 *
 * @param stale the access token that is no good any more
 * @throws OAuthRefusal when the sign-in has ended; other errors mean that it may work later
 */
export async function rotateToken(rotation: Rotation, stale: string): Promise<OAuthCredential> {
  const { store } = rotation;
  const files = filesOf(rotation);
  const renewing = withFileLock(`${files}.lock`, async () => {
    const current = await freshest(rotation, stale, (token) => isSpent(`${files}.spent`, token));
    if (current.accessToken !== stale) return current; // another window was quicker
    if (current.refreshToken === undefined)
      throw new OAuthRefusal("invalid_grant", "This sign-in cannot be renewed.");
    try {
      const tokens = await rotation.refresh(current, current.refreshToken);
      const renewed: OAuthCredential = { ...current, ...tokens };
      await store.write(renewed);
      await rememberSpent(`${files}.spent`, current.refreshToken);
      return renewed;
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error;
      // A window on another machine (a remote one) has the same storage but other lock files, and may have used the
      // refresh token a moment ago: then its token comes to the storage.
      const theirs = await freshest(rotation, stale, () => Promise.resolve(true));
      if (theirs.accessToken !== stale) return theirs;
      throw error;
    }
  });
  return renewing.catch((error: unknown) => {
    if (!(error instanceof LockTimeout)) throw error;
    throw new FactorialError("unavailable", "Another window did not finish renewing the sign-in.");
  });
}

/** Removes what rotating the tokens of an account has left in the folder. */
export async function forgetRotation(rotation: Pick<Rotation, "accountId" | "lockFolder">): Promise<void> {
  await rm(`${filesOf(rotation)}.spent`, { force: true }).catch(() => undefined);
}

function filesOf({ accountId, lockFolder }: Pick<Rotation, "accountId" | "lockFolder">): string {
  return join(lockFolder, `sign-in-${fingerprint(accountId)}`);
}

/**
 * The stored credential. Waits for another window's where ours is stale and `isSpent` says that its refresh token is
 * used up: VS Code's storage reaches other windows a moment later than the lock is released.
 */
async function freshest(
  { store, patience = 2000 }: Rotation,
  stale: string,
  isSpent: (refreshToken: string | undefined) => Promise<boolean>,
): Promise<OAuthCredential> {
  const until = Date.now() + patience;
  for (;;) {
    const current = await store.read();
    if (current === undefined)
      throw new FactorialError("sign-in", "You have signed out of this Factorial account.");
    const waits = current.accessToken === stale && (await isSpent(current.refreshToken));
    if (!waits || Date.now() > until) return current;
    await sleep(50);
  }
}

/** The file holds a digest of the token, which says nothing of the token, as it is random and long. */
async function rememberSpent(spentFile: string, refreshToken: string): Promise<void> {
  // Without the file other windows only lose the hint to wait.
  await writeFile(spentFile, fingerprint(refreshToken), { mode: 0o600 }).catch(() => undefined);
}

async function isSpent(spentFile: string, refreshToken: string | undefined): Promise<boolean> {
  if (refreshToken === undefined) return false;
  try {
    return (await readFile(spentFile, "utf8")) === fingerprint(refreshToken);
  } catch {
    return false;
  }
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
