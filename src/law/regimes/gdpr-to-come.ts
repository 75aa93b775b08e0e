import { all, among } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { CONTROLLER, controller, inWords, personalData, recipient, writeRule } from './write-rule.ts'

/** Proposals that would change articles 33 and 34: shown as coming, never applied. */
export const gdprToComeRules: readonly Rule[] = [
  writeRule({
    id: 'gdpr_33_1_omnibus',
    wouldChange: 'gdpr_33_1',
    title: words(
      'Notification à 96 heures (omnibus numérique)',
      'Notification at 96 hours (Digital Omnibus)',
    ),
    article: words('COM(2025) 837, 2025/0360(COD), proposition', 'COM(2025) 837, 2025/0360(COD), proposal'),
    reading: words(
      'La proposition ne ferait notifier que les violations à risque élevé, dans les 96 heures, par un guichet unique de l’ENISA.',
      'The proposal would have only high-risk breaches notified, within 96 hours, through a single entry point at ENISA.',
    ),
    status: 'proposed',
    certainty: 'secondary',
    owes: CONTROLLER,
    to: recipient(
      'cnil',
      'CNIL, par le guichet unique de l’ENISA',
      'CNIL, through ENISA’s single entry point',
    ),
    channel: words('guichet unique de l’ENISA', 'ENISA single entry point'),
    trigger: all(
      controller,
      personalData,
      among('risk_level', ['high'], words('le risque n’est pas élevé', 'the risk is not high')),
    ),
    clock: inWords('96 heures après la connaissance', '96 hours after awareness'),
    warnings: [
      words(
        'Ce n’est pas la loi : les 72 heures et le seuil du risque restent.',
        'This is not the law: the 72 hours and the threshold of risk stand.',
      ),
      words(
        'À ne pas confondre avec l’omnibus sur l’IA, règlement 2026/1744, adopté, qui ne touche pas au RGPD.',
        'Not to be confused with the AI omnibus, Regulation 2026/1744, adopted, which does not touch the GDPR.',
      ),
    ],
    source:
      'COM(2025) 837; still a proposal on 10 Sept 2026 (secondary: maintained German status note; Noerr, 18 June 2026); state in Nov 2026 (to check)',
  }),
  writeRule({
    id: 'edpb_template',
    wouldChange: 'gdpr_33_1',
    title: words('Formulaire commun européen', 'Common European form'),
    article: words('CEPD, projet de modèle du 10 juin 2026', 'EDPB, draft template of 10 June 2026'),
    reading: words(
      'Le comité européen prépare un formulaire commun d’environ 125 questions ; les autorités n’ont pas dit quand elles le prendront.',
      'The European Board prepares a common form of about 125 questions; the authorities have not said when they will take it up.',
    ),
    status: 'proposed',
    certainty: 'checked',
    owes: CONTROLLER,
    to: recipient('cnil', 'CNIL', 'CNIL'),
    channel: words('à venir', 'to come'),
    contents: [
      words('type de notification', 'notification type'),
      words('responsable, déclarant, délégué', 'controller, reporter, data protection officer'),
      words(
        'nature : dates, durée, personnes, données, protections',
        'nature: dates, duration, people, data, protections',
      ),
      words('conséquences', 'consequences'),
      words('atténuation et prévention', 'mitigation and prevention'),
      words('communication', 'communication'),
    ],
    trigger: all(controller, personalData),
    clock: inWords('celui de l’article 33(1)', 'that of article 33(1)'),
    source:
      'EDPB draft adopted 10 June 2026, consultation closed 5 Aug 2026 (checked: hayes-solicitors, Matheson, Pinsent Masons)',
  }),
]
