import type { FormField } from "../../messages/form";
import { isSame, type FormState } from "../form-state";

/** What became of a request without an answer, as far as the server's records tell. */
export type Fate = "saved" | "not-saved" | "unknown";

/** Whether a record holds what was sent to change it. */
export function fateOfChange(
  state: FormState,
  record: Readonly<Record<string, unknown>>,
  theirs: ReadonlyMap<string, FormField>,
): Fate {
  const sent = state.shown.filter((field) => state.isChanged(field));
  // Of what a record does not tell, such as files, nothing can be said.
  const told = sent.filter(({ now, field }) => field.kind !== "files" && now !== undefined && now in record);
  const holds = told.map(({ name, control, field }) => {
    const [before, there] = [state.base.get(name), theirs.get(name)];
    if (there && isSame(control, field, there)) return "mine";
    return before && there && isSame(control, before, there) ? "before" : "other";
  });
  if (told.length < sent.length || holds.length === 0) return "unknown";
  if (holds.every((one) => one === "mine")) return "saved";
  return holds.every((one) => one === "before") ? "not-saved" : "unknown";
}
