/** A window as a process of its own, that its parent kills: makes its wishes one after the other, and tells how each ended. */

import { readFileSync, writeFileSync } from "node:fs";
import { tokenCredentials } from "../../src/api/credentials";
import type { ApiVersion } from "../../src/api/versions";
import { createFactorialClient } from "../../src/resources/factorial-client";
import { DEMO_TOKEN } from "../../src/sandbox/demo-credentials";
import { Store } from "../../src/store/store";
import { CompanyClock } from "../../src/time/company-clock";
import { Journal } from "../../src/time/journal/journal";
import { strategyFor, type TimeMode } from "../../src/time/strategies/choose";
import { TimeLog } from "../../src/time/time-log";
import { Temporal } from "temporal-polyfill";
import type { Wish } from "./wishes";

/** What the parent gives as a file of JSON. */
export interface Orders {
  readonly baseUrl: string;
  readonly mode: TimeMode;
  readonly version: ApiVersion;
  readonly employeeId: string;
  readonly account: string;
  readonly now: string;
  readonly folder: string;
  /** By wish: the file that stands for the Log Time box; it is there while the text is. */
  readonly typed: readonly string[];
  readonly wishes: readonly Wish[];
}

// Written by the parent just before.
const orders = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Orders;
const { baseUrl, mode, version, employeeId, account, folder } = orders;

const client = createFactorialClient({
  baseUrl,
  version,
  credentials: tokenCredentials(DEMO_TOKEN),
  retryDelays: [1, 1],
});
const clock = new CompanyClock("Europe/Madrid", () => Temporal.Instant.from(orders.now));
const strategy = strategyFor(mode, { client, version, store: new Store(), employeeId, clock });
const journal = new Journal({ folder, account, employeeId });
await journal.refresh();
const log = new TimeLog({ client, strategy, employeeId, clock, settleDelays: [1, 5], journal });

process.stdout.write("ready\n");
await new Promise((go) => process.stdin.once("data", go));

for (const [at, { kind, entry, instead }] of orders.wishes.entries()) {
  const box = orders.typed[at] ?? "";
  const before = { day: entry.day, logged: [], locked: false };
  const write = () => {
    if (kind === "log" || !instead)
      return log.save(entry, before, {
        taken: () => {
          writeFileSync(box, "");
        },
        givenBack: () => {
          writeFileSync(box, "typed");
        },
      });
    return kind === "change" ? log.change(instead, entry, before) : log.remove(instead, before);
  };
  if (kind === "log") writeFileSync(box, "typed");
  process.stdout.write(`${JSON.stringify({ at, begun: true })}\n`);
  const outcome = await write();
  const unsent = outcome.kind === "not-saved" ? outcome.unsent : undefined;
  process.stdout.write(`${JSON.stringify({ at, outcome: { kind: outcome.kind, unsent } })}\n`);
}
process.exit(0);
