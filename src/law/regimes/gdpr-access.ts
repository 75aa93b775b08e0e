import { all, yes } from '../conditions.ts'
import { type Rule, words } from '../model.ts'
import { CONTROLLER, controller, recipient, writeRule } from './write-rule.ts'

const person = recipient('person', 'la personne qui demande', 'the person who asks')
const asked = yes(
  'access_request_received',
  words('aucune demande d’accès n’est arrivée', 'no access request has arrived'),
)
const extended = yes(
  'access_request_extension',
  words('la réponse n’est pas prolongée', 'the answer is not extended'),
)
const answer = {
  certainty: 'secondary',
  validFrom: '2018-05-25',
  owes: CONTROLLER,
  to: person,
  source: 'GDPR art. 12(3) (secondary)',
} as const

/** Règlement (UE) 2016/679, art. 12(3) : « qu’est-ce qui a fui de moi ? » */
export const gdprAccessRules: readonly Rule[] = [
  writeRule({
    ...answer,
    id: 'gdpr_12_3',
    title: words('Répondre à une demande d’accès', 'Answer an access request'),
    article: words('RGPD, art. 12(3) et 15', 'GDPR arts 12(3) and 15'),
    reading: words(
      'À qui demande ce qui a fui de lui, le responsable répond dans le mois qui suit la demande.',
      'The controller answers whoever asks what of theirs leaked within one month of the request.',
    ),
    channel: words('celui de la demande, identité vérifiée', 'that of the request, identity checked'),
    trigger: all(controller, asked),
    exceptions: [
      {
        id: 'extended',
        article: words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
        when: extended,
        because: words(
          'parce que la réponse est prolongée de deux mois, ce que la personne doit apprendre dans le premier',
          'because the answer is extended by two months, which the person must learn within the first',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'gdpr12_3_one_month', from: ['access_request_received_at'] },
    doneBy: 'access_request_answered_at',
  }),
  writeRule({
    ...answer,
    id: 'gdpr_12_3_notice',
    title: words('Annoncer la prolongation', 'Announce the extension'),
    article: words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    reading: words(
      'Le responsable qui prolonge sa réponse en avertit la personne, avec les motifs, dans le mois qui suit la demande.',
      'The controller that extends its answer tells the person so, with the reasons, within one month of the request.',
    ),
    channel: words('celui de la demande', 'that of the request'),
    contents: [words('les motifs de la prolongation', 'the reasons for the extension')],
    trigger: all(controller, asked, extended),
    clock: { kind: 'computed', rule: 'gdpr12_3_one_month', from: ['access_request_received_at'] },
    doneBy: 'access_extension_told_at',
    warnings: [
      words(
        'Seuls la complexité et le nombre des demandes permettent de prolonger ; passé le premier mois, il est trop tard.',
        'Only the complexity and number of requests allow an extension; after the first month it is too late.',
      ),
    ],
  }),
  writeRule({
    ...answer,
    id: 'gdpr_12_3_extension',
    title: words('Répondre, délai prolongé', 'Answer, extended'),
    article: words('RGPD, art. 12(3)', 'GDPR art. 12(3)'),
    reading: words(
      'La complexité ou le nombre des demandes donne deux mois de plus pour répondre.',
      'Complexity or number of requests gives two months more to answer.',
    ),
    channel: words('celui de la demande, identité vérifiée', 'that of the request, identity checked'),
    trigger: all(controller, asked, extended),
    clock: { kind: 'computed', rule: 'gdpr12_3_three_months', from: ['access_request_received_at'] },
    doneBy: 'access_request_answered_at',
  }),
]
