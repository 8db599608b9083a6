import type * as z from "zod";
import type { Operation } from "../../../src/api/operation";
import type { catalogue } from "../../../src/resources/catalogue";

/** One call of an operation, and how one sees that it was done. */
export interface Sample<
  Input = Readonly<Record<string, unknown>>,
  Found = Readonly<Record<string, unknown>>,
> {
  readonly input: Input;
  /** The answer's records in order: exactly so many, each with at least these fields. */
  readonly answer: readonly Partial<Found>[];
  /** Brings the company to where the operation can be done. */
  readonly before?: () => void;
  /** Of a write: what the company holds. It fits `becomes` after the call and did not before it. */
  readonly sees?: () => unknown;
  readonly becomes?: unknown;
  /** Why a write can't be seen on the server. */
  readonly leavesNoTrace?: string;
  /** The JSON body as it has to go over the wire, to the digit. */
  readonly text?: string;
  /** The fields of the form that has to go over the wire, by their names there. */
  readonly form?: Readonly<Record<string, unknown>>;
}

type Catalogue = typeof catalogue;

type SampleOf<T, Record extends z.ZodObject> =
  T extends Operation<infer Input> ? Sample<z.input<Input>, z.output<Record>> : never;

/** A sample for every operation of every resource. */
export type Samples = {
  readonly [Name in keyof Catalogue]: {
    readonly [Op in keyof Catalogue[Name]["operations"]]: SampleOf<
      Catalogue[Name]["operations"][Op],
      Catalogue[Name]["record"]
    >;
  };
};
