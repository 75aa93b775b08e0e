import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { AT_ONCE, inSector, inWords, processor, recipient, writeRule } from './write-rule.ts'

const CARE = words('l’établissement ou la structure de soins', 'the care establishment')
const careStructure = inSector(
  ['care'],
  'l’organisme n’est pas une structure de soins : ni une complémentaire ni un tiers payant n’en est une',
  'the organisation is not a care structure: neither a complementary insurer nor a third-party payer is one',
)
const grave = yes(
  'health_incident_grave',
  words('l’incident n’est ni grave ni significatif', 'the incident is neither grave nor significant'),
)
const common = {
  article: words('Code de la santé publique, art. L1111-8-2', 'Public Health Code, art. L1111-8-2'),
  owes: CARE,
  trigger: all(careStructure, grave),
  clock: AT_ONCE,
  doneBy: 'health_agency_told_at',
} as const

/** Code de la santé publique, art. L1111-8-2 et D1111-16-2 à -4. */
export const healthCodeRules: readonly Rule[] = [
  writeRule({
    ...common,
    id: 'health_incident',
    title: words('Incident de santé (ancien texte)', 'Health incident (old text)'),
    reading: words(
      'L’ancien texte faisait signaler l’incident à l’agence régionale de santé.',
      'The old text had the incident reported to the regional health agency.',
    ),
    certainty: 'to_check',
    validTo: '2022-04-28',
    to: recipient('ars', 'agence régionale de santé', 'regional health agency'),
    channel: words('agence régionale de santé', 'regional health agency'),
    source: 'CSP L1111-8-2, wording of 2016, superseded (checked); end of validity (to check)',
  }),
  writeRule({
    ...common,
    id: 'health_incident',
    version: 2,
    title: words('Incident de santé', 'Health incident'),
    reading: words(
      'La structure de soins signale sans délai tout incident grave ou significatif à l’Agence du numérique en santé.',
      'The care structure reports any grave or significant incident at once to the Digital Health Agency.',
    ),
    certainty: 'checked',
    validFrom: '2022-04-29',
    to: recipient('ans', 'Agence du numérique en santé (CERT Santé)', 'Digital Health Agency (CERT Santé)'),
    channel: words('signalement.social-sante.gouv.fr', 'signalement.social-sante.gouv.fr'),
    contents: [
      words('sécurité des soins', 'safety of care'),
      words(
        'confidentialité ou intégrité des données de santé',
        'confidentiality or integrity of health data',
      ),
      words('fonctionnement normal', 'normal operation'),
      words('effet régional ou national', 'regional or national effect'),
    ],
    warnings: [
      words(
        'S’ajoute à la notification à la CNIL, ne la remplace pas.',
        'Comes on top of the notification to the CNIL, does not replace it.',
      ),
      words(
        'Les fiches d’avant 2022 nomment encore l’agence régionale de santé.',
        'Sheets from before 2022 still name the regional health agency.',
      ),
    ],
    source:
      'CSP L1111-8-2, D1111-16-2 to -4, décret 2022-715 (checked: esante cyberveille; french-business-law); first day, channel (to check)',
  }),
  writeRule({
    id: 'health_host_client',
    title: words('Hébergeur de données de santé', 'Health data host'),
    article: words('Code de la santé publique, art. L1111-8', 'Public Health Code, art. L1111-8'),
    reading: words(
      'L’hébergeur certifié avertit son client selon leur contrat.',
      'The certified host tells its client as their contract says.',
    ),
    status: 'contract',
    certainty: 'to_check',
    per: 'client',
    owes: words('l’hébergeur certifié', 'the certified host'),
    to: recipient('client', 'chaque client', 'each client'),
    channel: words('le contact prévu au contrat', 'the contact set by the contract'),
    trigger: all(
      processor,
      yes(
        'certified_health_host',
        words(
          'l’organisme n’est pas hébergeur certifié de données de santé',
          'the organisation is not a certified host of health data',
        ),
      ),
    ),
    clock: inWords('le délai du contrat', 'the contract’s delay'),
    doneBy: 'clients_told_at',
    source: 'CSP L1111-8 (to check)',
  }),
]
