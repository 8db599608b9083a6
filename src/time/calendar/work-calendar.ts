import { setTimeout as delay } from "node:timers/promises";
import { FactorialError } from "../../api/errors";
import type { FactorialClient } from "../../resources/factorial-client";
import { addDays, weekOf } from "../week/days";
import { factsOf, type DayFacts } from "./day-facts";

/** Milliseconds for which an answer counts: schedules and leave seldom change. */
const FRESH = 30 * 60_000;

/** The same for one that did not come: the network is gone, or Factorial has no time for it. */
const TRIED = 60_000;

/** Milliseconds that a day waits for what is known of it: it is worth showing without. */
const PATIENCE = 2000;

type Facts = ReadonlyMap<string, DayFacts>;

/**
 * What days are like for one person: what they are meant to hold, bank holidays, leave. Three requests for all weeks
 * that are asked for and not known. What this account may not see, or what does not come in time, is left out.
 */
export class WorkCalendar {
  readonly #client: FactorialClient;
  readonly #employeeId: string;
  /** By Monday. */
  readonly #weeks = new Map<string, { readonly facts: Promise<Facts>; readonly freshUntil: number }>();

  /** @param patience milliseconds */
  constructor(
    client: FactorialClient,
    employeeId: string,
    readonly patience = PATIENCE,
  ) {
    this.#client = client;
    this.#employeeId = employeeId;
  }

  /** @param days `YYYY-MM-DD`, in order. Days that nothing is known of are missing in the answer. */
  async of(days: readonly string[]): Promise<Facts> {
    const mondays = [...new Set(days.map(mondayOf))];
    const wanted = mondays.filter((monday) => !this.#isFresh(monday));
    const [first, last] = [wanted[0], wanted.at(-1)];
    if (first !== undefined && last !== undefined) this.#ask(first, last);
    const known = Promise.all(mondays.flatMap((monday) => this.#weeks.get(monday)?.facts ?? []));
    const weeks = await Promise.race([known, delay(this.patience, [], { ref: false })]);
    return new Map(weeks.flatMap((week) => [...week]));
  }

  #isFresh(monday: string): boolean {
    return Date.now() < (this.#weeks.get(monday)?.freshUntil ?? 0);
  }

  #ask(firstMonday: string, lastMonday: string): void {
    const keep = (milliseconds: number) => {
      for (let monday = firstMonday; monday <= lastMonday; monday = addDays(monday, 7))
        this.#weeks.set(monday, { facts, freshUntil: Date.now() + milliseconds });
    };
    const facts = this.#read(firstMonday, addDays(lastMonday, 6), () => {
      keep(TRIED);
    });
    keep(FRESH);
  }

  /** @param failed called where something did not come that may come later */
  async #read(from: string, to: string, failed: () => void): Promise<Facts> {
    const told = async <T>(answer: Promise<{ readonly data: readonly T[] }>): Promise<readonly T[]> => {
      try {
        return (await answer).data;
      } catch (error) {
        if (!(error instanceof FactorialError)) throw error;
        if (!["permission", "not-found", "invalid"].includes(error.kind)) failed();
        return [];
      }
    };
    const employee_ids = [this.#employeeId];
    const isTheirs = ({ employee_id }: { readonly employee_id: string }) => employee_id === this.#employeeId;
    const [estimated, worked, leaves] = await Promise.all([
      told(this.#client.estimatedTimes.all({ start_on: from, end_on: to, employee_ids })),
      told(
        this.#client.workedTimes.all({
          start_on: from,
          end_on: to,
          employee_ids,
          include_time_range_category: false,
          include_non_attendable_employees: true,
        }),
      ),
      told(
        this.#client.leaves.all({
          from,
          to,
          employee_ids,
          approved: true,
          type_is_workable: false,
          include_leave_type: true,
          include_deleted_leaves: false,
        }),
      ),
    ]);
    const records = {
      estimated: estimated.filter(isTheirs),
      worked: worked.filter(isTheirs),
      // The filters again: one that a server does not know it ignores.
      leaves: leaves.filter((leave) => isTheirs(leave) && leave.approved === true && !leave.deleted_at),
    };
    const facts = new Map<string, DayFacts>();
    for (let day = from; day <= to; day = addDays(day, 1)) facts.set(day, factsOf(day, records));
    return facts;
  }
}

function mondayOf(day: string): string {
  return weekOf(day).days[0] ?? day;
}
