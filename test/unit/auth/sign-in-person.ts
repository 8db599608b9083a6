import { expect } from "vitest";
import type { AskStep, ChooseStep, Row, SignInUi, WaitStep } from "../../../src/auth/sign-in-ui";
import { BACK } from "../../../src/commands/step";

export type Do = (step: AskStep & ChooseStep<unknown> & WaitStep<unknown>) => unknown;

/** A person who does one thing after another; every step must be expected, and everything expected must happen. */
export function person(...script: [title: string, act: Do][]): SignInUi & { done(): void } {
  const act = async (step: { title: string }): Promise<never> => {
    const next = script.shift();
    expect(step.title).toBe(next?.[0]);
    // The script knows which kind of step it expects, and gives what that kind gives.
    return (await next?.[1](step as never)) as never;
  };
  return {
    choose: act,
    ask: act,
    wait: act,
    done: () => {
      expect(script).toEqual([]);
    },
  };
}

export const none = new AbortController().signal;
export const leave: Do = () => undefined;
export const goBack: Do = () => BACK;

/** Types texts one after the other until one is accepted; each refused one must be refused with these words. */
export const type =
  (...texts: (string | [text: string, refusal: RegExp])[]): Do =>
  async (step) => {
    for (const entry of texts) {
      const [text, refusal] = typeof entry === "string" ? [entry, undefined] : entry;
      const problem = await step.check(text, none);
      if (!refusal) {
        expect(problem).toBeUndefined();
        return text;
      }
      expect(problem).toMatch(refusal);
    }
    return undefined;
  };

export const choose =
  (label: string): Do =>
  async (step) => {
    const row = (await step.rows(none)).find((other: Row<unknown>) => other.label.endsWith(label));
    expect(row, label).toBeDefined();
    return row?.value;
  };
