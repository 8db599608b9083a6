import type { FormValues } from "../../../../src/messages/form";
import type { Row } from "../../../../src/sandbox/company/table";

/** A form, filled in with every field that it has, and what the server is to hold then: written by hand. */
export interface FormSample {
  /** The rows that it is opened on. */
  readonly ids?: readonly string[];
  /** Brings the company to where the form can be saved. */
  readonly before?: () => void;
  /** Fields to choose before the others are there. */
  readonly first?: FormValues;
  readonly fill: FormValues;
  /** Paths of files that are chosen, by field. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the company holds then. */
  readonly holds: () => unknown;
  readonly becomes: unknown;
  /** Fields that this sample leaves: they go not together with others. */
  readonly leaves?: readonly string[];
}

/** The body of the last write, and an id as it is written there: an integer up to 2026-04-01. */
export interface Wire {
  readonly body: () => unknown;
  readonly id: (id: string) => string | number;
}

/** By the action's name, `projects.create`. */
export type FormSamples = Readonly<Record<string, FormSample>>;

/** What is picked in a field of names. */
export const picked = (...rows: readonly Pick<Row, "id">[]) => rows.map(({ id }) => ({ id, label: id }));

export const pickedId = (id: string) => picked({ id });
