import type { ToWeekHost, WeekTexts } from "../../src/messages/week";
import { make, say } from "../elements";
import { pushButton } from "./push-button";

type Ask = Extract<ToWeekHost, { kind: "ask" }>["for"];
type Weeks = Extract<ToWeekHost, { kind: "go" }>["weeks"];

export interface Toolbar {
  /** Above the sheet: which week. */
  readonly navigation: HTMLElement;
  /** Below it: what to do with it. */
  readonly actions: HTMLElement;
  update(state: { readonly saving: boolean; readonly edits: number; readonly hasWeek: boolean }): void;
}

export function toolbar(
  texts: WeekTexts,
  on: {
    readonly save: () => void;
    readonly discard: () => void;
    readonly go: (weeks: Weeks) => void;
    readonly ask: (what: Ask) => void;
  },
): Toolbar {
  const asking = (what: Ask) =>
    pushButton(texts[what], () => {
      on.ask(what);
    });
  const going = (text: string, weeks: Weeks) =>
    pushButton(text, () => {
      on.go(weeks);
    });
  const save = pushButton(texts.save, on.save, "primary");
  const discard = pushButton(texts.discard, on.discard);
  const unsaved = make("span", "unsaved");
  unsaved.setAttribute("role", "status");

  const navigation = make("nav", "toolbar");
  navigation.append(
    going(texts.previousWeek, "previous"),
    going(texts.thisWeek, "this"),
    going(texts.nextWeek, "next"),
    asking("readAgain"),
  );
  const actions = make("div", "toolbar");
  const fills = [asking("addRow"), asking("copyLastWeek"), asking("fillFromPlan"), asking("fillFromCommits")];
  actions.append(save, discard, unsaved, make("span", "gap"), ...fills, asking("month"));
  return {
    navigation,
    actions,
    update: ({ saving, edits, hasWeek }) => {
      save.disabled = saving || edits === 0;
      discard.hidden = edits === 0;
      discard.disabled = saving;
      for (const button of fills) button.disabled = saving || !hasWeek;
      say(unsaved, saving ? texts.saving : edits === 0 ? "" : texts.unsaved.replace("{0}", String(edits)));
    },
  };
}
