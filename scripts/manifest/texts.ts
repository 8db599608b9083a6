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
  time: {
    name: "Time",
    denied: `This account may not see time.\n${SWITCH_OR_RETRY}`,
    empty: "This key is the company's. Say whose time it logs, and that person's week stands here.",
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
    "Hours that you expect to log on a working day, where Factorial has no schedule of yours or once you set them; the status bar shows today's total against it.",
  "setting.workingDays":
    "The days on which you work. On these `#factorial.hoursPerDay#` are expected, on others nothing. As long as you set neither, your schedule in Factorial counts where it has one; bank holidays and your leave always do.",
  "setting.reminderTime":
    "When to remind you once a day, such as `17:30`, if hours are missing that day. Only on `#factorial.workingDays#`. Empty: never.",
  "setting.reminderTime.pattern": "A time of day with two digits each, such as 17:30, or nothing.",
  "setting.timerIsClock":
    "Clock in and out with the timer, where your company keeps attendance: starting it clocks you in, pausing it begins a break, stopping it clocks you out. Off, the timer is a notebook of your own and tells your employer nothing.",
  "setting.statusBar": "Show the timer, or today's total where none runs, in the status bar.",
  "setting.timer.startWithoutAsking":
    "Start the timer on the project that is suggested first, without asking.",
  "setting.timer.rounding":
    "How the time of a timer is rounded when it is saved. What was measured is shown beside it. Times of attendance shifts are never rounded.",
  "setting.timer.rounding.none": "Save what was measured.",
  "setting.timer.rounding.nearest": "Round to the nearest.",
  "setting.timer.rounding.up": "Round up.",
  "setting.timer.rounding.down": "Round down.",
  "setting.timer.roundingMinutes":
    "Minutes to which the time of a timer is rounded, where `#factorial.timer.rounding#` says so.",
  "setting.timer.askWhenIdleMinutes":
    "When you come back after so many minutes without doing anything in VS Code, ask what to do with that time of the timer. 0 asks only where the machine was asleep, or all windows were closed.",
  "setting.projectRules":
    "Which project to suggest on which git branches. The first rule that fits counts; in the workspace's settings a team can share them.",
  "setting.projectRules.match": "A regular expression for the branch's name, such as ^feat/PROJ-",
  "setting.projectRules.project": "The project's name, code or id.",
  "setting.projectRules.subproject": "The subproject's name or id.",
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
