import { Temporal } from 'temporal-polyfill'
import type { CaseFile, ChainOrganisation, Facts, FactValue } from '../model.ts'
import { isDay } from './check-instant.ts'
import { shown } from './check-value.ts'
import { LOGICAL } from './logical-contradictions.ts'
import { ACTS, AFTER_THE_ATTACK, AWARENESS, SEQUENCES } from './order-of-events.ts'
import { caseRefusals, type NamedFact } from './refusals.ts'

/** One organisation with the facts that hold for it, and the place of its own in the file. */
interface Told {
  readonly organisation: ChainOrganisation
  readonly facts: Facts
  readonly where: string
}

interface Mention {
  readonly of: Told
  readonly fact: string
}

/**
 * Facts that cannot be true together: refused with both named. Only what cannot happen is refused: a controller may learn
 * of a breach before its supplier tells it, and may notify on a suspicion.
 * @throws law.contradiction
 */
export function refuseContradictions(caseFile: CaseFile): void {
  const isAlone = caseFile.organisations.length === 1
  const told = caseFile.organisations.map((organisation, index) => ({
    organisation,
    facts: { ...caseFile.facts, ...organisation.facts },
    where: isAlone && Object.keys(organisation.facts).length === 0 ? '' : `/organisations/${index}`,
  }))
  for (const one of told) {
    refuseOrder(one)
    refuseAwareness(one)
    for (const { first, second, when, fr, en } of LOGICAL) {
      if (when(one.facts[first] ?? null, one.facts[second] ?? null, one.facts)) {
        throw contradiction({ of: one, fact: first }, { of: one, fact: second }, fr, en)
      }
    }
  }
  refuseChain(caseFile, told)
}

function refuseOrder(one: Told): void {
  for (const fact of AFTER_THE_ATTACK) {
    if (isBefore(one.facts[fact], one.facts['attack_started_at'])) {
      throw contradiction(
        { of: one, fact },
        { of: one, fact: 'attack_started_at' },
        'Cela ne peut précéder l’attaque.',
        'It cannot come before the attack.',
      )
    }
  }
  for (const [earlier, later] of SEQUENCES) {
    if (isBefore(one.facts[later], one.facts[earlier])) {
      throw contradiction(
        { of: one, fact: later },
        { of: one, fact: earlier },
        'Le second ne peut venir après le premier.',
        'The second cannot come after the first.',
      )
    }
  }
}

/** What an organisation does about a breach cannot come before it knew anything of it. */
function refuseAwareness(one: Told): void {
  const first = earliestAwareness(one.facts)
  if (first === undefined) return
  const act = ACTS.find((fact) => isBefore(one.facts[fact], one.facts[first]))
  if (act !== undefined) {
    throw contradiction(
      { of: one, fact: act },
      { of: one, fact: first },
      'L’organisme ne peut agir avant de savoir.',
      'The organisation cannot act before it knows.',
    )
  }
  if (
    one.facts['aware_by_other_means'] === false &&
    isBefore(one.facts['aware_at'], one.facts['told_by_supplier_at'])
  ) {
    throw contradiction(
      { of: one, fact: 'aware_at' },
      { of: one, fact: 'told_by_supplier_at' },
      'L’organisme aurait su avant que son prestataire l’avertisse, sans l’apprendre autrement (aware_by_other_means : non).',
      'It would have known before its supplier told it, without learning it otherwise (aware_by_other_means: no).',
    )
  }
}

function earliestAwareness(facts: Facts): string | undefined {
  const known = AWARENESS.filter((fact) => typeof facts[fact] === 'string')
  return known.reduce<string | undefined>(
    (best, fact) => (best === undefined || isBefore(facts[fact], facts[best]) ? fact : best),
    undefined,
  )
}

/** A client cannot be told by suppliers none of which knew yet. */
function refuseChain({ links }: CaseFile, told: readonly Told[]): void {
  const byKey = new Map(told.map((one) => [one.organisation.key, one]))
  const suppliers = new Map<Told, Told[]>()
  for (const { supplier, client } of links) {
    const of = byKey.get(client)!
    const known = suppliers.get(of)
    if (known) known.push(byKey.get(supplier)!)
    else suppliers.set(of, [byKey.get(supplier)!])
  }
  for (const [client, all] of suppliers) {
    refuseToldTooEarly(client, all)
    refuseKnownBeforeAttack(client, all)
  }
}

/** Whoever says nothing of an attack of its own knows of its supplier's, and not before it began. */
function refuseKnownBeforeAttack(client: Told, suppliers: readonly Told[]): void {
  if ((client.facts['attack_started_at'] ?? null) !== null) return
  for (const fact of AWARENESS) {
    const known = client.facts[fact]
    const isEarly = (of: Told) => isBefore(known, of.facts['attack_started_at'])
    if (typeof known !== 'string' || !suppliers.every(isEarly)) continue
    throw contradiction(
      { of: client, fact },
      { of: suppliers[0]!, fact: 'attack_started_at' },
      'Cela ne peut précéder l’attaque de son prestataire.',
      'It cannot come before the attack on its supplier.',
    )
  }
}

function refuseToldTooEarly(client: Told, suppliers: readonly Told[]): void {
  const heard = ['told_by_supplier_at', 'aware_at'].filter(
    (fact) => fact !== 'aware_at' || client.facts['aware_by_other_means'] === false,
  )
  for (const fact of heard) {
    const unaware = suppliers.map((of) => {
      const first = earliestAwareness(of.facts)
      const isLater = first !== undefined && isBefore(client.facts[fact], of.facts[first])
      return isLater ? { of, fact: first } : undefined
    })
    const [first] = unaware
    if (first && unaware.every((one) => one !== undefined)) {
      throw contradiction(
        { of: client, fact },
        first,
        'Un prestataire ne peut avertir son client avant de savoir lui-même.',
        'A supplier cannot tell its client before it knows itself.',
      )
    }
  }
}

const bounds = new Map<string, readonly [number, number]>()
const MOST_KEPT = 20_000

/** Is it certain that `a` comes before `b`? A day stands for any instant of it, anywhere. */
function isBefore(a: FactValue | undefined, b: FactValue | undefined): boolean {
  if (typeof a !== 'string' || typeof b !== 'string' || a === b) return false
  return boundsOf(a)[1] < boundsOf(b)[0]
}

function boundsOf(value: string): readonly [number, number] {
  const known = bounds.get(value)
  if (known) return known
  if (bounds.size >= MOST_KEPT) bounds.clear()
  const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds
  const found = isDay(value)
    ? ([at(`${value}T00:00+14:00`), at(`${value}T23:59:59-12:00`)] as const)
    : ([at(value), at(value)] as const)
  bounds.set(value, found)
  return found
}

function contradiction(a: Mention, b: Mention, fr: string, en: string) {
  const where = Object.hasOwn(a.of.organisation.facts, a.fact)
    ? `${a.of.where}/facts/${a.fact}`
    : `/facts/${a.fact}`
  return caseRefusals.contradiction({ where, first: named(a), second: named(b), fr, en })
}

function named({ of, fact }: Mention): NamedFact {
  const isOwn = Object.hasOwn(of.organisation.facts, fact)
  return { fact, value: shown(of.facts[fact]), organisation: isOwn ? of.organisation.name : '' }
}
