import type { DataCategory, SectionId } from '../model.ts'
import { sentencesOf } from '../model.ts'
import { en } from '../wording/en.ts'
import { fr, type ItemId, type Wording } from '../wording/fr.ts'
import { setFrench } from '../wording/typography.ts'
import type { Looked } from './gate.ts'

const WORDS: Readonly<Record<'fr' | 'en', Wording>> = { fr, en }

/** The beginning of a sentence, between quotation marks: nobody who mends a text reads the ids of the library. */
export function sentenceInWords(item: string, { tree, locale }: Looked): string {
  const said = sentencesOf(tree).find((one) => one.item === item && one.text.trim() !== '')?.text
  const text = said ?? approvedText(item, { tree, locale })
  if (text === undefined) return item
  return locale === 'fr' ? `«\u00a0${beginning(text)}\u00a0»` : `“${beginning(text)}”`
}

function approvedText(item: string, { tree }: Looked): string | undefined {
  const { sentences } = WORDS[tree.locale]
  if (!Object.hasOwn(sentences, item)) return undefined
  const { text, variants } = sentences[item as ItemId]
  const open = (variants[tree.audience] ?? text).replace(/\{\w+\}/g, '…')
  return tree.locale === 'fr' ? setFrench(open) : open
}

const ENOUGH = 60

function beginning(text: string): string {
  if (text.length <= ENOUGH) return text
  return `${text.slice(0, ENOUGH).replace(/\s+\S*$/u, '')}…`
}

export function sectionInWords(id: SectionId, { locale }: Looked): string {
  return locale === 'fr' ? `«\u00a0${setFrench(fr.headings[id])}\u00a0»` : `“${en.headings[id]}”`
}

export function dataInWords(category: DataCategory, { locale }: Looked): string {
  return WORDS[locale].categories[category]
}
