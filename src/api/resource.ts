import type * as z from "zod";
import type { Operation } from "./operation";

/** How a record reads as one row of a list. */
export interface Row {
  readonly label: string;
  readonly description?: string | undefined;
}

/** One field of a form. Its kind and whether it must be filled in come from the operation's input. */
export interface FormFieldDeclaration<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly help?: string;
  /** A text of several lines. */
  readonly long?: boolean;
  /** What can be chosen, where the API's description takes any text; first what Factorial does by default. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

type CreateField<Ops> = Ops extends { create: Operation<infer Input> }
  ? keyof z.input<Input> & string
  : string;

/**
 * One resource of Factorial, declared once: what its records look like, which operations it has and in which
 * versions, and what it is to a person. The client, the views and the tests read nothing else.
 */
export interface Resource<
  R extends z.ZodObject = z.ZodObject,
  Ops extends Record<string, Operation> = Record<string, Operation>,
> {
  /** Factorial's module, the first part of the path: `project_management`. */
  readonly module: string;
  /** The resource's own part of the path: `time_records`. */
  readonly path: string;
  readonly names: { readonly one: string; readonly many: string };
  /** A codicon's name. */
  readonly icon: string;
  readonly record: R;
  readonly operations: Ops;
  /** Method syntax on purpose: it lets resources of all records stand in one list. */
  row?(record: z.output<R>): Row;
  /** What a person fills in to create a record, in this order; the other inputs of `create` are left out. */
  readonly form?: readonly FormFieldDeclaration<CreateField<Ops>>[];
}

export function defineResource<R extends z.ZodObject, Ops extends Record<string, Operation>>(
  resource: Resource<R, Ops>,
): Resource<R, Ops> {
  return resource;
}

export type RecordOf<T> = T extends Resource<infer R> ? z.output<R> : never;
