import { wordingOf } from "../../records/session-wording";
import type { Session } from "../../session/session";
import { translate } from "../asking/ask-context";
import { anyOf } from "../sending/endings";

/** "draft or scheduled" */
export function stateWords(session: Session, states: readonly string[]): string {
  const wording = wordingOf(session);
  return anyOf(
    states.map((state) => wording.word(state) ?? state),
    translate,
  );
}
