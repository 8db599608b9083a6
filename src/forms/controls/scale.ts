import * as z from "zod";
import type { FormField, RatingStep } from "../../messages/form";
import { NOTHING, type Control, type ControlParts } from "./control";

const steps = z.array(z.looseObject({ value: z.number().nullish(), text: z.string().nullish() }));

/** The steps of a rating. */
export function scaleControl({ facts }: ControlParts): Control {
  const withSteps = (value: RatingStep[]): FormField => ({ ...facts, kind: "scale", value });
  return {
    blank: withSteps([]),
    filled: (value) =>
      withSteps(
        (steps.safeParse(value).data ?? []).map((step) => ({
          value: step.value ?? 0,
          text: step.text ?? "",
        })),
      ),
    read: (field) =>
      field.kind === "scale"
        ? { value: field.value.map(({ value, text }) => ({ value, text: text.trim() })) }
        : NOTHING,
    words: (field) =>
      field.kind === "scale" ? field.value.map(({ value, text }) => `${value} – ${text}`).join("\n") : "",
  };
}
