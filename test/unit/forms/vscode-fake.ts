/** As much of VS Code as a form touches: what actions touch, and tabs with a page in them, which a test plays. */
import * as actions from "../actions/vscode-fake";
import { FormPages } from "./form-pages";

export * from "../actions/vscode-fake";

export const pages = new FormPages();

export const ViewColumn = { Active: -1 };

export const Uri = {
  ...actions.Uri,
  joinPath: (base: { path: string }, ...parts: string[]) => {
    const path = [base.path, ...parts].join("/");
    return { path, toString: () => `webview:${path}` };
  },
};

export const window = {
  ...actions.window,
  createWebviewPanel: (_type: string, title: string, _column: number, options: object) =>
    pages.open(title, options),
  setStatusBarMessage: (text: string) => actions.screen.status.push(text),
};
