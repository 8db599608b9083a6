import { actionCommands, actionSubmenus } from "./action-commands";
import { actionPlacements } from "./action-menus";
import { generalCommands, generalKeys, generalPlacements, generalSubmenus } from "./general-menus";
import type { MenuEntry } from "./manifest-types";
import { viewContributions, viewWelcomes } from "./view-contributions";

type Contributes = Readonly<Record<string, unknown>>;

/** The menus of VS Code come first; submenus follow. */
const MENUS = ["commandPalette", "view/title", "view/item/context"];

/** `contributes` of package.json, in this order. What is not written here is kept by hand, and stays as it is. */
export function contributes(before: Contributes): Contributes {
  const written: Contributes = {
    views: { factorial: viewContributions() },
    viewsWelcome: viewWelcomes(),
    commands: [...generalCommands(), ...actionCommands()],
    submenus: [...generalSubmenus(), ...actionSubmenus()],
    menus: menus(),
    keybindings: generalKeys(),
  };
  const { authentication, viewsContainers, ...others } = before;
  const kept = Object.entries(others).filter(([key]) => !(key in written));
  return { authentication, viewsContainers, ...written, ...Object.fromEntries(kept) };
}

function menus(): Readonly<Record<string, readonly MenuEntry[]>> {
  const entries = new Map<string, MenuEntry[]>(MENUS.map((menu) => [menu, []]));
  for (const { menu, entry } of [...generalPlacements(), ...actionPlacements()]) {
    entries.set(menu, [...(entries.get(menu) ?? []), entry]);
  }
  return Object.fromEntries(entries);
}
