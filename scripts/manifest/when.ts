import { DEFAULT_VERSION } from "../../src/api/versions";

/** The clauses that say when a command is offered. */

export const SIGNED_IN = "factorial.state == signedIn";

/** Before it is known whether a timer runs, as at the start, there may as well be none. */
export const NO_TIMER = "factorial.timer != running && factorial.timer != paused";

export const TIMER_RUNS = "factorial.timer == running";

export const TIMER_PAUSED = "factorial.timer == paused";

/** One that runs or is paused. */
export const TIMER = "factorial.timer =~ /^(running|paused)$/";

/** Rows other than that of what is timed. */
export const NOT_TIMED = String.raw`viewItem =~ /^(?!.*\btimed\b)/`;

/** For what only rows and menus can run. */
export const NEVER = "false";

/** What only a community SDK names is offered to those who ask for it. */
export const SHOWS_UNOFFICIAL = "config.factorial.showUnofficial";

/** The tab in front is a form. */
export const IN_FORM = "activeWebviewPanelId == factorial.form";

export const PREFERS_OLDER_VERSION = `config.factorial.apiVersion != ${DEFAULT_VERSION}`;

/** Other extensions' views have rows too. */
export const IN_OUR_VIEWS = String.raw`view =~ /^factorial\./`;

/**
 * Rows that stand for a record: `<resource> <state> …`. Other rows say with their first word what they are; of one
 * that says nothing VS Code compares the word "undefined".
 */
export const ON_RECORD = String.raw`${IN_OUR_VIEWS} && viewItem =~ /^(?!(group|part|error|undefined)\b)\w/`;

export function inView(view: string): string {
  return `view == factorial.${view}`;
}

export function maySee(view: string): string {
  return `factorial.${view}.content != denied`;
}

export function all(...clauses: readonly (string | false | undefined)[]): string {
  return clauses.filter((clause) => typeof clause === "string").join(" && ");
}

/** Rows of a resource's records, or only those in one of some states. */
export function onRowsOf(resource: string, states?: readonly string[]): string {
  return onItem(`^${resource}\\b${stateIn(states)}`);
}

/** The row that holds a resource's records, below a record of another resource in one of some states. */
export function onGroupBelow(resource: string, parent: string, states?: readonly string[]): string {
  return onItem(`^group ${resource} ${parent}\\b${stateIn(states)}`);
}

/** The row that holds a resource's records, at the top of a view. */
export function onGroupOf(resource: string): string {
  return onItem(`^group ${resource}$`);
}

function onItem(pattern: string): string {
  return `${IN_OUR_VIEWS} && viewItem =~ /${pattern}/`;
}

function stateIn(states: readonly string[] | undefined): string {
  if (states === undefined) return "";
  const odd = states.find((state) => !/^\w+$/.test(state));
  // `\b` finds the ends of words only, so that "not-started" would count as "started".
  if (odd !== undefined) throw new Error(`The state "${odd}" is not one word.`);
  const [only, another] = states;
  return `.*\\b${only !== undefined && another === undefined ? only : `(${states.join("|")})`}\\b`;
}
