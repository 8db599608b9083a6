import { formField, type FormField, type FormModel, type FormValues } from "../../src/messages/form";

/** The form with these values, where they are of the fields' own kinds. */
export function filledIn(form: FormModel, values: FormValues): FormModel {
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => withValue(field, values)),
  }));
  return { ...form, sections };
}

function withValue(field: FormField, values: FormValues): FormField {
  const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
  if (value === undefined || JSON.stringify(value) === JSON.stringify(field.value)) return field;
  // How the host reads the value that it sent says nothing of this one.
  const filled = formField.safeParse({ ...field, value, reading: undefined });
  return filled.success ? filled.data : field;
}
