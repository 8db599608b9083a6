import * as vscode from "vscode";

/** Version 1 of the API of VS Code's git extension, to be read with care: undefined where git is off or not there. */
export async function gitApi(): Promise<unknown> {
  try {
    const exports: unknown = await vscode.extensions.getExtension("vscode.git")?.activate();
    return hasApi(exports) ? exports.getAPI(1) : undefined;
  } catch {
    return undefined; // switched off
  }
}

function hasApi(exports: unknown): exports is { getAPI(version: 1): unknown } {
  return typeof exports === "object" && exports !== null && "getAPI" in exports;
}
