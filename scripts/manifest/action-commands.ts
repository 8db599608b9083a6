import { ACTIONS, actionTitle, type Action } from "../../src/actions/action-list";
import { SUBMENUS } from "./action-submenus";
import { textOf, type CommandEntry, type SubmenuEntry, type TextEntry } from "./manifest-types";
import { VIEWS } from "./views";

/** Commands that VS Code makes for each view, below the view's own id: `factorial.projects.focus`. */
const OF_VIEWS = ["focus", "open", "removeView", "resetViewLocation", "toggleVisibility"];

export const actionTexts: Readonly<Record<string, string>> = Object.fromEntries([
  ...ACTIONS.map((action): TextEntry => [textKey(action), actionTitle(action)]),
  ...SUBMENUS.map(({ rows, title }): TextEntry => [`submenu.${rows}`, title]),
]);

export function actionCommands(): CommandEntry[] {
  return ACTIONS.map((action) => {
    const icon = action.declaration.inline ?? (isPrimary(action) ? "add" : undefined);
    if (OF_VIEWS.some((name) => action.id.endsWith(`.${name}`)))
      throw new Error(`${action.id}: VS Code may have a command of this name.`);
    return {
      command: action.id,
      title: textOf(textKey(action)),
      category: "Factorial",
      ...(icon !== undefined && { icon: `$(${icon})` }),
    };
  });
}

export function actionSubmenus(): SubmenuEntry[] {
  return SUBMENUS.map(({ id, rows }) => ({ id, label: textOf(`submenu.${rows}`) }));
}

/** A button in a view's title: without an icon it would be its whole title. */
function isPrimary({ id }: Action): boolean {
  return VIEWS.some(({ primary }) => primary === id);
}

/** `factorial.projects.close` → `action.projects.close` */
function textKey({ id }: Action): string {
  return id.replace(/^factorial/, "action");
}
