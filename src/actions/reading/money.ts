/** An amount in whole cents. */
export interface Amount {
  readonly cents: number;
  /** What was typed has parts of a cent. */
  readonly rounded: boolean;
}

export type Money =
  /** The likeliest first; two where one sign may part thousands or cents. */
  | { readonly ok: true; readonly amounts: readonly Amount[] }
  | { readonly ok: false; readonly problem: "missing" | "not-money" | "negative" | "too-much" };

/** A currency before or behind: `€`, `EUR`, `US$`. */
const CURRENCY = /^(?:\p{L}{0,3}\p{Sc}|\p{L}{3}(?=[\s\d.,-]))|(?:\p{Sc}|(?<=[\s\d.,])\p{L}{3})$/gu;

/** More than any price, and far below where a number loses whole cents. */
const MOST_CENTS = 1e14;

/**
 * Reads `12`, `12 €`, `1.234,56` and `1,234.56` in cents. The sign in `1.234` parts thousands for some and cents for
 * others: both readings are given.
 */
export function readMoney(text: string): Money {
  const tidy = text.normalize("NFKC").replace(/[−–—]/gu, "-").trim();
  if (tidy === "") return refuse("missing");
  const bare = tidy.replace(/^-\s*/u, "").replace(CURRENCY, "").trim();
  const isNegative = tidy.startsWith("-") || bare.startsWith("-");
  const digits = withoutSpaces(bare.replace(/^-\s*/u, ""));
  const amounts = digits === undefined ? [] : readings(digits);
  if (amounts.length === 0) return refuse("not-money");
  if (isNegative) return refuse("negative");
  return amounts.every(({ cents }) => cents <= MOST_CENTS) ? { ok: true, amounts } : refuse("too-much");
}

/** `1 234,56` and `1'234.56`: a space or an apostrophe parts thousands and nothing else. */
function withoutSpaces(text: string): string | undefined {
  if (!/[\s'’]/u.test(text)) return text;
  return /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d{0,2})?$/u.test(text) ? text.replace(/[\s'’]/gu, "") : undefined;
}

function readings(text: string): Amount[] {
  if (!/^\d*(?:[.,]\d*)*$/u.test(text) || !/\d/u.test(text)) return [];
  const signs = text.match(/[.,]/gu) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return [exactly(text, "")];
  const at = text.lastIndexOf(last);
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  if (signs.length === 1) return oneSign(whole, decimals);
  const other = signs[0] ?? last;
  if (other === last) return isGrouped(text, last) ? [exactly(text.replaceAll(last, ""), "")] : [];
  const thousands =
    whole.includes(last) || !isGrouped(whole, other) ? undefined : whole.replaceAll(other, "");
  return thousands === undefined || decimals.length > 2 ? [] : [exactly(thousands, decimals)];
}

function oneSign(whole: string, decimals: string): Amount[] {
  if (decimals.length <= 2) return [exactly(whole, decimals)];
  if (decimals.length > 3) return [];
  const asDecimals = {
    cents: Math.round(Number(`${whole || "0"}.${decimals}`) * 100),
    rounded: !decimals.endsWith("0"),
  };
  // 0.500 and 1234.500 have no thousands before the sign.
  return /^[1-9]\d{0,2}$/u.test(whole) ? [exactly(whole + decimals, ""), asDecimals] : [asDecimals];
}

function isGrouped(text: string, sign: string): boolean {
  const [first = "", ...groups] = text.split(sign);
  return /^\d{1,3}$/u.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/u.test(group));
}

function exactly(whole: string, decimals: string): Amount {
  return { cents: Number(`${whole || "0"}${decimals.padEnd(2, "0")}`), rounded: false };
}

function refuse(problem: Extract<Money, { ok: false }>["problem"]): Money {
  return { ok: false, problem };
}
