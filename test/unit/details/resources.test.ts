import { describe, expect, it, vi } from "vitest";
import type { Resource } from "../../../src/api/resource";
import { meaningsOf } from "../../../src/records/field-meaning";
import { anyClient, type AnyRecord } from "../../../src/resources/any-client";
import { catalogue } from "../../../src/resources/catalogue";
import type { Session } from "../../../src/session/session";
import { sandboxOfFile } from "../support/sandbox";
import { desk, sessionAt } from "./desk";

vi.mock("vscode", () => import("./vscode-fake"));

const sandbox = await sandboxOfFile();

/** What lists take that must be said. */
const QUERIES: Readonly<Record<string, () => AnyRecord>> = {
  projects: () => ({ include_inputed_minutes: false }),
  targetManagers: () => ({
    performance_review_process_ids: [sandbox.company.reviewProcesses.all()[0]?.id],
  }),
  syncRuns: () => ({
    marketplace_integration_uuid: sandbox.company.syncRuns.all()[0]?.integration_uuid,
    created_at_gteq: "2000-01-01T00:00:00Z",
  }),
};

const readable = Object.entries<Resource>(catalogue).filter(
  ([, { operations }]) => operations.get?.unofficial === false,
);

describe("every resource of which one record can be read", () => {
  it.each(readable)("%s: has a document in words", async (name, resource) => {
    const session = sessionAt(sandbox.url);
    const { open, log } = await desk(session);
    const { data } = await anyClient(session.client, resource).list({ limit: 100, ...QUERIES[name]?.() });
    expect(data.length).toBeGreaterThan(0);
    for (const record of [data[0], data.at(-1)]) {
      const text = (await open(name, String(record?.id))).getText();
      const [words = "", forDevelopers] = text.split("\n## For developers\n");
      expect(words).toMatch(/^# .*\S.*\n\n[A-Z]/);
      expect(words).not.toMatch(/^# This .* (cannot be shown|is gone)$/m);
      expect(words).not.toMatch(/[{[]"|undefined|null|NaN|\[object/);
      expect(forDevelopers).toContain(`**ID:** \`${String(record?.id)}\``);
      expectNames(session, resource, record ?? {}, words);
    }
    // Names of sync runs cannot be asked for by their ids alone.
    if (name !== "syncableSyncRuns") expect(log.error).not.toHaveBeenCalled();
  });
});

/** Where the name of an id is known, the field has the name, and the id only in the link. */
function expectNames(session: Session, resource: Resource, record: AnyRecord, text: string): void {
  for (const { name, label, names } of meaningsOf(resource, resource.record)) {
    const id = record[name];
    if (names === undefined || typeof id !== "string" || !session.names.find(names, id)) continue;
    const line = text.split("\n").find((each) => each.startsWith(`- **${label}:** `)) ?? "";
    expect(line.replace(/\]\([^)]*\)/g, "]")).not.toMatch(new RegExp(`\\b${id}\\b`));
  }
}
