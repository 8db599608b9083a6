import { legalEntities } from "../resources/companies/legal-entities";
import type { Store } from "../store/store";

/**
 * The currency of amounts that do not say theirs, by the legal entities that are known: the record's own, else the
 * one that all have.
 */
export function companyCurrency(store: Store, legalEntityId: unknown): string | undefined {
  const own = typeof legalEntityId === "string" ? store.get(legalEntities, legalEntityId) : undefined;
  if (own) return own.currency ?? undefined;
  const currencies = new Set(store.all(legalEntities).map(({ currency }) => currency));
  const [only] = currencies;
  return currencies.size === 1 ? (only ?? undefined) : undefined;
}
