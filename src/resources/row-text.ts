/** What of a row is known, as one line. */
export function joined(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(" · ");
}

/** An icon by a record's status; none for a status that came later. */
export function iconOf(
  icons: Readonly<Record<string, string>>,
  status: string | null | undefined,
): string | undefined {
  return typeof status === "string" && Object.hasOwn(icons, status) ? icons[status] : undefined;
}

/** With a capital at the start. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
