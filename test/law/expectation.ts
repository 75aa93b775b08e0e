import { assess } from '../../src/law/assess/assess.ts'
import type {
  CaseFile,
  ChainRole,
  Conclusion,
  Facts,
  Rule,
  RuleNature,
  RuleStatus,
} from '../../src/law/model.ts'

/**
 * `unless`: required, with exceptions that nobody can exclude yet. `would apply`, `would depend`: not required since the text is
 * not law (proposed, not transposed), with what it would ask.
 */
export type Result = 'required' | 'unless' | 'depends' | 'no' | 'would apply' | 'would depend'

/**
 * Facts of one organisation (`roles` are its roles in the chain, `on` the day of the case), what the law asks of it, and by when:
 * `gdpr33_72h 2026-06-08T18:40:00+02:00`, `awaits aware_at`, or `words` where the text gives no figure.
 */
export type Case = readonly [
  facts: Facts & { readonly roles?: readonly ChainRole[]; readonly on?: string },
  result: Result,
  clock?: string,
]

/** What one rule must give, written by hand from the text; never from the rule. */
export interface Expectation {
  readonly rule: string
  readonly status: RuleStatus
  readonly nature: RuleNature
  readonly per: Rule['per']
  readonly to: string
  readonly done?: string
  readonly cases: readonly Case[]
}

/** A supplier before the organisation of the case, and two clients after it. */
const CHAIN: Pick<CaseFile, 'organisations' | 'links'> = {
  organisations: [
    { key: 'host', name: 'Hôte', roles: [], facts: {} },
    { key: 'one', name: 'Un', roles: [], facts: {} },
    { key: 'two', name: 'Deux', roles: [], facts: {} },
  ],
  links: [
    { supplier: 'host', client: 'firm' },
    { supplier: 'firm', client: 'one' },
    { supplier: 'firm', client: 'two' },
  ],
}
const ALONE: typeof CHAIN = { organisations: [], links: [] }

function caseFile([facts]: Case, { organisations, links }: typeof CHAIN): CaseFile {
  const { roles = [], on, ...own } = facts
  return {
    facts: {},
    organisations: [{ key: 'firm', name: 'Cabinet', roles, facts: own }, ...organisations],
    links,
    contracts: [],
    ...(on && { asOf: `${on}T12:00:00+02:00` }),
  }
}

const NEIGHBOURS = { organisation: [''], client: ['>one', '>two'], supplier: ['>host'] } as const

/**
 * What the versions of a rule give for a case, as lines that a table can be compared with. The first case of an expectation
 * has neighbours, which tell for whom the duty is; the others do without where the duty is the organisation's own.
 */
export function given(versions: readonly Rule[], { per, cases }: Expectation, one: Case): string {
  const around = per === 'organisation' && one !== cases[0] ? ALONE : CHAIN
  const conclusions = assess(caseFile(one, around), { rules: versions, questionsFor: [] }).conclusions.filter(
    ({ organisation }) => organisation === 'firm',
  )
  return conclusions.map(line).join('\n')
}

function line(conclusion: Conclusion): string {
  const { rule } = conclusion.snapshot
  const result = resultOf(conclusion)
  return [
    conclusion.id,
    rule.status,
    rule.nature,
    `to ${conclusion.recipient.code}`,
    result,
    ...(result === 'no' ? [] : [clockOf(conclusion)]),
    `done ${rule.doneBy ?? '-'}`,
  ].join(' | ')
}

function resultOf({ result, unless, because, snapshot }: Conclusion): Result {
  if (result === 'not_required') {
    if (!['proposed', 'not_transposed'].includes(snapshot.rule.status)) return 'no'
    const said = because[1]?.words.en ?? ''
    if (said.includes('would apply')) return 'would apply'
    return said.includes('would depend') ? 'would depend' : 'no'
  }
  return result === 'required' && unless.length > 0 ? 'unless' : result
}

function clockOf({ clock }: Conclusion): string {
  if (clock.kind === 'words') return 'words'
  if (clock.kind === 'awaits') return `awaits ${clock.facts.join(',')}`
  const { dueAt, rule, readings } = clock.clock
  const relief = readings.with_art5_4_relief
  return `${rule} ${dueAt.toString({ timeZoneName: 'never' })}${relief ? ` relief ${relief}` : ''}`
}

/** The same line, from the table. */
export function expected(
  { rule, status, nature, per, to, done }: Expectation,
  [, result, clock]: Case,
): string {
  return NEIGHBOURS[per]
    .map((towards) =>
      [
        `${rule}@firm${towards}`,
        status,
        nature,
        `to ${to}`,
        result,
        ...(result === 'no' ? [] : [clock ?? '?']),
        `done ${done ?? '-'}`,
      ].join(' | '),
    )
    .join('\n')
}
