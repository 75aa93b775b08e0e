import type { Assessment, CaseFile, Conclusion, RuleSnapshot } from '../law/index.ts'
import type { Temporal } from '../platform/clock.ts'

/** Beyond, conclusions name what they share instead of repeating it: ten thousand organisations in full are more than a gigabyte. */
const MOST_IN_FULL = 100

/**
 * An assessment as JSON: organisations with their proposed risk, conclusions (each names its rule by id, version and hash),
 * questions, and once each rule as it was applied. Instants are ISO 8601 with the offset of the organisation. A chain of more than a
 * hundred organisations is told by reference: `verdicts` holds each distinct verdict once, a conclusion its place there.
 */
export function assessmentJson(caseFile: CaseFile, assessment: Assessment, now: string) {
  const { conclusions, questions, risks } = assessment
  const rules = new Map<string, RuleSnapshot>()
  for (const { snapshot } of conclusions) rules.set(snapshot.hash, snapshot)
  return {
    now,
    organisations: organisationsJson(caseFile, risks),
    ...(risks.length > MOST_IN_FULL
      ? byReference(conclusions)
      : { conclusions: conclusions.map(conclusionJson) }),
    questions,
    rules: [...rules.values()],
  }
}

function organisationsJson({ organisations }: CaseFile, risks: Assessment['risks']) {
  const proposals = new Map(risks.map(({ organisation, proposal }) => [organisation, proposal]))
  const isChain = risks.length > MOST_IN_FULL
  return organisations
    .filter(({ key }) => proposals.has(key))
    .map(({ key, name, roles, zone }) => {
      const { level, reasons, missing } = proposals.get(key)!
      const risk = isChain ? { level } : { level, reasons, missing }
      return { key, name, roles, zone: zone ?? 'Europe/Paris', risk }
    })
}

function conclusionJson({ snapshot, clock, ...conclusion }: Conclusion) {
  const { id, version, title, article, status, nature, certainty, review } = snapshot.rule
  return {
    rule: id,
    version,
    hash: snapshot.hash,
    title,
    article,
    status,
    nature,
    certainty,
    review,
    ...conclusion,
    clock: clockJson(clock),
  }
}

/** Verdicts are one object for all organisations whose facts say the same: told once, and named by their place. */
function byReference(conclusions: readonly Conclusion[]) {
  const places = new Map<Conclusion['because'], number>()
  const verdicts: object[] = []
  const placeOf = ({ snapshot, result, because, unless, missing, facts, exceptions }: Conclusion) => {
    const known = places.get(because)
    if (known !== undefined) return known
    const { id: rule, version } = snapshot.rule
    const { hash } = snapshot
    places.set(because, verdicts.length)
    verdicts.push({ rule, version, hash, result, because, unless, missing, facts, exceptions })
    return verdicts.length - 1
  }
  return {
    verdicts,
    conclusions: conclusions.map((one) => ({
      id: one.id,
      rule: one.snapshot.rule.id,
      organisation: one.organisation,
      ...(one.recipient.organisation ? { recipient: one.recipient.organisation } : {}),
      result: one.result,
      verdict: placeOf(one),
      ...(one.clock.kind === 'computed' ? { dueAt: iso(one.clock.clock.dueAt) } : {}),
      ...(one.done ? { done: one.done.at } : {}),
    })),
  }
}

const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never' })

function clockJson(clock: Conclusion['clock']) {
  if (clock.kind !== 'computed') return clock
  const { rule, startsAt, readings, dueAt, soft, disputed, steps } = clock.clock
  return {
    kind: clock.kind,
    rule,
    startsAt: iso(startsAt),
    dueAt: iso(dueAt),
    readings,
    soft,
    disputed,
    steps: steps.map(({ words, at }) => ({ ...words, at: at ? iso(at) : null })),
  }
}
