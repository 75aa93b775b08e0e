import { documentTextsOf } from '../document-texts.ts'
import { type NoticeTree, sentencesOf, textsOf } from '../model.ts'
import { type Gate, type Looked, listing } from './gate.ts'
import { gateTexts } from './gate-texts.ts'

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
 * household compare their letters, and journalists do. Looked for in every text, free measures and reasons included.
 */
export function findConflicts(trees: readonly NoticeTree[]): Conflict[] {
  const texts = trees.flatMap((tree) => [...textsOf(tree), ...documentTextsOf(tree)])
  const sentences = new Map(
    texts.flatMap(({ place, text }) => text.split(/(?<=[.!?])\s+/u).map((said) => [said, place] as const)),
  )
  const saying = (found: (text: string) => boolean): Side | undefined => {
    for (const [text, place] of sentences) if (found(text)) return { place, text }
    return undefined
  }
  const consequence = trees.flatMap(sentencesOf).find(({ serves }) => serves === 'consequences')
  const risk = consequence && { place: consequence.item, text: consequence.text }
  return [
    ...conflict('nir', saying(opensNothing), saying(opensAccounts)),
    ...conflict('risk', saying(deniesRisk), risk),
  ]
}

function conflict(topic: Conflict['topic'], one: Side | undefined, other: Side | undefined): Conflict[] {
  return one && other ? [{ topic, sides: [one, other] }] : []
}

const NIR = /sécurité sociale|\bNIR\b|social security number/iu
const OPENS =
  /\b(?:permet|permettent|suffit|ouvre|donne accès|utilisable|opens?|gives? access|is enough)\b|peut servir à (?:se connecter|entrer|accéder)|can be used to (?:log|sign|enter|access)/iu
const OPENS_NOTHING =
  /n['’]ouvre|ne (?:permet|suffit|donne)|opens no|does not (?:open|give|allow)|cannot open/iu
const DENIAL = /\b(?:ne|pas|ni|sans|no|not|never|without|cannot)\b|\bn['’]/iu
const NO_RISK =
  /\b(?:aucun (?:risque|danger|préjudice)|sans (?:risque|danger|conséquence)|aucune conséquence|pas de (?:risque|danger)|no risk|no danger|nothing to (?:fear|do)|no consequence)|n['’](?:y a|avez) rien à (?:craindre|faire)/iu

/** "By itself, the number opens nothing." */
function opensNothing(text: string): boolean {
  return NIR.test(text) && OPENS_NOTHING.test(text)
}

/** "The number lets one log in." */
function opensAccounts(text: string): boolean {
  return NIR.test(text) && OPENS.test(text) && !DENIAL.test(text)
}

function deniesRisk(text: string): boolean {
  return NO_RISK.test(text)
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
      said: locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`,
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
