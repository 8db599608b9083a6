import { toPage, type ToHost, type ToPage } from "../../../src/messages/form";

/** A tab with a form's page in it, from the page's side. */
export class FormPage {
  readonly heard: ToPage[] = [];
  revealed = 0;
  isOpen = true;
  readonly #listeners = { message: [] as ((message: unknown) => void)[], disposed: [] as (() => void)[] };

  readonly webview = {
    html: "",
    cspSource: "https://page.example",
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      this.#listeners.message.push(listener);
    },
    postMessage: (message: unknown) => {
      this.heard.push(toPage.parse(structuredClone(message)));
      return Promise.resolve(true);
    },
  };

  constructor(
    readonly title: string,
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
    for (const hear of this.#listeners.disposed) hear();
  }

  /** What the page sends; anything, as a page could. */
  say(message: ToHost | { kind: "unheard of" }): void {
    for (const hear of this.#listeners.message) hear(message);
  }

  get last(): ToPage {
    const last = this.heard.at(-1);
    if (!last) throw new Error("The page was told nothing yet.");
    return last;
  }
}

/** The tabs that were opened, in order. */
export class FormPages {
  readonly all: FormPage[] = [];

  open(title: string, options: object): FormPage {
    const page = new FormPage(title, options);
    this.all.push(page);
    return page;
  }

  get newest(): FormPage {
    const newest = this.all.at(-1);
    if (!newest) throw new Error("No tab was opened.");
    return newest;
  }
}
