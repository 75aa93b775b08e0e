import { lawFact, type NamedFact, refuseContradictions, type Words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import { neighbourhood } from '../case/neighbourhood.ts'
import { readCase } from '../case/read-case.ts'
import type { DutyGround } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { saidInstant } from './refuse-times.ts'

/**
 * After a fact was written in this transaction: refuses it if it cannot be true together with another one, both named as the desk
 * asks them. A contradiction between two other facts does not stop whoever comes to file: it is for those two facts to be mended.
 * @throws Refusal obligations.contradiction
 */
export async function refuseContradictionOf(
  { tx, clock, incident }: DutyGround,
  fact: string,
  organisation: string,
): Promise<void> {
  const caseFile = neighbourhood(await readCase(tx, clock, incident), organisation)
  try {
    refuseContradictions(caseFile)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'law.contradiction') throw error
    const { first, second, fr, en } = error.params as unknown as Contradiction
    if (first.fact !== fact && second.fact !== fact) return
    throw obligationRefusals.contradiction({
      first: named(first),
      firstValue: valueSaid(first),
      second: named(second),
      secondValue: valueSaid(second),
      why: { fr, en },
    })
  }
}

interface Contradiction {
  readonly first: NamedFact
  readonly second: NamedFact
  readonly fr: string
  readonly en: string
}

function named({ fact }: NamedFact): Words {
  return lawFact(fact)?.question ?? { fr: fact, en: fact }
}

function valueSaid({ fact, value }: NamedFact): Words {
  const known = lawFact(fact)
  if (known?.kind === 'instant') return instantOf(value)
  if (known?.kind === 'yes_no') return value === 'true' ? { fr: 'oui', en: 'yes' } : { fr: 'non', en: 'no' }
  return known?.choices?.[value] ?? { fr: value, en: value }
}

function instantOf(value: string): Words {
  try {
    return saidInstant(Temporal.Instant.from(value))
  } catch {
    return { fr: value, en: value }
  }
}
