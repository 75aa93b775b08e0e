import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { recipient, writeRule } from './write-rule.ts'

/** Directive (UE) 2022/2557 (entités critiques), sans loi française connue. */
export const criticalEntitiesRules: readonly Rule[] = [
  writeRule({
    id: 'cer_24h',
    title: words('Incident d’une entité critique', 'Incident at a critical entity'),
    article: words('Directive 2022/2557, art. 15', 'Directive 2022/2557, art. 15'),
    reading: words(
      'L’entité critique notifie dans les 24 heures l’incident qui perturbe nettement un service essentiel.',
      'The critical entity notifies within 24 hours an incident that significantly disrupts an essential service.',
    ),
    status: 'not_transposed',
    certainty: 'to_check',
    owes: words('l’entité critique', 'the critical entity'),
    to: recipient('critical_authority', 'autorité des entités critiques', 'authority for critical entities'),
    channel: words('celui que la loi française fixera', 'the one that French law will set'),
    trigger: all(
      yes(
        'critical_entity',
        words('l’organisme n’est pas une entité critique', 'the organisation is not a critical entity'),
      ),
    ),
    clock: {
      kind: 'computed',
      rule: 'cer_24h',
      from: ['aware_at', 'told_by_supplier_at'],
      earliest: true,
    },
    doneBy: 'critical_authority_told_at',
    source: 'CER directive (to check)',
  }),
]
