import type * as z from "zod";
import type { ActionDeclaration } from "./action";
import type { Operation } from "./operation";

/** Says in words what a record holds as ids, minutes and cents. */
export interface Wording {
  /**
   * What people call the thing that an id names. `of` is a resource's name in the catalogue; `accesses` are
   * employees by the id of their login. Where the thing is not known, it says so, and never shows the id.
   */
  name(of: string, id: string | null | undefined): string;
  /** How the record that an id names reads as a row. */
  rowOf(of: string, id: string | null | undefined): Row;
  /** A day, or an instant's day in the company's calendar. */
  day(text: string | null | undefined): string | undefined;
  /** An instant with its time of day, in the company's zone. */
  instant(text: string | null | undefined): string | undefined;
  minutes(minutes: number | null | undefined): string | undefined;
  /** Whole cents; the currency is an ISO 4217 code. */
  money(cents: number | string | null | undefined, currency?: string | null): string | undefined;
  /** A value of an enum as words: `in_stock` → "in stock". */
  word(value: string | null | undefined): string | undefined;
  text(text: string): string;
}

/** How a record reads as one row of a list. */
export interface Row {
  readonly label: string;
  readonly description?: string | undefined;
  /** What it belongs to, for places where that is not seen: a picker over the tasks of all projects. */
  readonly within?: string | undefined;
  /** A codicon's name, where the row's differs from the resource's. */
  readonly icon?: string | undefined;
  /** The status in words, where only the icon shows it: a screen reader says it. */
  readonly status?: string | undefined;
}

/** A piece of a record that is worth a row of its own: a section of a questionnaire, a question with its answer. */
export interface Part {
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: string | undefined;
  readonly parts?: readonly Part[] | undefined;
}

/** What a field is to a person, where its name and its schema do not tell. */
export interface FieldDeclaration {
  /** Default: the name in words, without its unit: `purchase_price_cents` → "Purchase price". */
  readonly label?: string;
  readonly help?: string;
  /** A text of several lines. */
  readonly long?: boolean;
  /** What can be chosen, where the API's description takes any text; first what Factorial does by default. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The resource (by its name in the catalogue, or `accesses`) that the id or ids in it name; null: none. */
  readonly names?: string | null;
  /** Not shown: it says nothing that another field does not say better. */
  readonly hidden?: boolean;
}

/** Where records are shown below records of another resource. */
export interface Place {
  /** The other resource's name in the catalogue. */
  readonly parent: string;
  /** The list's filter that takes the parent's id. */
  readonly by?: string;
  /** The parent's field that goes into the filter, where it is not its id. */
  readonly from?: string;
  /** Further input of the list. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Own field → the parent's field that it must equal, for what the list cannot filter. */
  readonly where?: Readonly<Record<string, string>>;
  /** The group's name; records are shown right below the parent where it has no other children. */
  readonly group: string;
  readonly icon?: string;
  readonly empty: string;
  /** Only below parents in one of these states. */
  readonly states?: readonly string[];
}

/** How people find a record of this resource when a command asks which one is meant. */
export interface Finding {
  /** The list's filter that searches for a text on the server; without one, what came is searched. */
  readonly search?: string;
  /** Further input of the list. Gets the company's day, `YYYY-MM-DD`. */
  query?(today: string): Readonly<Record<string, unknown>>;
  /** An input that the list wants, and where its values are: in that field of another resource's records. */
  readonly through?: { readonly input: string; readonly resource: string; readonly field: string };
}

/**
 * One resource of Factorial, declared once: what its records look like, which operations it has and in which
 * versions, and what it is to a person. The client, the views, the commands and the tests read nothing else.
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
  /** Performance data and the like: never written to disk, never logged. */
  readonly sensitive?: boolean;
  /** Fields of records and of inputs, where there is more to say than their names do. */
  readonly fields?: Readonly<Record<string, FieldDeclaration>>;
  /** Method syntax on purpose: it lets resources of all records stand in one list. */
  row?(record: z.output<R>, wording: Wording): Row;
  /** Words that say what can be done with a record now: menus and actions go by them. */
  states?(record: z.output<R>): readonly string[];
  /** What a record consists of, in reading order. */
  parts?(record: z.output<R>, wording: Wording): readonly Part[];
  readonly places?: readonly Place[];
  readonly finding?: Finding;
  /** What a person can do, by the command's own name: `factorial.<resource>.<name>`. */
  readonly actions?: Readonly<Record<string, ActionDeclaration>>;
}

export function defineResource<R extends z.ZodObject, Ops extends Record<string, Operation>>(
  resource: Resource<R, Ops>,
): Resource<R, Ops> {
  return resource;
}

export type RecordOf<T> = T extends Resource<infer R> ? z.output<R> : never;
