import * as vscode from "vscode";
import { BACK, type Answer, type StepAction, type StepFrame } from "./step";

type StepInput = vscode.QuickInput & {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

/** Listens to a step; what it gives is disposed of with the step. `gone` tells that the step is over. */
type Wire<T> = (
  finish: (answer: Answer<T>) => void,
  gone: AbortSignal,
  fail: (error: unknown) => void,
) => vscode.Disposable;

/** Shows one step until it is answered, left or gone back from; then nothing of it stays. */
export function showStep<T>(input: StepInput, frame: StepFrame, wire: Wire<T>): Promise<Answer<T>> {
  const gone = new AbortController();
  const buttons = new Map<vscode.QuickInputButton, StepAction>(
    (frame.actions ?? []).map((action) => [
      { iconPath: new vscode.ThemeIcon(action.icon), tooltip: action.tooltip },
      action,
    ]),
  );
  input.title = frame.title;
  input.step = frame.step;
  input.totalSteps = frame.totalSteps;
  // What was answered so far is not lost by a look elsewhere, at a mail with a key in it, say.
  input.ignoreFocusOut = true;
  input.buttons = [...(frame.canGoBack ? [vscode.QuickInputButtons.Back] : []), ...buttons.keys()];
  return new Promise<Answer<T>>((resolve, reject: (error: unknown) => void) => {
    const wired = [
      input.onDidHide(() => {
        resolve(undefined);
      }),
      input.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) resolve(BACK);
        else buttons.get(button)?.run();
      }),
      wire(resolve, gone.signal, reject),
      input,
    ];
    gone.signal.addEventListener("abort", () => {
      for (const part of wired) part.dispose();
    });
    input.show();
  }).finally(() => {
    gone.abort();
  });
}
