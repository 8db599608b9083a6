import type { Part } from "../api/resource";
import { labelOf } from "../records/field-label";
import type { RecordWording } from "../records/wording";

/** What a pick of participants names, by its strategy: the one place where the API puts ids without saying of what. */
const PICKED: Readonly<Record<string, string>> = {
  by_employees: "employees",
  by_locations: "locations",
  by_teams: "teams",
};

/** A value that fits on no line: an object, or a list of them. */
export function isNested(value: unknown): value is object {
  return isObject(value) || (Array.isArray(value) && value.some(isObject));
}

/** An object that no declaration puts into words: its fields by their names. Ids in it say nothing to a person. */
export function nestedPart(label: string, value: unknown, wording: RecordWording): Part {
  if (Array.isArray(value) && value.some(isObject)) {
    const parts = value.map((each: unknown, at) => nestedPart(String(at + 1), each, wording));
    return { label, parts };
  }
  if (!isObject(value)) return { label, description: scalarText(value, wording) };
  const picked = typeof value.strategy === "string" ? PICKED[value.strategy] : undefined;
  const parts = Object.entries(value)
    .filter(([key, each]) => !isEmpty(each) && !isId(key))
    .map(([key, each]): Part => {
      const name = wording.text(labelOf(key));
      const ids = key === "arguments" && Array.isArray(each) ? each : undefined;
      if (!ids || picked === undefined) return nestedPart(name, each, wording);
      return { label: name, description: ids.map((id) => wording.name(picked, String(id))).join(", ") };
    });
  return { label, parts };
}

function scalarText(value: unknown, wording: RecordWording): string {
  if (Array.isArray(value)) return value.map((each) => scalarText(each, wording)).join(", ");
  if (typeof value === "boolean") return wording.text(value ? "yes" : "no");
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  if (/^\d{4}-\d\d-\d\d/.test(value)) return wording.instant(value) ?? value;
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? (wording.word(value) ?? value) : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

export function isId(name: string): boolean {
  return /(^|_)(id|ids|uuid)$/.test(name);
}
