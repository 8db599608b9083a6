import type { ViewName } from "./views";
import { all, IN_FORM, maySee, NEVER, SIGNED_IN } from "./when";

/** A button or an entry in the title of views. */
export interface TitlePlacement {
  /** Default: all views. */
  readonly view?: ViewName;
  readonly group: string;
  /** Default: when signed in. */
  readonly when?: string;
}

/** A command that is not an action on a record of some declaration. */
export interface GeneralCommand {
  /** `factorial.<name>` */
  readonly name: string;
  readonly title: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** When the palette has it; default: always. */
  readonly palette?: string;
  readonly viewTitle?: readonly TitlePlacement[];
  /** Groups in the context menu of rows that stand for a record. */
  readonly onRecords?: readonly string[];
  readonly inSubmenu?: { readonly submenu: string; readonly group: string };
  readonly key?: Shortcut;
}

export interface Shortcut {
  readonly key: string;
  /** Default: the same. */
  readonly mac?: string;
  /** Default: always. */
  readonly when?: string;
}

export interface GeneralSubmenu {
  readonly name: string;
  readonly title: string;
  readonly icon: string;
  readonly viewTitle: readonly TitlePlacement[];
}

const NOT_SIGNED_IN = "factorial.state != signedIn";
const SIGNED_IN_OR_ENDED = "factorial.state == signedIn || factorial.state == ended";

export const GENERAL_COMMANDS: readonly GeneralCommand[] = [
  {
    name: "logTime",
    title: "Log Time…",
    icon: "clock",
    viewTitle: [{ view: "projects", group: "navigation@1" }],
    key: { key: "ctrl+alt+h" },
  },
  { name: "undoLastLog", title: "Undo Last Logged Time", icon: "discard", palette: SIGNED_IN },
  {
    name: "saveForm",
    title: "Save Form",
    palette: IN_FORM,
    key: { key: "ctrl+s", mac: "cmd+s", when: IN_FORM },
  },
  { name: "signIn", title: "Sign In…", palette: NOT_SIGNED_IN },
  {
    name: "signOut",
    title: "Sign Out",
    palette: SIGNED_IN_OR_ENDED,
    viewTitle: [{ group: "2_account@2" }],
  },
  {
    name: "switchAccount",
    title: "Switch Company…",
    palette: SIGNED_IN_OR_ENDED,
    viewTitle: [{ group: "2_account@1", when: "factorial.state =~ /signedIn|ended/" }],
  },
  { name: "exploreDemo", title: "Explore the Demo Company", palette: NOT_SIGNED_IN },
  { name: "chooseEmployee", title: "Choose Whose Time Is Logged…", palette: "factorial.actsForOther" },
  {
    name: "refresh",
    title: "Refresh",
    icon: "refresh",
    palette: SIGNED_IN,
    viewTitle: [{ group: "navigation@9" }],
  },
  filterCommand("projects", "filterProjects", "Filter Projects…", all(SIGNED_IN, maySee("projects"))),
  clearCommand("projects", "clearProjectFilter", "Clear Project Filter"),
  filterCommand("reviews", "filterReviews", "Filter Reviews…", all(SIGNED_IN, maySee("reviews"))),
  clearCommand("reviews", "clearReviewFilter", "Clear Review Filter"),
  filterCommand("assets", "filterAssets", "Filter Assets…", all(SIGNED_IN, maySee("assets"))),
  clearCommand("assets", "clearAssetFilter", "Clear Asset Filter"),
  filterCommand("company", "filterCompany", "Filter Company…", all(SIGNED_IN, maySee("company"))),
  clearCommand("company", "clearCompanyFilter", "Clear Company Filter"),
  groupCommand("groupAssetsByModel", "By Model", 1),
  groupCommand("groupAssetsByOwner", "By Owner", 2),
  groupCommand("groupAssetsByStatus", "By Status", 3),
  {
    name: "showDetails",
    title: "Show Details",
    icon: "open-preview",
    palette: NEVER,
    // Buttons on rows are for the mouse only.
    onRecords: ["inline@9", "1_open@1"],
  },
  { name: "copyId", title: "Copy Id", palette: NEVER, onRecords: ["9_copy@1"] },
  { name: "copyJson", title: "Copy as JSON", palette: NEVER, onRecords: ["9_copy@2"] },
  {
    name: "openInBrowser",
    title: "Open Factorial in Browser",
    palette: SIGNED_IN,
    onRecords: ["1_open@2"],
  },
  { name: "runOperation", title: "Run Operation…", palette: SIGNED_IN },
  { name: "showLogs", title: "Show Logs" },
];

export const GENERAL_SUBMENUS: readonly GeneralSubmenu[] = [
  {
    name: "groupAssets",
    title: "Group Assets",
    icon: "list-tree",
    viewTitle: [{ view: "assets", group: "navigation@4", when: all(SIGNED_IN, maySee("assets")) }],
  },
];

function filterCommand(view: ViewName, name: string, title: string, when: string): GeneralCommand {
  return { name, title, icon: "search", palette: NEVER, viewTitle: [{ view, group: "navigation@3", when }] };
}

function clearCommand(view: ViewName, name: string, title: string): GeneralCommand {
  const when = `factorial.${view}.filtered`;
  return { name, title, icon: "clear-all", palette: NEVER, viewTitle: [{ view, group: "1_filter", when }] };
}

function groupCommand(name: string, title: string, position: number): GeneralCommand {
  const inSubmenu = { submenu: "groupAssets", group: `1_group@${position}` };
  return { name, title, palette: NEVER, inSubmenu };
}
