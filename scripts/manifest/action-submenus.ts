import { ACTIONS, type Action } from "../../src/actions/action-list";
import { nameOfResource } from "../../src/resources/any-client";

/** More actions than these on one kind of row, and those that change settings move into a submenu. */
const MOST_ON_A_ROW = 10;

/** Submenus that say better than "Change" what they are for. */
const OWN_WORDS: Readonly<Record<string, { readonly name: string; readonly title: string }>> = {
  reviewProcesses: { name: "configure", title: "Configure" },
};

export interface Submenu {
  readonly id: string;
  readonly title: string;
  /** The resource whose rows have it. */
  readonly rows: string;
}

export const SUBMENUS: readonly Submenu[] = [...new Set(ACTIONS.map(rowsOf))].flatMap((rows) => {
  const own = ACTIONS.filter((action) => rowsOf(action) === rows);
  if (rows === undefined || own.length <= MOST_ON_A_ROW || own.filter(isSetting).length < 2) return [];
  const { name, title } = OWN_WORDS[rows] ?? { name: "change", title: "Change" };
  return [{ id: `factorial.${rows}.${name}`, title, rows }];
});

/** The submenu that an action moves into on rows. */
export function submenuOf(action: Action): Submenu | undefined {
  return isSetting(action) ? SUBMENUS.find(({ rows }) => rows === rowsOf(action)) : undefined;
}

/** The resource whose rows have an action. */
export function rowsOf({ on }: Action): string | undefined {
  return on && nameOfResource(on);
}

/** What cannot be taken back stays where it is seen at once. */
function isSetting({ operationName, declaration }: Action): boolean {
  return operationName.startsWith("update") && declaration.danger !== "destructive";
}
