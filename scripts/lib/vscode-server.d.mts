export interface VscodeServer {
  /** Ends in a slash. */
  address: string;
  log(): string;
  stop(): Promise<void>;
}

export function startVscodeServer(options: {
  folder: string;
  data: string;
  port?: number;
  settings?: Record<string, unknown>;
  trust?: boolean;
  env?: Record<string, string>;
}): Promise<VscodeServer>;
