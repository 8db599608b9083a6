import { beforeEach, describe, expect, it, vi } from "vitest";
import { eventually } from "../support/eventually";
import { QuickInputButtons, screen, type InputBox, type QuickPick } from "./vscode-fake";

vi.mock("vscode", () => import("./vscode-fake"));

const { quickInputSteps: ui } = await import("../../../src/auth/sign-in-steps");
const { BACK } = await import("../../../src/commands/step");

const frame = { title: "Title", step: 1, totalSteps: 2, canGoBack: true };
const askFrame = { ...frame, prompt: "Prompt", value: "", secret: true };

beforeEach(() => {
  screen.clear();
});

function box(): InputBox {
  const last = screen.boxes.at(-1);
  if (!last) throw new Error("No input box was shown.");
  return last;
}

function pick(): QuickPick {
  const last = screen.picks.at(-1);
  if (!last) throw new Error("No quick pick was shown.");
  return last;
}

describe("asking", () => {
  it("shows a hidden text with its place in the steps, and stays while the person looks elsewhere", async () => {
    const asked = ui.ask({
      ...askFrame,
      value: "old",
      problem: "wrong",
      check: () => Promise.resolve(undefined),
    });
    expect(box()).toMatchObject({
      shown: true,
      title: "Title",
      step: 1,
      totalSteps: 2,
      password: true,
      value: "old",
      validationMessage: "wrong",
      ignoreFocusOut: true,
    });
    box().changed.fire("older");
    expect(box().validationMessage).toBeUndefined();
    box().value = "new";
    box().accepted.fire();
    expect(await asked).toBe("new");
    expect(box().disposed).toBe(true);
  });

  it("keeps the typed text, and says what is wrong with it", async () => {
    const check = vi
      .fn()
      .mockResolvedValueOnce("Not this one.")
      .mockRejectedValueOnce(new Error("No connection."))
      .mockResolvedValueOnce(undefined);
    const asked = ui.ask({ ...askFrame, check });
    box().value = "typed";
    for (const problem of ["Not this one.", "No connection."]) {
      box().accepted.fire();
      expect(box()).toMatchObject({ busy: true, enabled: false });
      box().accepted.fire(); // an impatient person
      await eventually(() => {
        expect(box()).toMatchObject({
          busy: false,
          enabled: true,
          value: "typed",
          validationMessage: problem,
        });
      });
    }
    box().accepted.fire();
    expect(await asked).toBe("typed");
    expect(check).toHaveBeenCalledTimes(3);
    expect(screen.boxes).toHaveLength(1);
  });

  it("can be left, which stops the check", async () => {
    let seen: AbortSignal | undefined;
    const asked = ui.ask({
      ...askFrame,
      check: (_text, signal) => {
        seen = signal;
        return new Promise(() => undefined);
      },
    });
    box().accepted.fire();
    box().hidden.fire();
    expect(await asked).toBeUndefined();
    expect(seen?.aborted).toBe(true);
    expect(box().disposed).toBe(true);
  });

  it("has a back button, and others", async () => {
    const run = vi.fn();
    const actions = [{ icon: "copy", tooltip: "Copy", run }];
    const asked = ui.ask({ ...askFrame, actions, check: () => Promise.resolve(undefined) });
    const [back, copy] = box().buttons;
    expect(back).toBe(QuickInputButtons.Back);
    if (copy) box().triggered.fire(copy);
    expect(run).toHaveBeenCalledOnce();
    box().triggered.fire(QuickInputButtons.Back);
    expect(await asked).toBe(BACK);
  });
});

describe("choosing", () => {
  const rows = [
    { label: "Ivo", value: 1 },
    { label: "Nora", value: 2, description: "nora@acme.example", suggested: true },
  ];

  it("highlights the suggested row, and takes only what the person accepts", async () => {
    const chosen = ui.choose({ ...frame, placeholder: "Who?", rows: () => Promise.resolve(rows) });
    expect(pick().busy).toBe(true);
    await eventually(() => {
      expect(pick().busy).toBe(false);
    });
    expect(pick().activeItems).toMatchObject([{ label: "Nora" }]);
    expect(pick().disposed).toBe(false);
    pick().selectedItems = pick().items.slice(0, 1);
    pick().accepted.fire();
    expect(await chosen).toBe(1);
  });

  it("shows a failure in the list, with a way to try again", async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error("No connection.")).mockResolvedValueOnce(rows);
    const chosen = ui.choose({ ...frame, placeholder: "Who?", rows: load });
    await eventually(() => {
      expect(pick().items).toMatchObject([{ label: "$(refresh) Try Again", detail: "No connection." }]);
    });
    pick().selectedItems = pick().items;
    pick().accepted.fire();
    await eventually(() => {
      expect(pick().items).toHaveLength(2);
    });
    pick().hidden.fire();
    expect(await chosen).toBeUndefined();
  });

  it("takes a row whose value is null", async () => {
    const none = () => Promise.resolve([{ label: "None", value: null }]);
    const chosen = ui.choose({ ...frame, placeholder: "Who?", rows: none });
    await eventually(() => {
      expect(pick().items).toHaveLength(1);
    });
    pick().selectedItems = pick().items;
    pick().accepted.fire();
    expect(await chosen).toBeNull();
  });
});

describe("waiting", () => {
  const wait = (until: Promise<string>, pasted: (text: string) => string | undefined = () => undefined) =>
    ui.wait({ ...frame, prompt: "Prompt", placeholder: "Address", actions: [], until, pasted });

  it("ends with what is waited for", async () => {
    expect(await wait(Promise.resolve("tokens"))).toBe("tokens");
    expect(box().disposed).toBe(true);
  });

  it("fails as that fails", async () => {
    await expect(wait(Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect(box().disposed).toBe(true);
  });

  it("takes a pasted address, or says what is wrong with it", async () => {
    const waiting = wait(new Promise(() => undefined), (text) => (text === "good" ? undefined : "Not this."));
    box().value = "bad";
    box().accepted.fire();
    expect(box().validationMessage).toBe("Not this.");
    box().value = "good";
    box().accepted.fire();
    expect(box().validationMessage).toBeUndefined();
    box().hidden.fire();
    expect(await waiting).toBeUndefined();
  });
});
