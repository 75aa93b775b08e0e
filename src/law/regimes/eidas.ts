import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { inSector, recipient, writeRule } from './write-rule.ts'

const PROVIDER = words('le prestataire de services de confiance', 'the trust service provider')
const article = words(
  'Règlement 910/2014 (eIDAS), art. 19 bis et 24(2)(f ter)',
  'Regulation 910/2014 (eIDAS), arts 19a and 24(2)(fb)',
)
const trigger = all(
  inSector(
    ['trust_service'],
    'l’organisme n’est pas un prestataire de services de confiance',
    'the organisation is not a trust service provider',
  ),
  yes(
    'significant_trust_impact',
    words(
      'l’incident n’a pas d’impact important sur le service',
      'the incident has no significant impact on the service',
    ),
  ),
)
const clock = {
  kind: 'computed',
  rule: 'eidas_24h',
  from: ['aware_at', 'told_by_supplier_at'],
  earliest: true,
} as const
const source =
  'Reg. 910/2014 as amended by 2024/1183 (checked: sorena.io, for QTSP); article numbers (to check)'

/** Règlement (UE) 910/2014, modifié par 2024/1183 : les services de confiance. */
export const eidasRules: readonly Rule[] = [
  writeRule({
    id: 'eidas_supervisor',
    title: words('Notification eIDAS', 'eIDAS notification'),
    article,
    reading: words(
      'Le prestataire notifie à l’organe de contrôle, dans les 24 heures de la connaissance, toute atteinte qui a un impact important.',
      'The provider notifies the supervisory body, within 24 hours of awareness, of any breach or disruption with significant impact.',
    ),
    certainty: 'checked',
    owes: PROVIDER,
    to: recipient('anssi', 'ANSSI, organe de contrôle', 'ANSSI, supervisory body'),
    channel: words('à vérifier', 'to be checked'),
    trigger,
    clock,
    doneBy: 'trust_supervisor_told_at',
    source,
  }),
  writeRule({
    id: 'eidas_persons',
    title: words('Avertir les personnes touchées (eIDAS)', 'Tell the affected persons (eIDAS)'),
    article,
    reading: words(
      'Le prestataire avertit aussi les personnes touchées, dans les mêmes 24 heures.',
      'The provider also tells the affected persons, within the same 24 hours.',
    ),
    certainty: 'checked',
    owes: PROVIDER,
    to: recipient('persons', 'les personnes touchées', 'the affected persons'),
    channel: words('direct', 'direct'),
    trigger,
    clock,
    doneBy: 'trust_persons_told_at',
    source,
  }),
]
