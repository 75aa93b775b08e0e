import { all, among, includes, yes } from '../conditions.ts'
import { type Rule, type RuleException, words } from '../model.ts'
import {
  CONTROLLER,
  controller,
  inWords,
  personalData,
  processor,
  recipient,
  WITHOUT_UNDUE_DELAY,
  writeRule,
} from './write-rule.ts'

const cnil = recipient('cnil', 'CNIL', 'CNIL')

const riskUnlikely: RuleException = {
  id: 'risk_unlikely',
  article: words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
  when: among(
    'risk_level',
    ['unlikely'],
    words('un risque pour les personnes n’est pas improbable', 'a risk to people is not unlikely'),
  ),
  because: words(
    'parce qu’un risque pour les personnes est improbable',
    'because a risk to people is unlikely',
  ),
}

const notifyingController = includes(
  'roles',
  ['controller', 'joint_controller'],
  words(
    'l’organisme n’est pas responsable de traitement : un sous-traitant avertit son client (art. 33(2)) et ne notifie à sa place que mandaté',
    'the organisation is not a controller: a processor tells its client (art. 33(2)) and notifies in its place only when mandated',
  ),
)

/** Règlement (UE) 2016/679, art. 33, applicable depuis le 25 mai 2018. */
export const gdprRules: readonly Rule[] = [
  writeRule({
    id: 'gdpr_33_1',
    title: words('Notification initiale', 'Initial notification'),
    article: words('RGPD, art. 33(1)', 'GDPR art. 33(1)'),
    reading: words(
      'Le responsable de traitement notifie la violation dans les meilleurs délais et, si possible, 72 heures au plus après en avoir pris connaissance, sauf si un risque est improbable.',
      'The controller notifies the breach without undue delay and, where feasible, within 72 hours of becoming aware of it, unless a risk is unlikely.',
    ),
    certainty: 'checked',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: cnil,
    channel: words('téléservice notifications.cnil.fr', 'teleservice notifications.cnil.fr'),
    contents: [
      words(
        'nature, catégories et nombres approximatifs de personnes et d’enregistrements (a)',
        'nature, categories and approximate numbers of people and records (a)',
      ),
      words('délégué à la protection des données ou contact (b)', 'data protection officer or contact (b)'),
      words('conséquences probables (c)', 'likely consequences (c)'),
      words('mesures prises ou proposées (d)', 'measures taken or proposed (d)'),
      words('après 72 heures : les motifs du retard', 'after 72 hours: the reasons for the delay'),
    ],
    trigger: all(notifyingController, personalData),
    exceptions: [riskUnlikely],
    clock: {
      kind: 'computed',
      rule: 'gdpr33_72h',
      from: ['aware_at', 'told_by_supplier_at'],
      earliest: true,
    },
    doneBy: 'authority_notified_at',
    disputed: words(
      'Une lecture large (règlement 1182/71, art. 3(5)) prolonge le délai après un week-end ; des autorités allemandes la refusent.',
      'A wide reading (Regulation 1182/71 art. 3(5)) extends the period after a weekend; German authorities reject it.',
    ),
    warnings: [
      words(
        'Chaque responsable notifie pour lui-même : le dépôt du sous-traitant ou d’un confrère ne vaut pas pour vous.',
        'Each controller notifies for itself: the processor’s filing, or a colleague’s, does not count for yours.',
      ),
      words(
        'Une enquête courte est permise avant d’être « conscient », à condition de commencer aussitôt ; dans le doute, notifiez.',
        'A short inquiry is allowed before one is “aware”, if it starts at once; when in doubt, notify.',
      ),
      words(
        'Que le risque soit improbable, c’est au responsable de le prouver : gardez vos motifs.',
        'That a risk is unlikely is for the controller to prove: keep your reasons.',
      ),
      words(
        'Sanctions : 10 millions d’euros ou 2 % du chiffre d’affaires (art. 83(4)(a)) ; cinq ans et 300 000 euros (code pénal, art. 226-17-1, à vérifier).',
        'Sanctions: 10 million euros or 2% of turnover (art. 83(4)(a)); five years and 300,000 euros (Criminal Code art. 226-17-1, to check).',
      ),
      words(
        'Traitement transfrontalier : l’autorité chef de file peut être celle d’un autre État (art. 55 et 56).',
        'Cross-border processing: the lead authority may be another State’s (arts 55 and 56).',
      ),
    ],
    source:
      'GDPR art. 33(1), (3) (checked: gdpr-expert FR, cnil.fr); wide reading (checked: quotations, dids.de, mkm.legal)',
  }),
  writeRule({
    id: 'cnil_complementary',
    title: words('Notification complémentaire', 'Complementary notification'),
    article: words('RGPD, art. 33(4), pratique de la CNIL', 'GDPR art. 33(4), practice of the CNIL'),
    reading: words(
      'Ce qui manquait à la notification initiale suit dès que possible ; la CNIL le demande, si possible, dans les 72 heures qui suivent ce premier dépôt.',
      'What the initial notification lacked follows as soon as possible; the CNIL asks for it, if possible, within 72 hours of that first filing.',
    ),
    status: 'practice',
    certainty: 'checked',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: cnil,
    channel: words('téléservice notifications.cnil.fr', 'teleservice notifications.cnil.fr'),
    contents: [
      words('type et numéro de la notification initiale', 'type and number of the initial notification'),
      words('ce qui manquait ou a changé', 'what was missing or has changed'),
      words('si le délai est dépassé : pourquoi', 'if late: why'),
    ],
    trigger: all(controller, personalData),
    exceptions: [
      riskUnlikely,
      {
        id: 'initial_complete',
        article: words('RGPD, art. 33(4)', 'GDPR art. 33(4)'),
        when: yes(
          'initial_notification_complete',
          words(
            'la notification initiale ne disait pas tout',
            'the initial notification did not say everything',
          ),
        ),
        because: words(
          'parce que la notification initiale disait déjà tout',
          'because the initial notification already said everything',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'cnil_complementary', from: ['authority_notified_at'] },
    doneBy: 'authority_complement_filed_at',
    warnings: [
      words(
        'Un objectif de la CNIL, pas un délai de la loi, qui dit seulement « sans autre retard indu ».',
        'A target of the CNIL, not a deadline of the law, which only says “without undue further delay”.',
      ),
    ],
    source: 'GDPR art. 33(4); CNIL FAQ on two-step notification (checked: cnil.fr)',
  }),
  writeRule({
    id: 'gdpr_33_2',
    title: words('Avertir son client', 'Tell the client'),
    article: words('RGPD, art. 33(2)', 'GDPR art. 33(2)'),
    reading: words(
      'Le sous-traitant avertit chacun de ses clients de toute violation, sans peser le risque, dans les meilleurs délais après en avoir pris connaissance.',
      'The processor tells each of its clients of any breach, without weighing the risk, without undue delay after becoming aware of it.',
    ),
    certainty: 'checked',
    validFrom: '2018-05-25',
    per: 'client',
    owes: words('le sous-traitant', 'the processor'),
    to: recipient('client', 'chaque client responsable de traitement', 'each client that is a controller'),
    channel: words(
      'le contact prévu au contrat ; gardez le message comme preuve',
      'the contact set by the contract; keep the message as evidence',
    ),
    contents: [
      words('ce qu’il faut au client pour l’article 33(3)', 'what the client needs for article 33(3)'),
      words('l’aide prévue à l’article 28(3)(f)', 'the help set by article 28(3)(f)'),
    ],
    trigger: all(processor, personalData),
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'clients_told_at',
    warnings: [
      words(
        'La chaîne continue : un cabinet averti par son hébergeur avertit à son tour ses propres clients.',
        'The chain goes on: a firm told by its host tells its own clients in turn.',
      ),
      words(
        'Le contrat fixe souvent 24 ou 48 heures : ce délai s’ajoute, il ne remplace pas celui du règlement.',
        'The contract often sets 24 or 48 hours: that delay comes on top, it does not replace the regulation’s.',
      ),
    ],
    source: 'GDPR art. 33(2), art. 28(3)(f) (checked)',
  }),
  writeRule({
    id: 'gdpr_33_1_mandated',
    title: words('Notification pour un client', 'Notification for a client'),
    article: words('RGPD, art. 33(1) et 33(2)', 'GDPR art. 33(1) and 33(2)'),
    reading: words(
      'Un sous-traitant ne notifie à la CNIL à la place de son client que si celui-ci l’en a chargé.',
      'A processor notifies the CNIL in its client’s place only when that client mandated it.',
    ),
    certainty: 'secondary',
    validFrom: '2018-05-25',
    per: 'client',
    owes: words('le sous-traitant mandaté', 'the mandated processor'),
    to: recipient('cnil', 'CNIL, au nom du client', 'CNIL, in the client’s name'),
    channel: words('téléservice notifications.cnil.fr', 'teleservice notifications.cnil.fr'),
    trigger: all(
      processor,
      personalData,
      yes(
        'mandated_to_notify',
        words(
          'le client ne l’en a pas chargé : l’obligation propre du sous-traitant est d’avertir ce client (art. 33(2))',
          'the client did not mandate it: the processor’s own duty is to tell that client (art. 33(2))',
        ),
      ),
    ),
    exceptions: [riskUnlikely],
    clock: inWords(
      '72 heures après que le client en a pris connaissance',
      '72 hours after the client became aware',
    ),
    warnings: [
      words(
        'Un dépôt par responsable, chacun avec son récépissé. Le client reste responsable du dépôt.',
        'One filing per controller, each with its receipt. The client stays answerable for it.',
      ),
    ],
    source: 'GDPR art. 33(1), (2) (secondary)',
  }),
  writeRule({
    id: 'gdpr_33_5',
    title: words('Registre des violations', 'Breach register'),
    article: words('RGPD, art. 33(5)', 'GDPR art. 33(5)'),
    reading: words(
      'Le responsable de traitement inscrit toute violation à son registre, notifiée ou non : les faits, leurs effets, les mesures prises.',
      'The controller enters every breach in its register, notified or not: the facts, their effects, the measures taken.',
    ),
    certainty: 'checked',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: recipient('register', 'registre interne', 'internal register'),
    channel: words('votre registre des violations', 'your breach register'),
    contents: [
      words('les faits', 'the facts'),
      words('les effets', 'the effects'),
      words('les mesures prises', 'the measures taken'),
      words('sans notification : les motifs', 'when not notified: the reasons'),
    ],
    trigger: all(controller, personalData),
    clock: inWords('maintenant ; le texte ne fixe pas de délai', 'now; the text sets no delay'),
    doneBy: 'register_entered_at',
    warnings: [
      words(
        'Le récapitulatif de la notification à la CNIL tient lieu d’inscription.',
        'The recap of the notification to the CNIL serves as the entry.',
      ),
    ],
    source: 'GDPR art. 33(5) (checked: EDPB 01/2021 §15)',
  }),
]
