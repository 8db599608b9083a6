/** The parts of `contributes` that are written, as VS Code reads them. */

export interface CommandEntry {
  readonly command: string;
  readonly title: string;
  readonly category: string;
  readonly icon?: string;
}

export type MenuEntry = ({ readonly command: string } | { readonly submenu: string }) & {
  readonly when: string;
  readonly group?: string;
};

/** An entry and the menu that it goes into: `view/title`, `commandPalette`, or a submenu's id. */
export interface Placement {
  readonly menu: string;
  readonly entry: MenuEntry;
}

export interface SubmenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
}

export interface KeyEntry {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when?: string;
}

/** A key of package.nls.json, and its English text. */
export type TextEntry = readonly [key: string, text: string];

/** A text's place in package.nls.json, as package.json names it. */
export function textOf(key: string): string {
  return `%${key}%`;
}
