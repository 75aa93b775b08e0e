import { DOSSIER_FACTS } from './dossier-facts.ts'
import type { FactGroup } from './fact-groups.ts'
import type { FactKind } from './fact-value.ts'
import { lawEntry } from './law-facts.ts'
import { LOSS_FACTS } from './loss-facts.ts'
import type { Said } from './model.ts'

export { FACT_GROUPS, type FactGroup } from './fact-groups.ts'

export interface CatalogueEntry {
  readonly kind: FactKind
  readonly group: FactGroup
  readonly label: Said & { readonly en: string }
  readonly help: Said & { readonly en: string }
  /** The codes of a `choice`, with their words. */
  readonly choices?: Readonly<Record<string, Said>>
}

function entry(
  kind: FactKind,
  group: FactGroup,
  label: [string, string],
  help: [string, string],
): CatalogueEntry {
  return { kind, group, label: { fr: label[0], en: label[1] }, help: { fr: help[0], en: help[1] } }
}

/**
 * The facts that texts, clocks and dossiers read. Other keys are free. There is no « date of the incident »: each
 * instant is a fact of its own, for each duty starts from another one.
 */
export const FACT_CATALOGUE = {
  ...DOSSIER_FACTS,
  ...LOSS_FACTS,
  breach_nature: {
    ...entry(
      'choice',
      'happened',
      ['Nature de la violation', 'Nature of the breach'],
      ['Les textes en tirent leur première phrase.', 'The texts take their first sentence from it.'],
    ),
    choices: {
      account_misused: { fr: 'compte détourné', en: 'hijacked account' },
      intrusion: { fr: 'intrusion', en: 'intrusion' },
      ransomware: { fr: 'rançongiciel', en: 'ransomware' },
      disclosure: { fr: 'divulgation', en: 'disclosure' },
    },
  },
  attack_vector: entry(
    'text',
    'happened',
    ['Voie d’entrée', 'Way in'],
    ['Par où l’accès a été obtenu, si on le sait.', 'How access was gained, if known.'],
  ),
  attack_period: entry(
    'period',
    'happened',
    ['Période de l’attaque', 'Period of the attack'],
    [
      'Telle que les textes la disent\u00a0: «\u00a0fin mai 2026\u00a0».',
      'As the texts say it: “late May 2026”.',
    ],
  ),
  controller_attacked: entry(
    'yes_no',
    'happened',
    ['Notre propre système a été attaqué', 'Our own system was attacked'],
    ['Distinct de l’attaque chez le prestataire.', 'Distinct from the attack at the supplier.'],
  ),
  data_copied: entry(
    'yes_no',
    'happened',
    ['Des données ont été copiées', 'Data were copied'],
    ['Consultées et copiées ne disent pas la même chose.', 'Seen and copied are not the same.'],
  ),
  controller_aware_by_other_means: entry(
    'yes_no',
    'happened',
    ['Appris autrement que par le prestataire', 'Learned otherwise than from the supplier'],
    [
      'Presse, autorité, confrère\u00a0: la connaissance peut alors précéder l’avertissement du prestataire.',
      'Press, authority, peer: awareness may then come before the supplier’s warning.',
    ],
  ),

  attack_started_at: entry(
    'instant',
    'instants',
    ['Début de l’accès frauduleux', 'Fraudulent access began'],
    ['Premier accès connu.', 'First known access.'],
  ),
  attack_ended_at: entry(
    'instant',
    'instants',
    ['Fin de l’accès frauduleux', 'Fraudulent access ended'],
    ['Dernier accès connu.', 'Last known access.'],
  ),
  detected_at: entry(
    'instant',
    'instants',
    ['Détection par le prestataire', 'Detected by the supplier'],
    ['Premier constat chez celui qui a été attaqué.', 'First noticed by the one attacked.'],
  ),
  disconnected_at: entry(
    'instant',
    'instants',
    ['Déconnexion de la plateforme', 'Platform disconnected'],
    ['Quand l’accès a été coupé.', 'When access was cut.'],
  ),
  processor_told_controller_at: entry(
    'instant',
    'instants',
    ['Le prestataire nous avertit', 'The supplier told us'],
    ['RGPD, art. 33(2). Instant de réception du message.', 'GDPR art. 33(2). When the message arrived.'],
  ),
  controller_aware_at: entry(
    'instant',
    'instants',
    ['Nous en avons connaissance', 'We became aware'],
    [
      'RGPD, art. 33(1). Départ des 72 heures\u202f; gardez le message et qui l’a lu.',
      'GDPR art. 33(1). The 72 hours start here; keep the message and who read it.',
    ],
  ),
  dpo_told_at: entry(
    'instant',
    'instants',
    ['La déléguée à la protection des données est avertie', 'The data protection officer was told'],
    ['Interne.', 'Internal.'],
  ),
  authority_told_at: entry(
    'instant',
    'instants',
    ['Nous notifions la CNIL', 'We notified the CNIL'],
    ['Dépôt de la notification initiale.', 'Initial notification filed.'],
  ),
  processor_authority_told_at: entry(
    'instant',
    'instants',
    ['Le prestataire avertit les autorités', 'The supplier told the authorities'],
    ['CNIL, ANSSI\u00a0: ses démarches, pas les nôtres.', 'CNIL, ANSSI: its filings, not ours.'],
  ),
  complaint_filed_at: entry(
    'instant',
    'instants',
    ['Nous portons plainte', 'We filed a complaint'],
    [
      'Code des assurances, art. L12‑10‑1\u00a0: 72 heures.',
      'French Insurance Code, art. L12‑10‑1: 72 hours.',
    ],
  ),
  processor_complaint_filed_at: entry(
    'instant',
    'instants',
    ['Le prestataire porte plainte', 'The supplier filed a complaint'],
    ['Sa plainte, pas la nôtre.', 'Its complaint, not ours.'],
  ),
  persons_told_at: entry(
    'instant',
    'instants',
    ['Premiers envois aux personnes', 'First persons told'],
    ['RGPD, art. 34. Premier message parti.', 'GDPR art. 34. First message sent.'],
  ),

  exposed_rows: entry(
    'number',
    'numbers',
    ['Lignes exposées', 'Exposed rows'],
    ['Lignes de la liste remise par le prestataire.', 'Rows of the list handed over by the supplier.'],
  ),
  members_total: entry(
    'number',
    'numbers',
    ['Personnes dans notre fichier', 'People in our register'],
    ['Assurés et ayants droit.', 'Insured people and dependants.'],
  ),
  affected_estimate: entry(
    'number',
    'numbers',
    ['Personnes concernées, estimation', 'Persons concerned, estimate'],
    ['RGPD, art. 33(3)(a)\u00a0: nombre approximatif.', 'GDPR art. 33(3)(a): approximate number.'],
  ),
  persons_all_controllers: entry(
    'number',
    'numbers',
    ['Personnes concernées, tous organismes', 'Persons concerned, all organisations'],
    [
      'Chiffre publié pour tout l’incident, pas le nôtre.',
      'Figure published for the whole incident, not ours.',
    ],
  ),
  organisations_affected: entry(
    'number',
    'numbers',
    ['Organismes clients touchés', 'Client organisations affected'],
    ['Clients du prestataire.', 'Clients of the supplier.'],
  ),

  measures_by_processor: entry(
    'list',
    'measures',
    ['Mesures prises par le prestataire', 'Measures taken by the supplier'],
    ['Une mesure par ligne, une phrase complète.', 'One measure a line, a full sentence.'],
  ),
  measures_by_controller: entry(
    'list',
    'measures',
    ['Mesures prises par nous', 'Measures taken by us'],
    ['Une mesure par ligne, une phrase complète.', 'One measure a line, a full sentence.'],
  ),
  likely_consequences: entry(
    'list',
    'measures',
    ['Conséquences probables', 'Likely consequences'],
    ['RGPD, art. 34(2) et 33(3)(c).', 'GDPR arts 34(2) and 33(3)(c).'],
  ),

  dpo_contact: entry(
    'contact',
    'contacts',
    ['Déléguée à la protection des données', 'Data protection officer'],
    ['Adresse e‑mail et postale que les textes donnent.', 'E-mail and postal address given in the texts.'],
  ),
  public_contact: entry(
    'contact',
    'contacts',
    ['Numéro pour le public', 'Number for the public'],
    ['Le seul numéro que les textes donnent.', 'The only number given in the texts.'],
  ),
  public_contact_hours: entry(
    'text',
    'contacts',
    ['Horaires du numéro pour le public', 'Hours of the number for the public'],
    ['«\u00a0du lundi au vendredi, de 9 h à 18 h\u00a0».', '“Monday to Friday, 9 am to 6 pm”.'],
  ),
  check_site: entry(
    'text',
    'contacts',
    ['Site de vérification des messages', 'Site where messages are checked'],
    ['À taper soi‑même, sans «\u00a0https://\u00a0».', 'To be typed, without “https://”.'],
  ),
  controller_relation: entry(
    'text',
    'contacts',
    ['Ce que nous sommes pour le lecteur', 'What we are to the reader'],
    [
      'En apposition\u00a0: «\u00a0votre complémentaire santé\u00a0».',
      'In apposition: “your health insurer”.',
    ],
  ),
  sender_contact: entry(
    'contact',
    'contacts',
    ['Expéditeur des messages', 'Sender of the messages'],
    ['L’adresse publiée, d’où partent tous les e‑mails.', 'The published address every e-mail comes from.'],
  ),
} satisfies Record<string, CatalogueEntry>

export type CatalogueKey = keyof typeof FACT_CATALOGUE

/** Approximate size of a population is a fact too: `population_size.insured_adults`. */
export const POPULATION_SIZE = 'population_size.'

/** What the catalogue knows of a key, those of the law room included (`law.personal_data`); undefined for a free key. */
export function catalogueEntry(key: string): CatalogueEntry | undefined {
  if (Object.hasOwn(FACT_CATALOGUE, key)) return FACT_CATALOGUE[key as CatalogueKey]
  const law = lawEntry(key)
  if (law) return law
  return key.startsWith(POPULATION_SIZE) ? POPULATION_ENTRY : undefined
}

const POPULATION_ENTRY = entry(
  'number',
  'numbers',
  ['Taille de la population', 'Size of the population'],
  ['Approximative au début, exacte ensuite.', 'Approximate at first, exact later.'],
)

/** Where a fact stands on the page: its catalogue group, or one that suits its kind. */
export function groupOf(key: string, kind: FactKind): FactGroup {
  const known = catalogueEntry(key)
  if (known) return known.group
  const byKind: Partial<Record<FactKind, FactGroup>> = {
    instant: 'instants',
    number: 'numbers',
    contact: 'contacts',
  }
  return byKind[kind] ?? 'other'
}

/** A fact's name: its own label, the catalogue's, or the bare key. */
export function labelOf(key: string, label: Said | null): Said {
  return label ?? catalogueEntry(key)?.label ?? { fr: key, en: key }
}
