import { listOrganisations, writableIncident } from '../incident/index.ts'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Tx } from '../platform/database.ts'
import type { Ground } from './ground.ts'
import {
  type ContractStep,
  contractNumbered,
  contractsOf,
  insertContract,
  insertCoverLine,
  nextContractNumber,
} from './insurance-store.ts'
import { ANSWERS, CONTRACT_KINDS, LOSSES } from './model.ts'
import { cents, choice, type Fields, optionalText, text, wholeNumber } from './read-fields.ts'
import { disruptionRefusals } from './refusals.ts'
import { says } from './same-again.ts'
import { exactly, stateLawFact, YES } from './state-law-fact.ts'

/**
 * Keeps an insurer card: a new one (unless a card that stands says the very same), or the next step of `number`. The insured is an organisation of the chain, by its key.
 * @returns its number
 * @throws disruption refusals of the fields, disruption.unknown, incident.incidentClosed
 */
export async function recordContract(
  platform: Ground,
  incidentId: string,
  fields: Fields,
  actor: Actor,
  number?: number,
): Promise<number> {
  const given = readContract(fields)
  return platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    await refuseStranger(tx, incidentId, given.insured)
    if (number === undefined) {
      const again = (await contractsOf(tx, incidentId)).find((one) => says(one, given))
      if (again) return again.number
    }
    const step = number === undefined ? 1 : (await standing(tx, incidentId, number)).step + 1
    const kept = number ?? (await nextContractNumber(tx, incidentId))
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    await insertContract(tx, incidentId, { ...given, number: kept, step, withdrawn: null, ...stamp })
    const payload = { number: kept, insured: given.insured, insurer: given.insurer }
    await record(tx, platform.clock, {
      actor,
      kind: 'disruption.contract_recorded',
      incidentId,
      payload,
    })
    const { insured: organisation, noticeWorkingDays, source } = given
    if (noticeWorkingDays !== null)
      await stateLawFact(
        tx,
        platform.clock,
        {
          incidentId,
          organisation,
          fact: 'insurer_delay_working_days',
          content: exactly(noticeWorkingDays),
          source,
        },
        actor,
      )
    return kept
  })
}

function readContract(fields: Fields): Omit<ContractStep, 'number' | 'step' | 'withdrawn' | 'at' | 'by'> {
  return {
    insured: text(fields, 'insured'),
    insurer: text(fields, 'insurer'),
    kind: choice(fields, 'kind', CONTRACT_KINDS),
    phone: optionalText(fields, 'phone'),
    phoneAbroad: optionalText(fields, 'phone_abroad'),
    roundTheClock: choice(fields, 'round_the_clock', ANSWERS),
    protocolCode: optionalText(fields, 'protocol_code'),
    groupContract: optionalText(fields, 'group_contract'),
    membership: optionalText(fields, 'membership'),
    noticeWorkingDays: wholeNumber(fields, 'notice_working_days', 1, 90),
    source: text(fields, 'source'),
  }
}

async function refuseStranger(tx: Tx, incidentId: string, insured: string): Promise<void> {
  const known = await listOrganisations(tx, incidentId)
  if (!known.some(({ key }) => key === insured)) throw disruptionRefusals.choice({ where: 'insured' })
}

async function standing(tx: Tx, incidentId: string, number: number) {
  const found = await contractNumbered(tx, incidentId, number)
  if (!found || found.withdrawn !== null) throw disruptionRefusals.unknown({ number })
  return found
}

/** Takes a card away, with the reason: a contract of another year, a mistake. @throws disruption.unknown, disruption.missing */
export async function withdrawContract(
  platform: Ground,
  incidentId: string,
  number: number,
  fields: Fields,
  actor: Actor,
): Promise<void> {
  const withdrawn = text(fields, 'reason')
  await platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const { step, id: _, insuredName: __, ...found } = await standing(tx, incidentId, number)
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    await insertContract(tx, incidentId, { ...found, step: step + 1, withdrawn, ...stamp })
    await record(tx, platform.clock, {
      actor,
      kind: 'disruption.contract_withdrawn',
      incidentId,
      payload: { number },
    })
  })
}

/**
 * Keeps what a contract says of one loss: the line before it no longer stands.
 * @throws disruption refusals of the fields, disruption.unknown
 */
export async function recordCover(
  platform: Ground,
  incidentId: string,
  contract: number,
  fields: Fields,
  actor: Actor,
): Promise<void> {
  const line = {
    loss: choice(fields, 'loss', LOSSES),
    covered: choice(fields, 'covered', ANSWERS),
    condition: optionalText(fields, 'condition'),
    deductibleCents: cents(fields, 'deductible'),
    source: text(fields, 'source'),
  }
  await platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const { kind, insured } = await standing(tx, incidentId, contract)
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    await insertCoverLine(tx, incidentId, contract, { ...line, ...stamp })
    const payload = { number: contract, loss: line.loss, covered: line.covered }
    await record(tx, platform.clock, { actor, kind: 'disruption.cover_recorded', incidentId, payload })
    if (kind !== 'cyber' || line.covered !== 'yes') return
    for (const fact of ['covered_against_attack', 'insured_loss'])
      await stateLawFact(
        tx,
        platform.clock,
        { incidentId, organisation: insured, fact, content: YES, source: line.source },
        actor,
      )
  })
}
