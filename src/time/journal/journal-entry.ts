import * as z from "zod";
import type { Receipt } from "../strategies/strategy";

const optionalText = z.string().optional();
const timeRange = z.object({ from: z.string(), to: z.string() });

const timeEntry = z.object({
  projectId: z.string(),
  projectWorkerId: z.string(),
  subprojectId: optionalText,
  taskId: optionalText,
  day: z.string(),
  minutes: z.number(),
  range: timeRange.optional(),
  comment: optionalText,
});

const loggedTime = z.object({
  id: z.string(),
  day: z.string(),
  minutes: z.number(),
  projectWorkerId: optionalText,
  subprojectId: optionalText,
  taskId: optionalText,
  shiftId: optionalText,
  range: timeRange.optional(),
  comment: optionalText,
});

const receipt: z.ZodType<Receipt> = z.object({
  shiftId: optionalText,
  shiftWasThere: z.boolean().optional(),
  shiftComment: optionalText,
  recordId: optionalText,
  commented: z.boolean().optional(),
  shiftChanged: z.boolean().optional(),
  commentGone: z.boolean().optional(),
  recordGone: z.boolean().optional(),
  shiftGone: z.boolean().optional(),
  writeId: optionalText,
});

/** One write, as its file holds it: the intent, and how far it came. */
export const journalEntry = z.object({
  format: z.literal(1),
  id: z.string(),
  /** Host, company and user; with the employee it says whose time it is, so that nobody else can send it. */
  account: z.string(),
  employee: z.string(),
  kind: z.enum(["log", "change", "remove"]),
  entry: timeEntry,
  /** Project and subproject as they were called when it was written. */
  name: z.string(),
  /** What whoever handed it over knows it by: it is handed over once. */
  origin: optionalText,
  /** What the server held: what is changed or removed. */
  instead: loggedTime.optional(),
  /** The day as it was before the first request: what was there then cannot be the answer that was lost. */
  before: z.array(loggedTime).readonly(),
  receipt,
  /**
   * `draft`: never sent. `writing`: begun, by a `writer` that may be gone by now. `half`: a part is
   * saved. `unknown`: neither saved nor not. `not-saved`: nothing of it was on the server when it was last looked at.
   * `closed`: read back, refused with the person told, or given up. Its ids stay claimed.
   */
  state: z.enum(["draft", "writing", "half", "unknown", "not-saved", "closed"]),
  /** What was sent under this id before it was edited, and may yet come. */
  sent: z.array(timeEntry).readonly(),
  /** The process that writes; where it is gone, what it began is looked up by another. */
  writer: z.object({ pid: z.number(), machine: z.string() }),
  /** Where `half`: what is to be sent yet. */
  missing: z.enum(["shift", "record", "comment", "removal"]).optional(),
  /** Why it is not saved, in the server's words or ours. */
  why: optionalText,
  /** When it was written first: an instant, ISO. */
  writtenAt: z.string(),
  /** An instant, ISO. */
  closedAt: optionalText,
});

export type JournalEntry = z.output<typeof journalEntry>;

/** A write that is not closed. */
export type OpenEntry = JournalEntry & { readonly state: Exclude<JournalEntry["state"], "closed"> };
