import {
  CARE,
  CARE_WHERE_HEALTH,
  DENIED,
  FEARED,
  HARM,
  MADE_IMPOSSIBLE,
  MEASURE,
  NUISANCE,
  OF_THE_ORGANISATION,
  WORRY,
} from './consequence-words.ts'
import { fold } from './fold-words.ts'

/** What people already suffer, by how much it weighs. */
export interface ConsequenceReading {
  /** Care put off, safety or life at stake. */
  readonly care: readonly string[]
  /** Care too, where health data are at stake; elsewhere the daily business of an office. */
  readonly careWhereHealth: readonly string[]
  /** Fraud, theft of identity, loss of money, blackmail, threats: done, not only feared. */
  readonly harm: readonly string[]
  /** Feared, or of middling weight: unpaid wages, unwanted calls, exposure. */
  readonly worry: readonly string[]
  /** Feared only. */
  readonly feared: readonly string[]
  /** Delays and inconvenience. */
  readonly nuisance: readonly string[]
  /** What was done about it, or the breach itself said again: no consequence. */
  readonly measures: readonly string[]
  readonly unrecognised: readonly string[]
}

/**
 * Consequences in free words. A denied one (« aucun retard ») counts for nothing; a feared one (“possible fraud”) is set
 * apart from harm seen; a measure (“passwords reset”) is no consequence; what matches nothing is reported to a person.
 */
export function readConsequences(said: readonly string[]): ConsequenceReading {
  const reading = {
    care: [] as string[],
    careWhereHealth: [] as string[],
    harm: [] as string[],
    worry: [] as string[],
    feared: [] as string[],
    nuisance: [] as string[],
    measures: [] as string[],
    unrecognised: [] as string[],
  }
  for (const entry of said.flatMap((one) => one.split(/[;.]|,(?!\d)/))) {
    const text = fold(entry)
    if (text === '' || isDenied(text)) continue
    reading[sortOf(text)].push(entry.trim())
  }
  return reading
}

const isDenied = (text: string) =>
  DENIED.test(text) && !((CARE.test(text) || CARE_WHERE_HEALTH.test(text)) && MADE_IMPOSSIBLE.test(text))

function sortOf(text: string): keyof ConsequenceReading {
  const feared = FEARED.test(text) && !DENIED.test(text)
  if (CARE.test(text)) return feared ? 'feared' : 'care'
  if (OF_THE_ORGANISATION.test(text)) return 'measures'
  if (HARM.test(text)) return feared ? 'feared' : 'harm'
  if (CARE_WHERE_HEALTH.test(text)) return feared ? 'feared' : 'careWhereHealth'
  if (MEASURE.test(text)) return 'measures'
  if (WORRY.test(text)) return feared ? 'feared' : 'worry'
  if (feared) return 'feared'
  return NUISANCE.test(text) ? 'nuisance' : 'unrecognised'
}
