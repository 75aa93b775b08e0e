import { COHORT_ITEMS } from '../cohort-items.ts'
import { documentTextsOf } from '../document-texts.ts'
import { COHORTS, isClosing, textsOf } from '../model.ts'
import { said } from './art34.ts'
import { type Found, type Gate, type Looked, listing, type MendPlace } from './gate.ts'
import { gateTexts } from './gate-texts.ts'
import { sentenceInWords } from './in-words.ts'

/** "Silence never means not concerned" (design, promise 4): no list proves it, so no text says it. */
export const SAYS_NOT_CONCERNED =
  /\b(?:pas|plus|non|aucunement|nullement)\s+(?:été\s+)?(?:concerné|impacté)|\b(?:êtes|est|sont|ont)\s+pas\s+(?:été\s+)?(?:touchée?s?|affectée?s?)|\b(?:not|never)\s+(?:been\s+)?(?:concerned|affected|impacted)|\bunaffected/iu

/**
 * What the reader is told of themselves: the sentences of their cohort and those of no other; of a closing, what had been
 * written and on which list the reader is not. And nowhere, sheets included, that somebody is not concerned.
 */
export function standingSaid(looked: Looked): Gate {
  const { tree, locale } = looked
  const words = gateTexts[locale]
  const items = said(tree).map(({ item }) => item)
  const { asked, foreign } = isClosing(tree.correction) ? ofClosing(looked) : ofCohort(looked)
  const denied = [...textsOf(tree), ...documentTextsOf(tree)].filter(({ text }) =>
    SAYS_NOT_CONCERNED.test(text),
  )
  const bad = [
    ...asked.filter((item) => !items.includes(item)).map((item) => at(looked, 'compose', item)),
    ...items.filter((item) => foreign.includes(item)).map((item) => at(looked, 'compose', item)),
    ...denied.map(({ place }) => at(looked, 'wording', place)),
  ]
  return listing('standing_said', looked, bad, { ok: words.standingOk, bad: words.standingBad })
}

function ofCohort({ tree }: Looked): { asked: readonly string[]; foreign: readonly string[] } {
  const own = COHORT_ITEMS[tree.cohort ?? 'concerned']
  return {
    asked: [
      tree.correction ? 'correction.subject' : own.subject,
      own.why,
      own.data,
      ...(own.consequences ? [own.consequences] : []),
      ...own.certainty,
    ],
    foreign: COHORTS.filter((cohort) => cohort !== (tree.cohort ?? 'concerned')).flatMap((cohort) => [
      COHORT_ITEMS[cohort].why,
      COHORT_ITEMS[cohort].data,
      ...COHORT_ITEMS[cohort].certainty,
    ]),
  }
}

/** A closing says what had been written, on which list the reader is not, and that lists change: nothing less, nothing more. */
function ofClosing({ tree }: Looked): { asked: readonly string[]; foreign: readonly string[] } {
  const wrote = tree.correction === 'left_list' ? 'correction.wrote_concerned' : 'correction.wrote_doubt'
  return {
    asked: ['correction.subject', wrote, 'not_listed.list', 'not_listed.changes'],
    foreign: COHORTS.flatMap((cohort) => [COHORT_ITEMS[cohort].why, COHORT_ITEMS[cohort].data]),
  }
}

function at(looked: Looked, page: MendPlace['page'], of: string): Found {
  return { detail: of, said: sentenceInWords(of, looked), mend: { page, of } }
}
