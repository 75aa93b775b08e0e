import { all, among, includes, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'

const personalData = yes(
  'personal_data',
  words('aucune donnée personnelle n’est touchée', 'no personal data are touched'),
)
const controller = includes(
  'roles',
  ['controller', 'joint_controller'],
  words('l’organisme n’est pas responsable de traitement', 'the organisation is not a controller'),
)

/** Règlement (UE) 2016/679, art. 33 et 34, applicable depuis le 25 mai 2018. */
export const gdprRules: readonly Rule[] = [
  {
    id: 'gdpr_33_1',
    version: 1,
    title: words('Notification initiale', 'Initial notification'),
    article: words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
    reading: words(
      'Le responsable de traitement notifie la violation sans délai indu et, si possible, 72 heures au plus après en avoir pris connaissance, sauf risque improbable.',
      'The controller notifies the breach without undue delay and, where feasible, within 72 hours of becoming aware of it, unless a risk is unlikely.',
    ),
    status: 'in_force',
    nature: 'duty',
    certainty: 'checked',
    review: 'to check',
    validFrom: '2018-05-25',
    validTo: null,
    per: 'organisation',
    owes: words('le responsable de traitement', 'the controller'),
    to: { code: 'cnil', words: words('CNIL', 'CNIL') },
    channel: words('téléservice notifications.cnil.fr', 'teleservice notifications.cnil.fr'),
    contents: [
      words(
        'nature, catégories et nombres approximatifs (a)',
        'nature, categories and approximate numbers (a)',
      ),
      words('délégué à la protection des données ou contact (b)', 'data protection officer or contact (b)'),
      words('conséquences probables (c)', 'likely consequences (c)'),
      words('mesures prises ou proposées (d)', 'measures taken or proposed (d)'),
    ],
    trigger: all(controller, personalData),
    exceptions: [
      {
        id: 'risk_unlikely',
        article: words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
        when: among(
          'risk_level',
          ['unlikely'],
          words('un risque n’est pas improbable', 'a risk is not unlikely'),
        ),
        because: words(
          'parce qu’un risque pour les personnes est improbable',
          'because a risk to people is unlikely',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'gdpr33_72h', from: ['aware_at'] },
    doneBy: 'authority_notified_at',
    source: 'GDPR art. 33(1), (3) (checked: gdpr-expert FR, cnil.fr)',
  },
]
