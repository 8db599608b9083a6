// Tests that sign in by hand: a VS Code in which nobody is signed in, whose address setting names a server of its own.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe } from "node:test";
import { type Sandbox, startSandbox } from "../../src/sandbox/index.js";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

export const METHODS_TITLE = "Sign In to Factorial";

type Method = "API Key" | "OAuth App" | "Access Token" | "Demo Company";
export const WHO_TITLE = "Who Are You?";

type Test = (title: string, body: (desk: SignInDesk) => Promise<void>) => void;

/** As {@link inWorkbench}, signed out, with the server as another argument. */
export function inSignedOutWorkbench(name: string, declare: (test: Test) => void): void {
  void describe(name, () => {
    let factorial: Sandbox | undefined;
    before(async () => {
      factorial = await startSandbox();
    });
    after(() => factorial?.stop());
    const options = {
      company: false as const,
      // Asked for when the workbench opens, which is after the server has its address.
      get settings() {
        return { "factorial.baseUrl": factorial?.url, "workbench.reduceMotion": "on" };
      },
    };
    inWorkbench(name, options, (test) => {
      declare((title, body) => {
        test(title, async (workbench) => {
          if (!factorial) throw new Error("The server did not start.");
          await body(new SignInDesk(workbench, factorial));
        });
      });
    });
  });
}

/** A person who signs in, and what they see of it. */
export class SignInDesk {
  constructor(
    readonly workbench: Workbench,
    readonly factorial: Sandbox,
  ) {}

  async openView(): Promise<void> {
    await this.workbench.openContainer("Factorial");
    await this.workbench.tree("Projects").waitFor();
  }

  /** F5; VS Code shows the view again that was shown before. */
  async reload(): Promise<void> {
    await this.workbench.load();
    await this.workbench.tree("Projects").waitFor();
  }

  /** Waits for the welcome that the state calls for; gives its texts. */
  async welcome(text: RegExp): Promise<string> {
    return eventually(async () => {
      const { texts } = await this.workbench.tree("Projects").welcome();
      assert.match(texts.join("\n"), text);
      return texts.join("\n");
    }, 30_000);
  }

  async clickWelcomeLink(name: string): Promise<void> {
    await this.workbench.page.locator(".welcome-view-content a", { hasText: name }).click();
  }

  /** Runs Sign In… and chooses a method by its name. */
  async signInBy(method: Method): Promise<void> {
    await this.workbench.runCommand("Factorial: Sign In…");
    await this.#chooseMethod(method);
  }

  /** The same for somebody who is signed in already. */
  async signInToAnotherBy(method: Method): Promise<void> {
    await this.workbench.runCommand("Factorial: Switch Company…");
    await this.waitForStep("Switch Company");
    await this.workbench.quickInput.pick("Sign In to Another Company…");
    await this.#chooseMethod(method);
  }

  async #chooseMethod(method: Method): Promise<void> {
    await this.waitForStep(METHODS_TITLE);
    await this.workbench.quickInput.pick(method);
  }

  /** Waits for the step with that title. */
  async waitForStep(title: string): Promise<void> {
    await eventually(async () => {
      assert.match(
        await this.workbench.quickInput.title(),
        new RegExp(`^${escaped(title)}(?: \\(\\d/\\d\\))?$`),
      );
    });
  }

  /** Types into the step and presses Enter. */
  async answer(text: string): Promise<void> {
    await this.workbench.quickInput.type(text);
    await this.workbench.quickInput.accept();
  }

  /** Types, presses Enter, and waits for what the step says is wrong; the text must still be there. */
  async answerAndBeTold(text: string, sentence: RegExp): Promise<void> {
    await this.answer(text);
    await eventually(async () => {
      assert.match(await this.workbench.quickInput.message(), sentence);
    });
    assert.equal(await this.workbench.quickInput.value(), text, "what was typed is gone");
  }

  /** The arrow of a step, whose name ends in its key where it has one. */
  async goBack(): Promise<void> {
    await this.workbench.page.locator('.quick-input-titlebar [aria-label^="Back"]').click();
  }

  async waitUntilSignedIn(): Promise<void> {
    await this.workbench.tree("Projects").waitForRow("ACME");
  }

  /** Waits until the status bar tells whose time it shows. */
  async waitForTimeOf(person: string): Promise<void> {
    await eventually(async () => {
      assert.match(await this.workbench.statusBarItem.text(), /\/ 8h$/);
      assert.match(await this.#statusBarTooltip(), new RegExp(`Logged today for ${person}`));
    }, 30_000);
  }

  async #statusBarTooltip(): Promise<string> {
    const { page } = this.workbench;
    await page.mouse.move(0, 0); // a tooltip that is open does not change
    const tooltip = page.locator(".monaco-hover", { hasText: "Logged today" });
    await tooltip.waitFor({ state: "hidden" });
    await page.locator('.statusbar-item[aria-label^="Factorial:"]').hover();
    await tooltip.waitFor({ timeout: 2000 });
    return ((await tooltip.textContent()) ?? "").replaceAll("\u00a0", " ");
  }

  /** Signs out of the active account. */
  async signOut(): Promise<void> {
    await this.workbench.runCommand("Factorial: Sign Out");
  }

  /** Logs time by the keyboard, as far as Enter in the box. */
  async logTime(text: string): Promise<void> {
    await this.openLogTime(text);
    await eventually(async () => {
      const [row] = await this.workbench.quickInput.rows();
      assert.match(row?.description ?? "", /^log /);
    });
    await this.workbench.quickInput.accept();
  }

  async openLogTime(text: string): Promise<void> {
    await this.workbench.page.keyboard.press("Control+Alt+h");
    await this.waitForStep("Log Time");
    await this.workbench.quickInput.type(text);
  }

  /** The e-mail that git would put into a commit of this machine's user. */
  setGitEmail(email: string): void {
    const home = path.join(path.dirname(this.workbench.folder), "home");
    fs.writeFileSync(path.join(home, ".gitconfig"), `[user]\n\temail = ${email}\n`);
  }

  /** What the server holds with this comment: its own tables, not what the client was told. */
  held(comment: string) {
    return this.factorial.company.timeRecords.all().filter((record) => record.observations === comment);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
