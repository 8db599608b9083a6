// The way to the host. VS Code gives it out once, so nothing else asks for it.
import type { ToHost } from "../src/messages/form";

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

export const host = acquireVsCodeApi();

export function send(message: ToHost): void {
  host.postMessage(message);
}
