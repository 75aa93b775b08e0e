import { words } from '../../law/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { factsRead } from '../render/build-archive.ts'
import { aboutOf, type DossierSource, fillDuty, instantOf, linesFor } from '../source.ts'
import { attachmentSection } from './attachment-parts.ts'
import { buildCnilInitial } from './build-cnil-initial.ts'
import { type ChangedRow, changedSince } from './changed-facts.ts'
import { formSections } from './cnil-sections.ts'
import { field, stated } from './fields.ts'

/**
 * The complementary notification: what changed since the initial one was filed, then the form again as it stands (GDPR art.
 * 33(4); the CNIL's second step, within 72 hours of the first if possible: practice, not law).
 */
export function buildCnilComplementary(source: DossierSource): Dossier {
  return {
    kind: 'cnil_complementary',
    about: aboutOf(source),
    title: words('Notification complémentaire à la CNIL', 'Complementary notification to the CNIL'),
    to: words(
      'la CNIL, par le téléservice notifications.cnil.fr',
      'the CNIL, by the teleservice notifications.cnil.fr',
    ),
    article: words('RGPD, art. 33(4)\u00a0; pratique de la CNIL', 'GDPR art. 33(4); practice of the CNIL'),
    sections: [
      typeSection(source),
      changesSection(source),
      ...formSections(source),
      attachmentSection(source, 'gdpr_33_1'),
    ],
  }
}

/** The filing of the initial notification that stands: the last one recorded. */
function initialFiling(source: DossierSource) {
  return linesFor(source, 'gdpr_33_1')
    .flatMap(({ filings }) => filings.filter(({ state }) => state === 'filed'))
    .at(-1)
}

function typeSection(source: DossierSource): DossierSection {
  const filing = initialFiling(source)
  const sources = filing ? [{ key: `filing.${filing.id}`, id: String(filing.id) }] : []
  return {
    title: words('La notification', 'The notification'),
    fields: [
      field(
        'type_notification',
        'Type de notification',
        'Type of notification',
        stated(source, 'Notification complémentaire', 'Complementary notification'),
        { kind: 'box' },
      ),
      field(
        'type_earlier_number',
        'Numéro de la notification initiale',
        'Number of the initial notification',
        filing?.receipt ? { lines: [filing.receipt], sources } : null,
        {
          fill: fillDuty(source, 'gdpr_33_1'),
          missing: filing
            ? words('inscrivez le numéro du récépissé au dépôt', 'enter the receipt number on the filing')
            : words(
                'la notification initiale n’est pas inscrite comme déposée',
                'the initial notification is not recorded as filed',
              ),
        },
      ),
      field(
        'type_earlier_at',
        'Date de la notification initiale',
        'Date of the initial notification',
        filing ? { lines: [instantOf(source, filing.at)], sources } : null,
        {
          fill: fillDuty(source, 'gdpr_33_1'),
          missing: words(
            'la notification initiale n’est pas inscrite comme déposée',
            'the initial notification is not recorded as filed',
          ),
        },
      ),
    ],
  }
}

function changesSection(source: DossierSource): DossierSection {
  const filing = initialFiling(source)
  const title = words(
    'Ce qui a changé depuis la notification initiale',
    'What changed since the initial notification',
  )
  if (!filing)
    return {
      title,
      paragraphs: [
        words(
          'La notification initiale n’est pas inscrite comme déposée\u00a0: rien ne peut être comparé.',
          'The initial notification is not recorded as filed: nothing can be compared.',
        ),
      ],
    }
  const keys = new Set(factsRead(buildCnilInitial(source)).map(({ key }) => key))
  const changed = changedSince(source, filing.recordedAt, (key) => keys.has(key))
  if (changed.length === 0)
    return {
      title,
      paragraphs: [
        words(
          'Aucun fait de la notification initiale n’a changé depuis son dépôt.',
          'No fact of the initial notification changed since it was filed.',
        ),
      ],
    }
  return { title, sources: changed.map(({ ref }) => ref), table: changesTable(changed) }
}

function changesTable(changed: readonly ChangedRow[]): NonNullable<DossierSection['table']> {
  return {
    columns: [
      { label: words('Fait', 'Fact') },
      { label: words('La notification initiale disait', 'The initial notification said') },
      { label: words('Aujourd’hui', 'Today') },
      { label: words('Source', 'Source') },
    ],
    rows: changed.map(({ what, before, now, source }) => [what, before, now, source]),
  }
}
