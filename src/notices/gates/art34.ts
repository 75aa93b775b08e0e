import { type DataCategory, type NoticeTree, type Sentence, type Serves, sentencesOf } from '../model.ts'
import { ADVICE, CONSEQUENCES } from '../plan-advice.ts'
import { setFrench } from '../wording/typography.ts'
import { isMailAddress } from './addresses.ts'
import { type Found, type Gate, type Looked, listing } from './gate.ts'
import { gateTexts } from './gate-texts.ts'
import { dataInWords, sectionInWords, sentenceInWords } from './in-words.ts'

/**
 * One item of GDPR art. 34(2) on the text that everyone receives: what stands behind a link, on a site or in another sheet
 * does not count. Consequences and advice are asked for each kind of data exposed.
 */
export function art34(looked: Looked, item: Serves): Gate {
  const { locale } = looked
  const words = gateTexts[locale]
  const missing = [...unsaid(looked, item), ...MISSING[item](looked)]
  const what = words[item]
  return listing(`art34_${item}`, looked, missing, {
    ok: words.present(what),
    bad: (found) => words.absent(what, found),
  })
}

function unsaid(looked: Looked, item: Serves): Found[] {
  if (said(looked.tree).some(({ serves }) => serves === item)) return []
  return [{ detail: item, said: sectionInWords(SECTION[item], looked), mend: { page: 'compose' } }]
}

const SECTION = {
  nature: 'happened',
  contact: 'contact',
  consequences: 'consequences',
  measures: 'todo',
} as const

/** Sentences with something in them. */
export function said(tree: NoticeTree): Sentence[] {
  return sentencesOf(tree).filter(({ text }) => text.trim() !== '')
}

const MISSING: Readonly<Record<Serves, (looked: Looked) => Found[]>> = {
  nature: (looked) => [...untoldEvent(looked), ...unnamedData(looked)],
  contact: withoutContact,
  consequences: (looked) => withoutItem(looked, (category) => CONSEQUENCES[category][0]),
  // Notices stored before advice was asked for each kind of data are not asked for it now.
  measures: (looked) =>
    looked.tree.version === 1 ? [] : withoutItem(looked, (category) => ADVICE[category]),
}

/** What happened is said in one of the sentences approved for it. */
function untoldEvent(looked: Looked): Found[] {
  const told = said(looked.tree).some(({ item }) => NATURES.includes(item))
  if (told) return []
  return [
    {
      detail: 'happened',
      said: sectionInWords('happened', looked),
      mend: { page: 'compose', of: 'happened' },
    },
  ]
}

const NATURES: readonly string[] = [
  'happened.account_misused',
  'happened.intrusion',
  'happened.ransomware',
  'happened.disclosure',
]

/** Each kind of data exposed stands by its name in the list. */
function unnamedData(looked: Looked): Found[] {
  const { tree } = looked
  if (tree.version === 1) return []
  const named = said(tree).filter(({ item }) => item === 'data.category')
  return tree.exposed
    .filter((category) => !named.some(({ text }) => text === nameOf(tree, category)))
    .map((category) => ({
      detail: category,
      said: dataInWords(category, looked),
      mend: { page: 'compose', of: `data.category ${category}` },
    }))
}

function nameOf(tree: NoticeTree, category: string): string {
  const name = tree.words?.categories[category] ?? category
  return tree.locale === 'fr' ? setFrench(name) : name
}

function withoutItem(looked: Looked, itemOf: (category: DataCategory) => string): Found[] {
  const { tree } = looked
  const there = new Set(said(tree).map(({ item }) => item))
  return tree.exposed
    .filter((category) => !there.has(itemOf(category)))
    .map((category) => ({
      detail: category,
      said: `${sentenceInWords(itemOf(category), looked)} (${dataInWords(category, looked)})`,
      mend: { page: 'compose', of: itemOf(category) },
    }))
}

function withoutContact(looked: Looked): Found[] {
  const { tree } = looked
  const contact = tree.sections.find(({ id }) => id === 'contact')
  const lines = (contact?.blocks ?? []).flatMap((block) =>
    block.kind === 'details' ? block.rows.flatMap((row) => row.lines) : [],
  )
  if (lines.some(isMailAddress)) return []
  return [
    {
      detail: 'contact',
      said: sectionInWords('contact', looked),
      mend: { page: 'facts', of: 'contact.dpo' },
    },
  ]
}
