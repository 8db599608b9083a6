/** A program: a host of its own. */
import { writeFileSync } from "node:fs";
import { playAtRandom } from "./random-host";

const [, , path = "", seed = "", actions = "", epoch = "", log = ""] = process.argv;

const orders = { path, seed: Number(seed), actions: Number(actions), epoch: Number(epoch) };
writeFileSync(log, JSON.stringify(await playAtRandom(orders)));
