import {
  GENERAL_COMMANDS,
  GENERAL_SUBMENUS,
  type GeneralCommand,
  type TitlePlacement,
} from "./general-commands";
import {
  textOf,
  type CommandEntry,
  type KeyEntry,
  type MenuEntry,
  type Placement,
  type SubmenuEntry,
  type TextEntry,
} from "./manifest-types";
import { all, IN_OUR_VIEWS, inView, ON_RECORD, onRowsOf, SIGNED_IN } from "./when";

const idOf = ({ name }: { readonly name: string }) => `factorial.${name}`;

export const generalTexts: Readonly<Record<string, string>> = Object.fromEntries([
  ...GENERAL_COMMANDS.map(({ name, title }): TextEntry => [`command.${name}`, title]),
  ...GENERAL_SUBMENUS.map(({ name, title }): TextEntry => [`submenu.${name}`, title]),
]);

export function generalCommands(): CommandEntry[] {
  return GENERAL_COMMANDS.map((command) => ({
    command: idOf(command),
    title: textOf(`command.${command.name}`),
    category: "Factorial",
    ...(command.icon !== undefined && { icon: `$(${command.icon})` }),
  }));
}

export function generalSubmenus(): SubmenuEntry[] {
  return GENERAL_SUBMENUS.map((submenu) => ({
    id: idOf(submenu),
    label: textOf(`submenu.${submenu.name}`),
    icon: `$(${submenu.icon})`,
  }));
}

export function generalKeys(): KeyEntry[] {
  return GENERAL_COMMANDS.flatMap((command) => {
    if (!command.key) return [];
    const { key, mac = key, when } = command.key;
    return [{ command: idOf(command), key, mac, ...(when !== undefined && { when }) }];
  });
}

export function generalPlacements(): Placement[] {
  return [
    ...GENERAL_COMMANDS.flatMap(placementsOf),
    ...GENERAL_SUBMENUS.flatMap((submenu) => inTitles({ submenu: idOf(submenu) }, submenu.viewTitle)),
  ];
}

function placementsOf(general: GeneralCommand): Placement[] {
  const { palette, viewTitle = [], onRecords = [], onTime, onRows = [], inSubmenu } = general;
  const command = idOf(general);
  return [
    ...(palette === undefined ? [] : [{ menu: "commandPalette", entry: { command, when: palette } }]),
    ...inTitles({ command }, viewTitle),
    ...onRecords.map((group) => ({
      menu: "view/item/context",
      entry: { command, when: ON_RECORD, group },
    })),
    ...(onTime?.groups ?? []).map((group) => ({
      menu: "view/item/context",
      entry: { command, when: all(inView("time"), `viewItem =~ /${onTime?.rows.source ?? ""}/`), group },
    })),
    ...onRows.flatMap(({ resource, states, groups, when }) =>
      groups.map((group) => ({
        menu: "view/item/context",
        entry: { command, when: all(onRowsOf(resource, states), when), group },
      })),
    ),
    ...(inSubmenu
      ? [
          {
            menu: `factorial.${inSubmenu.submenu}`,
            entry: { command, when: SIGNED_IN, group: inSubmenu.group },
          },
        ]
      : []),
  ];
}

function inTitles(
  what: { readonly command: string } | { readonly submenu: string },
  places: readonly TitlePlacement[],
): Placement[] {
  return places.map(({ view, group, when = SIGNED_IN }) => {
    const where = view === undefined ? IN_OUR_VIEWS : inView(view);
    const entry: MenuEntry = { ...what, when: all(where, when), group };
    return { menu: "view/title", entry };
  });
}
