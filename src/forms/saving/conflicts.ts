import type { FormConflict, FormField } from "../../messages/form";
import type { PlannedField } from "../form-fields";
import { isSame } from "../form-state";

export interface Compared {
  /** Changed here and, differently, there. */
  readonly conflicts: readonly FormConflict[];
  /** What was not touched here is as it is there. */
  readonly merged: ReadonlyMap<string, FormField>;
}

/**
 * What is typed here beside what the record holds now. `base` is what it held when the form was opened; a field that
 * is undefined in it is known to have changed since.
 */
export function compare(
  fields: readonly PlannedField[],
  base: ReadonlyMap<string, FormField | undefined>,
  mine: ReadonlyMap<string, FormField>,
  theirs: ReadonlyMap<string, FormField>,
): Compared {
  const conflicts: FormConflict[] = [];
  const merged = new Map<string, FormField>();
  for (const { name, control, selects } of fields) {
    const [before, here, there] = [
      base.get(name),
      mine.get(name) ?? control.blank,
      theirs.get(name) ?? control.blank,
    ];
    if (selects) {
      merged.set(name, here);
      continue;
    }
    const isMine = before === undefined || !isSame(control, before, here);
    const isTheirs = before === undefined || !isSame(control, before, there);
    merged.set(name, isMine ? here : there);
    if (isMine && isTheirs && !isSame(control, here, there)) {
      const { label } = control.blank;
      conflicts.push({ name, label, mine: control.words(here), theirs: control.words(there) });
    }
  }
  return { conflicts, merged };
}
