import type { FactorialError } from "../../api/errors";
import type { Resource } from "../../api/resource";
import type { Translate } from "../../time/grammar/describe";
import type { Target } from "../targets/target";
import { countOf, namesOf, type FailedRequest, type Outcome } from "./outcome";

/** What is told at the end is about this. */
export interface Deed {
  readonly title: string;
  /** "closed", "has the new status", or, where no row was needed, "Sync run started". */
  readonly done: string;
  readonly on: Resource | undefined;
}

/** Names that one message holds. */
const MOST_NAMES = 5;
const MOST_REFUSALS = 3;

/** "A, B and 3 more". */
export function listed(names: readonly string[], translate: Translate, most = MOST_NAMES): string {
  const shown = names.slice(0, most).join(", ");
  return names.length <= most ? shown : translate("{0} and {1} more", shown, names.length - most);
}

/** "ACME", "3 projects". */
export function whom(targets: readonly Target[], { on, title }: Deed, translate: Translate): string {
  const [first] = targets;
  if (!first || !on) return translate(title);
  return targets.length === 1 ? first.name : translate("{0} {1}", targets.length, translate(on.names.many));
}

/** Everything was done. */
export function doneSentence(outcome: Outcome, deed: Deed, translate: Translate): string {
  const count = countOf(outcome.done);
  const done = translate(deed.done);
  if (!deed.on) return translate("{0}.", done);
  if (count === 1) return translate("{0} {1}.", namesOf(outcome.done)[0] ?? "", done);
  return isParticiple(deed)
    ? translate("{0} {1} {2}.", count, translate(deed.on.names.many), done)
    : translate("{0}: done for {1} {2}.", translate(deed.title), count, translate(deed.on.names.many));
}

/** Not everything was done: how far it got, and why no further. */
export function mixedSentence(outcome: Outcome, deed: Deed, translate: Translate): string {
  const { done, refused, unknown, notSent, cancelled } = outcome;
  const [doneCount, restCount] = [countOf(done), countOf(notSent)];
  const sent = doneCount + countOf(refused) + countOf(unknown);
  const doneWord = isParticiple(deed) ? translate(deed.done) : translate("done");
  const parts = [
    ...(doneCount > 0 ? [translate("{0} {1}", doneCount, doneWord)] : []),
    ...(refused.length > 0 ? [translate("{0} refused", countOf(refused))] : []),
    ...(restCount > 0 && !cancelled ? [translate("{0} not sent", restCount)] : []),
  ];
  const counts = parts.join(", ");
  const whatFailed = refused.length > 0 ? `: ${refusals(refused, translate)}` : "";
  return [
    ...(cancelled ? [translate("Stopped after {0} of {1}.", sent, sent + restCount)] : []),
    ...(counts === "" || (cancelled && refused.length === 0) ? [] : [`${counts}${withStop(whatFailed)}`]),
    ...(unknown.length > 0 ? [unknownSentence(unknown, deed, translate)] : []),
  ].join(" ");
}

/** A request went out, and whether it was carried out nobody knows. */
export function unknownSentence(unknown: readonly FailedRequest[], deed: Deed, translate: Translate): string {
  const names = namesOf(unknown);
  const hasStatus = unknown.some(({ error }) => error.status !== undefined && error.status >= 500);
  const why = hasStatus
    ? translate("Factorial had a problem while it answered")
    : translate("No answer came");
  if (names.length === 0) {
    return translate("{0}, so it is not known whether this was done. It is not sent again.", why);
  }
  const what = listed(names, translate);
  const done = translate(deed.done);
  if (!isParticiple(deed) && names.length > 1) {
    return translate("{0}, so it is not known whether this was done: {1}. It is not sent again.", why, what);
  }
  const verb = isParticiple(deed)
    ? names.length === 1
      ? translate("was {0}", done)
      : translate("were {0}", done)
    : done;
  return translate("{0}, so it is not known whether {1} {2}. It is not sent again.", why, what, verb);
}

/** Rows that were chosen and do not allow the action. */
export function leftOutSentence(
  leftOut: readonly Target[],
  neededStates: string,
  translate: Translate,
): string {
  if (leftOut.length === 0) return "";
  const names = listed(
    leftOut.map(({ name }) => name),
    translate,
  );
  return leftOut.length === 1
    ? translate("{0} was left out, as it is not {1}.", names, neededStates)
    : translate("{0} were left out, as they are not {1}: {2}.", leftOut.length, neededStates, names);
}

/** One of some words: "draft or scheduled". */
export function anyOf(words: readonly string[], translate: Translate): string {
  const [last, ...others] = [...words].reverse();
  if (last === undefined) return "";
  return others.length === 0 ? last : translate("{0} or {1}", others.reverse().join(", "), last);
}

/** The server's own words, else ours. */
export function wordsOf({ serverWords, message }: FactorialError): string {
  return serverWords === "" ? message : serverWords;
}

/** What was refused, a line each. */
export function refusalLines(refused: readonly FailedRequest[]): string[] {
  return refused.map((request) => `${namesOf([request]).join(", ")}: ${wordsOf(request.error)}`);
}

function refusals(refused: readonly FailedRequest[], translate: Translate): string {
  const lines = refusalLines(refused);
  const shown = lines.slice(0, MOST_REFUSALS).join("; ");
  return lines.length <= MOST_REFUSALS
    ? shown
    : translate("{0}; and {1} more", shown, lines.length - MOST_REFUSALS);
}

/** The server's words may end with a stop of their own. */
function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** "closed" can follow "was"; "has the new status" says it all. */
function isParticiple({ done }: Deed): boolean {
  return !/^(has|is) /.test(done);
}
