/** As much of VS Code as a form touches: what actions touch, tabs with a page in them, which a test plays, and files. */
import * as actions from "../actions/vscode-fake";
import { FormPages } from "./form-pages";

export * from "../actions/vscode-fake";

export const pages = new FormPages();

/** Paths at which there is no file, though one was chosen. */
export const removedFiles = new Set<string>();

export const ViewColumn = { Active: -1 };

export enum FileType {
  File = 1,
  Directory = 2,
}

export class FileSystemError extends Error {
  static FileNotFound(uri: { path: string }): FileSystemError {
    return new FileSystemError(`There is no ${uri.path}.`);
  }
  static FileIsADirectory(uri: { path: string }): FileSystemError {
    return new FileSystemError(`${uri.path} is a folder.`);
  }
}

const { readFile } = actions.workspace.fs;

export const workspace = {
  ...actions.workspace,
  fs: {
    stat: (uri: { path: string }) =>
      removedFiles.has(uri.path)
        ? Promise.reject(FileSystemError.FileNotFound(uri))
        : Promise.resolve({ type: uri.path.endsWith("/") ? FileType.Directory : FileType.File }),
    readFile,
  },
};

export const window = {
  ...actions.window,
  createWebviewPanel: (_type: string, title: string, _column: number, options: object) =>
    pages.open(title, options),
  setStatusBarMessage: (text: string) => actions.screen.status.push(text),
};
