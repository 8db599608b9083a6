import { MAX_MATCHES } from "./limits";
import { isSure, matchText } from "./match-text";
import { projectNames } from "./project-names";
import { foldText } from "./text";
import type { Token } from "./tokens";
import type { EntryProblem, LoggableProject, ProjectMatch, Reading } from "./types";

export interface SearchResult {
  /** As typed, without the separator. */
  projectWords?: string;
  subprojectWords?: string;
  /** Best first. */
  matches: readonly ProjectMatch[];
  reading?: Reading;
  problem?: EntryProblem;
  /** All the words were found, and not only by guessing from their letters. */
  sure: boolean;
}

/** One way to divide the words into project and subproject. */
interface Division {
  project: string;
  subproject: string;
}

/** A name may hold slashes itself; more than these are not tried as the separator. */
const MAX_SEPARATORS = 3;

/** Names listed when a subproject isn't found. */
const MAX_AVAILABLE = 5;

/** Finds the projects that the words can mean. A name with a slash in it competes with "project / subproject". */
export function searchProjects(words: readonly Token[], projects: readonly LoggableProject[]): SearchResult {
  const segments = splitAtSlashes(words);
  if (segments.every((segment) => foldText(segment).tight === "")) return { matches: [], sure: true };
  const divided = divisions(segments);
  const whole: Division = { project: segments.join("/"), subproject: "" };
  const found = divided.map((division) => ({ division, matches: matchDivision(division, projects) }));
  if (segments[0] !== "" && segments.at(-1) !== "") {
    // A slash means a subproject, unless a name has the words in it as they were typed.
    const sure = matchDivision(whole, projects).filter((match) => divided.length === 0 || isSure(match));
    found.push({ division: whole, matches: sure });
  }
  const matches = best(found.flatMap((each) => each.matches));
  const [first] = matches;
  const division = found.find((each) => first && each.matches.includes(first))?.division;
  if (!first || !division) return nothingFound(divided[0] ?? whole, projects);
  const typed = words.map((word) => word.text).join(" ");
  const reading = projectReading(typed, matches, first);
  return { ...shownWords(division), matches, reading, sure: isSure(first) };
}

function nothingFound(division: Division, projects: readonly LoggableProject[]): SearchResult {
  const words = shownWords(division);
  const withoutSubproject = best(matchDivision({ ...division, subproject: "" }, projects));
  const [first] = withoutSubproject;
  // To say which subprojects there are helps only when the project itself is beyond doubt.
  if (!first || !isSure(first)) {
    const text = division.project === "" ? division.subproject : division.project;
    return { ...words, matches: [], problem: { kind: "unknown-project", text }, sure: false };
  }
  const available = first.project.subprojects.slice(0, MAX_AVAILABLE).map((subproject) => subproject.name);
  const { name } = first.project;
  const problem: EntryProblem = {
    kind: "unknown-subproject",
    text: division.subproject,
    project: name,
    available,
  };
  return { ...words, matches: withoutSubproject, problem, sure: false };
}

function splitAtSlashes(words: readonly Token[]): readonly string[] {
  const segments = [""];
  for (const word of words) {
    const [head = "", ...rest] = word.quoted ? [word.text] : word.text.split("/");
    segments.push(`${segments.pop() ?? ""} ${head}`.trim(), ...rest);
  }
  return segments.map((segment) => segment.trim());
}

/** The words divided at each slash, the first one first. */
function divisions(segments: readonly string[]): readonly Division[] {
  const separators = Math.min(segments.length - 1, MAX_SEPARATORS);
  return Array.from({ length: separators }, (_, index) => ({
    project: segments.slice(0, index + 1).join("/"),
    subproject: segments.slice(index + 1).join("/"),
  }));
}

function shownWords({
  project,
  subproject,
}: Division): Pick<SearchResult, "projectWords" | "subprojectWords"> {
  return {
    ...(project === "" ? {} : { projectWords: project }),
    ...(subproject === "" ? {} : { subprojectWords: subproject }),
  };
}

function matchDivision(division: Division, projects: readonly LoggableProject[]): readonly ProjectMatch[] {
  const projectQuery = foldText(division.project);
  const subprojectQuery = foldText(division.subproject);
  const anyProject = projectQuery.tight === "";
  const anySubproject = subprojectQuery.tight === "";
  if (anyProject && anySubproject) return [];
  return projects.map(projectNames).flatMap(({ project, name, code, subprojects }): ProjectMatch[] => {
    const own = anyProject
      ? ({ score: 0, why: "only-subproject" } as const)
      : matchText(projectQuery, name, code);
    if (!own) return [];
    if (anySubproject) return [{ project, ...own }];
    return subprojects.flatMap((each): ProjectMatch[] => {
      const match = matchText(subprojectQuery, each.name);
      if (!match) return [];
      const score = (own.score + match.score) / 2;
      return [{ project, subproject: each.subproject, score, why: own.why, subprojectWhy: match.why }];
    });
  });
}

/** Each project and subproject once, best first; among equals with a subproject, then the shorter name. */
function best(matches: readonly ProjectMatch[]): readonly ProjectMatch[] {
  const subprojects = (match: ProjectMatch) => (match.subproject ? 1 : 0);
  const ranked = [...matches].sort(
    (a, b) =>
      b.score - a.score || subprojects(b) - subprojects(a) || a.project.name.length - b.project.name.length,
  );
  const unique = new Map<string, ProjectMatch>();
  for (const match of ranked) {
    if (unique.size === MAX_MATCHES) break;
    const key = JSON.stringify([match.project.projectWorkerId, match.subproject?.id ?? null]);
    if (!unique.has(key)) unique.set(key, match);
  }
  return [...unique.values()];
}

/** Those found for the same reason are as good as the best one, whatever the finer ranking says. */
function projectReading(text: string, matches: readonly ProjectMatch[], match: ProjectMatch): Reading {
  const alternatives = matches.filter(
    (other) =>
      other !== match &&
      (other.score >= match.score ||
        (other.why === match.why && other.subprojectWhy === match.subprojectWhy)),
  );
  return { kind: "project", text, match, ambiguous: !isSure(match) || alternatives.length > 0, alternatives };
}
