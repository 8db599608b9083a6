/** Keeps the demo company on disk between starts. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isFields } from "./body.js";
import type { Company } from "./company/company.js";
import type { Row } from "./company/table.js";

/** Rises when saved companies of before can't be read any more. */
const FORMAT = 3;

const QUIET_MS = 250;

export class StateFile {
  private timer: NodeJS.Timeout | undefined;

  /** @param key what the company was made with; another key means another company */
  constructor(
    private readonly path: string,
    private readonly key: string,
  ) {}

  /** Fills the company with what was saved. False if there is nothing, or nothing that fits. */
  load(company: Company): boolean {
    let text: string;
    try {
      text = readFileSync(this.path, "utf8");
    } catch {
      return false;
    }
    try {
      const state: unknown = JSON.parse(text);
      if (!isFields(state) || !isFields(state.tables)) throw new Error("not a saved company");
      if (state.format !== FORMAT || state.key !== this.key) return false;
      for (const [name, table] of company.tables()) {
        const saved = state.tables[name];
        if (!isFields(saved) || !Array.isArray(saved.rows) || typeof saved.lastId !== "number") {
          throw new Error(`no table ${name}`);
        }
        table.restore({ lastId: saved.lastId, rows: saved.rows.filter(isRow) });
      }
      return true;
    } catch {
      // Somebody may want to look at it; the demo goes on with a fresh company.
      renameSync(this.path, `${this.path}.corrupt`);
      return false;
    }
  }

  /** Saves soon, once things are quiet. */
  saveSoon(company: Company): void {
    this.timer ??= setTimeout(() => {
      try {
        this.save(company);
      } catch (error) {
        // The demo goes on; it will only have forgotten, next time.
        process.emitWarning(`The demo company could not be saved: ${String(error)}`);
      }
    }, QUIET_MS).unref();
  }

  /** Saves now if something waits to be saved. */
  flush(company: Company): void {
    if (this.timer) this.save(company);
  }

  /** Whole or not at all: written beside, then put in place. */
  save(company: Company): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const tables: Record<string, unknown> = {};
    for (const [name, table] of company.tables()) tables[name] = table.snapshot();
    mkdirSync(dirname(this.path), { recursive: true });
    const beside = `${this.path}.new`;
    writeFileSync(beside, JSON.stringify({ format: FORMAT, key: this.key, tables }));
    renameSync(beside, this.path);
  }
}

function isRow(value: unknown): value is Row {
  return isFields(value) && typeof value.id === "string";
}
