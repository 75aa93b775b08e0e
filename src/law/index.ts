export { LAW_FACTS, type LawFactKey, lawFact } from './facts/fact-catalogue.ts'
export type { LawFact, LawFactKind } from './facts/law-fact.ts'
export type * from './model.ts'
export { words } from './model.ts'
