/**
 * How much harm a slip does. `none`: nothing that needs a question. `reversible`: it runs and offers Undo.
 * `destructive`: it cannot be taken back, so it asks first, and says what goes with it.
 */
export type Danger = "none" | "reversible" | "destructive";

/** How an action is taken back. */
export interface UndoDeclaration {
  /** The operation of the same resource; it gets the target as the action does, where it takes such an input. */
  readonly operation: string;
  /** Its further input: field → the field of the target's record that has it, as it was before. */
  readonly from?: Readonly<Record<string, string>>;
  /** Its further input: fixed values. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Where the answer of the action has the id that it wants (what was copied is deleted): the input's name. */
  readonly answer?: string;
}

/** What the choices for an input that names records are narrowed to. */
export interface ChoiceDeclaration {
  /** The list's filter → the field of the first target's record that goes into it. */
  readonly by?: Readonly<Record<string, string>>;
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The same as `by`, of the record that is chosen in another field of the form: an input that names a `resource`. */
  readonly of?: {
    readonly input: string;
    readonly resource: string;
    readonly by: Readonly<Record<string, string>>;
  };
  /** The input that decides what kind of record is meant, and the kind for its values; any other value asks nothing. */
  readonly kindBy?: { readonly input: string; readonly kinds: Readonly<Record<string, string>> };
}

/** Which field of a record has what an input is now, by the value of another input. */
export interface NowByDeclaration {
  readonly input: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Something that a person can do: a command with a name, in the palette and in the menus of rows. */
export interface ActionDeclaration {
  /** As the palette names it, in Title Case; "…" is added where it asks for something. */
  readonly title: string;
  /** Default: the action's own name. */
  readonly operation?: string;
  /** The catalogue's name of the resource whose rows it works on; default this one; null: it needs no row. */
  readonly on?: string | null;
  /**
   * The input that takes the row's id; default `id`. One that takes a list gets all chosen rows in one request, any
   * other one row a request.
   */
  readonly target?: string;
  /** Further input: field → the field of the row's record. It may name the target's field, and then takes its place. */
  readonly from?: Readonly<Record<string, string>>;
  /** Further input: fixed values. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Input that gets the access id of whoever is signed in. */
  readonly me?: string;
  /** Input that gets the id of the company. */
  readonly company?: string;
  /** Input that is asked for, in this order. What is optional in the operation may be skipped. */
  readonly asks?: readonly string[];
  /** What parts a long form: the first input of a section → its title. What is asked for before has no title. */
  readonly sections?: Readonly<Record<string, string>>;
  /** Input → the field of the row's record with what it is now, offered as a start; default: the field of that name. */
  readonly now?: Readonly<Record<string, string>>;
  /** The same, where what another input says decides which field it is. */
  readonly nowBy?: Readonly<Record<string, NowByDeclaration>>;
  /** A second record that has what the row's lacks: its resource, and the field of the row's record with its id. */
  readonly alsoIn?: { readonly resource: string; readonly by: string };
  /** What is asked for is filled in in a form, in an editor tab, instead of step by step. */
  readonly form?: true;
  readonly choices?: Readonly<Record<string, ChoiceDeclaration>>;
  /** Only for rows in one of these states. */
  readonly states?: readonly string[];
  readonly danger: Danger;
  /** What goes with it, said before a destructive action: one sentence. */
  readonly takes?: string;
  readonly undo?: UndoDeclaration;
  /** What was done, behind the row's name: "ACME closed". */
  readonly done: string;
  /** The rows are gone afterwards. */
  readonly removes?: true;
  /** Not in the palette, which has a budget: a form there does the same and more. */
  readonly rowsOnly?: true;
  /** A codicon's name: the row shows it as a button. */
  readonly inline?: string;
}
