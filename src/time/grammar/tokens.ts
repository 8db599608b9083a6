/** A piece of what was typed before the comment, between white space or inside quotes. */
export interface Token {
  text: string;
  /** Quoted text is always words of a name: never a time, a day or a separator. */
  quoted: boolean;
}

export interface ScannedText {
  tokens: readonly Token[];
  /** Trimmed; absent when there is none or an empty one. */
  comment?: string;
  unclosedQuote: boolean;
  /** UTF-16 units before the comment. */
  wordsLength: number;
}

/** Opening quotes and what closes them; editors and phones type the curly ones by themselves. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["„", "“"],
  ["«", "»"],
]);

/** Cuts the text into tokens and comment, in one pass from left to right. */
export function scanText(text: string): ScannedText {
  const tokens: Token[] = [];
  let unclosedQuote = false;
  let word = "";
  let at = 0;
  const endWord = () => {
    if (word !== "") tokens.push({ text: word, quoted: false });
    word = "";
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "#" && isAfterSpace(text, at)) break;
    const closing = word === "" || word.endsWith("/") ? QUOTES.get(character) : undefined;
    if (closing !== undefined) {
      endWord();
      const end = unclosedQuote ? -1 : text.indexOf(closing, at + 1);
      if (end >= 0) {
        tokens.push({ text: text.slice(at + 1, end), quoted: true });
        at = end + 1;
        continue;
      }
      // A quote that nothing closes is left out, so that the rest can be read while the user is still typing.
      unclosedQuote = true;
    } else if (character === " ") {
      endWord();
    } else {
      word += character;
    }
    at += 1;
  }
  endWord();
  const comment = text.slice(at + 1).trim();
  const filled = tokens.filter((token) => token.text.trim() !== "");
  return { tokens: filled, ...(comment === "" ? {} : { comment }), unclosedQuote, wordsLength: at };
}

function isAfterSpace(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === " ";
}
