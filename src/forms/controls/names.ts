import { narrowed } from "../../actions/asking/ask-name";
import { isListable, RecordSearch, type KnownRecord } from "../../actions/targets/record-search";
import { preferredVersion } from "../../actions/version";
import { nameWhatIsIn, rowOf, wordingOf } from "../../records/session-wording";
import type { FormField, Named } from "../../messages/form";
import { resourceNamed } from "../../resources/any-client";
import { employees } from "../../resources/employees/employees";
import { ACCESSES } from "../../store/names";
import { foldText } from "../../time/grammar/text";
import { NOTHING, type Control, type ControlParts, type Inputs } from "./control";
import { textControl } from "./text";

/** What the page lists for one text; a longer text finds the others. */
const MOST_OPTIONS = 50;

/** People and things, picked from what the server finds; what Factorial does not list is typed as its id. */
export function namesControl(parts: ControlParts): Control {
  const { session, asked, record, facts } = parts;
  const { meaning } = asked;
  const kind = meaning.names ?? "";
  const resource = kind === ACCESSES ? employees : resourceNamed(kind);
  const query = resource && narrowed(resource, asked, record);
  if (!resource || !isListable(session, resource, preferredVersion(), query)) return idsControl(parts);

  const many = meaning.kind === "names";
  const idOf = (found: KnownRecord) => (kind === ACCESSES ? textOrNothing(found.access_id) : found.id);
  const searches = new Map<string, RecordSearch>();
  const searchFor = (inputs: Inputs) => {
    const narrower = { ...query, ...narrowedByInput(parts, inputs) };
    const key = JSON.stringify(narrower);
    const search =
      searches.get(key) ??
      new RecordSearch({
        session,
        resource,
        query: narrower,
        offers: (found) => idOf(found) !== undefined,
      });
    searches.set(key, search);
    return search;
  };
  const named = (id: string): Named => ({ id, label: wordingOf(session).rowOf(kind, id).label });
  const withNames = (value: Named[]): FormField => ({ ...facts, kind: "names", value, many });
  return {
    blank: withNames([]),
    filled: (value) => withNames(idsIn(value).map(named)),
    read: (field) => {
      const ids = field.kind === "names" ? field.value.map(({ id }) => id) : [];
      if (ids.length === 0) return NOTHING;
      return { value: many ? ids : ids[0] };
    },
    words: (field) => (field.kind === "names" ? field.value.map(({ label }) => label).join(", ") : ""),
    ...(many && { emptied: [] }),
    prepare: async (value) => {
      const ids = idsIn(value);
      await session.names.fetch(kind, ids);
      await nameWhatIsIn(session, (wording) => {
        for (const id of ids) wording.rowOf(kind, id);
      });
    },
    find: async (text, signal, inputs) => {
      const search = searchFor(inputs);
      await search.find(text.trim(), { signal });
      const options = search.records.flatMap((found): Named[] => {
        const id = idOf(found);
        const { label, description, within } = rowOf(session, resource, found);
        const about = [description, within].filter(Boolean).join(" · ");
        return id === undefined ? [] : [{ id, label, ...(about !== "" && { description: about }) }];
      });
      const fitting = search.isOnServer ? options : options.filter((option) => fits(option, text));
      return {
        options: fitting.slice(0, MOST_OPTIONS),
        more: search.hasMore || fitting.length > MOST_OPTIONS,
      };
    },
  };
}

/** What another field's choice narrows the list to. @see ChoiceDeclaration.of */
function narrowedByInput({ session, asked }: ControlParts, inputs: Inputs): Record<string, unknown> {
  const { of } = asked.choices ?? {};
  const id = of && textOrNothing(inputs(of.input));
  const chosen = id === undefined ? undefined : session.names.find(of?.resource ?? "", id);
  return Object.fromEntries(
    Object.entries(of?.by ?? {}).flatMap(([filter, field]) => {
      const value = textOrNothing(chosen?.[field]);
      return value === undefined ? [] : [[filter, [value]]];
    }),
  );
}

function idsControl(parts: ControlParts): Control {
  const text = textControl(parts, "text");
  if (parts.asked.meaning.kind !== "names") return text;
  return {
    ...text,
    filled: (value) => text.filled(idsIn(value).join(", ")),
    read: (field) => {
      const ids = field.kind === "text" ? field.value.split(/[\s,;]+/).filter(Boolean) : [];
      return ids.length === 0 ? NOTHING : { value: ids };
    },
    emptied: [],
  };
}

function fits({ label, description }: Named, text: string): boolean {
  const { spaced } = foldText(`${label} ${description ?? ""}`);
  return foldText(text).words.every((word) => spaced.includes(word));
}

function idsIn(value: unknown): string[] {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return ids.flatMap((id) => textOrNothing(id) ?? []);
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
