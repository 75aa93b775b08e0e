import type { Words } from '../../law/index.ts'
import { words } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { DossierField } from '../model.ts'
import { counted, type DossierSource, instantOf, linesFor, standing, type Told, toldFact } from '../source.ts'
import { peopleTold } from './breach-parts.ts'
import { factField, field, fillFact, lawField, stated, together } from './fields.ts'

const check = { toCheck: true } as const

/** Done, planned, or no and why: whichever the incident can show. */
export function communicationFields(source: DossierSource): DossierField[] {
  const told = source.telling.proof.told
  const state = tellingState(source)
  const number = told.email + told.letter
  return [
    field('communication_state', 'Personnes informées', 'Persons informed', state, {
      kind: 'box',
      fill: fillFact(source, 'telling_planned_on'),
      missing: words(
        'aucun envoi n’est parti\u00a0: dites la date prévue, ou pourquoi personne ne sera informé',
        'no message has left: say the day planned, or why nobody will be told',
      ),
      ...check,
    }),
    ...(number > 0 ? doneFields(source, number) : plannedFields(source)),
  ]
}

function tellingState(source: DossierSource): Told | null {
  const told = peopleTold(source)
  if (told)
    return stated(
      source,
      'Oui, les personnes ont été informées',
      'Yes, the persons were informed',
      told.sources,
    )
  const planned = toldFact(source, 'telling_planned_on')
  if (planned) return stated(source, 'Non, mais elles le seront', 'No, but they will be', planned.sources)
  if (notTold(source).length > 0)
    return stated(source, 'Non, elles ne le seront pas', 'No, and they will not be', [counted('law.gdpr_34')])
  return null
}

/** Why nobody has to be told, as the board concludes; empty when somebody has, or when nobody can say. */
function notTold(source: DossierSource): readonly string[] {
  return linesFor(source, 'gdpr_34')
    .filter(({ conclusion }) => conclusion.result === 'not_required')
    .flatMap(({ conclusion }) =>
      conclusion.because.map(({ words, article }) => `${words[source.locale]} (${article[source.locale]})`),
    )
}

function doneFields(source: DossierSource, number: number): DossierField[] {
  const { firstAt, proof } = source.telling
  const n = (value: number) => formatInteger(value, source.locale)
  const channels = [
    proof.told.email > 0 ? `e\u2011mail (${n(proof.told.email)})` : '',
    proof.told.letter > 0 ? `${source.locale === 'fr' ? 'lettre' : 'letter'} (${n(proof.told.letter)})` : '',
  ].filter((channel) => channel !== '')
  const now = [counted('telling')]
  return [
    field(
      'communication_at',
      'Date de l’information',
      'Date of the information',
      firstAt ? { lines: [instantOf(source, firstAt)], sources: now } : null,
      { fill: 'sending', ...check },
    ),
    field(
      'communication_number',
      'Nombre de personnes informées',
      'Number of persons informed',
      { lines: [n(number)], sources: now },
      check,
    ),
    field('communication_channel', 'Moyen', 'Channel', { lines: channels, sources: now }, check),
    textField(source),
  ]
}

function plannedFields(source: DossierSource): DossierField[] {
  const because = notTold(source)
  return [
    ...(standing(source, 'telling_planned_on')
      ? [
          factField(
            source,
            ['communication_planned_on', 'Date prévue', 'Day planned'],
            'telling_planned_on',
            check,
          ),
        ]
      : []),
    ...(because.length > 0
      ? [
          field(
            'communication_reason_none',
            'Motif de l’absence d’information',
            'Why nobody is informed',
            { lines: because, sources: [counted('law.gdpr_34')] },
            check,
          ),
        ]
      : []),
    textField(source),
  ]
}

/** Titles and hashes of the texts that tell the persons, as the register of communications has them. */
function textField(source: DossierSource): DossierField {
  const texts = source.communications.filter(
    ({ kind, endedAt }) => (kind === 'notice' || kind === 'correction') && endedAt === null,
  )
  const told = together(
    ...texts.map(({ title, reference, version, sha256 }) => ({
      lines: [
        [title, reference, `version ${version}`, sha256 ? `SHA-256 ${sha256}` : '']
          .filter(Boolean)
          .join(', '),
      ],
      sources: [counted(`communication.${reference}`)],
    })),
  )
  return field('communication_text', 'Texte adressé aux personnes', 'Text sent to the persons', told, {
    fill: 'sending/compose',
    missing: words(
      'aucun texte n’est au registre des communications',
      'no text stands in the register of communications',
    ),
    ...check,
  })
}

/** Filings made with anybody but the CNIL and the persons, and what was entered by hand. */
export function otherAuthorityFields(source: DossierSource): DossierField[] {
  return [
    lawField(
      source,
      ['other_cross_border', 'Personnes d’autres États membres', 'Persons of other Member States'],
      'cross_border',
      check,
    ),
    field('other_authorities', 'Autres autorités averties', 'Other authorities told', authorities(source), {
      fill: fillFact(source, 'other_authorities_told'),
      missing: words(
        'aucun dépôt auprès d’une autre autorité n’est inscrit',
        'no filing with another authority is recorded',
      ),
      ...check,
    }),
  ]
}

const AUTHORITIES = ['anssi', 'acpr', 'ans', 'ars', 'police', 'amf', 'csirt', 'arcep']

function authorities(source: DossierSource): Told | null {
  const filed = (source.board?.lines ?? []).filter(
    ({ conclusion }) =>
      conclusion.organisation === source.organisation.key && AUTHORITIES.includes(conclusion.recipient.code),
  )
  const made = together(
    ...filed.flatMap(({ conclusion, filings }) =>
      filings
        .filter(({ state }) => state === 'filed')
        .map(({ id, at, receipt }) => ({
          lines: [
            [said(source, conclusion.recipient.words), instantOf(source, at), receipt ?? '']
              .filter(Boolean)
              .join(', '),
          ],
          sources: [{ key: `filing.${id}`, id: String(id) }],
        })),
    ),
  )
  const complaint = toldFact(source, 'complaint_filed_at')
  const policeFiled = filed.some(
    ({ conclusion, filings }) => conclusion.recipient.code === 'police' && filings.length > 0,
  )
  return together(
    made,
    complaint && !policeFiled
      ? {
          ...complaint,
          lines: complaint.lines.map((line) =>
            source.locale === 'fr' ? `plainte déposée le ${line}` : `complaint filed on ${line}`,
          ),
        }
      : null,
    toldFact(source, 'other_authorities_told'),
  )
}

const said = (source: DossierSource, sentence: Words) => sentence[source.locale]
