/** What a person wanted, what the server holds, and whether the two agree. */

import type { LoggedTime, TimeEntry, TimeTarget } from "../../src/time/entry";
import type { JournalEntry } from "../../src/time/journal/journal-entry";
import { heldOn, onProject, SUNDAY, taskCalled, type Desk } from "../unit/time/desk";
import type { Seeded } from "../unit/time/random";

export interface Wish {
  readonly kind: JournalEntry["kind"];
  readonly entry: TimeEntry;
  readonly instead?: LoggedTime;
}

/** `done`: saved or removed, says the journal. `refused`: the person was told. `open`: listed as unsent, with why. */
export type Fate = "done" | "refused" | "open";

export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
}

/** An entry in a few words: two that are equal may stand for each other. */
type Piece = string;

/** What a shift is on to which no project was attached. */
const NOTHING: TimeTarget = { projectWorkerId: undefined, subprojectId: undefined, taskId: undefined };

const targetOf = ({ projectWorkerId, subprojectId, taskId }: TimeTarget): TimeTarget => ({
  projectWorkerId,
  subprojectId,
  taskId,
});

export const pieceOf = (entry: {
  projectWorkerId?: string | undefined;
  subprojectId?: string | undefined;
  taskId?: string | undefined;
  minutes: number;
  comment?: string | undefined;
  range?: { from: string; to: string } | undefined;
}): Piece =>
  [
    entry.projectWorkerId ?? "",
    entry.subprojectId ?? "",
    entry.taskId ?? "",
    entry.minutes,
    entry.comment ?? "",
    entry.range ? `${entry.range.from}-${entry.range.to}` : "",
  ].join("|");

/** All that the server holds of the day. */
export function piecesOf({ sandbox }: Desk): Piece[] {
  const { records, shifts } = heldOn(sandbox, SUNDAY);
  const free = records.filter((record) => record.attendance_shift_id === undefined);
  return [
    ...free.map((record) =>
      pieceOf({
        projectWorkerId: record.project_worker_id,
        subprojectId: record.subproject_id,
        taskId: record.project_task_id,
        minutes: record.imputed_minutes,
        comment: record.observations,
      }),
    ),
    ...shifts.map((shift) => {
      const hanging = records.filter((record) => record.attendance_shift_id === shift.id);
      if (hanging.length > 1) throw new Error("Two records on one shift");
      return pieceOf({
        projectWorkerId: hanging[0]?.project_worker_id,
        subprojectId: hanging[0]?.subproject_id,
        taskId: hanging[0]?.project_task_id,
        minutes: shift.minutes,
        comment: shift.observations,
        range: { from: shift.clock_in?.slice(0, 5) ?? "", to: shift.clock_out?.slice(0, 5) ?? "" },
      });
    }),
  ];
}

/** What the server may hold of a wish, given how it ended. */
function allowed({ kind, entry, instead }: Wish, fate: Fate): Piece[][] {
  const wanted = kind === "remove" ? [] : [pieceOf(entry)];
  const old = instead ? [pieceOf(instead)] : [];
  if (fate === "done") return [wanted];
  if (fate === "refused") return [old];
  const bare = (time: Parameters<typeof pieceOf>[0]) => [
    pieceOf({ ...time, comment: "" }),
    pieceOf({ ...time, ...NOTHING }),
    pieceOf({ ...time, ...NOTHING, comment: instead?.comment }),
    ...(instead ? [pieceOf({ ...time, ...targetOf(instead) })] : []),
  ];
  const parts = kind === "remove" ? [] : bare(entry);
  const oldParts = instead ? bare(instead) : [];
  const news: Piece[][] = [[], wanted, ...parts.map((part) => [part])];
  const olds: Piece[][] = [[], old, ...oldParts.map((part) => [part])];
  const both = news.flatMap((one) => olds.map((other) => [...one, ...other]));
  // Something of it is there always, except of what was not there before, or was to go.
  return kind === "change" ? both.filter((pieces) => pieces.length > 0) : both;
}

/** Whether what the server holds is what the wishes may have come to; if not, how much is missing or too much. */
export function judge(held: readonly Piece[], wishes: readonly { wish: Wish; fate: Fate }[]): Verdict {
  let best: Verdict = { lost: Infinity, doubled: Infinity };
  const choose = (at: number, expected: readonly Piece[]): void => {
    const next = wishes[at];
    if (!next) {
      const verdict = { lost: without(expected, held).length, doubled: without(held, expected).length };
      if (verdict.lost + verdict.doubled < best.lost + best.doubled) best = verdict;
      return;
    }
    for (const pieces of allowed(next.wish, next.fate)) {
      choose(at + 1, [...expected, ...pieces]);
      if (best.lost + best.doubled === 0) return;
    }
  };
  choose(0, []);
  return best;
}

function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  const left = [...pieces];
  for (const other of others) {
    const at = left.indexOf(other);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** An entry that the server takes: on attendance each has its own hour, as two cannot be at the same time. */
export function randomEntry(desk: Desk, random: Seeded, slot: number): TimeEntry {
  const minutes = random.pick([30, 45]);
  const [project, subproject, task] = random.pick<readonly [string, string?, string?]>([
    ["ACME", "API"],
    ["ACME", "API", "Rate limits on the public API"],
    ["ACME"],
    ["Umbra", "Pipeline"],
  ]);
  const at = (minute: number) =>
    `${String(6 + 2 * slot).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return {
    ...onProject(desk.sandbox, project, subproject),
    ...(task !== undefined && desk.strategy.takesTask && { taskId: taskCalled(desk.sandbox, task) }),
    day: SUNDAY,
    minutes,
    comment: random.pick(["", "Fix login", "señal 🚀"]) || undefined,
    ...(desk.strategy.needsRange && { range: { from: at(0), to: at(minutes) } }),
  };
}

/** One to three wishes: new entries, some of them alike, and changes and removals of what is there. */
export function randomWishes(desk: Desk, random: Seeded, there: readonly LoggedTime[]): Wish[] {
  const wishes: Wish[] = [];
  for (const [slot, instead] of there.entries()) {
    const projectId = "";
    const { day, minutes, projectWorkerId = "", subprojectId, taskId, range, comment } = instead;
    const same: TimeEntry = {
      projectId,
      projectWorkerId,
      subprojectId,
      taskId,
      day,
      minutes,
      range,
      comment,
    };
    const kind = random.pick(["change", "remove", "none"] as const);
    if (kind === "remove") wishes.push({ kind, entry: same, instead });
    if (kind === "change") {
      const other = randomEntry(desk, random, slot);
      // Where the project stays and no task is said, the task stays.
      const stays = other.projectWorkerId === projectWorkerId && other.subprojectId === subprojectId;
      const changed = { taskId: stays ? taskId : undefined, ...other, comment: other.comment ?? "Else" };
      wishes.push({ kind, entry: changed, instead });
    }
  }
  const first = randomEntry(desk, random, 5);
  wishes.push({ kind: "log", entry: first });
  const isTwin = !desk.strategy.needsRange && random.whole(2) === 0;
  if (random.whole(3) === 0)
    wishes.push({ kind: "log", entry: isTwin ? first : randomEntry(desk, random, 6) });
  return wishes;
}
