import { words } from '../model.ts'
import type { ClockRule } from './clock-rule.ts'
import { clock, eu, hours, LOCAL } from './write-clock.ts'

/** RGPD, and the practice of the CNIL. */
export const gdprClocks: readonly ClockRule[] = [
  clock(
    'gdpr33_72h',
    words('Notification initiale à la CNIL', 'Initial notification to the CNIL'),
    words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
    words('Connaissance de la violation', 'Awareness of the breach'),
    hours(72),
    eu,
  ),
  clock(
    'cnil_complementary',
    words('Notification complémentaire à la CNIL', 'Complementary notification to the CNIL'),
    words('RGPD, art. 33(4) ; pratique de la CNIL', 'GDPR art. 33(4); CNIL practice'),
    words('Dépôt de la notification initiale', 'Initial notification filed'),
    { kind: 'soft_hours', hours: 72 },
  ),
  clock(
    'gdpr12_3_one_month',
    words('Réponse à une demande d’accès', 'Answer to an access request'),
    words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    words('Réception de la demande', 'Request received'),
    { kind: 'eu_months', months: 1 },
    { params: LOCAL },
  ),
  clock(
    'gdpr12_3_three_months',
    words('Réponse à une demande d’accès, délai prolongé', 'Answer to an access request, extended'),
    words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    words('Réception de la demande', 'Request received'),
    { kind: 'eu_months', months: 3 },
    { params: LOCAL },
  ),
]
