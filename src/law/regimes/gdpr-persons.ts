import { all, among, includes, never, not, yes } from '../conditions.ts'
import { type Condition, type Rule, words } from '../model.ts'
import {
  CONTROLLER,
  controller,
  personalData,
  recipient,
  WITHOUT_UNDUE_DELAY,
  whenUseful,
  writeRule,
} from './write-rule.ts'

const persons = recipient('persons', 'chaque personne concernée', 'each person concerned')

const highRisk = among(
  'risk_level',
  ['high'],
  words('le risque pour les personnes n’est pas élevé', 'the risk to people is not high'),
)
/** Encryption keeps strangers out; it gives nobody back the data that they wait for (EDPB 01/2021, cases 1 and 3). */
const confidentialityAlone: Condition = not(
  includes(
    'breach_type',
    ['A', 'I'],
    words('seule la confidentialité est touchée', 'confidentiality alone is touched'),
  ),
  words(
    'des données manquent ou sont modifiées : le chiffrement n’y répare rien',
    'data are missing or altered: encryption mends nothing there',
  ),
)
const effort = yes(
  'disproportionate_effort',
  words(
    'informer chacun ne demande pas un effort disproportionné',
    'telling each person takes no disproportionate effort',
  ),
)
/** Viamedis: whoever can reach the people tells them one by one, though its processor could not (CNIL, February 2024). */
const cannotReachThem: Condition = not(
  yes(
    'contact_details_held',
    words('l’organisme n’a pas leurs coordonnées', 'the organisation lacks their contact details'),
  ),
  words(
    'l’organisme a de quoi joindre chaque personne : l’effort n’est pas disproportionné',
    'the organisation can reach each person: the effort is not disproportionate',
  ),
)
/** Règlement (UE) 2016/679, art. 34 : ce qui est dû aux personnes. */
export const gdprPersonsRules: readonly Rule[] = [
  writeRule({
    id: 'gdpr_34',
    title: words('Informer chaque personne', 'Tell each person'),
    article: words('RGPD, art. 34', 'GDPR art. 34'),
    reading: words(
      'Quand le risque est élevé, le responsable de traitement informe chaque personne, directement et dans les meilleurs délais.',
      'When the risk is high, the controller tells each person, directly and without undue delay.',
    ),
    certainty: 'checked',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: persons,
    channel: words(
      'direct : un message réservé à cela, hors du canal compromis',
      'direct: a message for this alone, outside the compromised channel',
    ),
    contents: [
      words(
        'la nature de la violation, en termes clairs et simples',
        'the nature of the breach, in clear and plain language',
      ),
      words('un contact', 'a contact'),
      words('les conséquences probables', 'the likely consequences'),
      words('les mesures prises, et les conseils', 'the measures taken, and advice'),
    ],
    trigger: all(controller, personalData, highRisk),
    exceptions: [
      {
        id: 'unintelligible',
        article: words('RGPD, art. 34(3)(a)', 'GDPR art. 34(3)(a)'),
        when: all(
          yes('encrypted_at_rest', words('les données étaient lisibles', 'the data were readable')),
          not(
            yes('key_compromised', words('la clé est sauve', 'the key is safe')),
            words('la clé a été atteinte', 'the key was reached'),
          ),
          confidentialityAlone,
        ),
        because: words(
          'parce que les données étaient illisibles, la clé étant sauve',
          'because the data were unintelligible and the key is safe',
        ),
      },
      {
        id: 'later_measures',
        article: words('RGPD, art. 34(3)(b)', 'GDPR art. 34(3)(b)'),
        when: yes(
          'later_measures_remove_risk',
          words('aucune mesure n’a écarté le risque élevé', 'no measure has removed the high risk'),
        ),
        because: words(
          'parce que des mesures prises depuis rendent le risque élevé improbable',
          'because measures taken since make the high risk unlikely',
        ),
      },
      {
        id: 'disproportionate',
        article: words('RGPD, art. 34(3)(c)', 'GDPR art. 34(3)(c)'),
        when: all(effort, cannotReachThem),
        because: words(
          'parce qu’informer chacun demanderait un effort disproportionné : une communication publique la remplace',
          'because telling each person would take disproportionate effort: a public communication replaces it',
        ),
      },
    ],
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'persons_told_at',
    warnings: [
      words(
        'L’exception de l’effort est fermée à qui détient les coordonnées, même si son sous-traitant ne les a pas (CNIL, Viamedis, 2024).',
        'The exception of effort is closed to whoever holds contact details, even when its processor does not (CNIL, Viamedis, 2024).',
      ),
      words(
        'La CNIL peut ordonner cette information, ou admettre une exception (art. 34(4)). La loi 78-17, art. 58, connaît d’autres limites.',
        'The CNIL may order it, or accept an exception (art. 34(4)). Law 78-17 art. 58 knows other limits.',
      ),
      words('Le silence ne dit jamais « non concerné ».', 'Silence never means “not concerned”.'),
    ],
    source:
      'GDPR art. 34 (checked); CNIL on Viamedis (checked: CNIL text via intrassi.net, mobilians); channel, loi 78-17 art. 58 (to check)',
  }),
  writeRule({
    id: 'gdpr_34_public',
    title: words('Communication publique', 'Public communication'),
    article: words('RGPD, art. 34(3)(c)', 'GDPR art. 34(3)(c)'),
    reading: words(
      'Qui ne peut joindre chacun sans effort disproportionné informe par une communication publique tout aussi efficace.',
      'Whoever cannot reach each person without disproportionate effort tells them by a public communication of equal effect.',
    ),
    certainty: 'checked',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: recipient('public', 'le public', 'the public'),
    channel: words(
      'communication publique, ou mesure semblable',
      'public communication, or a similar measure',
    ),
    trigger: all(controller, personalData, highRisk, effort, cannotReachThem),
    clock: WITHOUT_UNDUE_DELAY,
    doneBy: 'persons_told_publicly_at',
    source: 'GDPR art. 34(3)(c) (checked)',
  }),
  writeRule({
    id: 'gdpr_34_mandate',
    title: words('Consigner qui informe', 'Record who tells'),
    article: words('RGPD, art. 34 et 28', 'GDPR arts 34 and 28'),
    reading: words(
      'Le responsable peut charger un autre d’informer à sa place : le mandat s’écrit, et les listes se dédoublonnent entre ceux qui informent.',
      'The controller may mandate another to tell in its place: the mandate is written down, and lists are compared so that nobody is told twice.',
    ),
    status: 'practice',
    nature: 'voluntary',
    certainty: 'secondary',
    validFrom: '2018-05-25',
    owes: CONTROLLER,
    to: recipient('mandated', 'l’organisme mandaté', 'the mandated organisation'),
    channel: words('un écrit daté', 'a dated document'),
    trigger: all(
      controller,
      personalData,
      yes(
        'telling_mandated_to_other',
        words('l’organisme informe lui-même les personnes', 'the organisation tells the people itself'),
      ),
    ),
    clock: whenUseful,
    warnings: [
      words(
        'L’obligation reste au responsable : le mandat ne l’en décharge pas.',
        'The duty stays with the controller: the mandate does not relieve it.',
      ),
    ],
    source: 'Press on Viamedis: "by the mutuelle, by Viamedis or by Almerys" (checked: lasanteauquotidien)',
  }),
  writeRule({
    id: 'unaffected_notice',
    title: words('Écrire aux personnes non concernées', 'Write to people not concerned'),
    article: words('RGPD, art. 34(1)', 'GDPR art. 34(1)'),
    reading: words(
      'L’article 34 ne vise que les personnes exposées à un risque élevé ; rassurer les autres est utile, mais volontaire.',
      'Article 34 concerns only people at high risk; reassuring the others is useful, but voluntary.',
    ),
    certainty: 'checked',
    owes: words('personne', 'nobody'),
    to: recipient('unaffected', 'les personnes non concernées', 'people not concerned'),
    channel: words('à votre choix', 'as you choose'),
    trigger: never(
      words(
        'l’article 34 ne vise que les personnes exposées : leur écrire est utile, mais volontaire',
        'article 34 concerns only the people exposed: writing to the others is useful, but voluntary',
      ),
    ),
    clock: whenUseful,
    warnings: [
      words(
        'N’écrivez pas « sans message, vous n’êtes pas concerné » : dites « pas sur la liste », avec sa version et sa date.',
        'Do not write “no message means not concerned”: say “not on the list”, with its version and date.',
      ),
    ],
    source: 'GDPR art. 34(1) (checked); S2 "not told = not affected"',
  }),
]
