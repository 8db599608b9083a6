const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/gu;
const QUOTES = /^(["'`“‘«])(.*)["'`”’»]$/su;
/** What comes along when somebody copies a whole header out of a terminal or a document. */
const HEADER_WORDS = /^(?:authorization\s*:|x-api-key\s*:|bearer(?:\s|$))/iu;

/**
 * The key, token or id in what somebody pasted: without quotes, header names, `Bearer`, and the spaces and line
 * breaks that a terminal or a mail has put inside.
 */
export function cleanSecret(pasted: string): string {
  let text = pasted.replace(ZERO_WIDTH, "").trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = (QUOTES.exec(text)?.[2] ?? text).replace(HEADER_WORDS, "").trim();
  }
  return text.replace(/\s+/gu, "");
}

/** Whether the text can travel in a header; an ellipsis or an accent in it means that it was not copied whole. */
export function isPlainSecret(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
