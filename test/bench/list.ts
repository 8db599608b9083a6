// Listing 10,000 projects by cursor through the client, against a bare fetch and JSON.parse of the same walk in the
// same run; the demo company runs as a process of its own, as a server does. Budget: 1.15 times.
//   npm run bench -- list
import { spawn } from "node:child_process";
import { join } from "node:path";
import { tokenCredentials } from "../../src/api/credentials";
import { createFactorialClient } from "../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../src/sandbox/demo-credentials";
import { compare } from "./compare";

const PROJECTS = 10_000;
const SANDBOX = join(__dirname, "../../scripts/sandbox.ts");

async function main(): Promise<void> {
  const server = spawn(
    process.execPath,
    ["--import", "tsx", SANDBOX, "--port", "0", "--scale", String(PROJECTS)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    await walk(await urlOf(server.stdout));
  } finally {
    server.kill();
  }
}

async function walk(baseUrl: string): Promise<void> {
  const client = createFactorialClient({ baseUrl, credentials: tokenCredentials(DEMO_ADMIN_TOKEN) });
  const bareWalk = async () => {
    let count = 0;
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ include_inputed_minutes: "false", limit: "100" });
      if (after !== undefined) query.set("after_id", after);
      const response = await fetch(
        `${baseUrl}/api/2026-10-01/resources/project_management/projects?${query.toString()}`,
        { headers: { authorization: `Bearer ${DEMO_ADMIN_TOKEN}` } },
      );
      // The sandbox's own form of a page; the walk stops with an error where it is another.
      const page = JSON.parse(await response.text()) as {
        data: unknown[];
        meta: { has_next_page: boolean; end_cursor?: string };
      };
      count += page.data.length;
      after = page.meta.has_next_page ? page.meta.end_cursor : undefined;
    } while (after !== undefined);
    return count;
  };
  const ourWalk = async () => (await client.projects.all({ include_inputed_minutes: false })).data.length;
  const [bare, ours] = [await bareWalk(), await ourWalk()];
  if (bare !== ours || ours < PROJECTS) throw new Error(`bare walk: ${bare}, ours: ${ours}`);
  await compare(`${ours} projects by cursor`, { ours: ourWalk, baseline: bareWalk, budget: 1.15 });
}

async function urlOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const chunk of output) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("The demo company ended without telling its address.");
}

void main();
