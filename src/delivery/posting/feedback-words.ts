/** Why a letter came back, in our words; the post's and the print houses' are many. */
export const RETURN_REASONS = [
  'unknown_at_address',
  'access_or_address',
  'refused',
  'unclaimed',
  'deceased',
  'other',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Small letters and digits, one space between words: "N° d’identifiant" gives "n d identifiant". */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/**
 * The wordings of a return, tried in this order. La Poste's four (destinataire inconnu à l'adresse, défaut d'accès ou
 * d'adressage, pli refusé, pli non réclamé), NPAI, and what print houses make of them.
 */
const REASONS: readonly (readonly [RegExp, ReturnReason])[] = [
  [/\b(decede|decedee|dcd|deceased|dead)\b/, 'deceased'],
  [/\brefus|\brefused\b/, 'refused'],
  [/non reclame|non retire|unclaimed|not (called for|claimed)/, 'unclaimed'],
  [
    /npai|inconnu|n habite (pas|plus)|plus a l adresse|parti sans|demenage|unknown|moved|gone away/,
    'unknown_at_address',
  ],
  [
    /acces|adressage|adresse (incomplete|insuffisante|erronee|inexacte|illisible)|boite (aux lettres )?(non )?identifi|insufficient|incomplete|access/,
    'access_or_address',
  ],
]

/** The reason that words give; `other` for words that name none we know: a return is never read as nothing. */
export function returnReason(text: string): ReturnReason {
  const plain = plainWords(text)
  if ((RETURN_REASONS as readonly string[]).includes(plain.replaceAll(' ', '_')))
    return plain.replaceAll(' ', '_') as ReturnReason
  return REASONS.find(([words]) => words.test(plain))?.[1] ?? 'other'
}

/** What a status says: posted, returned, or neither. A letter refused as a duplicate was posted before. */
export function statusOf(text: string): 'posted' | 'returned' | undefined {
  const plain = plainWords(text)
  if (plain === '') return undefined
  if (/doublon|duplicate|deja (depose|poste|imprime|recu)|already/.test(plain)) return 'posted'
  if (
    /\b(non|pas) (depose|poste|expedie|envoye|remis a la poste|imprime)|\bnot (posted|sent|mailed)/.test(
      plain,
    )
  )
    return undefined
  if (
    /\b(a|sera|seront) (depos|poste|expedi|envoy|imprim|remis|affranch)|en attente|en cours|pending|prevu|planned/.test(
      plain,
    )
  )
    return undefined
  if (/retour|return|\bpnd\b|non distribu|undeliver|not delivered|non remis/.test(plain)) return 'returned'
  if (REASONS.some(([words]) => words.test(plain))) return 'returned'
  if (/depos|poste|posted|expedi|envoye|sent|mailed|affranchi|distribue|delivered|livre|remis/.test(plain))
    return 'posted'
  return undefined
}

/** Columns by the words of their header. The first that a header holds wins. */
const COLUMNS = {
  letter: [
    'letter id',
    'id lettre',
    'numero de lettre',
    'numero lettre',
    'id pli',
    'numero pli',
    'numero de pli',
    'id envoi',
    'id',
  ],
  code: [
    'code',
    'code lettre',
    'code barres',
    'code barre',
    'reference',
    'ref',
    'reference lettre',
    'reference client',
  ],
  status: ['status', 'statut', 'etat', 'state', 'resultat', 'evenement'],
  postedOn: [
    'posted on',
    'date de depot',
    'date depot',
    'depose le',
    'poste le',
    'date d envoi',
    'date envoi',
    'remis le',
    'date de remise',
    'date affranchissement',
  ],
  returnedOn: ['returned on', 'date de retour', 'date retour', 'retourne le', 'revenu le', 'date pnd'],
  on: ['date', 'date statut', 'date du statut', 'date evenement', 'le'],
  reason: [
    'reason',
    'motif',
    'motif retour',
    'motif de retour',
    'motif pnd',
    'motif de non distribution',
    'cause',
    'raison',
    'libelle',
    'returned',
  ],
} as const

export type FeedbackColumn = keyof typeof COLUMNS

/** For each column we know, where the header has it. */
export function columnsOf(header: readonly string[]): Partial<Record<FeedbackColumn, number>> {
  const plain = header.map(plainWords)
  const found = Object.entries(COLUMNS).map(([column, names]) => [
    column,
    names.map((name) => plain.indexOf(name)).find((at) => at >= 0),
  ])
  return Object.fromEntries(found.filter(([, at]) => at !== undefined))
}
