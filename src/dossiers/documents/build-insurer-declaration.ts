import { type InsuranceContract, LOSSES, type Loss, showEuros } from '../../disruption/index.ts'
import { type Words, words } from '../../law/index.ts'
import type { Dossier, DossierField, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, lawKey } from '../source.ts'
import { doneAt, filingsMade, measures, whatHappened } from './breach-parts.ts'
import { field } from './fields.ts'
import {
  contractsOf,
  costRefs,
  costsOf,
  costTable,
  damage,
  dueBy,
  firstKnown,
  keptRef,
  partyFields,
} from './loss-parts.ts'

/** The declaration of a loss to the insurer (C. assur. L113-2, 4°), with the codes its assistance line asks for. */
export function buildInsurerDeclaration(source: DossierSource): Dossier {
  const contracts = contractsOf(source)
  return {
    kind: 'insurer_declaration',
    about: aboutOf(source),
    title: words('Déclaration de sinistre à l’assureur', 'Declaration of loss to the insurer'),
    to: words(
      'l’assureur, par la ligne d’assistance du contrat',
      'the insurer, by the contract’s assistance line',
    ),
    article: words(
      'Code des assurances, art. L113-2, 4° ; art. L12-10-1',
      'Insurance Code, art. L113-2, 4°; art. L12-10-1',
    ),
    sections: [
      insured(source),
      ...(contracts.length > 0
        ? contracts.flatMap((contract) => [card(contract), matrix(source, contract)])
        : [noCard()]),
      loss(source),
      costs(source),
    ],
  }
}

function insured(source: DossierSource): DossierSection {
  return {
    title: words('L’assuré', 'The insured'),
    paragraphs: [
      words(
        'Cette déclaration est celle de cet assuré. La déclaration d’un ordre, d’un groupe ou d’un courtier ne la remplace jamais.',
        'This is the declaration of this insured. That of a professional body, a group or a broker never replaces it.',
      ),
    ],
    fields: partyFields(source),
  }
}

const NOT_ON_CARD = words('complétez la carte de l’assureur', 'complete the insurer card')

function card(contract: InsuranceContract): DossierSection {
  const sources = [keptRef('contract', contract)]
  const one = (id: string, fr: string, en: string, value: string | null): DossierField =>
    field(`${id}_${contract.number}`, fr, en, value ? { lines: [value], sources } : null, {
      fill: `disruption/insurance/${contract.number}`,
      missing: NOT_ON_CARD,
    })
  return {
    title: words(`Le contrat : ${contract.insurer}`, `The contract: ${contract.insurer}`),
    fields: [
      one('assistance', 'Ligne d’assistance', 'Assistance line', contract.phone),
      one('assistance_abroad', 'Depuis l’étranger', 'From abroad', contract.phoneAbroad),
      one('protocol', 'Code protocole', 'Protocol code', contract.protocolCode),
      one('group_contract', 'Contrat groupe n°', 'Group contract no.', contract.groupContract),
      one(
        'membership',
        'Numéro d’adhésion de l’assuré',
        'Membership number of the insured',
        contract.membership,
      ),
    ],
  }
}

function noCard(): DossierSection {
  return {
    title: words('Le contrat', 'The contract'),
    fields: [
      field('contract', 'Carte de l’assureur', 'Insurer card', null, {
        fill: 'disruption/insurance',
        missing: words(
          'inscrivez l’assureur, le numéro d’assistance et les codes du contrat',
          'record the insurer, the assistance number and the codes of the contract',
        ),
      }),
    ],
  }
}

const LOSS_WORDS: Readonly<Record<Loss, Words>> = {
  assistance: words('Assistance et expertise', 'Assistance and expertise'),
  restoration: words('Remise en état des données et des systèmes', 'Restoring data and systems'),
  extra_operating_costs: words(
    'Frais supplémentaires d’exploitation, heures supplémentaires comprises',
    'Extra operating costs, overtime included',
  ),
  loss_of_income: words('Pertes d’exploitation', 'Loss of income'),
  liability: words('Responsabilité envers les tiers', 'Liability to others'),
  ransom: words('Rançon', 'Ransom'),
  notification_costs: words('Information des personnes', 'Telling the people concerned'),
  legal_costs: words('Frais de défense', 'Defence costs'),
  other: words('Autre perte', 'Other loss'),
}
const ANSWERS = {
  yes: words('oui', 'yes'),
  no: words('non', 'no'),
  unknown: words('à demander à l’assureur', 'to be asked of the insurer'),
} as const

/** Every loss is named, also those that nobody read in the contract: the insurer is asked. */
function matrix(source: DossierSource, contract: InsuranceContract): DossierSection {
  const { locale } = source
  return {
    title: words(
      `Ce que le contrat couvre : ${contract.insurer}`,
      `What the contract covers: ${contract.insurer}`,
    ),
    sources: contract.cover.map(({ id, loss }) => ({
      key: `disruption.cover.${contract.number}.${loss}`,
      id: String(id),
    })),
    table: {
      columns: [
        { label: words('Perte', 'Loss') },
        { label: words('Couverte', 'Covered') },
        { label: words('Condition', 'Condition') },
        { label: words('Franchise', 'Deductible'), figures: true },
      ],
      rows: LOSSES.filter(
        (loss) => loss !== 'other' || contract.cover.some((line) => line.loss === loss),
      ).map((loss) => {
        const line = contract.cover.find((one) => one.loss === loss)
        const deductible = line?.deductibleCents ?? null
        return [
          LOSS_WORDS[loss][locale],
          ANSWERS[line?.covered ?? 'unknown'][locale],
          line?.condition ?? '–',
          deductible === null ? '–' : showEuros(deductible, locale),
        ]
      }),
    },
  }
}

function loss(source: DossierSource): DossierSection {
  return {
    title: words('Le sinistre', 'The loss'),
    fields: [
      field('what_happened', 'Ce qui s’est passé', 'What happened', whatHappened(source), {
        fill: 'facts/new?known=breach_nature',
      }),
      field(
        'loss_known',
        'Connaissance du sinistre',
        'Knowledge of the loss',
        firstKnown(source, 'loss_known_at', 'attack_known_at', 'aware_at', 'told_by_supplier_at'),
        { fill: 'clocks/awareness' },
      ),
      field('due', 'À déclarer avant', 'To be declared before', dueBy(source, 'insurer_declaration'), {
        fill: 'clocks',
        missing: words(
          'dans le délai du contrat, jamais moins de cinq jours ouvrés',
          'within the contract’s delay, never under five working days',
        ),
      }),
      field(
        'complaint',
        'Plainte déposée',
        'Complaint lodged',
        doneAt(source, 'lopmi_complaint', lawKey(source, 'complaint_filed_at')),
        {
          fill: 'clocks',
          missing: words(
            'portez plainte dans les 72 heures : la garantie en dépend ; joignez le récépissé',
            'lodge a complaint within 72 hours: cover depends on it; attach the receipt',
          ),
        },
      ),
      field(
        'declared',
        'Déclarée à l’assureur',
        'Declared to the insurer',
        filingsMade(source, 'insurer_declaration') ?? firstKnown(source, 'insurer_told_at'),
        {
          fill: 'clocks',
          missing: words('notez le jour, l’heure et le numéro de dossier', 'note day, time and file number'),
        },
      ),
      field(
        'measures',
        'Mesures prises',
        'Measures taken',
        source.organisation.own ? measures(source, 'controller') : null,
        {
          fill: 'facts/new?known=measures_by_controller',
        },
      ),
    ],
  }
}

function costs(source: DossierSource): DossierSection {
  return {
    title: words('Les pertes à ce jour', 'Losses to date'),
    sources: costRefs(source),
    fields: [
      field('damage', 'Total inscrit', 'Total recorded', damage(source), {
        fill: 'disruption/costs',
        missing: words('tenez le journal des surcoûts', 'keep the extra-cost journal'),
      }),
    ],
    ...(costsOf(source).length > 0 ? { table: costTable(source) } : {}),
  }
}
