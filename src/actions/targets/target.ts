import type { AnyRecord } from "../../resources/any-client";

/** A record that an action works on, as it was before. */
export interface Target {
  readonly id: string;
  /** Undefined where this account may not read it. */
  readonly record: AnyRecord | undefined;
  /** What people call it. */
  readonly name: string;
}
