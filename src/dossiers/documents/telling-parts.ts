import { untoldReasonWord } from '../../delivery/index.ts'
import { words } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { DossierSection } from '../model.ts'
import { counted, type DossierSource, instantOf } from '../source.ts'
import { field } from './fields.ts'

type Line = readonly [words: string, persons: number]

/** One account of the persons concerned, whose terms add up to their number; no person is ever named. */
export function tellingSection(source: DossierSource): DossierSection {
  const { proof } = source.telling
  const n = (value: number) => formatInteger(value, source.locale)
  const fr = source.locale === 'fr'
  const untold = Object.entries(proof.cannot_be_told).map(
    ([reason, persons]): Line => [
      `${fr ? 'ne peuvent pas être informées' : 'cannot be told'} (${untoldReasonWord(reason, source.locale)})`,
      persons,
    ],
  )
  const lines: Line[] = [
    [fr ? 'informées par e\u2011mail' : 'told by e\u2011mail', proof.told.email],
    [fr ? 'informées par lettre' : 'told by letter', proof.told.letter],
    [fr ? 'en cours' : 'in progress', proof.in_progress],
    [fr ? 'sans réponse du relais, tenues' : 'no answer from the relay, held', proof.unknown_held],
    ...untold,
    [fr ? 'perdues' : 'lost', proof.lost],
  ]
  return {
    title: words('L’information des personnes', 'Information of persons'),
    sources: [counted('telling')],
    ...(proof.concerned === 0
      ? {
          paragraphs: [
            words(
              'Aucune liste de personnes concernées n’est publiée.',
              'No list of persons concerned is published.',
            ),
          ],
        }
      : {
          table: {
            columns: [
              { label: words('Personnes concernées', 'Persons concerned') },
              { label: words('Nombre', 'Number'), figures: true },
            ],
            rows: lines.map(([label, persons]) => [label, n(persons)]),
            total: [fr ? 'total' : 'total', n(proof.concerned)],
          },
        }),
  }
}

export function communicationsSection(source: DossierSource): DossierSection {
  const official = source.communications.filter(({ officialAt }) => officialAt !== null)
  return {
    title: words('Les communications officielles', 'Official communications'),
    sources: [counted('communications')],
    ...(official.length === 0
      ? {
          paragraphs: [
            words(
              'Aucune communication officielle n’est inscrite.',
              'No official communication is registered.',
            ),
          ],
        }
      : {
          table: {
            columns: [
              { label: words('Communication', 'Communication') },
              { label: words('Officielle depuis', 'Official since') },
              { label: words('Empreinte SHA-256', 'SHA-256 hash'), share: 1.4 },
            ],
            rows: official.map(({ title, reference, version, officialAt, sha256 }) => [
              `${title} (${reference}, version ${version})`,
              officialAt ? instantOf(source, officialAt) : '–',
              sha256 ?? '–',
            ]),
          },
        }),
  }
}

/** Where the proof of all this stands: the head of the journal that holds every act. */
export function proofSection(source: DossierSource): DossierSection {
  const { entries, head } = source.journal
  const now = [counted('journal')]
  return {
    title: words('La preuve', 'Proof'),
    fields: [
      field('journal_entries', 'Main courante, nombre d’entrées', 'Journal, number of entries', {
        lines: [formatInteger(entries, source.locale)],
        sources: now,
      }),
      field(
        'journal_head',
        'Empreinte de la dernière entrée',
        'Hash of the last entry',
        head ? { lines: [head], sources: now } : null,
        {
          note: words(
            'chaque entrée contient l’empreinte de la précédente\u00a0: «\u00a0bin/tocsin journal verify\u00a0» les vérifie toutes',
            'each entry holds the hash of the one before: “bin/tocsin journal verify” checks them all',
          ),
        },
      ),
    ],
  }
}
