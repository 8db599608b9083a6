import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { withFileLock, type LockTimes } from "../../disk/file-lock";
import type { Event } from "../../store/emitter";
import type { TimeEntry } from "../entry";
import { hear, Marks, type Heard, type Sign } from "./idle";
import {
  isPaused,
  movedBack,
  textOf,
  without,
  type Away,
  type RunningTimer,
  type StoppedEntry,
  type Timed,
  type TimerFile,
} from "./timer-state";
import { TimerStore } from "./timer-store";

export interface TimerOptions {
  /** The person's own file. */
  readonly path: string;
  /** Unix milliseconds; default the machine's clock. */
  readonly now?: () => number;
  /** Hears where a file was put that could not be read. */
  readonly onBroken?: (aside: string) => void;
}

/** What came of a wish to start. `runs`: one runs already, and there is never a second. */
export interface Started {
  readonly kind: "started" | "runs";
  readonly running: RunningTimer;
}

/** Sending takes long where the network is slow; a window that is gone is found out sooner, by its process. */
const WHILE_SENDING: LockTimes = { staleAfter: 10 * 60_000, every: 100 };

/**
 * One person's timer, the same in all windows: no window can start a second one, or stop one twice. Time that was
 * stopped stays here until somebody says that it is taken.
 */
export class Timer {
  readonly #store: TimerStore;
  readonly #path: string;
  readonly #now: () => number;

  constructor({ path, now = Date.now, onBroken = () => undefined }: TimerOptions) {
    this.#path = path;
    this.#now = now;
    this.#store = new TimerStore(path, onBroken);
  }

  get onDidChange(): Event<TimerFile> {
    return this.#store.onDidChange;
  }

  /** As it was read last. */
  get known(): TimerFile {
    return this.#store.known;
  }

  /** Unix milliseconds, by the clock that the timer goes by. */
  now(): number {
    return this.#now();
  }

  /** From now on hears of other windows' changes. */
  watch(): Promise<void> {
    return this.#store.watch();
  }

  read(): Promise<TimerFile> {
    return this.#store.read();
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** @param isClock Factorial's time clock was started with it */
  async start(timed: Timed, isClock = false): Promise<Started> {
    const { changed, file } = await this.#store.change((before) =>
      before.running ? undefined : this.#begun(before, timed, this.#now(), isClock),
    );
    if (!file.running) throw new Error("A timer that was just started is not there.");
    if (changed) await this.#hearAnew();
    return { kind: changed ? "started" : "runs", running: file.running };
  }

  /**
   * Ends a timer, and keeps its time as entries to be saved.
   * @returns false where it is not this one that runs (any more): another window has ended it
   */
  async stop(id: string, entries: readonly StoppedEntry[]): Promise<boolean> {
    const { changed } = await this.#store.change((file) => ended(file, id, entries));
    return changed;
  }

  /**
   * Ends a timer at an instant (Unix milliseconds) and starts another at the same: nothing is in between.
   * @returns the new one's id; undefined where it is not this one that runs (any more)
   */
  async switchTo(
    id: string,
    at: number,
    entries: readonly StoppedEntry[],
    timed: Timed,
    isClock = false,
  ): Promise<string | undefined> {
    const { changed, file } = await this.#store.change((before) => {
      const stopped = ended(before, id, entries);
      return stopped && this.#begun(stopped, timed, at, isClock);
    });
    return changed ? file.running?.id : undefined;
  }

  /** Puts back a timer that was thrown away, unless another one runs by now. */
  async restore(timer: RunningTimer): Promise<boolean> {
    const { changed } = await this.#store.change((file) =>
      file.running ? undefined : { ...file, running: timer },
    );
    return changed;
  }

  async pause(): Promise<void> {
    await this.#edit((timer) =>
      isPaused(timer) ? undefined : { ...timer, pauses: [...timer.pauses, { from: textOf(this.#now()) }] },
    );
  }

  async resume(): Promise<void> {
    await this.#edit((timer) => ({
      ...timer,
      pauses: timer.pauses.map((pause) => ({ ...pause, to: pause.to ?? textOf(this.#now()) })),
    }));
    await this.#hearAnew();
  }

  async setComment(comment: string): Promise<void> {
    await this.#edit((timer) => ({ ...timer, comment }));
  }

  /** Takes a stretch in which nobody was there out of the timer. */
  async drop({ from, to }: Away): Promise<void> {
    await this.#edit((timer) =>
      without(
        { ...timer, away: timer.away.filter((away) => away.from !== from) },
        Date.parse(from),
        Date.parse(to),
      ),
    );
  }

  /** Leaves such a stretch in, for good. */
  async keep({ from }: Away): Promise<void> {
    await this.#edit((timer) => ({ ...timer, away: timer.away.filter((away) => away.from !== from) }));
  }

  /** Counts on from where the timer was before the clock was set back by so many milliseconds. */
  async moveBack(by: number): Promise<void> {
    await this.#edit((timer) => movedBack(timer, by));
  }

  /**
   * Hears that a window is there, or that the person is. All windows share what was heard, so that each absence is
   * found once.
   * @param idleAfter milliseconds without activity that are asked about; 0 asks only about sleep
   */
  async hear(sign: Sign, idleAfter: number): Promise<Heard> {
    const path = `${this.#path}.marks`;
    return withFileLock(`${path}.lock`, async () => {
      const { running } = this.known;
      const heard = hear(await readMarks(path), sign, this.#now(), running ? idleAfter : 0);
      await writeFile(path, JSON.stringify(heard.marks), { mode: 0o600 });
      if (!running || isPaused(running)) return { marks: heard.marks };
      if (heard.away) await this.#addAway(heard.away);
      return heard;
    });
  }

  /** The absences that nobody was asked about yet: the window that gets them asks. */
  async takeUnasked(): Promise<readonly Away[]> {
    const unasked = this.known.running?.away.filter(({ asked }) => !asked) ?? [];
    if (unasked.length === 0) return [];
    let taken: readonly Away[] = [];
    await this.#edit((timer) => {
      taken = timer.away.filter(({ asked }) => !asked);
      return { ...timer, away: timer.away.map((away) => ({ ...away, asked: true })) };
    });
    return taken;
  }

  /** Runs `work` while no other window of this person sends what was stopped. */
  sending<T>(work: () => Promise<T>): Promise<T> {
    return withFileLock(`${this.#path}.sending.lock`, work, WHILE_SENDING);
  }

  /** Keeps an entry to be saved, in the place of one with its id. */
  async add(entry: StoppedEntry): Promise<void> {
    await this.#store.change((file) => ({
      ...file,
      stopped: [...file.stopped.filter(({ id }) => id !== entry.id), entry],
    }));
  }

  /** Forgets an entry: it is taken, or thrown away. */
  async forget(id: string): Promise<void> {
    await this.#store.change((file) => ({
      ...file,
      stopped: file.stopped.filter((entry) => entry.id !== id),
    }));
  }

  #begun(file: TimerFile, timed: Timed, at: number, isClock: boolean): TimerFile {
    const running: RunningTimer = {
      id: randomUUID(),
      project: timed.project,
      comment: timed.comment,
      startedAt: textOf(at),
      pauses: [],
      away: [],
      machine: hostname(),
      ...(isClock && { isClock }),
    };
    return { ...file, running };
  }

  async #edit(edit: (timer: RunningTimer) => RunningTimer | undefined): Promise<void> {
    await this.#store.change((file) => {
      const running = file.running && edit(file.running);
      return running && { ...file, running };
    });
  }

  /** Forgets what was heard before: what nobody timed was nobody's absence. */
  async #hearAnew(): Promise<void> {
    const now = this.#now();
    await writeFile(`${this.#path}.marks`, JSON.stringify({ seen: now, active: now }), { mode: 0o600 });
  }

  async #addAway({ from, to }: { readonly from: number; readonly to: number }): Promise<void> {
    await this.#edit((timer) => {
      const start = Math.max(from, Date.parse(timer.startedAt));
      if (to <= start) return undefined;
      return { ...timer, away: [...timer.away, { from: textOf(start), to: textOf(to), asked: false }] };
    });
  }
}

/** An entry to be saved, with an id of its own. */
export function stoppedEntry(name: string, entry: TimeEntry): StoppedEntry {
  return { id: randomUUID(), name, entry };
}

function ended(file: TimerFile, id: string, entries: readonly StoppedEntry[]): TimerFile | undefined {
  const { running, ...rest } = file;
  if (running?.id !== id) return undefined;
  const { project, comment } = running;
  return { ...rest, stopped: [...file.stopped, ...entries], last: { project, comment } };
}

async function readMarks(path: string): Promise<Marks | undefined> {
  try {
    return Marks.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined; // the first sign ever, or one that was cut short
  }
}
