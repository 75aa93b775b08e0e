import { all, any, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { inSector, recipient, writeRule } from './write-rule.ts'

const product = any(
  inSector(['manufacturer'], 'l’organisme n’est pas fabricant', 'the organisation is not a manufacturer'),
  yes(
    'product_with_digital_elements',
    words(
      'l’organisme ne fabrique pas de produit comportant des éléments numériques',
      'the organisation manufactures no product with digital elements',
    ),
  ),
)
const exploited = yes(
  'exploited_vulnerability',
  words('aucune vulnérabilité du produit n’est exploitée', 'no vulnerability of the product is exploited'),
)
const severe = yes(
  'severe_product_incident',
  words(
    'aucun incident grave ne touche la sécurité du produit',
    'no severe incident hits the product’s security',
  ),
)
const from = ['product_aware_at', 'aware_at'] as const
const saas = words(
  'Un pur service en ligne est d’ordinaire hors du règlement.',
  'A pure online service is normally outside the regulation.',
)

const report = (
  rule: Pick<Rule, 'id' | 'title' | 'article' | 'reading' | 'trigger' | 'clock' | 'doneBy'> & Partial<Rule>,
) =>
  writeRule({
    certainty: 'secondary',
    validFrom: '2026-09-11',
    owes: words('le fabricant', 'the manufacturer'),
    to: recipient(
      'enisa',
      'plate-forme unique de l’ENISA (CSIRT coordinateur)',
      'ENISA single platform (coordinator CSIRT)',
    ),
    channel: words('plate-forme unique de signalement', 'single reporting platform'),
    warnings: [saas],
    source: 'Reg. 2024/2847 art. 14 (checked: craevidence, compliancetestservices; start secondary)',
    ...rule,
  })

/** Règlement (UE) 2024/2847 (cyberrésilience), art. 14 : signalement depuis le 11 septembre 2026. */
export const cyberResilienceRules: readonly Rule[] = [
  report({
    id: 'cra_early_warning',
    title: words('Alerte précoce, cyberrésilience', 'Cyber resilience early warning'),
    article: words(
      'Règlement 2024/2847, art. 14(2)(a) et 14(4)(a)',
      'Regulation 2024/2847, art. 14(2)(a) and 14(4)(a)',
    ),
    reading: words(
      'Le fabricant alerte dans les 24 heures après avoir eu connaissance d’une vulnérabilité exploitée ou d’un incident grave.',
      'The manufacturer warns within 24 hours of becoming aware of an exploited vulnerability or severe incident.',
    ),
    trigger: all(product, any(exploited, severe)),
    clock: { kind: 'computed', rule: 'cra_early_warning_24h', from },
    doneBy: 'cra_warning_sent_at',
  }),
  report({
    id: 'cra_notification',
    title: words('Notification, cyberrésilience', 'Cyber resilience notification'),
    article: words(
      'Règlement 2024/2847, art. 14(2)(b) et 14(4)(b)',
      'Regulation 2024/2847, art. 14(2)(b) and 14(4)(b)',
    ),
    reading: words(
      'La notification complète suit dans les 72 heures de la même connaissance.',
      'The full notification follows within 72 hours of the same awareness.',
    ),
    trigger: all(product, any(exploited, severe)),
    clock: { kind: 'computed', rule: 'cra_notification_72h', from },
    doneBy: 'cra_notified_at',
  }),
  report({
    id: 'cra_final_vulnerability',
    title: words('Rapport final, vulnérabilité', 'Final report, vulnerability'),
    article: words('Règlement 2024/2847, art. 14(2)(c)', 'Regulation 2024/2847, art. 14(2)(c)'),
    reading: words(
      'Pour une vulnérabilité, le rapport final suit le correctif de 14 jours au plus.',
      'For a vulnerability, the final report follows the fix by 14 days at most.',
    ),
    trigger: all(product, exploited),
    clock: { kind: 'computed', rule: 'cra_final_14d', from: ['corrective_measure_at'] },
    doneBy: 'cra_final_sent_at',
  }),
  report({
    id: 'cra_final_incident',
    title: words('Rapport final, incident grave', 'Final report, severe incident'),
    article: words('Règlement 2024/2847, art. 14(4)(c)', 'Regulation 2024/2847, art. 14(4)(c)'),
    reading: words(
      'Pour un incident grave, le rapport final suit la notification à 72 heures d’un mois au plus.',
      'For a severe incident, the final report follows the 72-hour notification by one month at most.',
    ),
    trigger: all(product, severe),
    clock: { kind: 'computed', rule: 'cra_final_one_month', from: ['cra_notified_at'] },
    doneBy: 'cra_final_sent_at',
  }),
]
