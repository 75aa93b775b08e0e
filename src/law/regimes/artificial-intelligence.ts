import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { inWords, recipient, writeRule } from './write-rule.ts'

/** Règlement (UE) 2024/1689 (intelligence artificielle), art. 73, reporté par 2026/1744. */
export const artificialIntelligenceRules: readonly Rule[] = [
  writeRule({
    id: 'ai_act_73',
    title: words('Incident d’un système d’IA à haut risque', 'Incident of a high-risk AI system'),
    article: words('Règlement 2024/1689, art. 73', 'Regulation 2024/1689, art. 73'),
    reading: words(
      'Le fournisseur d’un système d’IA à haut risque signalera l’incident grave à l’autorité de surveillance ; l’obligation est reportée au 2 décembre 2027.',
      'The provider of a high-risk AI system will report a serious incident to the surveillance authority; the duty is postponed to 2 December 2027.',
    ),
    certainty: 'secondary',
    validFrom: '2027-12-02',
    owes: words('le fournisseur du système', 'the provider of the system'),
    to: recipient('ai_authority', 'autorité de surveillance du marché', 'market surveillance authority'),
    channel: words('à vérifier', 'to be checked'),
    trigger: all(
      yes(
        'high_risk_ai_incident',
        words('aucun système d’IA à haut risque n’est en cause', 'no high-risk AI system is involved'),
      ),
    ),
    clock: inWords('délai à vérifier avant l’entrée en application', 'delay to be checked before it applies'),
    doneBy: 'ai_authority_told_at',
    source: 'AI Act art. 73; postponed by Reg. 2026/1744 (secondary)',
  }),
]
