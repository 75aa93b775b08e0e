import { createHash } from 'node:crypto'
import type { Rule, RuleSnapshot } from '../model.ts'

const snapshots = new WeakMap<Rule, RuleSnapshot>()

/** What is kept of a rule with a conclusion: the rule, and SHA-256 of its canonical JSON (RFC 8785). */
export function snapshotOf(rule: Rule): RuleSnapshot {
  const known = snapshots.get(rule)
  if (known) return known
  const snapshot = { rule, hash: createHash('sha256').update(canonicalRule(rule)).digest('hex') }
  snapshots.set(rule, snapshot)
  return snapshot
}

/** Does the rule of today say something else than the one that was kept with a conclusion? */
export function ruleChanged(kept: Pick<RuleSnapshot, 'hash'>, current: Rule | RuleSnapshot): boolean {
  return kept.hash !== ('hash' in current ? current : snapshotOf(current)).hash
}

/** Canonical JSON of RFC 8785 for what a rule holds: texts, whole numbers, null, lists and records. Undefined members are left out. */
export function canonicalRule(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalRule).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalRule(member)}`)
  return `{${members.join(',')}}`
}
