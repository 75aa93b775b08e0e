import { costLines, exportCsv, showEuros, showHours } from '../../disruption/index.ts'
import { words } from '../../law/index.ts'
import type { Dossier, DossierAttachment, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource } from '../source.ts'
import { field } from './fields.ts'
import { costRefs, costsOf, costTable, costWord, damage, dayWords } from './loss-parts.ts'

/** The extra-cost journal with its sums, as proof of a loss for the insurer and the complaint. */
export function buildExtraCosts(source: DossierSource): Dossier {
  return {
    kind: 'extra_costs',
    about: aboutOf(source),
    title: words('Journal des surcoûts', 'Journal of extra costs'),
    to: words('l’assureur ; joint à la plainte', 'the insurer; attached to the complaint'),
    article: words('Preuve de la perte', 'Proof of the loss'),
    sections: [account(source), lines(source)],
  }
}

function account(source: DossierSource): DossierSection {
  return {
    title: words('Le compte', 'The account'),
    sources: costRefs(source),
    fields: [
      field('total', 'Total', 'Total', damage(source), {
        fill: 'disruption/costs',
        missing: words(
          source.organisation.own ? 'rien n’est inscrit' : `tenu par ${source.organisation.name}`,
          source.organisation.own ? 'nothing is recorded' : `kept by ${source.organisation.name}`,
        ),
      }),
    ],
    table: costTable(source),
  }
}

function lines(source: DossierSource): DossierSection {
  const { locale } = source
  return {
    title: words('Les lignes', 'The lines'),
    paragraphs: [
      words(
        'Les lignes rayées restent lisibles et ne comptent pas.',
        'Lines struck out stay readable and do not count.',
      ),
    ],
    sources: costRefs(source),
    table: {
      columns: [
        { label: words('Jour', 'Day') },
        { label: words('Nature et objet', 'Kind and purpose'), share: 2.2 },
        { label: words('Qui', 'Who') },
        { label: words('Pièce', 'Evidence') },
        { label: words('Heures', 'Hours'), figures: true },
        { label: words('Montant', 'Amount'), figures: true },
      ],
      rows: costsOf(source).map((cost) => [
        dayWords(source, cost.on),
        struckWords(source, `${costWord(source, cost.kind)}, ${cost.what}`, cost.struck),
        cost.who ?? '–',
        cost.evidence ?? '–',
        cost.minutes === null ? '–' : showHours(cost.minutes),
        cost.amountCents === null
          ? locale === 'fr'
            ? 'à chiffrer'
            : 'not priced yet'
          : showEuros(cost.amountCents, locale),
      ]),
    },
  }
}

function struckWords(source: DossierSource, text: string, struck: string | null): string {
  if (struck === null) return text
  return `${text} (${source.locale === 'fr' ? 'rayée' : 'struck out'}, ${struck})`
}

export function extraCostsCsv(source: DossierSource): readonly DossierAttachment[] {
  const text = exportCsv('costs', costLines(costsOf(source)))
  return [{ name: 'extra-costs.csv', bytes: new TextEncoder().encode(text) }]
}
