import type { Answers } from "../../actions/asking/question";
import type { RunnerParts } from "../../actions/runner-parts";
import { carryOut, putAnswer } from "../../actions/sending/carry-out";
import type { DoneRequest } from "../../actions/sending/outcome";
import { FactorialError } from "../../api/errors";
import type { FormConflict, FormField, FormProblems } from "../../messages/form";
import type { AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import type { SentNote } from "../form-draft";
import { fieldsNow } from "../form-fields";
import type { FormState } from "../form-state";
import { changesRecord, readSubject, type Subject } from "../form-subject";
import { compare } from "./conflicts";
import { checkedInput } from "./input";
import { fateOfChange } from "./lost-change";
import { findCreated, traceOf, type Trace } from "./lost-creation";

export interface SaveJob {
  readonly parts: RunnerParts;
  readonly session: Session;
  readonly title: string;
  readonly subject: Subject;
  readonly state: FormState;
  /** Puts on disk what is about to be sent to make something new. */
  readonly note: (sent: SentNote) => void;
}

/** A request whose answer was lost, and what helps to find out what became of it. */
export interface Lost {
  readonly error: FactorialError;
  readonly answers: Answers;
  readonly trace: Trace | undefined;
}

export type Saved =
  | { readonly kind: "problems"; readonly problems: FormProblems }
  | { readonly kind: "refused"; readonly error: FactorialError }
  | {
      readonly kind: "conflicts";
      readonly conflicts: readonly FormConflict[];
      readonly theirs: ReadonlyMap<string, FormField>;
    }
  | { readonly kind: "lost"; readonly lost: Lost }
  | { readonly kind: "unchanged" }
  | { readonly kind: "saved"; readonly done: readonly DoneRequest[]; readonly subject: Subject };

/**
 * Saves what is filled in: checks it, looks whether the record is still as it was, and sends it, once.
 * @throws FactorialError where it could not even be looked
 */
export async function save(job: SaveJob): Promise<Saved> {
  const { session, subject: opened, state } = job;
  const { action } = opened;
  const early = checkedInput(opened, state);
  if ("problems" in early) return { kind: "problems", problems: early.problems };
  let subject = opened;
  if (changesRecord(action)) {
    subject = await readSubject(session, action, opened.targets);
    const theirs = await fieldsNow(state.fields, subject);
    const { conflicts, merged } = compare(state.fields, state.base, state.now, theirs);
    if (conflicts.length > 0) return { kind: "conflicts", conflicts, theirs };
    state.rebase(theirs, merged);
    // To some actions a field that is not sent is one to empty.
    if (!state.isShownChanged) return { kind: "unchanged" };
  }
  const checked = checkedInput(subject, state);
  if ("problems" in checked) return { kind: "problems", problems: checked.problems };
  const { requests, answers } = checked;
  const trace = changesRecord(action) ? undefined : await traceOf(session, subject, answers);
  if (!changesRecord(action)) job.note(noteOf(answers, trace));
  const { done, refused, unknown } = await carryOut({
    parts: job.parts,
    session,
    title: job.title,
    resource: action.resource,
    operationName: action.operationName,
    requests,
    on: action.on,
    take: (_request, records) => {
      putAnswer(session, action.resource, records);
    },
  }).finally(() => {
    tellChange(job);
  });
  const [refusal] = refused;
  if (refusal) return { kind: "refused", error: refusal.error };
  const [failed] = unknown;
  return failed
    ? { kind: "lost", lost: { error: failed.error, answers, trace } }
    : { kind: "saved", done, subject };
}

function noteOf(answers: Answers, trace: Trace | undefined): SentNote {
  return { answers, ...(trace && { trace: { query: trace.query, idsBefore: [...trace.idsBefore] } }) };
}

/** A request of before a restart: nobody heard its answer. */
export function lostBefore({ answers, trace }: SentNote): Lost {
  return {
    error: new FactorialError("unavailable", "The window closed before the answer came.", {
      written: "unknown",
    }),
    answers,
    trace: trace && { query: trace.query, idsBefore: new Set(trace.idsBefore) },
  };
}

/**
 * Looks what became of a request whose answer was lost. It is never sent again to find out.
 * @throws FactorialError
 */
export async function lookFor(job: SaveJob, lost: Lost): Promise<Saved | "not-saved" | "unknown"> {
  const { session, subject, state } = job;
  const { action, targets } = subject;
  tellChange(job);
  if (changesRecord(action)) {
    const now = await readSubject(session, action, targets);
    const theirs = await fieldsNow(state.fields, now);
    const fate = now.record ? fateOfChange(state, now.record, theirs) : "unknown";
    return fate === "saved" ? { kind: "saved", done: [], subject } : fate;
  }
  if (!lost.trace) return "unknown";
  const records = await findCreated(session, subject, lost.answers, lost.trace);
  if (records.length === 0) return "unknown";
  putAnswer(session, action.resource, records);
  return { kind: "saved", done: [doneWith(subject, lost.answers, records)], subject };
}

function doneWith({ targets }: Subject, input: Answers, records: readonly AnyRecord[]): DoneRequest {
  return { targets, input, records };
}

function tellChange({ parts, subject: { action, targets } }: SaveJob): void {
  parts.changed({ action, targetIds: targets.map(({ id }) => id) });
}
