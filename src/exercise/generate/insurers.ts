import { draw, keyOf, nth, oneOf } from './draw.ts'
import { withoutAccents } from './surnames.ts'

/** The controller of the sample: its AMC number (the insurer's number on third-party-payment files) and its name. */
export const OWN_AMC = '0099000017'
export const OWN_INSURER = 'Mutuelle des Deux Rives'

export interface Insurer {
  readonly amc: string
  /** As the processor writes it, upper case. */
  readonly label: string
}

export const OWN: Insurer = { amc: OWN_AMC, label: OWN_INSURER.toUpperCase() }

const KINDS = ['Mutuelle', 'Prévoyance', 'Union mutualiste', 'Assurances', 'Caisse', 'Santé', 'Groupe']
const FIRSTS = [
  'Alm',
  'Bor',
  'Cél',
  'Dor',
  'Ély',
  'Fal',
  'Gré',
  'Hul',
  'Ivr',
  'Lor',
  'Mél',
  'Nov',
  'Orv',
  'Pél',
  'Sol',
  'Vér',
]
const LASTS = ['anne', 'ence', 'ière', 'ombe', 'onde', 'uline', 'avel', 'oria', 'éane', 'isse']

/** The 83 other insurers of the processor: fictional names, AMC numbers that begin like ours. */
export const OTHERS: readonly Insurer[] = Array.from({ length: 83 }, (_, rank) => {
  const base = draw(keyOf(0, 'insurers'), rank)
  const name = oneOf(FIRSTS, nth(base, 1)) + oneOf(LASTS, nth(base, 2))
  // A comma in a label: one of the reasons why a list must be read as CSV and not split.
  const suffix = rank % 20 === 7 ? ', Arts et Métiers' : ` ${rank + 1}`
  const label = `${oneOf(KINDS, nth(base, 0))} ${name}${suffix}`.toUpperCase()
  return {
    amc: `00990${String(101 + rank * 7).padStart(5, '0')}`,
    label: rank % 2 ? withoutAccents(label) : label,
  }
})
