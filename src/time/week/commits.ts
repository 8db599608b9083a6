/** A commit of the person. */
export interface Commit {
  /** `YYYY-MM-DD` in the company's calendar. */
  readonly day: string;
  /** Minutes since midnight there. */
  readonly minute: number;
  readonly subject: string;
}

/** Time that a day's commits speak for. A guess: it is shown, and logged only where somebody accepts it. */
export interface CommitSuggestion {
  readonly day: string;
  /** Minutes since midnight, of the first and the last commit. */
  readonly first: number;
  readonly last: number;
  readonly minutes: number;
  /** As they came, each once. */
  readonly subjects: readonly string[];
}

/** Commits that lie further apart are two sessions, and what was before the first is guessed to be this much. */
const LONGEST_PAUSE = 120;
const BEFORE_THE_FIRST = 30;
/** It is an estimate, and should not look like a measurement. */
const STEP = 15;

/** As git-hours counts: gaps between commits of a session, and something for what led to its first one. */
export function suggestFromCommits(commits: readonly Commit[]): CommitSuggestion[] {
  const days = [...new Set(commits.map(({ day }) => day))].sort();
  return days.map((day) => {
    const ofDay = commits.filter((commit) => commit.day === day).toSorted((a, b) => a.minute - b.minute);
    const [first, last] = [ofDay[0]?.minute ?? 0, ofDay.at(-1)?.minute ?? 0];
    const exact = ofDay.reduce((sum, { minute }, at) => {
      const gap = minute - (ofDay[at - 1]?.minute ?? -Infinity);
      return sum + (gap > LONGEST_PAUSE ? BEFORE_THE_FIRST : gap);
    }, 0);
    const minutes = Math.ceil(exact / STEP) * STEP;
    return { day, first, last, minutes, subjects: [...new Set(ofDay.map(({ subject }) => subject))] };
  });
}

/** One commit a line, as `git log --format=%aI%x09%s` writes them; lines of another form are left out. */
export function readGitLog(text: string, placeOf: (instant: string) => Omit<Commit, "subject">): Commit[] {
  return text.split("\n").flatMap((line) => {
    const [, instant, subject = ""] = /^(\d{4}-\d\d-\d\dT[^\t]+)\t(.*)$/.exec(line) ?? [];
    return instant === undefined ? [] : [{ ...placeOf(instant), subject: subject.trim() }];
  });
}
