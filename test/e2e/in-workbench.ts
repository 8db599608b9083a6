// Tests of one file share one VS Code, one browser and one demo company: each costs seconds to start.
import { after, before, describe, it } from "node:test";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "./workbench.js";

type Test = (title: string, body: (workbench: Workbench) => Promise<void>) => void;

/**
 * Declares tests that run in a workbench, in order, each beginning where the one before left the window.
 * A failing test leaves a screenshot and the logs in test-results/failed.
 */
export function inWorkbench(name: string, options: WorkbenchOptions, declare: (test: Test) => void): void {
  void describe(name, () => {
    let opened: Workbench | undefined;
    before(
      async () => {
        opened = await openWorkbench(options);
      },
      { timeout: 180_000 },
    );
    after(async () => opened?.close());
    declare((title, body) => {
      void it(title, { timeout: 120_000 }, async () => {
        if (!opened) throw new Error("The workbench did not open.");
        try {
          await body(opened);
        } catch (error) {
          // Neither may hide the error: the window may be in any state, or gone.
          await Promise.allSettled([opened.writeReport(`${name} ${title}`.replace(/[^\w-]+/g, "-"))]);
          await Promise.allSettled([opened.quickInput.dismissIfOpen()]); // or the next test fails as well
          throw error;
        }
      });
    });
  });
}
