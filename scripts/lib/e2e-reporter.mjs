// A reporter for node:test that writes one JSON line a test: { title, passed, ms, error? }.
import path from "node:path";

/** Skipped tests are left out; so are `describe` blocks, whose tests speak for themselves. */
export default async function* report(events) {
  const complaints = new Map();
  for await (const { type, data } of events) {
    if (type === "test:stderr")
      complaints.set(data.file, `${complaints.get(data.file) ?? ""}${data.message}`);
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details.type === "suite" && type === "test:pass") continue;
    if (data.skip !== undefined || data.todo !== undefined) continue;
    const error = data.details.error;
    if (error?.failureType === "subtestsFailed") continue; // its tests were told one by one
    const result = { title: data.name, passed: type === "test:pass", ms: data.details.duration_ms };
    if (error) {
      const isWholeFile = path.isAbsolute(data.name); // it did not load, or something failed outside its tests
      result.title = isWholeFile ? path.relative(process.cwd(), data.name) : data.name;
      result.error = isWholeFile ? (complaints.get(data.name) ?? textOf(error)) : textOf(error);
    }
    yield `${JSON.stringify(result)}\n`;
  }
}

/** node:test wraps what the test threw; the stack of that is what helps. */
function textOf(error) {
  const thrown = error.cause ?? error;
  return String(thrown?.stack ?? thrown);
}
