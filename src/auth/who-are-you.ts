import * as vscode from "vscode";
import { withoutIcons } from "../commands/messages";
import type { Person } from "./stored-account";
import type { Answer, StepFrame } from "../commands/step";
import type { Row, SignInUi } from "./sign-in-ui";

/**
 * Asks which employee is sitting here, as a company's key cannot tell. The e-mail of git only highlights a row:
 * it may be a private one, or a colleague's on a shared machine. Null means "none of these".
 */
export function askWho(
  ui: SignInUi,
  frame: Omit<StepFrame, "title">,
  listEmployees: (signal: AbortSignal) => Promise<readonly Person[]>,
  gitEmail: () => Promise<string | undefined>,
): Promise<Answer<Person | null>> {
  return ui.choose<Person | null>({
    ...frame,
    title: vscode.l10n.t("Who Are You?"),
    placeholder: vscode.l10n.t("Choose yourself, so that your time is logged for you"),
    rows: async (signal) => {
      const [people, email] = await Promise.all([listEmployees(signal), gitEmail()]);
      return [...peopleRows(people, email), nobodyRow()];
    },
  });
}

function peopleRows(people: readonly Person[], email: string | undefined): Row<Person>[] {
  const wanted = email?.toLowerCase();
  const rows = [...people]
    .sort((one, other) => one.fullName.localeCompare(other.fullName))
    .map((person): Row<Person> => {
      const suggested = wanted !== undefined && person.email?.toLowerCase() === wanted;
      const mail = person.email ?? "";
      return {
        label: withoutIcons(person.fullName),
        description: suggested ? vscode.l10n.t("{0} · suggested, as your git e-mail", mail) : mail,
        value: person,
        suggested,
      };
    });
  return [...rows.filter(({ suggested }) => suggested), ...rows.filter(({ suggested }) => !suggested)];
}

function nobodyRow(): Row<null> {
  return {
    label: vscode.l10n.t("$(circle-slash) None of These"),
    detail: vscode.l10n.t("You can browse and manage, but not log time for yourself."),
    value: null,
  };
}
