import { all, among, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { AT_ONCE, recipient, WITHOUT_UNDUE_DELAY, writeRule } from './write-rule.ts'

const ENTITY = words('l’entité essentielle ou importante', 'the essential or important entity')
const anssi = recipient('anssi', 'ANSSI', 'ANSSI')
const channel = words('celui que la loi française fixera', 'the one that French law will set')
const rounding = words(
  'L’arrondi du règlement 1182/71 à un délai transposé se discute : nous planifions au plus strict.',
  'Whether Regulation 1182/71 rounds a transposed delay is open: we plan on the strict reading.',
)
const notYet = words(
  'La directive n’a pas de loi française connue : un signalement volontaire à l’ANSSI est conseillé.',
  'The directive has no known French law: a voluntary report to ANSSI is advised.',
)
const entity = yes(
  'nis2_entity',
  words(
    'l’organisme n’est ni une entité essentielle ni une entité importante',
    'the organisation is neither an essential nor an important entity',
  ),
)
const significant = yes(
  'significant_incident',
  words('l’incident n’est pas important au sens du texte', 'the incident is not significant within the text'),
)
const trustService = among(
  'sector',
  ['trust_service'],
  words(
    'l’organisme n’est pas un prestataire de services de confiance',
    'the organisation is not a trust service provider',
  ),
)
/** Knowing of the incident stands in for knowing that it is significant, until somebody says when that was. */
const aware = { from: ['nis2_aware_at', 'aware_at', 'told_by_supplier_at'], earliest: 'of_others' } as const
const source =
  'Dir. 2022/2555 art. 23 (checked: nis2-info.eu for (1)-(3); hours to check); France: plenary pending mid-2026 (checked: policyforge.fr, AN report 1779), promulgation by Nov 2026 (to check)'

/** Directive (UE) 2022/2555 (NIS 2), art. 23, sans loi française connue ; loi 2018-133 (NIS 1). */
export const nisRules: readonly Rule[] = [
  writeRule({
    id: 'nis2_early_warning',
    title: words('Alerte précoce NIS 2', 'NIS2 early warning'),
    article: words('Directive 2022/2555, art. 23(4)(a)', 'Directive 2022/2555, art. 23(4)(a)'),
    reading: words(
      'L’entité alerte dans les 24 heures après avoir eu connaissance de l’incident important : malveillance ? effet transfrontalier ?',
      'The entity warns within 24 hours of becoming aware of the significant incident: malicious? cross-border?',
    ),
    status: 'not_transposed',
    certainty: 'to_check',
    owes: ENTITY,
    to: anssi,
    channel,
    contents: [
      words('acte malveillant supposé ou non', 'whether a malicious act is suspected'),
      words('effet transfrontalier possible ou non', 'whether a cross-border impact is possible'),
    ],
    trigger: all(entity, significant),
    clock: { kind: 'computed', rule: 'nis2_early_warning_24h', ...aware },
    doneBy: 'nis2_warning_sent_at',
    disputed: rounding,
    warnings: [notYet],
    source,
  }),
  writeRule({
    id: 'nis2_notification',
    title: words('Notification NIS 2', 'NIS2 notification'),
    article: words('Directive 2022/2555, art. 23(4)(b)', 'Directive 2022/2555, art. 23(4)(b)'),
    reading: words(
      'L’entité notifie dans les 72 heures de la même connaissance, et non de l’alerte : gravité, effets, traces.',
      'The entity notifies within 72 hours of the same awareness, not of the warning: severity, impact, indicators.',
    ),
    status: 'not_transposed',
    certainty: 'to_check',
    owes: ENTITY,
    to: anssi,
    channel,
    contents: [
      words('gravité, effets et indices de compromission', 'severity, impact and indicators of compromise'),
    ],
    trigger: all(entity, significant),
    exceptions: [
      {
        id: 'trust_service',
        article: words('Directive 2022/2555, art. 23(4)', 'Directive 2022/2555, art. 23(4)'),
        when: trustService,
        because: words(
          'parce qu’un prestataire de services de confiance notifie dans les 24 heures',
          'because a trust service provider notifies within 24 hours',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'nis2_notification_72h', ...aware },
    doneBy: 'nis2_notified_at',
    disputed: rounding,
    warnings: [
      notYet,
      words(
        'Seuils de l’informatique en nuage, de l’hébergement, de l’infogérance : règlement d’exécution 2024/2690.',
        'Thresholds for cloud, hosting, managed services: Implementing Regulation 2024/2690.',
      ),
      words(
        'Rapport intermédiaire à la demande de l’autorité.',
        'Intermediate report when the authority asks.',
      ),
    ],
    source,
  }),
  writeRule({
    id: 'nis2_trust_notification',
    title: words('Notification NIS 2, services de confiance', 'NIS2 notification, trust services'),
    article: words('Directive 2022/2555, art. 23(4)', 'Directive 2022/2555, art. 23(4)'),
    reading: words(
      'Un prestataire de services de confiance notifie dans les 24 heures.',
      'A trust service provider notifies within 24 hours.',
    ),
    status: 'not_transposed',
    certainty: 'to_check',
    owes: words('le prestataire de services de confiance', 'the trust service provider'),
    to: anssi,
    channel,
    trigger: all(entity, trustService, significant),
    clock: { kind: 'computed', rule: 'nis2_trust_notification_24h', ...aware },
    doneBy: 'nis2_notified_at',
    disputed: rounding,
    warnings: [notYet],
    source,
  }),
  writeRule({
    id: 'nis2_final',
    title: words('Rapport final NIS 2', 'NIS2 final report'),
    article: words('Directive 2022/2555, art. 23(4)(d)', 'Directive 2022/2555, art. 23(4)(d)'),
    reading: words(
      'L’entité rend son rapport final un mois après la notification à 72 heures.',
      'The entity hands in its final report one month after the 72-hour notification.',
    ),
    status: 'not_transposed',
    certainty: 'to_check',
    owes: ENTITY,
    to: anssi,
    channel,
    trigger: all(entity, significant),
    clock: { kind: 'computed', rule: 'nis2_final_one_month', from: ['nis2_notified_at'] },
    doneBy: 'nis2_final_sent_at',
    disputed: rounding,
    warnings: [notYet],
    source,
  }),
  writeRule({
    id: 'nis2_recipients',
    title: words('Avertir les clients du service', 'Tell the recipients of the service'),
    article: words('Directive 2022/2555, art. 23(1) et (2)', 'Directive 2022/2555, art. 23(1) and (2)'),
    reading: words(
      'L’entité avertit les clients de ses services quand l’incident leur nuit.',
      'The entity tells the recipients of its services when the incident harms them.',
    ),
    status: 'not_transposed',
    certainty: 'checked',
    owes: ENTITY,
    to: recipient('service_recipients', 'les clients du service', 'the recipients of the service'),
    channel: words('direct', 'direct'),
    trigger: all(
      entity,
      significant,
      yes(
        'service_recipients_harmed',
        words('les clients du service n’en souffrent pas', 'the recipients of the service are not harmed'),
      ),
    ),
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'service_recipients_told_at',
    warnings: [notYet],
    source,
  }),
  writeRule({
    id: 'nis1_notification',
    title: words('Déclaration OSE ou FSN (NIS 1)', 'OSE or FSN declaration (NIS1)'),
    article: words('Loi 2018-133 et décret 2018-384', 'Law 2018-133 and Decree 2018-384'),
    reading: words(
      'Tant que NIS 2 n’est pas transposée, l’opérateur de services essentiels ou le fournisseur de service numérique désigné déclare l’incident à l’ANSSI sans délai.',
      'Until NIS2 is transposed, the designated operator of essential services or digital service provider declares the incident to ANSSI at once.',
    ),
    certainty: 'to_check',
    owes: words('l’OSE ou le FSN désigné', 'the designated OSE or FSN'),
    to: anssi,
    channel: words('formulaire de l’ANSSI', 'ANSSI’s form'),
    trigger: all(
      yes(
        'nis1_designated',
        words(
          'l’organisme n’a pas été désigné OSE ou FSN : son signalement à l’ANSSI reste volontaire',
          'the organisation was not designated OSE or FSN: its report to ANSSI stays voluntary',
        ),
      ),
      significant,
    ),
    clock: AT_ONCE,
    doneBy: 'anssi_told_at',
    source: 'Loi 2018-133, décret 2018-384 (to check)',
  }),
]
