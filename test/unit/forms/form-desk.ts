import type { FormRequest, RunnerParts } from "../../../src/actions/register";
import { Drafts } from "../../../src/session/drafts";
import type { Forms } from "../../../src/forms/forms";
import { openDesk, openSession, startOver as startActionsOver, type Desk } from "../actions/desk";
import { folderOfTest } from "../support/folder";
import type { FormPage } from "./form-pages";
import { pages, Uri } from "./vscode-fake";

export interface FormDesk extends Desk {
  readonly forms: Forms;
  readonly drafts: Drafts;
  /** Opens a form by its command; the newest tab. */
  readonly open: (command: string, ...given: unknown[]) => Promise<FormPage>;
  /** A new window with the same drafts. */
  readonly restart: () => Promise<FormDesk>;
  readonly signIn: (session?: ReturnType<typeof openSession>) => void;
  readonly signOut: () => void;
}

/** Actions and forms, for somebody who is signed in. */
export async function openFormDesk(folder = folderOfTest(), session = openSession()): Promise<FormDesk> {
  const { Forms } = await import("../../../src/forms/forms");
  const desk = await openDesk(session);
  const failures: unknown[] = [];
  const drafts = new Drafts(folder, (error) => failures.push(error));
  const openForm = (request: FormRequest): Promise<void> => forms.open(request);
  const runner: RunnerParts = { ...desk.parts, openForm };
  // The fake's.
  const extensionUri = Uri.parse("webview:/ext") as unknown as ConstructorParameters<
    typeof Forms
  >[0]["extensionUri"];
  const forms: Forms = new Forms({ extensionUri, runner, drafts });
  Object.assign(desk.parts, { openForm });
  forms.setSession(session);
  return Object.assign(desk, {
    forms,
    drafts,
    open: async (command: string, ...given: unknown[]) => {
      await desk.run(command, ...given);
      return pages.newest;
    },
    restart: () => {
      pages.all.length = 0;
      return openFormDesk(folder);
    },
    signIn: (again = openSession()) => {
      desk.session = again;
      forms.setSession(again);
    },
    signOut: () => {
      desk.session = undefined;
      forms.setSession(undefined);
    },
  });
}

/** Before each test: an empty screen, the company as it was. */
export function startOver(): void {
  startActionsOver();
  pages.all.length = 0;
}
