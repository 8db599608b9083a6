import * as vscode from "vscode";
import { FactorialError } from "../api/errors";
import type { Resource } from "../api/resource";
import { DEFAULT_VERSION, isApiVersion, type ApiVersion } from "../api/versions";
import { logError } from "../commands/register-command";
import { nameWhatIsIn, wordingOf } from "../records/session-wording";
import type { RecordWording } from "../records/wording";
import { resourceNamed } from "../resources/any-client";
import type { Session } from "../session/session";
import { readAddress, SCHEME, type Address } from "./address";
import { isAnyPreviewOpen, refreshPreviews } from "./previews";
import {
  failedDocument,
  noWayDocument,
  nowhereDocument,
  otherAccountDocument,
  removedDocument,
} from "./problem-documents";
import { isPassing, readAlsoShown, readRecord, storedRecord, type ReadRecords } from "./read-record";
import { recordDocument } from "./record-document";

export interface DocumentsParts {
  readonly log: vscode.LogOutputChannel;
  readonly session: () => Session | undefined;
  /** Tells VS Code to ask again for a document that is open. */
  readonly changed: (uri: vscode.Uri) => void;
}

/** A document as it was last written. Kept in memory only, and no longer than it is on screen. */
interface Shown {
  readonly uri: vscode.Uri;
  readonly address: Address;
  readonly resource: Resource;
  readonly also: readonly ReadRecords[];
  readonly stale: FactorialError | undefined;
  text: string;
  /** VS Code has let go of the document; a preview may show it still. */
  closed: boolean;
}

/** Milliseconds in which changes are gathered: a list that is read puts many records, page by page. */
const GATHER = 100;

/** The text of records' documents: read anew when one is opened, then by what the store learns. */
export class Documents implements vscode.Disposable {
  readonly #parts: DocumentsParts;
  readonly #shown = new Map<string, Shown>();
  /** A document that is asked for twice at once is read once. */
  readonly #reading = new Map<string, Promise<string>>();
  readonly #closing: vscode.Disposable;
  #session: Session | undefined;
  #listening: { dispose(): void } | undefined;
  #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#close(uri);
    });
    this.#take(parts.session());
  }

  /** Never fails: what goes wrong is said in the document. */
  async text(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const address = readAddress(uri);
    const resource = address && resourceNamed(address.resourceName);
    if (!address || !resource) return nowhereDocument();
    const session = this.#currentSession();
    if (session?.accountId !== address.accountId) return otherAccountDocument(session !== undefined);
    const shown = this.#shown.get(key);
    if (shown && !shown.closed) return shown.text;
    const reading = this.#reading.get(key) ?? this.#read(uri, session, address, resource);
    this.#reading.set(key, reading);
    try {
      return await reading;
    } finally {
      if (this.#reading.get(key) === reading) this.#reading.delete(key);
    }
  }

  /** The next look reads anew; a document that is open looks now. */
  expire(uri: vscode.Uri): void {
    this.#shown.delete(uri.toString());
    this.#parts.changed(uri);
  }

  /** Another account, or none: whatever is open is written anew, by what may be seen now. */
  sessionChanged(): void {
    this.#take(this.#parts.session());
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME) this.#parts.changed(uri);
    }
  }

  dispose(): void {
    this.#take(undefined);
    this.#closing.dispose();
  }

  /** The event of a change comes after it, and nothing may be shown in between. */
  #currentSession(): Session | undefined {
    const session = this.#parts.session();
    if (session !== this.#session) this.#take(session);
    return session;
  }

  #take(session: Session | undefined): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    this.#shown.clear();
    this.#reading.clear();
    this.#listening?.dispose();
    this.#session = session;
    this.#listening = session?.store.onDidChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#rewrite(), GATHER);
    });
  }

  async #read(uri: vscode.Uri, session: Session, address: Address, resource: Resource): Promise<string> {
    const { signal } = this.#abort;
    try {
      const [read, also] = await Promise.all([
        readRecord(session, address, { signal }),
        readAlsoShown(session, address, { signal }),
      ]);
      if (!read) return noWayDocument(resource);
      const { stale } = read;
      const shown = { uri, address, resource, also, stale, text: "", closed: false };
      shown.text = await this.#write(session, shown);
      const now = this.#currentSession();
      if (session !== now) return otherAccountDocument(now !== undefined);
      this.#shown.set(uri.toString(), shown);
      return shown.text;
    } catch (error) {
      const now = this.#currentSession();
      if (session !== now) return otherAccountDocument(now !== undefined);
      this.#complain(resource, error);
      return failedDocument(resource, error);
    }
  }

  /** Fetches the names that are missing, and writes with those that came. */
  async #write(session: Session, shown: Shown): Promise<string> {
    const stale = shown.stale ? [shown.stale] : [];
    try {
      await nameWhatIsIn(session, (wording) => this.#draw(session, shown, wording, stale), {
        signal: this.#abort.signal,
      });
    } catch (error) {
      // A document without some names is better than none.
      if (!isPassing(error)) this.#complain(shown.resource, error);
      else if (stale.length === 0) stale.push(error);
    }
    return this.#draw(session, shown, wordingOf(session), stale);
  }

  #draw(
    session: Session,
    { address, resource, also }: Shown,
    wording: RecordWording,
    stale: readonly FactorialError[],
  ): string {
    const record = storedRecord(session, resource, address.recordId);
    if (!record) return removedDocument(resource);
    const sections = also.map(({ shown, resource: other, ids, problem }) => ({
      heading: shown.heading,
      resource: other,
      records: ids.flatMap((id) => storedRecord(session, other, id) ?? []),
      problem,
    }));
    const { names } = session;
    return recordDocument(
      { ref: address, resource, record, also: sections, stale, version: apiVersion() },
      { wording, find: (kind, id) => names.find(kind, id) },
    );
  }

  /** Writes anew what is on screen, and tells of what reads differently then. */
  async #rewrite(): Promise<void> {
    const session = this.#currentSession();
    if (!session) return;
    for (const [key, shown] of [...this.#shown]) {
      if (shown.closed && !isAnyPreviewOpen()) {
        this.#shown.delete(key);
        continue;
      }
      try {
        const text = await this.#write(session, shown);
        if (session !== this.#currentSession() || this.#shown.get(key) !== shown) continue;
        if (text !== shown.text) this.#tell(key, shown, text);
      } catch (error) {
        this.#complain(shown.resource, error);
      }
    }
  }

  #tell(key: string, shown: Shown, text: string): void {
    shown.text = text;
    if (shown.closed) {
      this.#shown.delete(key);
      void refreshPreviews();
    } else {
      this.#parts.changed(shown.uri);
    }
  }

  #close(uri: vscode.Uri): void {
    const shown = this.#shown.get(uri.toString());
    if (!shown) return;
    if (isAnyPreviewOpen()) shown.closed = true;
    else this.#shown.delete(uri.toString());
  }

  /** Of sensitive records the log learns no more than the kind of failure: the server's words may quote them. */
  #complain(resource: Resource, error: unknown): void {
    const what = `details of ${resource.path}`;
    if (resource.sensitive !== true) logError(this.#parts.log, what, error);
    else if (error instanceof FactorialError) {
      this.#parts.log.error(`${what}: ${error.kind} ${error.status ?? ""}`.trim());
    } else this.#parts.log.error(`${what}: ${error instanceof Error ? error.name : typeof error}`);
  }
}

/** As the session has it, which is built anew when the setting changes. */
function apiVersion(): ApiVersion {
  const version = vscode.workspace.getConfiguration("factorial").get("apiVersion", DEFAULT_VERSION);
  return isApiVersion(version) ? version : DEFAULT_VERSION;
}
