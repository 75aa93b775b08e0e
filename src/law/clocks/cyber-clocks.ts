import { words } from '../model.ts'
import type { ClockRule } from './clock-rule.ts'
import { DISPUTES } from './disputes.ts'
import { clock, eu, hours } from './write-clock.ts'

const INCIDENT = words('Connaissance de l’incident important', 'Awareness of the significant incident')
const PRODUCT = words(
  'Connaissance par le fabricant de la vulnérabilité exploitée ou de l’incident grave',
  'The manufacturer becomes aware of the exploited vulnerability or severe incident',
)
const nis2 = { ...eu, disputed: DISPUTES.nis2 } as const

/** NIS 2, entités critiques, eIDAS, ePrivacy, CRA. */
export const cyberClocks: readonly ClockRule[] = [
  clock(
    'nis2_early_warning_24h',
    words('Alerte précoce NIS 2', 'NIS2 early warning'),
    words('Directive 2022/2555, art. 23(4)(a)', 'Dir. 2022/2555 art. 23(4)(a)'),
    INCIDENT,
    hours(24),
    nis2,
  ),
  clock(
    'nis2_notification_72h',
    words('Notification NIS 2', 'NIS2 notification'),
    words('Directive 2022/2555, art. 23(4)(b)', 'Dir. 2022/2555 art. 23(4)(b)'),
    INCIDENT,
    hours(72),
    nis2,
  ),
  clock(
    'nis2_trust_notification_24h',
    words(
      'Notification NIS 2 d’un prestataire de services de confiance',
      'NIS2 notification of a trust service provider',
    ),
    words('Directive 2022/2555, art. 23(4)', 'Dir. 2022/2555 art. 23(4)'),
    INCIDENT,
    hours(24),
    nis2,
  ),
  clock(
    'nis2_final_one_month',
    words('Rapport final NIS 2', 'NIS2 final report'),
    words('Directive 2022/2555, art. 23(4)(d)', 'Dir. 2022/2555 art. 23(4)(d)'),
    words('Notification à 72 heures', '72-hour notification made'),
    { kind: 'eu_months', months: 1 },
    nis2,
  ),
  clock(
    'cer_24h',
    words('Notification d’une entité critique', 'Notification by a critical entity'),
    words('Directive 2022/2557, art. 15', 'Dir. 2022/2557 art. 15'),
    words('Connaissance de l’incident', 'Awareness of the incident'),
    hours(24),
    { ...eu, disputed: DISPUTES.cer },
  ),
  clock(
    'eidas_24h',
    words('Notification d’un service de confiance', 'Notification by a trust service'),
    words('Règlement 910/2014, art. 24(2)(fb) et 19a', 'Reg. 910/2014 arts 24(2)(fb), 19a'),
    words('Connaissance de l’atteinte ou de la perturbation', 'Awareness of the breach or disruption'),
    hours(24),
    eu,
  ),
  clock(
    'eprivacy_24h',
    words('Notification d’un opérateur de communications', 'Notification by a telecom provider'),
    words('Règlement 611/2013, art. 2(2)', 'Reg. 611/2013 art. 2(2)'),
    words('Détection de la violation', 'Breach detected'),
    hours(24),
    eu,
  ),
  clock(
    'eprivacy_second_3d',
    words('Seconde notification d’un opérateur', 'Second notification by a telecom provider'),
    words('Règlement 611/2013, art. 2(3)', 'Reg. 611/2013 art. 2(3)'),
    words('Première notification', 'First notification'),
    { kind: 'eu_days', days: 3, orElapsed: true },
    eu,
  ),
  clock(
    'cra_early_warning_24h',
    words('Alerte précoce CRA', 'CRA early warning'),
    words('Règlement 2024/2847, art. 14', 'Reg. 2024/2847 art. 14'),
    PRODUCT,
    hours(24),
    eu,
  ),
  clock(
    'cra_notification_72h',
    words('Notification CRA', 'CRA notification'),
    words('Règlement 2024/2847, art. 14', 'Reg. 2024/2847 art. 14'),
    PRODUCT,
    hours(72),
    eu,
  ),
  clock(
    'cra_final_14d',
    words('Rapport final CRA (vulnérabilité)', 'CRA final report (vulnerability)'),
    words('Règlement 2024/2847, art. 14(2)(c)', 'Reg. 2024/2847 art. 14(2)(c)'),
    words('Mise à disposition du correctif', 'Corrective measure available'),
    { kind: 'eu_days', days: 14 },
    eu,
  ),
  clock(
    'cra_final_one_month',
    words('Rapport final CRA (incident grave)', 'CRA final report (severe incident)'),
    words('Règlement 2024/2847, art. 14(4)(c)', 'Reg. 2024/2847 art. 14(4)(c)'),
    words('Notification à 72 heures', '72-hour notification made'),
    { kind: 'eu_months', months: 1 },
    eu,
  ),
]
