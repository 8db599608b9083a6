/** Ids that one request asks for: more make an address longer than servers like. */
const BATCH = 50;

/** Splits ids into what single requests may ask for, each id once. */
export function inBatches(ids: readonly string[]): string[][] {
  const unique = [...new Set(ids)];
  return Array.from({ length: Math.ceil(unique.length / BATCH) }, (_, n) =>
    unique.slice(n * BATCH, (n + 1) * BATCH),
  );
}
