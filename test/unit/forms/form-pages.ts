import {
  toPage,
  type FormField,
  type FormValue,
  type FormValues,
  type ToHost,
  type ToPage,
} from "../../../src/messages/form";
import { eventually } from "../support/eventually";

export type Show = Extract<ToPage, { kind: "show" }>;

/** A tab with a form's page in it, from the page's side. */
export class FormPage {
  readonly heard: ToPage[] = [];
  revealed = 0;
  isOpen = true;
  /** It is the tab in front. */
  active = true;
  /** What the person typed since the host filled the form. */
  #turn = 0;
  #typed: FormValues = {};
  readonly #listeners = { message: [] as ((message: unknown) => void)[], disposed: [] as (() => void)[] };

  readonly webview = {
    html: "",
    options: {},
    cspSource: "https://page.example",
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      this.#listeners.message.push(listener);
    },
    postMessage: (message: unknown) => {
      const heard = toPage.parse(structuredClone(message));
      this.heard.push(heard);
      if (heard.kind === "show" && heard.fill) this.#typed = {};
      return Promise.resolve(true);
    },
  };

  constructor(
    public title: string,
    readonly options: object,
  ) {}

  onDidDispose(listener: () => void): void {
    this.#listeners.disposed.push(listener);
  }

  reveal(): void {
    this.revealed++;
  }

  dispose(): void {
    this.isOpen = false;
    this.active = false;
    for (const hear of this.#listeners.disposed) hear();
  }

  /** What the page sends; anything, as a page could. */
  say(message: ToHost | { kind: "unheard of" }): void {
    for (const hear of this.#listeners.message) hear(message);
  }

  /** What the form looks like now. */
  get shown(): Show {
    const last = this.heard.findLast((message) => message.kind === "show");
    if (last?.kind !== "show") throw new Error("The page was shown nothing yet.");
    return last;
  }

  get fields(): FormField[] {
    return this.shown.form.sections.flatMap(({ fields }) => fields);
  }

  field(name: string): FormField {
    const field = this.fields.find((one) => one.name === name);
    if (!field) throw new Error(`No field ${name} among ${this.fields.map((one) => one.name).join(", ")}`);
    return field;
  }

  /** All values with some replaced, as the page sends them. */
  values(changes: FormValues = {}): FormValues {
    const own = this.fields.map(({ name, value }): [string, FormValue] => [name, value]);
    return { ...Object.fromEntries(own), ...this.#typed, ...changes };
  }

  type(changes: FormValues): void {
    this.#typed = { ...this.#typed, ...changes };
    this.#turn += 1;
    this.say({ kind: "change", values: this.values(changes), turn: this.#turn });
  }

  /** Saves, and waits until the host has done what it does. */
  async save(changes: FormValues = {}): Promise<void> {
    this.#typed = { ...this.#typed, ...changes };
    await this.saved({ kind: "save", values: this.values() });
  }

  async saved(message: ToHost): Promise<void> {
    const before = this.heard.length;
    this.say(message);
    await eventually(() => {
      const last = this.heard.slice(before).findLast((one) => one.kind === "show");
      if (this.isOpen && last?.saving !== false) throw new Error("It is still saving.");
    });
  }
}

/** The tabs that were opened, in order. */
export class FormPages {
  readonly all: FormPage[] = [];

  open(title: string, options: object): FormPage {
    const page = new FormPage(title, options);
    for (const other of this.all) other.active = false;
    this.all.push(page);
    return page;
  }

  get newest(): FormPage {
    const newest = this.all.at(-1);
    if (!newest) throw new Error("No tab was opened.");
    return newest;
  }
}
