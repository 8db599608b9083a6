import { translate } from "../actions/asking/ask-context";
import type { ActionDeclaration } from "../api/action";
import type { FormSection } from "../messages/form";
import type { FilledField } from "./form-state";

/** The fields that are shown, under the titles that the action declares. A section with nothing to show is left out. */
export function sectionsOf(
  { asks = [], sections = {} }: ActionDeclaration,
  shown: readonly FilledField[],
): FormSection[] {
  const starts = [undefined, ...asks.filter((name) => name in sections)];
  return starts.flatMap((start) => {
    const fields = shown.filter(({ input }) => startOf(input, asks, sections) === start);
    if (fields.length === 0) return [];
    const title = start === undefined ? undefined : sections[start];
    return {
      ...(title !== undefined && { title: translate(title) }),
      fields: fields.map(({ field }) => field),
    };
  });
}

/** The input with which the section of another one starts; undefined before the first. */
function startOf(
  input: string,
  asks: readonly string[],
  sections: Readonly<Record<string, string>>,
): string | undefined {
  return asks.slice(0, asks.indexOf(input) + 1).findLast((name) => name in sections);
}
