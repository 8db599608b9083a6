/** The manifest's English texts that are neither in a declaration nor the title of a general command. */

export const DESCRIPTION_TEXTS = {
  "extension.description":
    "Log your time to Factorial HR and browse projects without leaving the editor. Independent of Factorial.",
};

const SWITCH_OR_RETRY =
  "[Switch Company](command:factorial.switchAccount) or [try again](command:factorial.refresh).";

/** Shown where a view has no rows. A link alone on its line becomes a button. */
export const WELCOME_TEXTS = {
  "welcome.signedOut":
    "Log your time and work with your company's projects from here.\n[Sign In](command:factorial.signIn)\nNo account at hand? [Explore the demo company](command:factorial.exploreDemo), which runs on your own machine.",
  "welcome.ended":
    "Your Factorial sign-in has ended. What you typed is kept.\n[Sign In](command:factorial.signIn)",
  "welcome.unreachable":
    "Factorial cannot be reached.\n[Try Again](command:factorial.refresh)\n[Show the log](command:factorial.showLogs) or [check the address](command:workbench.action.openSettings?%22factorial.baseUrl%22).",
};

/** By view: its name, what is said where the account may not see it, and where there is nothing yet. */
export const VIEW_TEXTS = {
  projects: {
    name: "Projects",
    denied: `This account may not see projects.\n${SWITCH_OR_RETRY}`,
    empty: "Projects hold tasks, people and the time that is logged on them. There are none yet.",
  },
  reviews: {
    name: "Reviews",
    denied: `This account may not see performance reviews.\n${SWITCH_OR_RETRY}`,
    empty:
      "Performance reviews stand here, with whom they are about and what was answered. There are none yet.",
  },
  assets: {
    name: "Assets",
    denied: `This account may not see IT assets.\n${SWITCH_OR_RETRY}`,
    empty:
      "Laptops, phones and what else your company lends stand here, with who has them. There are none yet.",
  },
  company: {
    name: "Company",
    denied: `This account may see neither custom resources nor integrations.\n${SWITCH_OR_RETRY}`,
    empty:
      "Your company's own kinds of records and the runs of its integrations stand here. There are none yet.",
  },
} satisfies Record<string, { name: string; denied: string; empty: string }>;

export const SETTING_TEXTS = {
  "setting.timeMode":
    "How your company logs time. `auto` finds it out from what Factorial shows of your records, without writing anything.",
  "setting.timeMode.auto": "Find out from your records.",
  "setting.timeMode.attendance": "Time hangs on attendance shifts, from when to when.",
  "setting.timeMode.flexible": "Plain minutes a day on a project.",
  "setting.hoursPerDay":
    "Hours that you expect to log on a working day; the status bar shows today's total against it.",
  "setting.statusBar": "Show today's total in the status bar.",
  "setting.timeZone":
    "The time zone of your company's calendar, such as `Europe/Madrid`. Empty: that of your location in Factorial, or, where it has none, of the machine that the extension runs on.",
  "setting.confirm": "When to ask before something that cannot be taken back, such as deleting a task.",
  "setting.confirm.always": "Ask every time.",
  "setting.confirm.several": "Ask only where several records are chosen.",
  "setting.confirm.never": "Never ask.",
  "setting.apiVersion":
    "The version of Factorial's API to prefer. An operation that it lacks is sent in the nearest version that has it.",
  "setting.baseUrl":
    "The address of Factorial's API. Your sign-in belongs to this address and is never sent to another. `https` only, except on your own machine.",
  "setting.oauthPort":
    "The port on your own machine that an OAuth sign-in comes back to. The redirect URI of your company's app must name the same: `http://127.0.0.1:43117/callback` for the default.",
  "setting.showUnofficial":
    "Show operations that no description of Factorial's names, only a community SDK. Factorial may well answer that there is no such operation.",
};
