import type { Assessment, CaseFile, Conclusion, RuleSnapshot } from '../law/index.ts'
import type { Temporal } from '../platform/clock.ts'

/**
 * An assessment as JSON: organisations with their proposed risk, conclusions (each names its rule by id, version and hash),
 * questions, and once each rule as it was applied. Instants are ISO 8601 with the offset of the organisation.
 */
export function assessmentJson(
  caseFile: CaseFile,
  { conclusions, questions, risks }: Assessment,
  now: string,
) {
  const proposals = new Map(risks.map(({ organisation, proposal }) => [organisation, proposal]))
  const shown = caseFile.organisations.filter(({ key }) => proposals.has(key))
  const rules = new Map<string, RuleSnapshot>()
  for (const { snapshot } of conclusions) rules.set(snapshot.hash, snapshot)
  return {
    now,
    organisations: shown.map(({ key, name, roles, zone }) => {
      const proposal = proposals.get(key)!
      return {
        key,
        name,
        roles,
        zone: zone ?? 'Europe/Paris',
        risk: { level: proposal.level, reasons: proposal.reasons, missing: proposal.missing },
      }
    }),
    conclusions: conclusions.map(conclusionJson),
    questions,
    rules: [...rules.values()],
  }
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
