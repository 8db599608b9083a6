// Two windows show the same day, and each saves the same entry: what one of them wrote since is not the other's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { companies, entryOf, heldOn, MAIN_WAYS, nameOf, sitDown, SUNDAY } from "../unit/time/desk";
import { Died, Life, openWindow } from "./mortal-window";

const company = companies();
const folders = mkdtempSync(join(tmpdir(), "factorial-old-day-"));
afterAll(() => {
  rmSync(folders, { recursive: true, force: true });
});

// On shifts no two entries can be alike: they would be at the same time.
const PLAIN_WAYS = MAIN_WAYS.filter(({ kind }) => kind !== "shifts");

describe.each(PLAIN_WAYS.map((way) => [nameOf(way), way] as const))("%s", (_, way) => {
  it("tells one's own entry from its twin by the day as it is when it is one's turn", async () => {
    const desk = sitDown(company(way.mode), way);
    const entry = entryOf(desk, { comment: undefined });
    const shown = { day: SUNDAY, logged: [], locked: false };

    // The first window dies when its record is on the server, and before it knows.
    let folder = "";
    for (let moment = 1; heldOn(desk.sandbox, SUNDAY).records.length === 0; moment++) {
      folder = join(folders, `${way.version}-${moment}`);
      const first = await openWindow(desk, folder, new Life(moment));
      await expect(first.log.save(entry, shown)).rejects.toThrow(Died);
    }

    // The second one's never arrives.
    desk.sandbox.misbehave({ kind: "cutConnection", match: { method: "POST" }, times: 9 });
    const second = await openWindow(desk, folder);
    expect((await second.log.save(entry, shown)).kind).toBe("not-saved");
    desk.sandbox.behave();

    const next = await openWindow(desk, folder);
    await next.log.settle();
    expect(heldOn(desk.sandbox, SUNDAY).records).toHaveLength(1);
    expect(next.journal.open.map(({ state }) => state)).toEqual(["not-saved"]);
  });
});
