import { documentTextsOf } from '../document-texts.ts'
import { type NoticeTree, sentencesOf, textsOf } from '../model.ts'
import { type Gate, type Looked, listing } from './gate.ts'
import { gateTexts } from './gate-texts.ts'

interface Claim {
  readonly id: string
  readonly found: RegExp
}

/** Judgements of one risk that cannot both be true. They are looked for in every text, free measures and reasons included. */
const TOPICS: readonly { readonly id: 'nir' | 'risk'; readonly claims: readonly [Claim, Claim] }[] = [
  {
    id: 'nir',
    claims: [
      {
        id: 'opens nothing',
        found:
          /(?=.*(?:sécurité sociale|\bNIR\b|social security number))(?:.*\b(?:n['’]ouvre|ne (?:permet|suffit|donne)|opens no|does not (?:open|give|allow)|cannot open)\b)/iu,
      },
      {
        id: 'opens accounts',
        found:
          /(?=.*(?:sécurité sociale|\bNIR\b|social security number))(?!.*\b(?:ne|n['’]|pas|ni|sans|no|not|never|without)(?=[\s'’]|\b))(?:.*\b(?:permet|permettent|suffit|ouvre|donne accès|peut servir à (?:se connecter|entrer|accéder)|utilisable|opens?|gives? access|is enough|can be used to (?:log|sign|enter|access))\b)/iu,
      },
    ],
  },
  {
    id: 'risk',
    claims: [
      {
        id: 'no risk',
        found:
          /\b(?:aucun (?:risque|danger|préjudice)|sans (?:risque|danger|conséquence)|aucune conséquence|pas de (?:risque|danger)|n['’](?:y a|avez) rien à (?:craindre|faire)|no risk|no danger|nothing to (?:fear|do)|no consequence)/iu,
      },
      { id: 'risk', found: /^(?!)/ },
    ],
  },
]

export interface Conflict {
  readonly topic: 'nir' | 'risk'
  /** Where the two stand, and what they say. */
  readonly sides: readonly [Side, Side]
}
export interface Side {
  readonly place: string
  readonly text: string
}

/**
 * Sentences that judge the same risk against each other, in one text or across those of a campaign: two readers of one
 * household compare their letters, and journalists do.
 */
export function findConflicts(trees: readonly NoticeTree[]): Conflict[] {
  const texts = trees.flatMap((tree) => [...textsOf(tree), ...documentTextsOf(tree)])
  const consequence = trees.flatMap(sentencesOf).find(({ serves }) => serves === 'consequences')
  return TOPICS.flatMap(({ id, claims: [one, other] }): Conflict[] => {
    const a = claimedBy(texts, one)
    const b =
      id === 'risk' && consequence
        ? { place: consequence.item, text: consequence.text }
        : claimedBy(texts, other)
    return a && b ? [{ topic: id, sides: [a, b] }] : []
  })
}

/** The first sentence that makes a claim. */
function claimedBy(texts: readonly Side[], { found }: Claim): Side | undefined {
  for (const { place, text } of texts)
    for (const sentence of text.split(/(?<=[.!?])\s+/u))
      if (found.test(sentence)) return { place, text: sentence }
  return undefined
}

/** No two sentences contradict each other, and one office answers for all consequences. */
export function consequencesAgree(looked: Looked): Gate {
  const { tree, locale } = looked
  const words = gateTexts[locale]
  const owners = new Set(
    sentencesOf(tree)
      .filter(({ serves }) => serves === 'consequences')
      .map(({ owner }) => owner),
  )
  const conflicts = findConflicts([tree]).flatMap(({ sides }) =>
    sides.map(({ place, text }) => ({
      detail: `${place} : ${text}`,
      mend: { page: 'compose' as const, of: place },
    })),
  )
  const offices =
    owners.size > 1 ? [{ detail: [...owners].join(' / '), mend: { page: 'wording' as const } }] : []
  return listing('consequences_agree', looked, [...conflicts, ...offices], {
    ok: words.agreeOk,
    bad: words.agreeBad,
  })
}
