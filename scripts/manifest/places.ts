import type { Resource } from "../../src/api/resource";
import { resourceNamed } from "../../src/resources/any-client";
import { VIEW_TEXTS } from "./texts";
import { VIEWS } from "./views";

/** Places that no declaration names, because they take more than one list. */
const OTHER_PLACES: Readonly<Record<string, string>> = {
  timeRecords: "Projects › project › Time",
  flexibleTimeRecords: "Projects › project › Time",
  plannedRecords: "Projects › project › Planned",
  reviewEvaluationAnswers: "Show Details of a review evaluation",
  reviewEvaluationScores: "Show Details of a review evaluation",
  reviewQuestionnaireByStrategies: "Show Details of a review process",
};

/** Where in the views a resource's records are: "Projects › project › Tasks". */
export function placesOf(name: string): string[] {
  return [...new Set([...topPlaces(name), ...placesBelow(name, []), ...otherPlaces(name)])];
}

function topPlaces(name: string): string[] {
  return VIEWS.flatMap((view) => {
    const title = VIEW_TEXTS[view.name].name;
    const group = view.groups[name];
    return [...(view.list === name ? [title] : []), ...(group === undefined ? [] : [`${title} › ${group}`])];
  });
}

/** `above`: what was walked through already, as a record may stand below one of its own kind. */
function placesBelow(name: string, above: readonly string[]): string[] {
  const places: Resource["places"] = above.includes(name) ? [] : resourceNamed(name)?.places;
  return (places ?? []).flatMap(({ parent, group }) => {
    // One way there is enough: the shortest.
    const [way] = [...topPlaces(parent), ...placesBelow(parent, [...above, name])];
    const one = resourceNamed(parent)?.names.one;
    return way === undefined || one === undefined ? [] : [`${way} › ${one} › ${group}`];
  });
}

function otherPlaces(name: string): string[] {
  const place = OTHER_PLACES[name];
  return place === undefined ? [] : [place];
}
