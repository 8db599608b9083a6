import * as vscode from "vscode";
import { DEFAULT_VERSION, isApiVersion, type ApiVersion } from "../api/versions";

/** The version of the API that the session prefers: it is built from the same setting. */
export function preferredVersion(): ApiVersion {
  const version = vscode.workspace.getConfiguration("factorial").get<string>("apiVersion", DEFAULT_VERSION);
  return isApiVersion(version) ? version : DEFAULT_VERSION;
}
