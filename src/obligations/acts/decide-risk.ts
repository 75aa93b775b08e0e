import { actorText } from '../../journal/index.ts'
import { proposeRisk, RISK_LEVELS } from '../../law/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { readCase } from '../case/read-case.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { insertRiskDecision } from '../stores/awareness-store.ts'
import { chosenFactors, type TypedFactors } from './chosen-factors.ts'
import { journal } from './record-filing.ts'
import { ownerOf, stateFact } from './state-fact.ts'

interface RiskDecisionInput {
  readonly organisation?: string | undefined
  /** `unlikely`, `risk` or `high`. */
  readonly level: string
  /** Why, in the person's words: the authority may ask (GDPR art. 33(5)). */
  readonly reasons: string
  /** Factors of ENISA's score that the person sets otherwise than the facts give; none chosen before stays unless said again. */
  readonly factors?: TypedFactors | undefined
  /** Id of the standing decision's fact that the writer saw, null for none. */
  readonly seen?: string | null | undefined
}

/**
 * Keeps a person's decision on the risk, with their reasons and what Tocsin proposed at that time. Tocsin decides nothing.
 * @returns the id of the decision
 * @throws Refusal obligations.roleNeeded, badChoice, missing, nationalId, changedMeanwhile
 */
export async function decideRisk(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: RiskDecisionInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => decideRiskIn(ground, input, by))
}

/** The same, inside the caller's transaction. */
export async function decideRiskIn(
  ground: DutyGround,
  input: RiskDecisionInput,
  by: Pick<DutyPerson, 'name' | 'actor'>,
): Promise<number> {
  const { tx, clock, incident, now } = ground
  const level = RISK_LEVELS.find((one) => one === input.level)
  if (!level) throw obligationRefusals.badChoice({ where: FIELDS.level, known: RISK_LEVELS })
  const reasons = typedWords(FIELDS.reasons, input.reasons)
  const factors = chosenFactors(input.factors ?? {})
  const owner = await ownerOf(tx, incident.id, input.organisation)
  const caseFile = await readCase(tx, clock, incident)
  const own = caseFile.organisations.find(({ key }) => key === owner.key)?.facts ?? {}
  const proposal = proposeRisk({ ...caseFile.facts, ...own, risk_decided: null }, factors)
  const fact = await stateFact(
    ground,
    {
      fact: 'risk_decided',
      owner,
      content: { kind: 'choice', value: { code: level } },
      source: {
        source: by.name,
        sourceKind: owner.own ? 'controller' : 'processor',
        asOf: now,
        confidence: 'established',
        owner: by.name,
      },
      seen: input.seen,
    },
    by.actor,
  )
  const recordedBy = actorText(by.actor)
  const kept = { organisation: owner.key, level, reasons, proposal, factId: fact.id, at: now }
  const id = await insertRiskDecision(tx, incident.id, { ...kept, decidedBy: by.name, recordedBy })
  await journal(ground, by.actor, 'duty.risk_decided', {
    decision: id,
    organisation: owner.key,
    level,
    proposed: proposal.level ?? undefined,
  })
  return id
}
