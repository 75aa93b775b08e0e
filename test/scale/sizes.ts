/** How much each benchmark does. */
export interface Sizes {
  readonly members: number
  readonly exposed: number
  readonly affected: number
  /** Millions of rows of each list. */
  readonly million: number
  readonly national: number
  readonly notices: number
  readonly messages: number
  readonly ledgerRows: number
  readonly letters: number
  readonly persons: number
  /** Persons whose outcomes are sealed. */
  readonly sealed: number
  /** People on the list that the people page goes through. */
  readonly listed: number
  /** Organisations of a chain under one supplier. */
  readonly chain: number
}

/** The sizes of the issue: a controller of 240,000 members, 18,000 of them concerned. */
export const FULL: Sizes = {
  members: 240_000,
  exposed: 1_000_000,
  affected: 18_000,
  million: 1,
  national: 33,
  notices: 50_000,
  messages: 18_000,
  ledgerRows: 50_000,
  letters: 2_000,
  persons: 125_000,
  sealed: 1_000_000,
  listed: 1_000_000,
  chain: 10_000,
}

/** Under a minute in all: to see that nothing fell apart, not to quote. */
export const QUICK: Sizes = {
  members: 24_000,
  exposed: 100_000,
  affected: 1_800,
  million: 0.1,
  national: 0.3,
  notices: 5_000,
  messages: 1_000,
  ledgerRows: 5_000,
  letters: 100,
  persons: 12_500,
  sealed: 20_000,
  listed: 50_000,
  chain: 1_000,
}
