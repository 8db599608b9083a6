import { ACTIONS, actionTitle } from "../../src/actions/action-list";
import { GENERAL_COMMANDS } from "./general-commands";
import { textOf } from "./manifest-types";
import { VIEW_TEXTS } from "./texts";
import { VIEWS, type View } from "./views";
import { all, SIGNED_IN } from "./when";

const FIRST = "projects";

/** What the Projects view says for the others as well, which show only when somebody is signed in. */
const STATES = ["signedOut", "ended", "unreachable"];
const CONTENTS = ["denied", "empty"] as const;

export const viewTexts: Readonly<Record<string, string>> = Object.fromEntries(
  VIEWS.flatMap((view) => [
    [`view.${view.name}`, VIEW_TEXTS[view.name].name],
    [`welcome.${view.name}.denied`, VIEW_TEXTS[view.name].denied],
    [`welcome.${view.name}.empty`, `${VIEW_TEXTS[view.name].empty}${primaryButton(view)}`],
  ]),
);

export function viewContributions() {
  return VIEWS.map(({ name, icon, size, folded }) => ({
    id: `factorial.${name}`,
    name: textOf(`view.${name}`),
    icon,
    contextualTitle: "Factorial",
    ...(size !== undefined && { initialSize: size }),
    ...(folded && { visibility: "collapsed" }),
    ...(name !== FIRST && { when: SIGNED_IN }),
  }));
}

export function viewWelcomes() {
  return [
    ...STATES.map((state) => ({
      view: `factorial.${FIRST}`,
      contents: textOf(`welcome.${state}`),
      when: `factorial.state == ${state}`,
    })),
    ...VIEWS.flatMap(({ name }) =>
      CONTENTS.map((content) => ({
        view: `factorial.${name}`,
        contents: textOf(`welcome.${name}.${content}`),
        when: all(SIGNED_IN, `factorial.${name}.content == ${content}`),
      })),
    ),
  ];
}

/** Alone on its line, so that VS Code draws a button. */
function primaryButton({ primary }: View): string {
  const title =
    GENERAL_COMMANDS.find(({ name }) => `factorial.${name}` === primary)?.title ??
    ACTIONS.filter(({ id }) => id === primary).map(actionTitle)[0];
  return primary === undefined || title === undefined ? "" : `\n[${title}](command:${primary})`;
}
