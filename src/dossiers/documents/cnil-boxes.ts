import type { Fact } from '../../incident/index.ts'
import { type Words, words } from '../../law/index.ts'
import { type DossierSource, exposureRef, lawKey, refOf, standing, type Told, toldFact } from '../source.ts'
import { proposalOf } from './risk-parts.ts'

/** Boxes of the CNIL's form that follow from facts, with the rows they follow from. Names of boxes are to be checked. */

const ticked = (source: DossierSource, boxes: readonly Words[], facts: readonly Fact[]): Told | null =>
  boxes.length === 0
    ? null
    : { lines: boxes.map((box) => box[source.locale]), sources: facts.map((fact) => refOf(source, fact)) }

const BREACH: Readonly<Record<string, Words>> = {
  C: words('Perte de confidentialité', 'Loss of confidentiality'),
  I: words('Perte d’intégrité', 'Loss of integrity'),
  A: words('Perte de disponibilité', 'Loss of availability'),
}

/** C, I and A as the fact of the law room says them; without it, data that were copied lost their confidentiality. */
export function breachTypeBoxes(source: DossierSource): Told | null {
  const types = breachTypes(source)
  return types && ticked(source, types.codes.map((code) => BREACH[code]).filter(isBox), [types.fact])
}

export function breachTypes(source: DossierSource): { codes: readonly string[]; fact: Fact } | null {
  const stated = standing(source, lawKey(source, 'breach_type'))
  if (stated?.kind === 'list') {
    const codes = ['C', 'I', 'A'].filter((code) => stated.value.some((item) => item.code === code))
    return codes.length > 0 ? { codes, fact: stated } : null
  }
  const copied = standing(source, 'data_copied')
  const sure = copied?.kind === 'yes_no' && copied.value.answer === 'yes' && copied.confidence !== 'disputed'
  return sure ? { codes: ['C'], fact: copied } : null
}

const ORIGIN_OF_NATURE: Readonly<Record<string, Words>> = {
  account_misused: words('Piratage', 'Hacking'),
  intrusion: words('Piratage', 'Hacking'),
  ransomware: words('Logiciel malveillant', 'Malware'),
}

/** The origin that was stated, else the one that the nature leaves no choice about. A disclosure leaves several. */
export function originBox(source: DossierSource): Told | null {
  const stated = toldFact(source, 'breach_origin')
  if (stated) return { ...stated, lines: stated.lines.map(capital) }
  const nature = standing(source, 'breach_nature')
  const box = nature?.kind === 'choice' ? ORIGIN_OF_NATURE[nature.value.code] : undefined
  return nature && box ? ticked(source, [box], [nature]) : null
}

export function causeBox(source: DossierSource): Told | null {
  const stated = toldFact(source, 'breach_cause')
  return stated && { ...stated, lines: stated.lines.map(capital) }
}

const DATA_BOXES: readonly (readonly [box: Words, categories: readonly string[]])[] = [
  [
    words('État civil (nom, prénom, date de naissance…)', 'Civil status (name, first name, date of birth…)'),
    ['surname', 'first_names', 'birth_date', 'birth_rank'],
  ],
  [
    words(
      'Coordonnées (adresse, e\u2011mail, téléphone…)',
      'Contact details (address, e\u2011mail, telephone…)',
    ),
    ['email', 'phone', 'postal_address'],
  ],
  [words('Numéro de sécurité sociale (NIR)', 'Social security number (NIR)'), ['nir']],
  [words('Données de santé', 'Health data'), ['medical_data', 'reimbursements']],
  [words('Données bancaires', 'Bank data'), ['bank_details']],
  [
    words('Données d’identification ou d’accès (mot de passe…)', 'Identification or access data (password…)'),
    ['password'],
  ],
  [
    words('Autres données (contrat, garanties…)', 'Other data (contract, cover…)'),
    ['insurer_name', 'contract_number', 'member_number', 'cover'],
  ],
]

/** A box for each kind of data that one population at least had exposed. */
export function dataBoxes(source: DossierSource): Told | null {
  const exposed = rowsIn(source, 'exposed')
  const boxes = DATA_BOXES.filter(([, categories]) =>
    exposed.some(({ exposure }) => categories.includes(exposure.category)),
  )
  if (boxes.length === 0) return null
  return {
    lines: boxes.map(([box]) => box[source.locale]),
    sources: exposed.map(({ key, exposure }) => exposureRef(source, key, exposure)),
  }
}

/** Kinds of data that nobody can tick or leave yet. */
export function dataBoxesUnknown(source: DossierSource): Words | undefined {
  const known = (category: string) =>
    source.populations.some(({ exposures }) =>
      exposures.some((one) => one.category === category && one.state !== 'unknown'),
    )
  const open = DATA_BOXES.filter(([, categories]) => !categories.some(known)).map(([box]) => box)
  if (open.length === 0) return undefined
  return words(
    `on ne sait rien encore de\u00a0: ${open.map(({ fr }) => fr).join(', ')}`,
    `nothing is known yet of: ${open.map(({ en }) => en).join(', ')}`,
  )
}

function rowsIn(source: DossierSource, state: 'exposed') {
  return source.populations.flatMap(({ key, exposures }) =>
    exposures.filter((one) => one.state === state).map((exposure) => ({ key, exposure })),
  )
}

/** What the risk decided would be in the words of the form; a person's own choice comes before it. */
const SEVERITY: Readonly<Record<string, Words>> = {
  unlikely: words('Négligeable', 'Negligible'),
  risk: words('Limitée', 'Limited'),
  high: words('Importante', 'Important'),
}

const MAXIMAL = words('Maximale', 'Maximal')

export function severityBox(source: DossierSource): { told: Told | null; proposed: boolean } {
  const stated = toldFact(source, 'breach_severity')
  if (stated) return { told: { ...stated, lines: stated.lines.map(capital) }, proposed: false }
  const decided = standing(source, lawKey(source, 'risk_decided'))
  const code = decided?.kind === 'choice' ? decided.value.code : ''
  const gravest = code === 'high' && proposalOf(source)?.severity.band === 'very_high'
  const box = gravest ? MAXIMAL : SEVERITY[code]
  return { told: decided && box ? ticked(source, [box], [decided]) : null, proposed: true }
}

const isBox = (box: Words | undefined): box is Words => box !== undefined

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
