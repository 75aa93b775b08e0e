import { words } from '../model.ts'
import type { ClockRule } from './clock-rule.ts'
import { clock, eu, LOCAL } from './write-clock.ts'

/** Règlement délégué (UE) 2025/301, art. 5. */
export const doraClocks: readonly ClockRule[] = [
  clock(
    'dora_initial',
    words('Notification initiale DORA', 'DORA initial notification'),
    words('Règlement délégué 2025/301, art. 5(1)(a), 5(2)', 'Del. Reg. 2025/301 art. 5(1)(a), 5(2)'),
    words('Connaissance de l’incident', 'Awareness of the incident'),
    { kind: 'dora_initial' },
    { ...eu, params: ['aware', 'classified_major', 'relief_eligible', ...LOCAL] },
  ),
  clock(
    'dora_intermediate',
    words('Rapport intermédiaire DORA', 'DORA intermediate report'),
    words('Règlement délégué 2025/301, art. 5(1)(b)', 'Del. Reg. 2025/301 art. 5(1)(b)'),
    words('Envoi de la notification initiale', 'Initial notification submitted'),
    { kind: 'dora_hours', hours: 72 },
    { ...eu, params: ['relief_eligible', ...LOCAL] },
  ),
  clock(
    'dora_final_one_month',
    words('Rapport final DORA', 'DORA final report'),
    words('Règlement délégué 2025/301, art. 5(1)(c), 5(4)', 'Del. Reg. 2025/301 art. 5(1)(c), 5(4)'),
    words('Envoi du dernier rapport intermédiaire', 'Last intermediate report submitted'),
    { kind: 'eu_months', months: 1, noon: true },
    { ...eu, params: ['relief_eligible', ...LOCAL] },
  ),
]
