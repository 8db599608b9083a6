import type { ViewName } from "./views";
import {
  all,
  IN_FORM,
  maySee,
  NEVER,
  NO_TIMER,
  NOT_TIMED,
  SIGNED_IN,
  TIMER,
  TIMER_PAUSED,
  TIMER_RUNS,
} from "./when";

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
  /** Rows of the Time view, by their context value, and the groups of the menu in which they have it. */
  readonly onTime?: { readonly rows: RegExp; readonly groups: readonly string[] };
  /** Groups in the context menu of rows of one resource's records, in one of some states. */
  readonly onRows?: readonly RowPlacement[];
  readonly inSubmenu?: { readonly submenu: string; readonly group: string };
  readonly key?: Shortcut;
}

export interface RowPlacement {
  /** In the catalogue. */
  readonly resource: string;
  readonly states: readonly string[];
  readonly groups: readonly string[];
  readonly when: string;
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
    viewTitle: [
      { view: "projects", group: "navigation@1" },
      { view: "time", group: "navigation@1" },
    ],
    onTime: { rows: /^(group day takesTime|entry waiting)$/, groups: ["inline@1", "2_actions@1"] },
    key: { key: "ctrl+alt+h" },
  },
  {
    name: "editEntry",
    title: "Edit Entry…",
    icon: "edit",
    palette: NEVER,
    onTime: { rows: /^entry open$/, groups: ["inline@2", "2_actions@1"] },
  },
  {
    name: "deleteEntry",
    title: "Delete Entry",
    palette: NEVER,
    onTime: { rows: /^entry (open|waiting)$/, groups: ["7_danger@1"] },
  },
  unsentCommand(
    "sendUnsent",
    "Send Unsent Time",
    "cloud-upload",
    /^(group unsent|part unsent \w+ (draft|not-saved|half))$/,
    1,
  ),
  unsentCommand(
    "lookAgain",
    "Look Again for Unsent Time",
    "search",
    /^part unsent \w+ (unknown|writing|half)$/,
    2,
  ),
  unsentCommand("editUnsent", "Edit Unsent Time…", "edit", /^part unsent (log|change) (draft|not-saved)$/, 3),
  unsentCommand("discardUnsent", "Discard Unsent Time", "trash", /^part unsent \w+ (?!writing)/, 4),
  clockCommand("clockIn", "Clock In", "sign-in", ["out"], 2),
  clockCommand("clockOut", "Clock Out", "sign-out", ["in", "break"], 2),
  clockCommand("startBreak", "Start Break", "coffee", ["in"], 3),
  clockCommand("endBreak", "End Break", "debug-continue", ["break"], 3),
  {
    name: "undoLastLog",
    title: "Undo Last Logged Time",
    icon: "discard",
    palette: SIGNED_IN,
    key: { key: "ctrl+alt+z" },
  },
  // Behind the item in the status bar; the palette has what it offers.
  { name: "time", title: "Time…", palette: NEVER },
  {
    name: "startTimer",
    title: "Start Timer…",
    icon: "play",
    palette: all(SIGNED_IN, NO_TIMER),
    onRows: onProjects(["active"], NO_TIMER),
    key: { key: "ctrl+alt+u", when: NO_TIMER },
  },
  {
    name: "stopTimer",
    title: "Stop Timer…",
    icon: "debug-stop",
    palette: all(SIGNED_IN, TIMER),
    viewTitle: [{ view: "projects", group: "navigation@0", when: all(SIGNED_IN, TIMER) }],
    onRows: onProjects(["timed"], TIMER),
    key: { key: "ctrl+alt+u", when: TIMER },
  },
  {
    name: "switchTimer",
    title: "Switch Timer…",
    icon: "arrow-swap",
    palette: all(SIGNED_IN, TIMER),
    onRows: onProjects(["active"], all(TIMER, NOT_TIMED)),
  },
  { name: "pauseTimer", title: "Pause Timer", icon: "debug-pause", palette: all(SIGNED_IN, TIMER_RUNS) },
  {
    name: "resumeTimer",
    title: "Resume Timer",
    icon: "debug-continue",
    palette: all(SIGNED_IN, TIMER_PAUSED),
  },
  {
    name: "continueLast",
    title: "Continue Last Timer",
    icon: "history",
    palette: all(SIGNED_IN, NO_TIMER),
    key: { key: "ctrl+alt+m" },
  },
  {
    name: "openWeek",
    title: "Open Week Sheet",
    icon: "table",
    viewTitle: [{ view: "time", group: "navigation@4" }],
  },
  { name: "exportMonth", title: "Export Month as CSV…", palette: SIGNED_IN },
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
    palette: NEVER,
    viewTitle: [{ group: "2_account@3" }],
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

/** Time is logged on what is active; the row whose timer runs is `timed`. */
function onProjects(states: readonly string[], when: string): readonly RowPlacement[] {
  return ["projects", "subprojects"].map((resource) => ({
    resource,
    states,
    groups: ["inline@0", "1_timer@1"],
    when,
  }));
}

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

/** @param from what the time clock must say for it; a company that keeps no attendance has none */
function clockCommand(
  name: string,
  title: string,
  icon: string,
  from: readonly ("out" | "in" | "break")[],
  position: number,
): GeneralCommand {
  const when = `factorial.clock =~ /^(${from.join("|")})$/`;
  const viewTitle = [{ view: "time", group: `navigation@${position}`, when }] as const;
  return { name, title, icon, palette: all(SIGNED_IN, when), viewTitle };
}

/** Inline are only the two that say how it goes on. */
function unsentCommand(
  name: string,
  title: string,
  icon: string,
  rows: RegExp,
  position: number,
): GeneralCommand {
  const palette = all(SIGNED_IN, "factorial.unsent");
  const groups = [...(position < 3 ? [`inline@${position}`] : []), `2_actions@${position}`];
  return { name, title, icon, palette, onTime: { rows, groups } };
}
