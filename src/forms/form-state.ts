import { createHash } from "node:crypto";
import { formField, type FormField, type FormValue, type FormValues } from "../messages/form";
import type { Control } from "./controls/control";
import type { FormDraft } from "./form-draft";
import type { PlannedField } from "./form-fields";

/** A field with what is filled in. */
export interface FilledField extends PlannedField {
  readonly field: FormField;
}

/** By field: undefined where it is only known that it was another value. */
type Base = ReadonlyMap<string, FormField | undefined>;

/** What was changed, and hints of what it was. */
export type Changes = Pick<FormDraft, "values" | "was">;

/** What is filled in in a form, beside what it was when the form was opened. */
export class FormState {
  #fields: readonly PlannedField[];
  #base: Base;
  #now: Map<string, FormField>;
  /** What the page has, as far as it said. */
  #onPage: FormValues = {};

  constructor(fields: readonly PlannedField[], base: ReadonlyMap<string, FormField>) {
    this.#fields = fields;
    this.#base = base;
    this.#now = new Map(base);
  }

  /** The fields that are there by what is filled in. */
  get shown(): FilledField[] {
    return this.#filled().filter(({ shownFor }) => {
      if (!shownFor) return true;
      const by = this.#fields.find(({ name }) => name === shownFor.input);
      const value = by?.control.read(this.#fieldOf(by));
      return value !== undefined && "value" in value && value.value === shownFor.value;
    });
  }

  /** What is filled in for an input of the operation; undefined where nothing is, or it cannot be read. */
  inputOf(input: string): unknown {
    const field = this.#fields.find((one) => one.input === input);
    const read = field?.control.read(this.#fieldOf(field));
    return read && "value" in read ? read.value : undefined;
  }

  get base(): Base {
    return this.#base;
  }

  isChanged({ name, control, selects }: PlannedField): boolean {
    if (selects) return false;
    const [before, now] = [this.#base.get(name), this.#now.get(name)];
    return before === undefined || (now !== undefined && !isSame(control, before, now));
  }

  get unsaved(): boolean {
    return this.#fields.some((field) => this.isChanged(field));
  }

  /** Whether something is changed in a field that is there. */
  get isShownChanged(): boolean {
    return this.shown.some((field) => this.isChanged(field));
  }

  /** Whether the page shows something else than what is filled in. */
  get isAheadOfPage(): boolean {
    return this.shown.some(
      ({ name, field }) => Object.hasOwn(this.#onPage, name) && !isEqual(this.#onPage[name], field.value),
    );
  }

  /** What the page says; a value that is none of its field's kind is left out. */
  take(values: FormValues): void {
    this.#onPage = { ...this.#onPage, ...values };
    for (const field of this.#fields) {
      const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
      if (value !== undefined) this.#put(field, value);
    }
  }

  /** What a command brings along. */
  fill(input: Readonly<Record<string, unknown>>): void {
    for (const { name, input: of, control } of this.#fields) {
      if (input[of] !== undefined) this.#now.set(name, control.filled(input[of]));
    }
  }

  setField(name: string, field: FormField): void {
    this.#now.set(name, field);
  }

  /** The record is another one now, by a save or by somebody else. */
  rebase(base: Base, now: ReadonlyMap<string, FormField>): void {
    this.#base = base;
    this.#now = new Map(now);
  }

  /** Back to what it was. */
  reset(base: ReadonlyMap<string, FormField>): void {
    this.rebase(base, base);
  }

  get now(): ReadonlyMap<string, FormField> {
    return this.#now;
  }

  get fields(): readonly PlannedField[] {
    return this.#fields;
  }

  /** The same form for another session. */
  useFields(fields: readonly PlannedField[]): void {
    this.#fields = fields;
  }

  /** What was changed; undefined where nothing was. */
  get changes(): Changes | undefined {
    const changed = this.#filled().filter((field) => this.isChanged(field));
    if (changed.length === 0) return undefined;
    // What was looked at is looked at again.
    const kept = [...this.#filled().filter(({ selects }) => selects), ...changed];
    const values = Object.fromEntries(kept.map(({ name, field }) => [name, field.value]));
    const was = Object.fromEntries(
      changed.flatMap(({ name }) => {
        const before = this.#base.get(name);
        return before ? [[name, hintOf(before)]] : [];
      }),
    );
    return { values, was };
  }

  restore({ values, was }: Changes): void {
    const base = new Map(this.#base);
    for (const field of this.#fields) {
      const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
      if (value === undefined || !this.#put(field, value)) continue;
      const before = base.get(field.name);
      // Somebody else changed it since: what is typed here must not silently go over that.
      if (before && was[field.name] !== hintOf(before)) base.set(field.name, undefined);
    }
    this.#base = base;
  }

  #filled(): FilledField[] {
    return this.#fields.map((field) => ({ ...field, field: this.#fieldOf(field) }));
  }

  #fieldOf({ name, control }: PlannedField): FormField {
    return this.#now.get(name) ?? control.blank;
  }

  #put(planned: PlannedField, value: FormValue): boolean {
    const { name, control } = planned;
    const read = formField.safeParse({ ...control.blank, value });
    if (!read.success) return false;
    const reading = typeof value === "string" ? control.hear?.(value).reading : undefined;
    this.#now.set(
      name,
      reading !== undefined && (read.data.kind === "date" || read.data.kind === "typed")
        ? { ...read.data, reading }
        : read.data,
    );
    return true;
  }
}

/** Whether two values are the same to Factorial, however they are typed. */
export function isSame(control: Control, one: FormField, other: FormField): boolean {
  if (isEqual(one.value, other.value)) return true;
  if (one.kind === "files") return false;
  const [a, b] = [control.read(one), control.read(other)];
  return "value" in a && "value" in b && isEqual(a.value, b.value);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Of names only the ids: what a thing is called may change. Short, so that nobody can guess the value by it. */
function hintOf(field: FormField): string {
  const value = field.kind === "names" ? field.value.map(({ id }) => id) : field.value;
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 4);
}
