import { all, any, not, yes } from '../conditions.ts'
import { type Rule, type RuleException, words } from '../model.ts'
import { attackOnDataSystem, recipient, writeRule } from './write-rule.ts'

const L12_10_1 = words('Code des assurances, art. L12-10-1', 'Insurance Code, art. L12-10-1')
const L113_2 = words('Code des assurances, art. L113-2, 4°', 'Insurance Code, art. L113-2, 4°')
const INSURED = words('l’assuré', 'the insured')

/** Unknown cover is perhaps cover: the complaint is due unless these are known (law notes, O5: "maybe covered"). */
const outsideTheArticle: readonly RuleException[] = [
  {
    id: 'private_person',
    article: L12_10_1,
    when: not(
      yes('acts_professionally', words('la victime agit à titre privé', 'the victim acts privately')),
      words(
        'la victime agit dans son activité professionnelle',
        'the victim acts in its professional activity',
      ),
    ),
    because: words(
      'parce que la victime est un particulier : l’article ne vise que les personnes morales et l’activité professionnelle',
      'because the victim is a private person: the article covers only legal persons and professional activity',
    ),
  },
  {
    id: 'no_cover',
    article: L12_10_1,
    when: not(
      yes(
        'covered_against_attack',
        words('aucun contrat ne couvre l’attaque', 'no contract covers the attack'),
      ),
      words('un contrat couvre, ou peut couvrir, l’attaque', 'a contract covers, or may cover, the attack'),
    ),
    because: words(
      'parce qu’aucun contrat d’assurance ne couvre les pertes dues à l’attaque',
      'because no insurance contract covers losses from the attack',
    ),
  },
  {
    id: 'foreign_contract',
    article: L12_10_1,
    when: not(
      yes(
        'contract_under_french_code',
        words('le contrat relève d’un autre droit', 'the contract is under another law'),
      ),
      words(
        'le contrat relève du code des assurances français',
        'the contract is under the French Insurance Code',
      ),
    ),
    because: words(
      'parce que le contrat ne relève pas du code des assurances français',
      'because the contract is not under the French Insurance Code',
    ),
  },
]

const insured = yes(
  'insured_loss',
  words(
    'aucun contrat d’assurance ne peut jouer pour ce sinistre',
    'no insurance contract can answer for this loss',
  ),
)
/** Said so, or plainly so: an attack, and a contract that covers attacks. */
const insuredLoss = any(
  insured,
  all(
    attackOnDataSystem,
    yes(
      'covered_against_attack',
      words('aucun contrat ne couvre l’attaque', 'no contract covers the attack'),
    ),
  ),
)
const noInsurance: RuleException = {
  id: 'no_insurance',
  article: L113_2,
  when: not(insured, words('un contrat peut jouer pour ce sinistre', 'a contract can answer for this loss')),
  because: words(
    'parce qu’aucun contrat d’assurance ne peut jouer pour ce sinistre',
    'because no insurance contract can answer for this loss',
  ),
}
const theft = yes('theft', words('le sinistre n’est pas un vol', 'the loss is not a theft'))
/** Knowing of the attack stands in for knowing of the loss, until somebody says when that was. */
const lossKnown = {
  from: ['loss_known_at', 'attack_known_at', 'told_by_supplier_at', 'aware_at'],
  earliest: 'of_others',
} as const
const insurer = recipient('insurer', 'son assureur', 'its insurer')
const hotline = words('la ligne d’assistance du contrat', 'the contract’s hotline')
const declaration = [
  words('code protocole d’assistance', 'assistance protocol code'),
  words('numéro du contrat groupe', 'group contract number'),
  words('numéro d’adhésion propre à l’assuré', 'the insured’s own membership number'),
  words(
    'garanties en jeu : responsabilité civile, cyber, pertes d’exploitation',
    'covers at stake: liability, cyber, loss of income',
  ),
]
const ownDeclaration = words(
  'La déclaration d’un ordre ou d’un syndicat ne vaut jamais pour ses membres : chacun déclare, avec son propre numéro.',
  'A professional body’s declaration never counts for its members: each declares, with its own number.',
)
const harmToProve = words(
  'La déchéance suppose une clause du contrat et un préjudice que l’assureur prouve ; elle ne joue pas en cas de force majeure.',
  'Cover is lost only if a clause says so and the insurer proves harm; not in a case of force majeure.',
)

/** Code des assurances : la plainte dont dépend la garantie, et la déclaration du sinistre. */
export const insuranceCodeRules: readonly Rule[] = [
  writeRule({
    id: 'lopmi_complaint',
    title: words('Plainte dans les 72 heures', 'Complaint within 72 hours'),
    article: L12_10_1,
    reading: words(
      'L’assureur ne paie les pertes dues à une attaque informatique que si la victime a porté plainte au plus tard 72 heures après en avoir eu connaissance.',
      'The insurer pays losses from an attack on a data system only if the victim filed a complaint at the latest 72 hours after learning of it.',
    ),
    nature: 'condition_of_cover',
    certainty: 'checked',
    validFrom: '2023-04-24',
    owes: words('chaque victime assurée', 'each insured victim'),
    to: recipient('police', 'police, gendarmerie ou procureur', 'police, gendarmerie or prosecutor'),
    channel: words(
      'brigade ou commissariat (tenus de la recevoir, CPP, art. 15-3), ou lettre au procureur ; 17Cyber pour être orienté',
      'gendarmerie or police station (bound to receive it, CPP art. 15-3), or a letter to the prosecutor; 17Cyber for orientation',
    ),
    contents: [
      words('extrait Kbis et pouvoir du signataire', 'company extract and power of the signatory'),
      words('faits, heures et systèmes touchés', 'facts, times and systems hit'),
      words('traces techniques et demande de rançon', 'technical traces and ransom note'),
      words('estimation du dommage', 'estimate of the damage'),
      words('assureur et contrat', 'insurer and contract'),
      words('infractions : code pénal, art. 323-1 et suivants', 'offences: Criminal Code, arts 323-1 ff.'),
    ],
    trigger: all(attackOnDataSystem),
    exceptions: outsideTheArticle,
    clock: {
      kind: 'computed',
      rule: 'lopmi_complaint_72h',
      from: ['attack_known_at', 'aware_at', 'told_by_supplier_at'],
      earliest: true,
    },
    doneBy: 'complaint_filed_at',
    disputed: words(
      'Quand le client d’un hébergeur attaqué « sait »-t-il ? Aucun décret ne le dit : nous comptons de la première connaissance.',
      'When does the client of an attacked host “know”? No decree says: we count from the first knowledge.',
    ),
    warnings: [
      words(
        'Une pré-plainte n’est pas une plainte tant qu’elle n’est pas signée.',
        'A pré-plainte is not a complaint until it is signed.',
      ),
      words(
        '« Plainte en ligne » ne reçoit que les atteintes aux biens, et THESEE les escroqueries en ligne : ni l’une ni l’autre ne couvre sûrement cette attaque.',
        '“Plainte en ligne” takes only property offences, and THESEE online scams: neither surely covers this attack.',
      ),
      words(
        'Une plainte par victime : celle du prestataire ou de l’ordre ne vaut pas pour vous. Gardez le récépissé et son heure.',
        'One complaint per victim: the supplier’s or the professional body’s does not count for yours. Keep the receipt with its time.',
      ),
      words(
        'D’ordre public, contrats en cours compris. À l’assuré de prouver l’heure de sa plainte.',
        'Mandatory, running contracts included. The insured proves the time of its complaint.',
      ),
      words(
        'Le système d’un hébergeur compte comme le vôtre. Le délai court de la connaissance, pas de l’attaque, week-end compris.',
        'A host’s system counts as yours. Time runs from knowledge, not from the attack, weekends included.',
      ),
    ],
    source:
      'C. assur. L12-10-1, loi 2023-22 art. 5 (checked: Lexbase/Doctrine; Banque des Territoires; WTW; sonomag); start for a client of the host (to check)',
  }),
  writeRule({
    id: 'insurer_declaration',
    title: words('Déclaration de sinistre', 'Declaration of loss'),
    article: L113_2,
    reading: words(
      'L’assuré déclare le sinistre dès qu’il en a connaissance, dans le délai du contrat, qui ne peut être inférieur à cinq jours ouvrés.',
      'The insured declares the loss as soon as it knows, within the contract’s delay, which cannot be under five working days.',
    ),
    certainty: 'checked',
    owes: INSURED,
    to: insurer,
    channel: hotline,
    contents: declaration,
    trigger: insuredLoss,
    exceptions: [
      noInsurance,
      {
        id: 'theft',
        article: L113_2,
        when: theft,
        because: words(
          'parce que le sinistre est un vol : le délai est de deux jours ouvrés',
          'because the loss is a theft: the delay is two working days',
        ),
      },
    ],
    clock: {
      kind: 'computed',
      rule: 'assurance_5_jours_ouvres',
      ...lossKnown,
      params: { working_days: 'insurer_delay_working_days', region: 'holiday_region' },
    },
    doneBy: 'insurer_told_at',
    warnings: [
      ownDeclaration,
      harmToProve,
      words(
        'Le texte d’avant 1990 (« cinq jours ») circule encore : ne vous y fiez pas.',
        'The text from before 1990 (“five days”) still circulates: do not rely on it.',
      ),
    ],
    source:
      'C. assur. L113-2 4° (checked: consultation.avocat.fr quotation, Lexbase L9902CZR); letter of the accountants’ Order to its members, December 2023',
  }),
  writeRule({
    id: 'insurer_declaration_theft',
    title: words('Déclaration de vol', 'Declaration of theft'),
    article: L113_2,
    reading: words(
      'Pour un vol, le délai du contrat ne peut être inférieur à deux jours ouvrés.',
      'For a theft, the contract’s delay cannot be under two working days.',
    ),
    certainty: 'checked',
    owes: INSURED,
    to: insurer,
    channel: hotline,
    contents: declaration,
    trigger: all(insuredLoss, theft),
    exceptions: [noInsurance],
    clock: {
      kind: 'computed',
      rule: 'assurance_vol_2_jours_ouvres',
      ...lossKnown,
      params: { working_days: 'insurer_delay_working_days', region: 'holiday_region' },
    },
    doneBy: 'insurer_told_at',
    warnings: [ownDeclaration, harmToProve],
    source: 'C. assur. L113-2 4° (checked: consultation.avocat.fr quotation)',
  }),
]
