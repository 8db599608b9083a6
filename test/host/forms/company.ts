// What the demo company holds, asked past the extension.
import type { ApiVersion } from "../../../src/api/versions";
import { recordsIn, recordOf } from "../actions/demo";
import type { Row } from "../actions/sample";

/** Looks at what the demo company holds, in the version of the form. */
export class Look {
  readonly #version: ApiVersion;

  constructor(version: ApiVersion) {
    this.#version = version;
  }

  /** All records of a list: `locations/locations?ids[]=7`. */
  list(path: string): Promise<Row[]> {
    return recordsIn(this.#version, path);
  }

  /** One record: `tasks/tasks/7`. */
  record(path: string): Promise<Row> {
    return recordOf(this.#version, path);
  }

  async field(path: string, name: string): Promise<unknown> {
    return (await this.record(path))[name];
  }
}
