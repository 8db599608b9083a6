/**
 * Reads what a person should see out of an error's body. Up to 2026-10-01 Factorial publishes no error schema and
 * answers in many shapes; from 2027-01-01 there is one, `{errors: [{code, message, field}]}`. Both are read here.
 */
export interface ErrorBody {
  /** The server's own sentences about the whole request, in the order they came. */
  readonly messages: readonly string[];
  /** The server's own sentences by request field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Stable codes such as `validation_failed`; only from 2027-01-01. */
  readonly codes: readonly string[];
}

/** Keys that only wrap: what is below them has the same meaning as if it stood above. */
const WRAPPERS = new Set(["errors", "error", "message", "detail", "error_description", "base"]);

/** Longer texts are cut: an error is a sentence, not a page. */
const LONGEST_MESSAGE = 400;

/** More than this is noise to a person, and a hostile body could hold a million. */
const MOST_MESSAGES = 20;

const DEEPEST = 8;

export function readErrorBody(text: string): ErrorBody {
  const collected = { messages: [] as string[], fields: new Map<string, string[]>(), codes: [] as string[] };

  const add = (message: string, field: string | undefined) => {
    const words = tidy(message);
    if (words === "") return;
    const list = field === undefined ? collected.messages : (collected.fields.get(field) ?? []);
    if (list.length >= MOST_MESSAGES || list.includes(words)) return;
    list.push(words);
    if (field !== undefined) collected.fields.set(field, list);
  };

  const walk = (value: unknown, field: string | undefined, depth: number) => {
    if (depth > DEEPEST) return;
    if (typeof value === "string") add(value, field);
    else if (Array.isArray(value))
      value.forEach((element) => {
        walk(element, field, depth + 1);
      });
    else if (typeof value === "object" && value !== null) {
      if ("message" in value && typeof value.message === "string" && ("code" in value || "field" in value)) {
        if ("code" in value && typeof value.code === "string") collected.codes.push(value.code);
        add(value.message, "field" in value && typeof value.field === "string" ? value.field : field);
        return;
      }
      for (const [key, member] of Object.entries(value)) {
        walk(member, WRAPPERS.has(key) ? field : key, depth + 1);
      }
    }
  };

  const json = jsonOrNothing(text);
  if (json === undefined) {
    if (!looksLikeMarkup(text)) add(text, undefined);
  } else if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    // At the top only the wrappers speak of the error; `status` or `request_id` beside them are no field's name.
    for (const [key, member] of Object.entries(json)) if (WRAPPERS.has(key)) walk(member, undefined, 0);
  } else {
    walk(json, undefined, 0);
  }
  return { ...collected, fields: Object.fromEntries(collected.fields) };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: a proxy's page or plain words; the caller shows the words, never the page.
  }
}

function looksLikeMarkup(text: string): boolean {
  return /^\s*</.test(text) || /<\/?[a-z][^>]*>/i.test(text);
}

/** One line, without control characters, not longer than a person reads; markup is not shown at all. */
function tidy(message: string): string {
  if (looksLikeMarkup(message)) return "";
  const words = message
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE - 1)}…` : words;
}
