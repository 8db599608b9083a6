import type { Asked } from "../../actions/asking/question";
import type { FormField, ToPage } from "../../messages/form";
import type { AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import type { FormFiles } from "../form-files";

export type FieldOf<Kind extends FormField["kind"]> = Extract<FormField, { kind: Kind }>;

/** What is filled in, as the operation takes it: undefined where nothing is; or why it cannot be read. */
export type FieldInput = { readonly value: unknown } | { readonly problem: string };

/** What the page is told of a text while it is typed. */
export type Heard = Pick<Extract<ToPage, { kind: "reading" }>, "reading" | "problem">;

export type Found = Pick<Extract<ToPage, { kind: "found" }>, "options" | "more">;

/** What is filled in for another input of the form; undefined where nothing is, or it cannot be read. */
export type Inputs = (input: string) => unknown;

/** One kind of field: between a record, the page and the operation. */
export interface Control {
  /** The field as the page shows it while nothing is filled in. */
  readonly blank: FormField;
  /** What a record holds, or a command was given, as the page shows it. */
  filled(value: unknown): FormField;
  /** What is filled in. A field of another kind has nothing. */
  read(field: FormField): FieldInput;
  /** What is filled in, for a person to compare. */
  words(field: FormField): string;
  /** What is sent to empty the field, where Factorial might take that. */
  readonly emptied?: unknown;
  /** How a text is read. */
  hear?(text: string): Heard;
  /** What the server finds for a text, where other inputs are filled in so. @throws FactorialError */
  find?(text: string, signal: AbortSignal, inputs: Inputs): Promise<Found>;
  /** Fetches the names for what a record holds. @throws FactorialError */
  prepare?(value: unknown): Promise<void>;
}

export type FieldFacts = Pick<FormField, "name" | "label" | "help" | "required">;

/** What a control is made from. */
export interface ControlParts {
  readonly session: Session;
  readonly asked: Asked;
  readonly facts: FieldFacts;
  /** The record that the form is about, where it is about one. */
  readonly record: AnyRecord | undefined;
  /** Something new is made: what is not filled in is as Factorial does it by default. */
  readonly isNew: boolean;
  readonly files: FormFiles;
}

export const NOTHING: FieldInput = { value: undefined };
