/** As much of VS Code as a form touches: tabs with a page in them, which a test plays. */
import { FormPages } from "./form-pages";

export const pages = new FormPages();

export const ViewColumn = { Active: -1 };

export const env = { language: "en" };

export const Uri = {
  joinPath: (base: { path: string }, ...parts: string[]) => {
    const path = [base.path, ...parts].join("/");
    return { path, toString: () => `webview:${path}` };
  },
};

/** The messages that were shown. */
export const shown: string[] = [];

export const window = {
  createWebviewPanel: (_type: string, title: string, _column: number, options: object) =>
    pages.open(title, options),
  showInformationMessage: (text: string) => {
    shown.push(text);
    return Promise.resolve(undefined);
  },
  showErrorMessage: (text: string, ...buttons: { title: string }[]) => {
    shown.push([text, ...buttons.map(({ title }) => title)].join(" | "));
    return Promise.resolve(undefined);
  },
};

export const l10n = {
  t: (text: string, ...values: (string | number)[]) =>
    text.replace(/\{(\d)\}/g, (_all, at: string) => String(values[Number(at)])),
};
