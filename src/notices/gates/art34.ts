import { type NoticeTree, type Sentence, type Serves, sentencesOf } from '../model.ts'
import { ADVICE, CONSEQUENCES } from '../plan-advice.ts'
import { setFrench } from '../wording/typography.ts'
import { isMailAddress } from './addresses.ts'
import { type Gate, type Looked, listing, type MendPlace } from './gate.ts'
import { gateTexts } from './gate-texts.ts'

type Missing = { readonly detail: string; readonly mend: MendPlace }

/**
 * One item of GDPR art. 34(2) on the text that everyone receives: what stands behind a link, on a site or in another sheet
 * does not count. Consequences and advice are asked for each kind of data exposed.
 */
export function art34(looked: Looked, item: Serves): Gate {
  const { tree, locale } = looked
  const words = gateTexts[locale]
  const missing = [...unsaid(tree, item), ...MISSING[item](tree)]
  const what = words[item]
  return listing(`art34_${item}`, looked, missing, {
    ok: words.present(what),
    bad: (found) => words.absent(what, found),
  })
}

function unsaid(tree: NoticeTree, item: Serves): Missing[] {
  return said(tree).some(({ serves }) => serves === item) ? [] : [{ detail: item, mend: { page: 'compose' } }]
}

/** Sentences with something in them. */
export function said(tree: NoticeTree): Sentence[] {
  return sentencesOf(tree).filter(({ text }) => text.trim() !== '')
}

const MISSING: Readonly<Record<Serves, (tree: NoticeTree) => Missing[]>> = {
  nature: (tree) => [...untoldEvent(tree), ...unnamedData(tree)],
  contact: withoutContact,
  consequences: (tree) => withoutItem(tree, (category) => CONSEQUENCES[category][0]),
  // Notices stored before advice was asked for each kind of data are not asked for it now.
  measures: (tree) => (tree.version === 1 ? [] : withoutItem(tree, (category) => ADVICE[category])),
}

/** What happened is said in one of the sentences approved for it. */
function untoldEvent(tree: NoticeTree): Missing[] {
  const told = said(tree).some(({ item }) => NATURES.includes(item))
  return told ? [] : [{ detail: 'happened', mend: { page: 'compose', of: 'happened' } }]
}

const NATURES: readonly string[] = [
  'happened.account_misused',
  'happened.intrusion',
  'happened.ransomware',
  'happened.disclosure',
]

/** Each kind of data exposed stands by its name in the list. */
function unnamedData(tree: NoticeTree): Missing[] {
  if (tree.version === 1) return []
  const named = said(tree).filter(({ item }) => item === 'data.category')
  return tree.exposed
    .filter((category) => !named.some(({ text }) => text === nameOf(tree, category)))
    .map((category) => ({ detail: category, mend: { page: 'compose', of: `data.category ${category}` } }))
}

function nameOf(tree: NoticeTree, category: string): string {
  const name = tree.words?.categories[category] ?? category
  return tree.locale === 'fr' ? setFrench(name) : name
}

function withoutItem(
  tree: NoticeTree,
  itemOf: (category: NoticeTree['exposed'][number]) => string,
): Missing[] {
  const there = new Set(said(tree).map(({ item }) => item))
  return tree.exposed
    .filter((category) => !there.has(itemOf(category)))
    .map((category) => ({ detail: category, mend: { page: 'compose', of: itemOf(category) } }))
}

function withoutContact(tree: NoticeTree): Missing[] {
  const contact = tree.sections.find(({ id }) => id === 'contact')
  const lines = (contact?.blocks ?? []).flatMap((block) =>
    block.kind === 'details' ? block.rows.flatMap((row) => row.lines) : [],
  )
  return lines.some(isMailAddress) ? [] : [{ detail: 'contact', mend: { page: 'facts', of: 'contact.dpo' } }]
}
