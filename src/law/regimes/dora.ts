import { all, among, any, not, yes } from '../conditions.ts'
import { type Condition, type Rule, type RuleException, words } from '../model.ts'
import {
  attackOnDataSystem,
  inSector,
  recipient,
  WITHOUT_UNDUE_DELAY,
  whenUseful,
  writeRule,
} from './write-rule.ts'

const DORA_START = '2025-01-17'
const SCOPE = words('Règlement 2022/2554, art. 2', 'Regulation 2022/2554, art. 2')
const ENTITY = words('l’entité financière', 'the financial entity')
const acpr = recipient('acpr', 'ACPR', 'ACPR')
const portal = words(
  'portail de l’ACPR, modèle unique (règlement 2025/302)',
  'ACPR portal, one template (Regulation 2025/302)',
)

const financialEntity = inSector(
  [
    'insurer',
    'mutual',
    'provident_institution',
    'bank',
    'market_infrastructure',
    'other_financial_entity',
    'broker',
  ],
  'l’organisme n’est pas une entité financière : un prestataire informatique n’a que ses contrats',
  'the organisation is not a financial entity: a technology supplier has only its contracts',
)
const critical = yes(
  'critical_service_affected',
  words('aucun service critique ou important n’est touché', 'no critical or important service is affected'),
)
const classified = yes(
  'dora_classified_major',
  words('l’incident n’est pas classé majeur', 'the incident is not classified as major'),
)
const malicious = yes('malicious', words('l’acte n’est pas malveillant', 'the act was not malicious'))
/** Classified so, or plainly so: a critical service, and a malicious access from which data may be lost (Del. Reg. 2024/1772). */
const major = any(classified, all(critical, malicious, attackOnDataSystem))

const MAJOR = words('Règlement délégué 2024/1772', 'Delegated Regulation 2024/1772')
const notMajor: readonly RuleException[] = [
  {
    id: 'not_major',
    article: MAJOR,
    when: not(classified, words('l’incident est classé majeur', 'the incident is classified as major')),
    because: words(
      'parce que l’incident n’est pas classé majeur',
      'because the incident is not classified as major',
    ),
  },
  {
    id: 'no_critical_service',
    article: MAJOR,
    when: not(
      critical,
      words('un service critique ou important est touché', 'a critical or important service is affected'),
    ),
    because: words(
      'parce qu’aucun service critique ou important n’est touché',
      'because no critical or important service is affected',
    ),
  },
]
const outOfScope: readonly RuleException[] = [
  {
    id: 'small_broker',
    article: SCOPE,
    when: all(
      among(
        'sector',
        ['broker'],
        words('l’organisme n’est pas courtier', 'the organisation is not a broker'),
      ),
      yes('small_entity', words('le courtier est une grande entreprise', 'the broker is a large company')),
    ),
    because: words(
      'parce qu’un courtier micro, petit ou moyen est hors du règlement',
      'because a micro, small or medium-sized broker is outside the regulation',
    ),
  },
  {
    id: 'very_small_insurer',
    article: SCOPE,
    when: all(
      among(
        'sector',
        ['insurer', 'mutual', 'provident_institution'],
        words('l’organisme n’est pas un assureur', 'the organisation is not an insurer'),
      ),
      yes(
        'very_small_insurer',
        words('l’assureur relève de Solvabilité II', 'the insurer is under Solvency II'),
      ),
    ),
    because: words(
      'parce que l’assureur est hors Solvabilité II',
      'because the insurer is outside Solvency II',
    ),
  },
]

/** Art. 5(5): credit institutions, trading venues, central counterparties and NIS2 entities have no noon relief. */
const reliefEligible: Condition = not(
  any(
    among(
      'sector',
      ['bank', 'market_infrastructure'],
      words(
        'l’entité n’est ni banque ni infrastructure de marché',
        'the entity is neither a bank nor a market infrastructure',
      ),
    ),
    yes('nis2_entity', words('l’entité ne relève pas de NIS 2', 'the entity is not under NIS2')),
  ),
  words('l’article 5(5) exclut le report à midi', 'article 5(5) rules out the noon relief'),
)
const noRelief = words(
  'Un week-end ou un jour férié reporte parfois à midi du jour ouvrable suivant (art. 5(4)) ; l’autorité peut retirer ce report : ne planifiez pas dessus.',
  'A weekend or holiday sometimes moves it to noon of the next working day (art. 5(4)); the authority may withdraw that relief: do not plan on it.',
)
const tooLate = words(
  'Si vous ne pouvez tenir le délai, dites-le à l’autorité avant son terme, avec les motifs (art. 5(3)).',
  'If you cannot meet the delay, tell the authority before it ends, with the reasons (art. 5(3)).',
)
const source =
  'Reg. 2022/2554 art. 17-20 (checked: ACPR FAQ); Del. Reg. 2025/301 art. 5 (secondary: five public encodings); major test, Del. Reg. 2024/1772 (to check); small brokers (checked: les-associes); very small insurers (to check)'

const report = (
  rule: Pick<Rule, 'id' | 'title' | 'article' | 'reading' | 'clock' | 'doneBy' | 'contents'> & Partial<Rule>,
) =>
  writeRule({
    certainty: 'secondary',
    validFrom: DORA_START,
    owes: ENTITY,
    to: acpr,
    channel: portal,
    trigger: all(financialEntity, major),
    exceptions: [...outOfScope, ...notMajor],
    warnings: [noRelief, tooLate],
    source,
    ...rule,
  })

/** Règlement (UE) 2022/2554 (DORA), art. 17 à 20, et règlement délégué 2025/301, art. 5. */
export const doraRules: readonly Rule[] = [
  report({
    id: 'dora_initial',
    title: words('Notification initiale DORA', 'DORA initial notification'),
    article: words('Règlement 2025/301, art. 5(1)(a) et 5(2)', 'Regulation 2025/301, art. 5(1)(a) and 5(2)'),
    reading: words(
      'L’entité financière notifie l’incident majeur dans les 4 heures de son classement, et 24 heures au plus après en avoir eu connaissance.',
      'The financial entity notifies the major incident within 4 hours of classifying it, and at most 24 hours after becoming aware.',
    ),
    contents: [words('champs initiaux du modèle', 'initial fields of the template')],
    clock: {
      kind: 'computed',
      rule: 'dora_initial',
      // Whoever classified the incident knew of it by then at the latest.
      from: ['aware_at', 'told_by_supplier_at', 'dora_classified_at'],
      earliest: true,
      params: { classified_major: 'dora_classified_at' },
      flags: { relief_eligible: reliefEligible },
    },
    doneBy: 'dora_initial_sent_at',
    warnings: [
      noRelief,
      tooLate,
      words(
        'Classé après les 24 heures : 4 heures depuis le classement.',
        'Classified after the 24 hours: 4 hours from classification.',
      ),
    ],
  }),
  report({
    id: 'dora_intermediate',
    title: words('Rapport intermédiaire DORA', 'DORA intermediate report'),
    article: words('Règlement 2025/301, art. 5(1)(b)', 'Regulation 2025/301, art. 5(1)(b)'),
    reading: words(
      'Le rapport intermédiaire suit l’envoi de la notification initiale de 72 heures au plus, même sans changement, et se met à jour quand l’activité reprend.',
      'The intermediate report follows the submission of the initial notification by 72 hours at most, even without change, and is updated when activity recovers.',
    ),
    contents: [words('champs intermédiaires du modèle', 'intermediate fields of the template')],
    clock: {
      kind: 'computed',
      rule: 'dora_intermediate',
      from: ['dora_initial_sent_at'],
      flags: { relief_eligible: reliefEligible },
    },
    doneBy: 'dora_intermediate_sent_at',
  }),
  report({
    id: 'dora_final',
    title: words('Rapport final DORA', 'DORA final report'),
    article: words('Règlement 2025/301, art. 5(1)(c)', 'Regulation 2025/301, art. 5(1)(c)'),
    reading: words(
      'Le rapport final suit le dernier rapport intermédiaire d’un mois au plus.',
      'The final report follows the last intermediate report by one month at most.',
    ),
    contents: [words('cause, coûts et leçons', 'root cause, costs and lessons')],
    clock: { kind: 'computed', rule: 'dora_final_one_month', from: ['dora_intermediate_sent_at'] },
    doneBy: 'dora_final_sent_at',
    disputed: words(
      'Même heure, ou fin du jour, un mois après ? Nous planifions sur la même heure.',
      'Same clock time, or end of the day, a month later? We plan on the same clock time.',
    ),
  }),
  report({
    id: 'dora_clients',
    title: words('Informer les clients (DORA)', 'Tell clients (DORA)'),
    article: words('Règlement 2022/2554, art. 19(3)', 'Regulation 2022/2554, art. 19(3)'),
    reading: words(
      'Quand l’incident majeur touche leurs intérêts financiers, l’entité en informe ses clients dans les meilleurs délais.',
      'When the major incident hits their financial interests, the entity tells its clients without undue delay.',
    ),
    to: recipient('clients', 'les clients touchés', 'the clients affected'),
    channel: words('direct', 'direct'),
    contents: [words('l’incident et les mesures prises', 'the incident and the measures taken')],
    trigger: all(
      financialEntity,
      major,
      yes(
        'clients_financial_interests_hit',
        words(
          'les intérêts financiers des clients ne sont pas touchés',
          'the clients’ financial interests are not hit',
        ),
      ),
    ),
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'clients_interests_told_at',
    warnings: [
      words(
        'S’ajoute à l’article 34 du RGPD, ne le remplace pas.',
        'Comes on top of GDPR art. 34, does not replace it.',
      ),
    ],
  }),
  writeRule({
    id: 'dora_threat',
    title: words('Signaler une cybermenace', 'Notify a cyber threat'),
    article: words('Règlement 2022/2554, art. 19(2)', 'Regulation 2022/2554, art. 19(2)'),
    reading: words(
      'L’entité financière peut signaler une cybermenace importante, même sans incident.',
      'The financial entity may notify a significant cyber threat, even without an incident.',
    ),
    nature: 'voluntary',
    certainty: 'secondary',
    validFrom: DORA_START,
    owes: ENTITY,
    to: acpr,
    channel: portal,
    trigger: all(
      financialEntity,
      yes(
        'significant_cyber_threat',
        words('aucune cybermenace importante n’est connue', 'no significant cyber threat is known'),
      ),
    ),
    exceptions: outOfScope,
    clock: whenUseful,
    doneBy: 'threat_notified_at',
    source,
  }),
]
