/** Parts of the page of facts, in its order. */
export const FACT_GROUPS = [
  'happened',
  'instants',
  'numbers',
  'measures',
  'contacts',
  'law',
  'dossiers',
  'other',
] as const
export type FactGroup = (typeof FACT_GROUPS)[number]
