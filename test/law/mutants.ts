import { Temporal } from 'temporal-polyfill'
import { all, never } from '../../src/law/conditions.ts'
import { CLOCK_RULES } from '../../src/law/index.ts'
import { type Condition, RULE_STATUSES, type Rule, type RuleClock, words } from '../../src/law/model.ts'

/** A rule with one thing changed in its data, and what was changed. */
interface Mutant {
  readonly what: string
  readonly rule: Rule
}

const NATURES = ['duty', 'condition_of_cover', 'right', 'voluntary'] as const
const NEIGHBOURS = ['organisation', 'client', 'supplier'] as const
const MUTANT = words('mutant', 'mutant')

/** Every way of changing one thing of a rule: dates, status, thresholds, conditions, exceptions, clock, whom it binds. */
export function mutantsOf(rule: Rule): Mutant[] {
  const as = (what: string, change: Partial<Rule>): Mutant => ({ what, rule: { ...rule, ...change } })
  return [
    ...datesOf(rule),
    ...RULE_STATUSES.filter((one) => one !== rule.status).map((status) => as(`status ${status}`, { status })),
    ...NATURES.filter((one) => one !== rule.nature).map((nature) => as(`nature ${nature}`, { nature })),
    ...NEIGHBOURS.filter((one) => one !== rule.per).map((per) => as(`per ${per}`, { per })),
    as('to somebody else', { to: { ...rule.to, code: `not_${rule.to.code}` } }),
    ...(rule.doneBy
      ? [as('done by nothing', withoutDone(rule)), as('done by another act', { doneBy: 'other_at' })]
      : []),
    ...conditions(rule.trigger).map(([what, trigger]) => as(`trigger: ${what}`, { trigger })),
    ...exceptionsOf(rule),
    // What never applies has no deadline to be wrong about.
    ...(isNever(rule.trigger) ? [] : clocksOf(rule.clock)).map(([what, clock]) =>
      as(`clock: ${what}`, { clock }),
    ),
  ]
}

function withoutDone({ doneBy: _, ...rest }: Rule): Partial<Rule> {
  return { ...rest, doneBy: undefined } as unknown as Partial<Rule>
}

function datesOf(rule: Rule): Mutant[] {
  return (['validFrom', 'validTo'] as const).flatMap((end) => {
    const day = rule[end]
    if (day === null) return []
    const moved = [-1, 1].map((days) => Temporal.PlainDate.from(day).add({ days }).toString())
    return [...moved, null].map((on) => ({ what: `${end} ${on}`, rule: { ...rule, [end]: on } }))
  })
}

function exceptionsOf(rule: Rule): Mutant[] {
  return rule.exceptions.flatMap((exception, at) => {
    const others = rule.exceptions.filter((_, index) => index !== at)
    const inPlace = (when: Condition) =>
      rule.exceptions.map((one, index) => (index === at ? { ...one, when } : one))
    return [
      { what: `no exception ${exception.id}`, rule: { ...rule, exceptions: others } },
      ...conditions(exception.when).map(([what, when]) => ({
        what: `exception ${exception.id}: ${what}`,
        rule: { ...rule, exceptions: inPlace(when) },
      })),
    ]
  })
}

type Changed<T> = readonly [what: string, changed: T]

/** The condition with one of its parts changed. */
function conditions(condition: Condition): Changed<Condition>[] {
  const whole: Changed<Condition>[] = [
    ['always', all()],
    ['never', never(MUTANT)],
    ['negated', { op: 'not', of: condition, no: MUTANT }],
  ]
  // What never holds is the same twice over.
  const told = isNever(condition)
    ? whole.filter(([what]) => what !== 'never')
    : isAlways(condition)
      ? whole.filter(([what]) => what !== 'always')
      : whole
  return [...told, ...partsOf(condition)]
}

const isAlways = (one: Condition) => one.op === 'all' && one.of.length === 0
const isNever = (one: Condition) => one.op === 'not' && isAlways(one.of)

function partsOf(condition: Condition): Changed<Condition>[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return ofMany(condition)
    case 'not':
      return isNever(condition)
        ? []
        : conditions(condition.of).map(([what, of]) => [`not(${what})`, { ...condition, of }])
    case 'at_least':
      return [-1, 1].map((by) => [
        `${condition.fact} at least ${condition.value + by}`,
        { ...condition, value: condition.value + by },
      ])
    case 'among':
    case 'includes':
      return condition.values.map((value) => [
        `${condition.fact} without ${value}`,
        { ...condition, values: condition.values.filter((one) => one !== value) },
      ])
    case 'yes':
      return []
  }
}

function ofMany(condition: Extract<Condition, { op: 'all' | 'any' }>): Changed<Condition>[] {
  const other = condition.op === 'all' ? 'any' : 'all'
  // With one part or none, “all” and “any” of them say the same, and the part says what the whole does.
  const swapped: Changed<Condition>[] =
    condition.of.length > 1 ? [[`${other} of`, { ...condition, op: other }]] : []
  const removed: Changed<Condition>[] =
    condition.of.length > 1
      ? condition.of.map((_, at) => [
          `part ${at + 1} removed`,
          { ...condition, of: condition.of.filter((__, index) => index !== at) },
        ])
      : []
  const changed = condition.of.flatMap((part, at) =>
    (condition.of.length > 1 ? conditions(part) : partsOf(part)).map(
      ([what, of]): Changed<Condition> => [
        `part ${at + 1} ${what}`,
        { ...condition, of: condition.of.map((one, index) => (index === at ? of : one)) },
      ],
    ),
  )
  return [...swapped, ...removed, ...changed]
}

const EARLIEST = [undefined, true, 'of_others'] as const

/** Of two facts, “the first known” and “the first, else the earliest of the other” are one. */
const isSame = (
  { from, earliest }: Extract<RuleClock, { kind: 'computed' }>,
  other: (typeof EARLIEST)[number],
) => from.length === 2 && earliest === undefined && other === 'of_others'

function clocksOf(clock: RuleClock): Changed<RuleClock>[] {
  if (clock.kind === 'words')
    return [['computed', { kind: 'computed', rule: 'gdpr33_72h', from: ['aware_at'] }]]
  const { from, params = {}, flags = {} } = clock
  return [
    ['in words', { kind: 'words', words: MUTANT }],
    ...otherClocks(clock.rule).map((id): Changed<RuleClock> => [id, { kind: 'computed', rule: id, from }]),
    ...from.flatMap((fact, at): Changed<RuleClock>[] => [
      [`not from ${fact}`, { ...clock, from: from.filter((_, index) => index !== at) }],
      [
        `from another than ${fact}`,
        { ...clock, from: from.map((one, index) => (index === at ? 'attack_ended_at' : one)) },
      ],
    ]),
    ...(from.length > 1
      ? [
          ['order of facts', { ...clock, from: [...from].reverse() }] as const,
          ...EARLIEST.filter((one) => one !== clock.earliest && !isSame(clock, one)).map(
            (earliest): Changed<RuleClock> => [
              `earliest ${earliest}`,
              { ...clock, earliest } as unknown as RuleClock,
            ],
          ),
        ]
      : []),
    ...Object.keys(params).map(
      (name): Changed<RuleClock> => [
        `without ${name}`,
        { ...clock, params: Object.fromEntries(Object.entries(params).filter(([one]) => one !== name)) },
      ],
    ),
    ...Object.entries(flags).flatMap(([name, when]) =>
      conditions(when).map(
        ([what, changed]): Changed<RuleClock> => [
          `${name}: ${what}`,
          { ...clock, flags: { ...flags, [name]: changed } },
        ],
      ),
    ),
  ]
}

/** The clocks before and after it in the table: each case names the clock that it expects. */
function otherClocks(rule: string): readonly string[] {
  const ids = CLOCK_RULES.map(({ id }) => id)
  const at = ids.indexOf(rule)
  return [ids[at - 1], ids[at + 1]].filter((id): id is string => id !== undefined)
}
