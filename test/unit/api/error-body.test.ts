import { expect, test } from "vitest";
import { errorFromAnswer } from "../../../src/api/errors";

const cases: [name: string, status: number, body: string, kind: string, words: string][] = [
  [
    "nested twice",
    400,
    '{"errors":{"errors":["Missing required prop name"]}}',
    "invalid",
    "Missing required prop name",
  ],
  ["null", 401, '{"errors":null}', "sign-in", ""],
  ["nested, forbidden", 403, '{"errors":{"errors":["Not allowed"]}}', "permission", "Not allowed"],
  ["a list", 404, '{"errors":["Resource # not found"]}', "not-found", "Resource # not found"],
  ["in Spanish", 404, '{"errors":["El recurso no existe"]}', "not-found", "El recurso no existe"],
  [
    "by field",
    422,
    '{"errors":{"code":["has already been taken"]}}',
    "invalid",
    "code: has already been taken",
  ],
  ["by nested field", 422, '{"errors":{"errors":{"date":["is locked"]}}}', "invalid", "date: is locked"],
  ["one error", 422, '{"error":"Overlaps"}', "invalid", "Overlaps"],
  ["a message", 422, '{"message":"Overlaps"}', "invalid", "Overlaps"],
  ["a detail", 422, '{"detail":"Overlaps"}', "invalid", "Overlaps"],
  ["beside other keys", 422, '{"status":422,"request_id":"abc","error":"Overlaps"}', "invalid", "Overlaps"],
  [
    "the form of 2027-01-01",
    422,
    '{"errors":[{"code":"validation_failed","message":"must be later","field":"due_date"},{"code":"unknown_error","message":"Sorry","field":null}]}',
    "invalid",
    "Sorry · due_date: must be later",
  ],
  ["a conflict", 409, '{"errors":["A shift is already open"]}', "conflict", "A shift is already open"],
  ["gone", 410, "", "not-found", ""],
  ["a string", 422, '"Overlaps"', "invalid", "Overlaps"],
  ["plain words", 503, "Down for maintenance", "unavailable", "Down for maintenance"],
  ["HTML", 500, "<!doctype html><title>Oops</title>", "unavailable", ""],
  ["HTML inside JSON", 500, '{"error":"<h1>Oops</h1>"}', "unavailable", ""],
  ["nothing", 502, "", "unavailable", ""],
  ["half JSON", 500, '{"errors":["Ov', "unavailable", '{"errors":["Ov'],
  ["very deep", 422, `${'{"errors":'.repeat(50)}"deep"${"}".repeat(50)}`, "invalid", ""],
  ["control characters", 422, '{"error":"a\\u0000b\\nc\\u001b[31m"}', "invalid", "a b c [31m"],
];

test.each(cases)("a body that is %s", (_, status, text, kind, words) => {
  const error = errorFromAnswer(
    { status, text, headers: new Headers() },
    { isWrite: false, unofficial: false },
  );
  expect(error.kind).toBe(kind);
  expect(error.serverWords).toBe(words);
  expect(error.message).not.toBe("");
  expect(error.message).not.toMatch(/[<>]/);
});

test("a text of a million characters is cut, and a million messages are few", () => {
  const long = errorFromAnswer(
    { status: 422, text: JSON.stringify({ error: "x".repeat(1e6) }), headers: new Headers() },
    { isWrite: true, unofficial: false },
  );
  expect(long.message.length).toBeLessThanOrEqual(400);
  const many = errorFromAnswer(
    {
      status: 422,
      text: JSON.stringify({ errors: Array.from({ length: 1e5 }, (__, n) => `no ${n}`) }),
      headers: new Headers(),
    },
    { isWrite: true, unofficial: false },
  );
  expect(many.messages.length).toBeLessThanOrEqual(20);
});

test.each([
  ["seconds", () => "30", 30],
  ["none", () => "0", 0],
  ["a date", () => new Date(Date.now() + 10_000).toUTCString(), 10],
  ["a word", () => "soon", undefined],
])("Retry-After: %s", (_, valueOf, seconds) => {
  const value = valueOf();
  const error = errorFromAnswer(
    { status: 429, text: "", headers: new Headers({ "retry-after": value }) },
    { isWrite: false, unofficial: false },
  );
  if (seconds === undefined) expect(error.retryAfterSeconds).toBeUndefined();
  else expect(Math.abs((error.retryAfterSeconds ?? -1) - seconds)).toBeLessThanOrEqual(1);
});
