/** One request as the rules see it. */

import type { Viewer } from "./access.js";
import type { Body } from "./body.js";
import type { Company } from "./company/company.js";
import type { Operation, Version } from "./contract.js";
import type { Query } from "./query.js";

export class Call {
  private readonly memory = new Map<string, unknown>();

  constructor(
    readonly company: Company,
    readonly viewer: Viewer,
    readonly version: Version,
    readonly operation: Operation,
    /** The `{id}` of the path, or empty. */
    readonly id: string,
    readonly query: Query,
    readonly body: Body,
  ) {}

  /** The same call with another body: one item of a bulk action. */
  with(body: Body): Call {
    return new Call(this.company, this.viewer, this.version, this.operation, this.id, this.query, body);
  }

  /** Works something out once per request, such as the minutes of every project for a page of projects. */
  once<T>(key: string, make: () => T): T {
    if (!this.memory.has(key)) this.memory.set(key, make());
    // each key is used with one type only: it is a literal at its single place of use
    return this.memory.get(key) as T;
  }
}
