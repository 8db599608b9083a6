import * as vscode from "vscode";
import { showInformation } from "../commands/messages";
import { registerCommand } from "../commands/register-command";
import type { Session } from "../session/session";
import { addressUri, SCHEME } from "./address";
import type { Documents } from "./documents";
import { RecordLinks } from "./links";
import { refreshPreviews, showRendered } from "./previews";
import { chosenRecords, type RecordRef } from "./record-ref";

export interface DetailsParts {
  readonly log: vscode.LogOutputChannel;
  readonly session: () => Session | undefined;
  readonly onDidChangeSession: vscode.Event<void>;
  readonly signIn: () => unknown;
  /** The rows that are selected in Factorial's views. */
  readonly selected: () => unknown;
}

/** Records as documents, and what can be copied of them. What writes documents is loaded with the first. */
export function registerDetails(parts: DetailsParts): vscode.Disposable {
  const { log } = parts;
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let loading: Promise<Documents> | undefined;
  const documents = () =>
    (loading ??= import("./documents").then(
      (module) =>
        new module.Documents({
          log,
          session: parts.session,
          changed: (uri) => {
            changes.fire(uri);
          },
        }),
    ));

  const onSession = parts.onDidChangeSession(async () => {
    if (loading) (await loading).sessionChanged();
    // Also where nothing was asked for: a preview that VS Code restored at its start was there before the account.
    await refreshPreviews();
  });

  const withRecords = (args: readonly unknown[], use: (records: readonly RecordRef[]) => unknown) => {
    const records = chosenRecords(args, parts.selected);
    if (records.length > 0) return use(records);
    return void showInformation(vscode.l10n.t("Select a row in one of Factorial's views first."));
  };
  const withSession = (use: (session: Session) => unknown) => {
    const session = parts.session();
    return session ? use(session) : parts.signIn();
  };
  const register = (name: string, handler: (...args: unknown[]) => unknown) =>
    registerCommand(log, `factorial.${name}`, handler);

  return vscode.Disposable.from(
    changes,
    onSession,
    {
      dispose: () =>
        void loading?.then((loaded) => {
          loaded.dispose();
        }),
    },
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (uri) => (await documents()).text(uri),
    }),
    vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, new RecordLinks()),
    // Only the row that was clicked, where several are selected: each would take the others' place.
    register("showDetails", (clicked) =>
      withSession((session) =>
        withRecords([clicked], async ([record]) => {
          if (record) await show(addressUri({ accountId: session.accountId, ...record }), await documents());
        }),
      ),
    ),
    register("copyId", (...args) =>
      withRecords(args, async (records) => {
        await (await import("./copy")).copyIds(records);
      }),
    ),
    register("copyJson", (...args) =>
      withSession((session) =>
        withRecords(args, async (records) => {
          await (await import("./copy")).copyJson(session, records);
        }),
      ),
    ),
    register("openInBrowser", () =>
      withSession(async ({ accountId }) => {
        await (await import("./web-app")).openWebApp(accountId);
      }),
    ),
  );
}

async function show(uri: vscode.Uri, documents: Documents): Promise<void> {
  documents.expire(uri);
  // One that is open already comes to the front as it is: told first, all of them look again.
  await refreshPreviews();
  await showRendered(uri);
}
