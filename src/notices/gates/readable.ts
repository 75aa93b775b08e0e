import { sentencesOf } from '../model.ts'
import type { Gate, Looked } from './gate.ts'
import { gateTexts } from './gate-texts.ts'
import { readability } from './readability.ts'

/**
 * Above thirty words a sentence is lost on one adult reader in two or more; public services in France ask for fifteen on
 * average and never more than twenty-five or so. Names of companies and data lengthen ours, hence some margin.
 */
export const LONGEST_SENTENCE = 30
const MEAN_WORDS = 18
/**
 * Flesch calls 60 to 70 "standard", read at thirteen to fifteen years of age; below 50 a text needs secondary studies. We
 * stop at 55: names of institutions that have many syllables cost some points to the simplest of our notices.
 */
const EASIEST = 55

/** Headings, names of data and quoted facts are no running text. */
const NOT_RUNNING = /^(?:data\.category|subject|correction\.fact.*)$/

/** How hard the running text is, with its longest sentences, shown even when it holds. */
export function readable({ tree, locale }: Looked): Gate {
  const words = gateTexts[locale]
  const running = sentencesOf(tree).filter(({ item }) => !NOT_RUNNING.test(item))
  const measured = readability(
    running.map(({ text }) => text),
    tree.locale,
  )
  const longest = measured.longest[0]?.words ?? 0
  const mean = measured.wordsPerSentence.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB')
  const ok =
    longest <= LONGEST_SENTENCE && measured.wordsPerSentence <= MEAN_WORDS && measured.score >= EASIEST
  const tooLong = running.filter(({ text }) => measured.longest.some((one) => text.includes(one.text)))
  return {
    gate: 'readable',
    ok,
    reason: words.readable(words.measured[tree.locale], measured.score, mean, longest),
    whereToMend: words.where.compose,
    mend: ok ? [] : tooLong.map(({ item }) => ({ page: 'compose' as const, of: item })),
    details: measured.longest.map((one) => `${one.words} : ${one.text}`),
  }
}
