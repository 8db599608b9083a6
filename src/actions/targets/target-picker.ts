import * as vscode from "vscode";
import type { Resource } from "../../api/resource";
import type { Session } from "../../session/session";
import { allows, statesOf, type Action } from "../action-list";
import type { Answer, StepFrame } from "../../commands/step";
import { type } from "../asking/steps";
import { preferredVersion } from "../version";
import { pickRecords } from "./record-picker";
import { isListable } from "./record-search";
import { stateWords } from "./states";
import type { Target } from "./target";
import { named, targetsOf } from "./targets";

/** Asks which record an action is about, of those that allow it. A single one is asked for, too: Enter is the yes. */
export async function pickTarget(
  session: Session,
  action: Action,
  on: Resource,
  frame: StepFrame,
): Promise<Answer<{ targets: readonly Target[] }>> {
  const one = vscode.l10n.t(on.names.one);
  if (!isListable(session, on, preferredVersion())) {
    const typed = await type(frame, {
      prompt: vscode.l10n.t("The id of the {0}: Factorial lists none without knowing more.", one),
      value: "",
      problem: (text) => (text.trim() === "" ? vscode.l10n.t("This must not be empty.") : undefined),
    });
    return typeof typed === "string" ? { targets: await targetsOf(session, on, [typed.trim()]) } : typed;
  }
  const needed = stateWords(session, action.declaration.states ?? []);
  const answer = await pickRecords(frame, {
    session,
    resource: on,
    offers: (record) => allows(action, statesOf(on, record)),
    many: false,
    chosen: [],
    placeholder: vscode.l10n.t("Which {0}? Type to search", one),
    empty:
      needed === ""
        ? vscode.l10n.t("There are no {0} that this account may see.", vscode.l10n.t(on.names.many))
        : vscode.l10n.t("No {0} is {1}.", one, needed),
  });
  if (typeof answer !== "object") return answer;
  const ids = answer.records.map(({ id }) => id);
  return { targets: await named(session, on, ids, answer.records) };
}
