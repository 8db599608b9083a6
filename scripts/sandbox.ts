/**
 * Starts the demo company on its own: `npm run sandbox -- --port 4010 --scale 1000`.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  DEMO_ADMIN_TOKEN,
  DEMO_API_KEY,
  DEMO_OAUTH_CLIENT,
  DEMO_RESTRICTED_TOKEN,
  DEMO_TOKEN,
} from "../src/sandbox/demo-credentials.js";
import { startSandbox, type SandboxOptions } from "../src/sandbox/index.js";

const HELP = `Usage: npm run sandbox -- [options]

  --port 4010         port on 127.0.0.1 (0: a free one)
  --scale 1000        add so many projects, with people, workers and time in proportion
  --latency 50        answer so many milliseconds later
  --seed 1            another number, another company
  --mode flexible     or attendance: how project time is tracked
  --unofficial        serve the routes that only a community SDK names
  --lenient           ignore unknown query parameters, as the real API does
  --strict-query      enforce every query parameter that is called required
  --state FILE        keep the company in this file between starts
  --now ISO           start the company's clock at this moment
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      scale: { type: "string", default: "0" },
      latency: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      mode: { type: "string", default: "flexible" },
      unofficial: { type: "boolean", default: false },
      lenient: { type: "boolean", default: false },
      "strict-query": { type: "boolean", default: false },
      state: { type: "string" },
      now: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const options: SandboxOptions = {
    port: wholeNumber("port", values.port),
    scale: wholeNumber("scale", values.scale),
    seed: wholeNumber("seed", values.seed),
    mode: modeOf(values.mode),
    unofficial: values.unofficial,
    lenientQuery: values.lenient,
    strictQuery: values["strict-query"],
    ...(values.state !== undefined && { stateFile: values.state }),
    ...(values.now !== undefined && { now: clockFrom(values.now) }),
  };
  const sandbox = await startSandbox(options);
  const latency = wholeNumber("latency", values.latency);
  if (latency > 0) sandbox.misbehave({ kind: "latency", ms: latency });
  process.stdout.write(greeting(sandbox.url));
  const stop = (): void => {
    // A second signal, or an end that hangs, ends it all the same.
    void Promise.race([sandbox.stop(), sleep(2000)]).then(() => process.exit(0));
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function greeting(url: string): string {
  return `Brisa Software, the demo company, is at ${url}

  API key (company)         ${DEMO_API_KEY}
  Token of Nora (developer) ${DEMO_TOKEN}
  Token of Carmen (admin)   ${DEMO_ADMIN_TOKEN}
  Token of Ivo (restricted) ${DEMO_RESTRICTED_TOKEN}
  OAuth application         ${DEMO_OAUTH_CLIENT.id} / ${DEMO_OAUTH_CLIENT.secret}

  curl -H 'x-api-key: ${DEMO_API_KEY}' ${url}/api/2026-10-01/resources/project_management/projects

Ctrl+C stops it.
`;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, not ${text}`);
  return Number(text);
}

function modeOf(text: string): "flexible" | "attendance" {
  if (text === "flexible" || text === "attendance") return text;
  throw new Error(`--mode must be flexible or attendance, not ${text}`);
}

/** A clock that goes on from a moment. */
function clockFrom(text: string): () => Date {
  const ahead = Date.parse(text) - Date.now();
  if (Number.isNaN(ahead)) throw new Error(`--now must be a date and time, not ${text}`);
  return () => new Date(Date.now() + ahead);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
