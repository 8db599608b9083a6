// Listing 10,000 projects by cursor through the client, against a bare fetch and JSON.parse of the same walk in the
// same run. Budget: 1.15 times.
//   npm run bench -- list
import { tokenCredentials } from "../../src/api/credentials";
import { createFactorialClient } from "../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../src/sandbox/demo-credentials";
import { startSandbox } from "../../src/sandbox/index";
import { compare } from "./compare";

const PROJECTS = 10_000;

async function main(): Promise<void> {
  const sandbox = await startSandbox({ scale: PROJECTS });
  const client = createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
  });
  const bareWalk = async () => {
    let count = 0;
    let after = "";
    do {
      const query = `include_inputed_minutes=false&limit=100${after === "" ? "" : `&after_id=${encodeURIComponent(after)}`}`;
      const response = await fetch(
        `${sandbox.url}/api/2026-10-01/resources/project_management/projects?${query}`,
        { headers: { authorization: `Bearer ${DEMO_ADMIN_TOKEN}` } },
      );
      // The sandbox's own form of a page; the walk stops with an error where it is another.
      const page = JSON.parse(await response.text()) as {
        data: unknown[];
        meta: { has_next_page: boolean; end_cursor?: string };
      };
      count += page.data.length;
      after = page.meta.has_next_page ? (page.meta.end_cursor ?? "") : "";
    } while (after !== "");
    return count;
  };
  const ourWalk = async () => (await client.projects.all({ include_inputed_minutes: false })).data.length;
  const [bare, ours] = [await bareWalk(), await ourWalk()];
  if (bare !== ours || ours < PROJECTS) throw new Error(`bare walk: ${bare}, ours: ${ours}`);
  await compare(`${ours} projects by cursor`, {
    ours: async () => void (await ourWalk()),
    baseline: async () => void (await bareWalk()),
    budget: 1.15,
  });
  await sandbox.stop();
}

void main();
