import { ACTIONS, type Action } from "../../src/actions/action-list";
import { DEFAULT_VERSION } from "../../src/api/versions";
import { nameOfResource } from "../../src/resources/any-client";
import { rowsOf, SUBMENUS, submenuOf } from "./action-submenus";
import type { Placement } from "./manifest-types";
import { viewOf, VIEWS, type View } from "./views";
import {
  all,
  inView,
  maySee,
  NEVER,
  onGroupBelow,
  onGroupOf,
  onRowsOf,
  PREFERS_OLDER_VERSION,
  SHOWS_UNOFFICIAL,
  SIGNED_IN,
} from "./when";

const ON_ROWS = "view/item/context";

export function actionPlacements(): Placement[] {
  return [
    ...ACTIONS.map(inPalette),
    ...ACTIONS.flatMap((action) => [...inTitle(action), ...onRow(action), ...onGroups(action)]),
    ...SUBMENUS.map(({ id, rows }) => ({
      menu: ON_ROWS,
      entry: { submenu: id, when: onRowsOf(rows), group: "3_change" },
    })),
  ];
}

function inPalette(action: Action): Placement {
  const { id: command, resource, declaration } = action;
  if (declaration.rowsOnly) return { menu: "commandPalette", entry: { command, when: NEVER } };
  const view = viewOf(resource);
  const when = all(SIGNED_IN, isSeen(view), unofficial(action), gone(action));
  return { menu: "commandPalette", entry: { command, when } };
}

/** What needs no row is in the title of the view that shows it, as is a view's primary command. */
function inTitle(action: Action): Placement[] {
  const { id: command, on, resource } = action;
  const isPrimary = VIEWS.some(({ primary }) => primary === command);
  const view = viewOf(resource);
  if (!view || (on && !isPrimary)) return [];
  const when = all(inView(view.name), SIGNED_IN, isSeen(view), unofficial(action));
  const group = isPrimary ? "navigation@2" : `3_create@${positionOf(action)}`;
  return [{ menu: "view/title", entry: { command, when, group } }];
}

function onRow(action: Action): Placement[] {
  const { id: command, on, declaration } = action;
  if (!on) return [];
  const when = all(onRowsOf(nameOfResource(on), declaration.states), unofficial(action), gone(action));
  const menu = submenuOf(action)?.id ?? ON_ROWS;
  return [...asButton(action, when), { menu, entry: { command, when, group: groupOf(action) } }];
}

/** On rows that hold what the action makes: below what it works on, or at the top of a view. */
function onGroups(action: Action): Placement[] {
  const { id: command, on, resource, declaration } = action;
  const own = nameOfResource(resource);
  const clauses = on
    ? (resource.places ?? [])
        .filter(({ parent }) => on !== resource && parent === nameOfResource(on))
        .map(({ parent }) => onGroupBelow(own, parent, declaration.states))
    : VIEWS.filter(({ groups }) => own in groups).map(() => onGroupOf(own));
  return [...new Set(clauses)].flatMap((clause) => {
    const when = all(clause, unofficial(action), gone(action));
    const group = groupOf(action);
    return [...asButton(action, when), { menu: ON_ROWS, entry: { command, when, group } }];
  });
}

function asButton(action: Action, when: string): Placement[] {
  const { id: command, declaration } = action;
  const group = `inline@${positionOf(action)}`;
  return declaration.inline === undefined ? [] : [{ menu: ON_ROWS, entry: { command, when, group } }];
}

/** What cannot be taken back stands last. */
function groupOf(action: Action): string {
  const { danger } = action.declaration;
  return `${danger === "destructive" ? "7_danger" : "2_actions"}@${positionOf(action)}`;
}

/** The place among the actions of the same rows, from 1: as they are declared. */
function positionOf(action: Action): number {
  return ACTIONS.filter((other) => rowsOf(other) === rowsOf(action)).indexOf(action) + 1;
}

function isSeen(view: View | undefined): string | undefined {
  return view?.asOne === true ? maySee(view.name) : undefined;
}

function unofficial({ operation }: Action): string | undefined {
  return operation.unofficial ? SHOWS_UNOFFICIAL : undefined;
}

/** What the newest version has no more is for those who chose an older one. */
function gone({ operation }: Action): string | undefined {
  const isGone = !operation.unofficial && !operation.versions.includes(DEFAULT_VERSION);
  return isGone ? PREFERS_OLDER_VERSION : undefined;
}
