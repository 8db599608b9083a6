import * as z from "zod";
import { pageState } from "../messages/form";

/**
 * What of a form is put on disk: what was typed, by field; of what was there before only hints, by which a later change
 * of it is noticed and which tell nobody what it was; and of files where they are, by id, not what is in them.
 */
const draft = z.object({
  ...pageState.shape,
  was: z.record(z.string(), z.string()),
  files: z.record(z.string(), z.string()).default({}),
  sent: z
    .object({
      answers: z.record(z.string(), z.unknown()),
      trace: z
        .object({ query: z.record(z.string(), z.unknown()), idsBefore: z.array(z.string()) })
        .optional(),
    })
    .optional(),
});

export type FormDraft = z.output<typeof draft>;

/** What was sent to make something new, from before it leaves until its answer is there: nobody sends it blindly again. */
export type SentNote = NonNullable<FormDraft["sent"]>;

export function draftText(of: FormDraft): string {
  return JSON.stringify(of);
}

/** Undefined where there is none, or it is of another form. */
export function readDraft(key: string, text: string | undefined): FormDraft | undefined {
  const read = draft.safeParse(parsed(text));
  return read.success && read.data.form === key ? read.data : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
