import { all, not, yes } from '../conditions.ts'
import { type Rule, type RuleException, words } from '../model.ts'
import { controller, personalData, recipient, whenUseful, writeRule } from './write-rule.ts'

const PERSON = words('la personne qui le veut', 'any person who wishes')
const ownUse = words(
  'Un conseil à donner aux personnes, jamais une obligation pour elles.',
  'Advice to give people, never a duty of theirs.',
)
const police = recipient('police', 'police, gendarmerie ou procureur', 'police, gendarmerie or prosecutor')

const act = (
  rule: Pick<Rule, 'id' | 'title' | 'article' | 'reading' | 'to' | 'channel' | 'certainty' | 'source'> &
    Partial<Rule>,
) =>
  writeRule({
    status: 'practice',
    nature: 'voluntary',
    owes: PERSON,
    trigger: all(controller, personalData),
    clock: whenUseful,
    warnings: [ownUse],
    ...rule,
  })

const financial = yes(
  'financial_data',
  words('aucune donnée bancaire de ces personnes n’est touchée', 'no bank data of those people are touched'),
)
const debit = yes(
  'unauthorised_debit',
  words('aucun débit non autorisé n’est connu', 'no unauthorised debit is known'),
)
/** Without bank data leaked, nobody waits to hear of a debit. */
const noBankData: RuleException = {
  id: 'no_bank_data',
  article: words('Code monétaire et financier, art. L133-24', 'Monetary and Financial Code, art. L133-24'),
  when: not(
    financial,
    words('des données bancaires de ces personnes sont touchées', 'bank data of those people are touched'),
  ),
  because: words(
    'parce qu’aucune donnée bancaire de ces personnes n’est touchée',
    'because no bank data of those people are touched',
  ),
}
const outsideEea = yes(
  'payee_bank_outside_eea',
  words(
    'la banque du bénéficiaire est dans l’Espace économique européen',
    'the payee’s bank is in the European Economic Area',
  ),
)

/** What the people concerned may do, and that a notice advises (law notes, section 4): never shown as due. */
export const personActRules: readonly Rule[] = [
  act({
    id: 'person_letter_of_complaint',
    title: words('Lettre-plainte', 'Letter of complaint'),
    article: words('Formulaire de la police pour cet incident', 'Police form for this incident'),
    reading: words(
      'Quand la police ouvre une lettre-plainte, la personne avertie par son organisme la remplit au clavier et l’envoie, sans se déplacer.',
      'When the police open a letter of complaint, a person told by their organisation types it and sends it, without a visit.',
    ),
    certainty: 'checked',
    to: police,
    channel: words('celui qu’indique le formulaire', 'the one that the form names'),
    contents: [
      words(
        'nom, prénom, date de naissance, adresse, téléphone',
        'surname, first name, birth date, address, phone',
      ),
      words(
        'organisme qui a averti, et son attestation',
        'the organisation that told them, and its attestation',
      ),
    ],
    trigger: all(
      controller,
      personalData,
      yes(
        'dedicated_complaint_form',
        words(
          'la police n’a pas ouvert de lettre-plainte pour cet incident',
          'the police opened no letter of complaint for this incident',
        ),
      ),
    ),
    warnings: [
      ownUse,
      words(
        'Au clavier, jamais à la main. Il faut avoir été averti par son organisme.',
        'Typed, never handwritten. One must have been told by one’s organisation.',
      ),
    ],
    source: 'BL2C form for Viamedis/Almerys, February 2024 (checked: 20minutes, Yahoo, lebigdata, tf1info)',
  }),
  act({
    id: 'person_inquiry_open',
    title: words('Plainte individuelle inutile', 'No individual complaint needed'),
    article: words('Enquête déjà ouverte', 'Inquiry already open'),
    reading: words(
      'Une enquête étant ouverte, nul n’est obligé de porter plainte pour qu’elle ait lieu.',
      'With an inquiry open, nobody has to complain for it to take place.',
    ),
    certainty: 'checked',
    to: police,
    channel: words('aucun', 'none'),
    trigger: all(
      controller,
      personalData,
      yes('inquiry_open', words('aucune enquête n’est ouverte', 'no inquiry is open')),
    ),
    source: 'Viamedis (checked: Boursorama, commentcamarche)',
  }),
  act({
    id: 'person_pre_plainte',
    title: words('Pré-plainte', 'Pré-plainte'),
    article: words('Service public « Pré-plainte en ligne »', 'Public service “Pré-plainte en ligne”'),
    reading: words(
      'La pré-plainte prépare un rendez-vous : elle devient une plainte une fois signée au commissariat ou à la brigade.',
      'The pré-plainte prepares an appointment: it becomes a complaint once signed at the police station.',
    ),
    certainty: 'checked',
    to: police,
    channel: words(
      'pre-plainte-en-ligne.gouv.fr, puis signature',
      'pre-plainte-en-ligne.gouv.fr, then signature',
    ),
    warnings: [
      ownUse,
      words(
        'Ce n’est pas une plainte tant qu’elle n’est pas signée.',
        'It is not a complaint until it is signed.',
      ),
    ],
    source: 'S4 (checked)',
  }),
  act({
    id: 'person_thesee',
    title: words('Escroquerie en ligne', 'Online scam'),
    article: words('Service public THESEE', 'Public service THESEE'),
    reading: words(
      'La victime d’une escroquerie en ligne porte plainte par THESEE.',
      'The victim of an online scam complains through THESEE.',
    ),
    certainty: 'checked',
    to: police,
    channel: words('service-public.fr, THESEE', 'service-public.fr, THESEE'),
    warnings: [
      ownUse,
      words(
        'Pour les escroqueries seulement : il ne reçoit pas l’attaque elle-même.',
        'For scams only: it does not take the attack itself.',
      ),
    ],
    source: 'THESEE (checked)',
  }),
  act({
    id: 'person_pharos',
    title: words('Signaler un contenu illicite', 'Report illicit content'),
    article: words('Service public PHAROS', 'Public service PHAROS'),
    reading: words(
      'Chacun peut signaler un contenu illicite ou un message suspect à PHAROS.',
      'Anyone may report illicit content or a suspect message to PHAROS.',
    ),
    certainty: 'checked',
    to: recipient('pharos', 'PHAROS', 'PHAROS'),
    channel: words('internet-signalement.gouv.fr', 'internet-signalement.gouv.fr'),
    source: 'S4 (checked)',
  }),
  act({
    id: 'person_suspect_messages',
    title: words('Signaler un message suspect', 'Report a suspect message'),
    article: words('Services Signal Spam et 33700', 'Services Signal Spam and 33700'),
    reading: words(
      'Un courriel suspect se signale à Signal Spam, un SMS suspect au 33700.',
      'A suspect e-mail is reported to Signal Spam, a suspect SMS to 33700.',
    ),
    certainty: 'to_check',
    to: recipient('spam', 'Signal Spam, 33700', 'Signal Spam, 33700'),
    channel: words('signal-spam.fr, 33700', 'signal-spam.fr, 33700'),
    source: '33700 (checked: mutuelle-familiale); Signal Spam (to check)',
  }),
  act({
    id: 'person_bank_watch',
    title: words('Surveiller son compte', 'Watch one’s account'),
    article: words('Conseil de la Banque de France', 'Advice of the Banque de France'),
    reading: words(
      'Qui a vu fuir son RIB surveille son compte, révise ses mandats et ses listes de créanciers, et prévient sa banque.',
      'Whoever’s bank details leaked watches the account, reviews mandates and creditor lists, and tells the bank.',
    ),
    certainty: 'checked',
    to: recipient('bank', 'sa banque', 'their bank'),
    channel: words('espace client ou agence', 'client area or branch'),
    trigger: all(controller, personalData, financial),
    warnings: [
      ownUse,
      words(
        'Un conseil par public : les professionnels de santé peuvent être touchés, et non les assurés, ou l’inverse.',
        'Advice per audience: health professionals may be hit and insured people not, or the reverse.',
      ),
    ],
    source: 'Banque de France, 26 Nov 2024 (checked); S2, S3, S4',
  }),
  act({
    id: 'person_perceval',
    title: words('Fraude à la carte', 'Card fraud'),
    article: words('Service public Perceval', 'Public service Perceval'),
    reading: words(
      'Qui détient encore sa carte et constate un paiement frauduleux le signale à Perceval.',
      'Whoever still holds the card and sees a fraudulent payment reports it to Perceval.',
    ),
    certainty: 'checked',
    to: recipient('perceval', 'Perceval', 'Perceval'),
    channel: words('service-public.fr, Perceval', 'service-public.fr, Perceval'),
    trigger: all(controller, personalData, financial),
    source: 'Perceval (checked)',
  }),
  act({
    id: 'person_account_files',
    title: words('Consulter FICOBA', 'Consult FICOBA'),
    article: words('Droit d’accès aux fichiers', 'Right of access to the files'),
    reading: words(
      'Chacun peut demander à voir les comptes ouverts à son nom (FICOBA) et les incidents inscrits (FICP, FCC).',
      'Anyone may ask to see the accounts opened in their name (FICOBA) and the incidents listed (FICP, FCC).',
    ),
    certainty: 'to_check',
    to: recipient('files', 'FICOBA ; Banque de France', 'FICOBA; Banque de France'),
    channel: words('demande d’accès', 'access request'),
    source: 'pages of the public service (to check)',
  }),
  act({
    id: 'sepa_contest',
    title: words('Contester un débit', 'Contest a debit'),
    article: words('Code monétaire et financier, art. L133-24', 'Monetary and Financial Code, art. L133-24'),
    reading: words(
      'La personne conteste un débit non autorisé auprès de sa banque dans les treize mois.',
      'A person contests an unauthorised debit with their bank within thirteen months.',
    ),
    status: 'in_force',
    certainty: 'checked',
    owes: words('la personne débitée', 'the person debited'),
    to: recipient('bank', 'sa banque', 'their bank'),
    channel: words('espace client, agence ou lettre', 'client area, branch or letter'),
    trigger: all(debit),
    exceptions: [
      noBankData,
      {
        id: 'outside_eea',
        article: words(
          'Code monétaire et financier, art. L133-24',
          'Monetary and Financial Code, art. L133-24',
        ),
        when: outsideEea,
        because: words(
          'parce que la banque du bénéficiaire est hors de l’Espace économique européen : le délai est de 70 jours',
          'because the payee’s bank is outside the European Economic Area: the delay is 70 days',
        ),
      },
    ],
    clock: { kind: 'computed', rule: 'sepa_contest_13_months', from: ['unauthorised_debit_on'] },
    doneBy: 'debit_contested_at',
    source: 'C. mon. fin. L133-24 (checked: Banque de France, 26 Nov 2024)',
  }),
  act({
    id: 'sepa_contest_outside_eea',
    title: words('Contester un débit hors d’Europe', 'Contest a debit outside Europe'),
    article: words('Code monétaire et financier, art. L133-24', 'Monetary and Financial Code, art. L133-24'),
    reading: words(
      'Quand la banque du bénéficiaire est hors de l’Espace économique européen, le délai pour contester est de 70 jours.',
      'When the payee’s bank is outside the European Economic Area, the delay to contest is 70 days.',
    ),
    status: 'in_force',
    certainty: 'checked',
    owes: words('la personne débitée', 'the person debited'),
    to: recipient('bank', 'sa banque', 'their bank'),
    channel: words('espace client, agence ou lettre', 'client area, branch or letter'),
    trigger: all(debit, outsideEea),
    exceptions: [noBankData],
    clock: { kind: 'computed', rule: 'sepa_contest_70_days', from: ['unauthorised_debit_on'] },
    doneBy: 'debit_contested_at',
    source: 'C. mon. fin. L133-24 (checked: Banque de France, 26 Nov 2024)',
  }),
]
