/** What every step of a Quick Pick has in common, whoever asks it. */

/** The person wants the step before this one. */
export const BACK = Symbol("back");

/** What a step gives: its value, {@link BACK}, or undefined where the person has left. */
export type Answer<T> = T | typeof BACK | undefined;

/** A button in the title of a step. */
export interface StepAction {
  /** Name of a codicon. */
  readonly icon: string;
  readonly tooltip: string;
  run(): void;
}

/** Where a step is among the others. */
export interface StepFrame {
  readonly title: string;
  /** From 1; absent where there is but one, or nobody knows how many. */
  readonly step?: number | undefined;
  readonly totalSteps?: number | undefined;
  readonly canGoBack: boolean;
  readonly actions?: readonly StepAction[] | undefined;
}
