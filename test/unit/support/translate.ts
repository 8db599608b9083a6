/** Like `vscode.l10n.t` without translations: a place without a value stays as it is. */
export function translate(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, at: string) => String(values[Number(at)] ?? place));
}
