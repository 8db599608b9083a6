import type { Answer, StepAction, StepFrame } from "../commands/step";

export interface Row<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
  /** Highlighted at first; the person still has to accept it. */
  readonly suggested?: boolean;
}

export interface ChooseStep<T> extends StepFrame {
  readonly placeholder: string;
  /** A failure is shown in the list, with a way to try again. */
  rows(signal: AbortSignal): Promise<readonly Row<T>[]>;
}

export interface AskStep extends StepFrame {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Shown at once, as what was wrong with the value at an earlier attempt. */
  readonly problem?: string | undefined;
  readonly secret: boolean;
  /** What is wrong with the text, for the person; undefined accepts it. The text stays in the box. */
  check(text: string, signal: AbortSignal): Promise<string | undefined>;
}

export interface WaitStep<T> extends StepFrame {
  readonly prompt: string;
  readonly placeholder: string;
  readonly actions: readonly StepAction[];
  readonly until: Promise<T>;
  /** Takes a text that the person pasted instead of waiting on; gives what is wrong with it. */
  pasted(text: string): string | undefined;
}

/** The steps of signing in, as a person sees them. */
export interface SignInUi {
  choose<T>(step: ChooseStep<T>): Promise<Answer<T>>;
  ask(step: AskStep): Promise<Answer<string>>;
  /** Rejects as `until` does. */
  wait<T>(step: WaitStep<T>): Promise<Answer<T>>;
}
