import { all, not, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { AT_ONCE, inSector, personalData, recipient, WITHOUT_UNDUE_DELAY, writeRule } from './write-rule.ts'

const PROVIDER = words(
  'le fournisseur de communications électroniques',
  'the provider of electronic communications',
)
const cnil = recipient('cnil', 'CNIL', 'CNIL')
const telecom = inSector(
  ['telecom'],
  'l’organisme n’est pas un fournisseur de communications électroniques',
  'the organisation is not a provider of electronic communications',
)
const channel = words('téléservice notifications.cnil.fr', 'teleservice notifications.cnil.fr')
const source = 'Reg. 611/2013; loi 78-17 art. 83 (checked: lexology)'

/** Règlement (UE) 611/2013 et loi 78-17, art. 83 : les fournisseurs de communications électroniques. */
export const eprivacyRules: readonly Rule[] = [
  writeRule({
    id: 'telecom_first',
    title: words('Notification télécoms', 'Telecom notification'),
    article: words('Règlement 611/2013, art. 2(2)', 'Regulation 611/2013, art. 2(2)'),
    reading: words(
      'Le fournisseur notifie toute violation à la CNIL dans les 24 heures après l’avoir détectée, si possible, sans seuil de risque.',
      'The provider notifies any breach to the CNIL within 24 hours of detecting it, where feasible, without a threshold of risk.',
    ),
    certainty: 'checked',
    owes: PROVIDER,
    to: cnil,
    channel,
    trigger: all(telecom, personalData),
    clock: {
      kind: 'computed',
      rule: 'eprivacy_24h',
      from: ['detected_at', 'aware_at', 'told_by_supplier_at'],
      earliest: true,
    },
    doneBy: 'telecom_notified_at',
    warnings: [
      words(
        'Le délai court de la détection ; tant qu’elle n’est pas dite, nous comptons de la première connaissance.',
        'Time runs from detection; as long as nobody says when that was, we count from the first knowledge.',
      ),
    ],
    source,
  }),
  writeRule({
    id: 'telecom_second',
    title: words('Seconde notification télécoms', 'Second telecom notification'),
    article: words('Règlement 611/2013, art. 2(3)', 'Regulation 611/2013, art. 2(3)'),
    reading: words(
      'Ce qui manquait à la première notification suit dans les trois jours.',
      'What the first notification lacked follows within three days.',
    ),
    certainty: 'checked',
    owes: PROVIDER,
    to: cnil,
    channel,
    trigger: all(telecom, personalData),
    exceptions: [
      {
        id: 'first_complete',
        article: words('Règlement 611/2013, art. 2(3)', 'Regulation 611/2013, art. 2(3)'),
        when: yes(
          'telecom_first_complete',
          words(
            'la première notification ne disait pas tout',
            'the first notification did not say everything',
          ),
        ),
        because: words(
          'parce que la première notification disait déjà tout',
          'because the first notification already said everything',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'eprivacy_second_3d', from: ['telecom_notified_at'] },
    doneBy: 'telecom_second_sent_at',
    disputed: words(
      'Cumuler le report au jour ouvrable et les deux jours ouvrables (règlement 1182/71) se discute : nous tenons 72 heures.',
      'Stacking the roll to a working day and the two working days (Regulation 1182/71) is open: we keep 72 hours.',
    ),
    source,
  }),
  writeRule({
    id: 'telecom_persons',
    title: words('Avertir les abonnés', 'Tell the subscribers'),
    article: words('Règlement 611/2013, art. 3', 'Regulation 611/2013, art. 3'),
    reading: words(
      'Le fournisseur avertit abonnés et particuliers quand la violation leur nuira sans doute, sauf données illisibles.',
      'The provider tells subscribers and individuals when the breach is likely to harm them, unless the data are unintelligible.',
    ),
    certainty: 'checked',
    owes: PROVIDER,
    to: recipient('persons', 'abonnés et particuliers', 'subscribers and individuals'),
    channel: words('direct', 'direct'),
    trigger: all(
      telecom,
      personalData,
      yes(
        'adverse_effect_on_subscribers',
        words(
          'la violation ne nuira sans doute pas aux abonnés',
          'the breach is not likely to harm subscribers',
        ),
      ),
    ),
    exceptions: [
      {
        id: 'unintelligible',
        article: words('Règlement 611/2013, art. 4', 'Regulation 611/2013, art. 4'),
        when: all(
          yes('encrypted_at_rest', words('les données étaient lisibles', 'the data were readable')),
          not(
            yes('key_compromised', words('la clé est sauve', 'the key is safe')),
            words('la clé a été atteinte', 'the key was reached'),
          ),
        ),
        because: words(
          'parce que les données étaient illisibles, la clé étant sauve',
          'because the data were unintelligible and the key is safe',
        ),
      },
    ],
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'subscribers_told_at',
    source,
  }),
  writeRule({
    id: 'telecom_security',
    title: words('Incident de sécurité du réseau', 'Network security incident'),
    article: words('CPCE, art. L33-1 et D98-5', 'CPCE, arts L33-1 and D98-5'),
    reading: words(
      'L’opérateur signale l’incident qui touche notablement la sécurité ou le fonctionnement de son réseau.',
      'The operator reports an incident that notably affects the security or working of its network.',
    ),
    certainty: 'to_check',
    owes: words('l’opérateur', 'the operator'),
    to: recipient('network_authority', 'autorité compétente', 'competent authority'),
    channel: words('à vérifier', 'to be checked'),
    trigger: all(
      telecom,
      yes(
        'network_security_incident',
        words('le réseau n’est pas notablement touché', 'the network is not notably affected'),
      ),
    ),
    clock: AT_ONCE,
    doneBy: 'network_authority_told_at',
    source: 'CPCE L33-1, D98-5 (to check)',
  }),
]
