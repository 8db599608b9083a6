import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ErrorKind } from "../../../src/api/errors";
import type { FaultEffect, Sandbox } from "../../../src/sandbox/index";
import type { TimeEntry } from "../../../src/time/entry";
import type { SaveOutcome } from "../../../src/time/time-log";
import { raw } from "../api/stand-in";
import {
  entryOf,
  expectHeldOnce,
  expectNothingHeld,
  expectOutcome,
  heldOn,
  nameOf,
  onProject,
  sitDown,
  MAIN_WAYS,
  companies,
  SUNDAY,
  WAYS,
  writesTo,
  type Desk,
  type Step,
} from "./desk";
import { seeded, type Seeded } from "./random";
import { startProxy, type Proxy, type Spoil } from "./spoiling-proxy";

/** What can happen to one write. */
interface Fault {
  readonly name: string;
  readonly does: { readonly inServer: FaultEffect } | { readonly onTheWay: Spoil };
  /** The server has done what was asked. */
  readonly written: boolean;
  /** The client cannot know that from the answer, so that it reads back. */
  readonly lost: boolean;
  readonly kind: ErrorKind;
}

const refused = (status: number, kind: ErrorKind, body?: unknown): Fault => ({
  name: `refused with ${status}`,
  does: { inServer: { kind: "status", status, body } },
  written: false,
  lost: false,
  kind,
});
const lost = (name: string, kind: ErrorKind, does: Fault["does"], written: boolean): Fault => ({
  name,
  does,
  written,
  lost: true,
  kind,
});

const HTML = "<!doctype html><title>502 Bad Gateway</title>";

const FAULTS: readonly Fault[] = [
  refused(401, "sign-in"),
  refused(403, "permission", { errors: ["You are not allowed"] }),
  refused(404, "not-found", { errors: ["El recurso no existe"] }),
  refused(409, "conflict"),
  refused(422, "invalid", { errors: { imputed_minutes: ["is too much"] } }),
  {
    ...refused(429, "rate-limit"),
    does: { inServer: { kind: "rateLimit", retryAfter: 30 } },
  },
  lost("cut before it is done", "offline", { inServer: { kind: "cutConnection" } }, false),
  lost("500 in HTML, not done", "unavailable", { inServer: { kind: "htmlError" } }, false),
  lost("503, not done", "unavailable", { inServer: { kind: "status", status: 503 } }, false),
  lost("answer lost", "offline", { inServer: { kind: "lostAnswer" } }, true),
  lost("half an answer", "offline", { inServer: { kind: "truncatedJson" } }, true),
  lost("answer not JSON", "unreadable", { inServer: { kind: "invalidJson" } }, true),
  lost(
    "502 in HTML, done",
    "unavailable",
    {
      onTheWay: (response) => {
        raw(response, HTML, 502, { "content-type": "text/html" });
      },
    },
    true,
  ),
  lost(
    "answer of another shape",
    "unreadable",
    {
      onTheWay: (response) => {
        raw(response, '{"status":"ok"}');
      },
    },
    true,
  ),
  lost(
    "empty answer",
    "unreadable",
    {
      onTheWay: (response) => {
        raw(response, "", 204);
      },
    },
    true,
  ),
  lost(
    "redirect instead of the answer",
    "unreadable",
    {
      onTheWay: (response) => {
        raw(response, "", 302, { location: "/login" });
      },
    },
    true,
  ),
];

const FEW_FAULTS = FAULTS.filter(({ name }) =>
  ["refused with 422", "cut before it is done", "answer lost"].includes(name),
);

const EMPTY_DAY = { day: SUNDAY, logged: [], locked: false };

function randomEntry(desk: Desk, random: Seeded): TimeEntry {
  const minutes = 5 * (1 + random.whole(60));
  const start = 5 * random.whole(200);
  const at = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const place = random.pick([
    onProject(desk.sandbox, "ACME", "API"),
    onProject(desk.sandbox, "ACME"),
    onProject(desk.sandbox, "Umbra", "Pipeline"),
    onProject(desk.sandbox, "Internal", "Meetings"),
  ]);
  return entryOf(desk, {
    ...place,
    minutes,
    comment: random.pick(["Fix login", "señal 🚀", '#42: "why"?', "a\\b & <c>"]),
    ...(desk.strategy.needsRange && { range: { from: at(start), to: at(start + minutes) } }),
  });
}

function expectedKind(fault: Fault, step: number): SaveOutcome["kind"] {
  if (fault.written) return "saved";
  return step === 0 ? "not-saved" : "half";
}

const company = companies();

describe.each(WAYS.map((way, index) => [nameOf(way), way, index] as const))("%s", (_, way, index) => {
  let sandbox: Sandbox;
  let proxy: Proxy;
  beforeAll(async () => {
    sandbox = company(way.mode);
    proxy = await startProxy(sandbox.url);
  });
  afterAll(() => proxy.stop());
  // The versions in between speak as one of the others does.
  const isMain = MAIN_WAYS.includes(way);

  const arm = (fault: Fault, { path }: Step) => {
    if ("onTheWay" in fault.does) proxy.spoilNext(path, fault.does.onTheWay);
    else sandbox.misbehave({ ...fault.does.inServer, match: { method: "POST", path }, times: 1 });
  };

  const cases = way.steps.flatMap((step, number) =>
    (isMain ? FAULTS : FEW_FAULTS).map(
      (fault, at) => [`the ${step.writes}: ${fault.name}`, step, number, fault, at] as const,
    ),
  );
  it.each(cases)("%s", async (_name, step, number, fault, at) => {
    const random = seeded(1 + at + 100 * (number + 10 * index));
    const desk = sitDown(sandbox, way, "onTheWay" in fault.does ? { baseUrl: proxy.baseUrl } : {});
    const entry = randomEntry(desk, random);
    arm(fault, step);
    const outcome = await desk.log.save(entry, EMPTY_DAY);

    expect(outcome.kind, JSON.stringify(outcome)).toBe(expectedKind(fault, number));
    // Each write was sent once, up to the one that failed.
    for (const [position, { path }] of way.steps.entries()) {
      const wasSent = position <= number || fault.written;
      expect(writesTo(sandbox, path)).toHaveLength(wasSent ? 1 : 0);
    }
    switch (outcome.kind) {
      case "saved":
        expectHeldOnce(desk, entry);
        break;
      case "unconfirmed":
      case "unknown":
        throw new Error("The day can be read, so that everything is known");
      case "not-saved":
        expect(outcome).toMatchObject({ readBack: fault.lost, error: { kind: fault.kind } });
        expectNothingHeld(desk);
        if (random.whole(2) === 0) break;
        expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
        expectHeldOnce(desk, entry);
        break;
      case "half":
        expect(outcome).toMatchObject({ missing: step.writes, error: { kind: fault.kind } });
        if (random.whole(2) === 0) {
          await desk.log.undo(entry, outcome.receipt);
          expectNothingHeld(desk);
          break;
        }
        expectOutcome(await desk.log.finish(entry, EMPTY_DAY, outcome.receipt), "saved");
        expectHeldOnce(desk, entry);
        expect(writesTo(sandbox, way.steps[0]?.path ?? /^$/)).toHaveLength(1);
    }
  });

  it("tells what the server says of a refusal, and how long it wants us to wait", async () => {
    const desk = sitDown(sandbox, way);
    const entry = entryOf(desk);
    const match = { method: "POST" };
    sandbox.misbehave({ kind: "rateLimit", retryAfter: 30, match, times: 1 });
    const limited = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "not-saved");
    expect(limited.error.retryAfterSeconds).toBe(30);
    const body = { errors: { date: ["18 Nov is approved and closed"] } };
    sandbox.misbehave({ kind: "status", status: 422, body, match, times: 1 });
    const invalid = expectOutcome(await desk.log.save(entry, EMPTY_DAY), "not-saved");
    expect(invalid.error.fields).toEqual({ date: ["18 Nov is approved and closed"] });
  });

  it.each((isMain ? way.steps : []).map((step) => [step.writes, step] as const))(
    "the %s: written after we gave up waiting",
    async (_writes, { path }) => {
      const desk = sitDown(sandbox, way, { timeoutSeconds: 0.1, settleDelays: [1, 120] });
      const entry = entryOf(desk);
      sandbox.misbehave({ kind: "latency", ms: 160, match: { method: "POST", path }, times: 1 });
      expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
      expect(writesTo(sandbox, path)).toHaveLength(1);
      expectHeldOnce(desk, entry);
    },
  );

  it("every write is slow, and every answer is lost", async () => {
    const desk = sitDown(sandbox, way);
    const entry = entryOf(desk);
    sandbox.misbehave({ kind: "latency", ms: 5 });
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" } });
    expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
    for (const { path } of way.steps) expect(writesTo(sandbox, path)).toHaveLength(1);
    expectHeldOnce(desk, entry);
  });

  it("reads that fail twice keep nobody from knowing", async () => {
    const desk = sitDown(sandbox, way);
    const entry = entryOf(desk);
    sandbox.misbehave({ kind: "lostAnswer", match: { method: "POST" }, times: 1 });
    sandbox.misbehave({ kind: "htmlError", match: { method: "GET" }, times: 2 });
    expectOutcome(await desk.log.save(entry, EMPTY_DAY), "saved");
    expectHeldOnce(desk, entry);
    expect(heldOn(sandbox, SUNDAY).records).toHaveLength(1);
  });
});
