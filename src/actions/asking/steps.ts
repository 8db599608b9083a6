import * as vscode from "vscode";
import { createList } from "../../commands/create-list";
import { withoutIcons } from "../../commands/messages";
import { showStep } from "../../commands/show-step";
import type { Answer, StepFrame } from "../../commands/step";

/** A row of a list: one without `answer` only says something. */
export interface StepRow<T> extends vscode.QuickPickItem {
  readonly answer?: { readonly value: T };
}

export interface RowFacts {
  readonly label: string;
  /** A codicon's name. */
  readonly icon?: string | undefined;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
}

/** A row as VS Code takes it. Names come from anybody, so nothing of them becomes a picture. */
export function stepRow<T>(facts: RowFacts, answer?: { readonly value: T }): StepRow<T> {
  const { label, icon, description, detail } = facts;
  return {
    label: `${icon === undefined ? "" : `$(${icon}) `}${withoutIcons(label)}`,
    ...(description !== undefined && description !== "" && { description: withoutIcons(description) }),
    ...(detail !== undefined && detail !== "" && { detail: withoutIcons(detail) }),
    // Which rows are shown is decided here: VS Code's own search knows neither accents nor the server's findings.
    alwaysShow: true,
    ...(answer && { answer }),
  };
}

/** A list of rows to take one from. */
export function choose<T>(
  frame: StepFrame,
  step: {
    readonly placeholder?: string | undefined;
    readonly rows: readonly StepRow<T>[];
    readonly active?: StepRow<T> | undefined;
  },
): Promise<Answer<T>> {
  const list = createList<StepRow<T>>();
  list.placeholder = step.placeholder;
  list.matchOnDescription = true;
  // Nothing is searched on a server here, so VS Code's own search may leave rows out.
  list.items = step.rows.map((row) => ({ ...row, alwaysShow: false }));
  const active = step.active && list.items[step.rows.indexOf(step.active)];
  if (active) list.activeItems = [active];
  return showStep<T>(list, frame, (finish) =>
    list.onDidAccept(() => {
      const answer = chosenOf(list)?.answer;
      if (answer) finish(answer.value);
    }),
  );
}

/** A list of rows to check any of; `chosen` are checked at first. */
export function chooseSeveral<T>(
  frame: StepFrame,
  step: {
    readonly placeholder?: string | undefined;
    readonly rows: readonly StepRow<T>[];
    readonly chosen: readonly StepRow<T>[];
    /** What is wrong with a choice; undefined accepts it. */
    readonly problem?: (values: T[]) => string | undefined;
  },
): Promise<Answer<T[]>> {
  const list = createList<StepRow<T>>();
  list.placeholder = step.placeholder;
  list.canSelectMany = true;
  list.items = step.rows.map((row) => ({ ...row, alwaysShow: false }));
  list.selectedItems = list.items.filter((_, at) => step.chosen.some((row) => row === step.rows[at]));
  return showStep<T[]>(list, frame, (finish) =>
    list.onDidAccept(() => {
      const values = list.selectedItems.flatMap(({ answer }) => (answer ? [answer.value] : []));
      const problem = step.problem?.(values);
      if (problem === undefined) finish(values);
      else list.title = `${frame.title} – ${problem}`; // a list has no other place for it
    }),
  );
}

/** A box whose rows say how what is typed is read, before Enter takes it. */
export function read<T>(
  frame: StepFrame,
  step: { readonly placeholder: string; readonly rows: (text: string) => readonly StepRow<T>[] },
): Promise<Answer<T>> {
  const list = createList<StepRow<T>>();
  list.placeholder = step.placeholder;
  const render = () => {
    list.items = step.rows(list.value);
  };
  render();
  return showStep<T>(list, frame, (finish) =>
    vscode.Disposable.from(
      list.onDidChangeValue(render),
      list.onDidAccept(() => {
        const answer = chosenOf(list)?.answer;
        if (answer) finish(answer.value);
      }),
    ),
  );
}

/** A line of text, checked as it is typed. */
export function type(
  frame: StepFrame,
  step: {
    readonly prompt: string;
    readonly value: string;
    readonly problem: (text: string) => string | undefined;
  },
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = step.prompt;
  box.value = step.value;
  return showStep<string>(box, frame, (finish) =>
    vscode.Disposable.from(
      box.onDidChangeValue((text) => {
        box.validationMessage = step.problem(text);
      }),
      box.onDidAccept(() => {
        const problem = step.problem(box.value);
        box.validationMessage = problem;
        if (problem === undefined) finish(box.value);
      }),
    ),
  );
}

export function chosenOf<I extends vscode.QuickPickItem>(list: vscode.QuickPick<I>): I | undefined {
  return list.selectedItems[0] ?? list.activeItems[0];
}
