import * as vscode from "vscode";
import { showStep } from "../commands/show-step";
import type { Answer } from "../commands/step";
import type { AskStep, ChooseStep, Row, SignInUi, WaitStep } from "./sign-in-ui";

interface RowItem<T> extends vscode.QuickPickItem {
  /** Absent on the row that says that loading failed. */
  readonly row?: Row<T>;
}

/** The steps as VS Code's own quick picks and input boxes. */
export const quickInputSteps: SignInUi = {
  choose<T>(step: ChooseStep<T>): Promise<Answer<T>> {
    const pick = vscode.window.createQuickPick<RowItem<T>>();
    pick.placeholder = step.placeholder;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    return showStep<T>(pick, step, (finish, signal) => {
      const load = () => void fill(pick, step, signal);
      load();
      return pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item?.row) finish(item.row.value);
        else if (item) load();
      });
    });
  },

  ask(step: AskStep): Promise<Answer<string>> {
    const box = vscode.window.createInputBox();
    box.prompt = step.prompt;
    box.placeholder = step.placeholder;
    box.value = step.value;
    box.password = step.secret;
    box.validationMessage = step.problem;
    return showStep<string>(box, step, (finish, signal) => {
      const accept = async () => {
        if (box.busy) return;
        const text = box.value;
        box.busy = true;
        box.enabled = false;
        const problem = await step.check(text, signal).catch(messageOf);
        if (signal.aborted) return;
        box.enabled = true;
        box.busy = false;
        box.validationMessage = problem;
        if (problem === undefined) finish(text);
      };
      return vscode.Disposable.from(
        box.onDidChangeValue(() => (box.validationMessage = undefined)),
        box.onDidAccept(() => void accept()),
      );
    });
  },

  wait<T>(step: WaitStep<T>): Promise<Answer<T>> {
    const box = vscode.window.createInputBox();
    box.prompt = step.prompt;
    box.placeholder = step.placeholder;
    box.busy = true;
    return showStep<T>(box, step, (finish, _signal, fail) => {
      step.until.then(finish, fail);
      return vscode.Disposable.from(
        box.onDidChangeValue(() => (box.validationMessage = undefined)),
        box.onDidAccept(() => (box.validationMessage = step.pasted(box.value))),
      );
    });
  },
};

async function fill<T>(
  pick: vscode.QuickPick<RowItem<T>>,
  step: ChooseStep<T>,
  signal: AbortSignal,
): Promise<void> {
  pick.busy = true;
  pick.items = [];
  try {
    const rows = await step.rows(signal);
    if (signal.aborted) return;
    const items = rows.map((row): RowItem<T> => {
      const { label, description, detail } = row;
      return {
        row,
        label,
        ...(description === undefined ? {} : { description }),
        ...(detail === undefined ? {} : { detail }),
      };
    });
    pick.items = items;
    pick.activeItems = items.filter(({ row }) => row?.suggested === true);
  } catch (error) {
    if (signal.aborted) return;
    pick.items = [
      { label: vscode.l10n.t("$(refresh) Try Again"), detail: messageOf(error), alwaysShow: true },
    ];
  } finally {
    if (!signal.aborted) pick.busy = false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
