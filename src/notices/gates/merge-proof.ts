import { compileNotice } from '../compile-notice.ts'
import { documentTextsOf } from '../document-texts.ts'
import { type NoticeRecipient, type NoticeTree, type SectionId, textsOf } from '../model.ts'
import { escapeHtml } from '../render-html.ts'
import type { RenderedNotice } from '../rendered-model.ts'
import { findFlaws } from '../text-check/flaws.ts'
import { type ContactKind, deadContact, isMailAddress } from './addresses.ts'
import { EXTREMES } from './extreme-recipients.ts'
import { type Found, type Gate, type Looked, listing, type MendPlace } from './gate.ts'
import { gateTexts } from './gate-texts.ts'
import { sectionInWords, sentenceInWords } from './in-words.ts'

/** The texts, the contacts, then whole messages for people who stretch them: nothing may be left open, dead or lost. */
export function mergeProof(looked: Looked): Gate {
  const words = gateTexts[looked.locale]
  const found = [...flawed(looked), ...deadContacts(looked), ...lost(looked)]
  return listing('merge_proof', looked, found, { ok: words.mergeOk(EXTREMES.length), bad: words.mergeBad })
}

function flawed(looked: Looked): Found[] {
  const { tree, locale } = looked
  return [...textsOf(tree), ...documentTextsOf(tree)].flatMap(({ place, text }) =>
    findFlaws(text, locale).map((flaw) => ({
      detail: `${place} (${flaw})`,
      said: `${placeInWords(place, looked)} (${flaw})`,
      mend: mendOf(tree, place),
    })),
  )
}

function placeInWords(place: string, looked: Looked): string {
  if (place.startsWith('section ')) return sectionInWords(place.slice(8) as SectionId, looked)
  return Object.hasOwn(looked.tree.facts, place)
    ? (looked.factName?.(place) ?? place)
    : sentenceInWords(place, looked)
}

/** A flaw in a sentence comes from a fact it states, when it states one. */
function mendOf(tree: NoticeTree, place: string): MendPlace {
  if (Object.hasOwn(tree.facts, place)) return { page: 'facts', of: place }
  return { page: 'wording', of: place }
}

function deadContacts({ tree, locale }: Looked): Found[] {
  const rows = tree.sections
    .filter(({ id }) => id === 'contact')
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'details' ? block.rows : [])))
  const dead = rows.flatMap(({ label, lines, cites }, at) => {
    const why = deadContact(KINDS[at] ?? kindOf(lines), lines, locale)
    return why
      ? [{ detail: `${label} (${why})`, mend: { page: 'facts' as const, of: cites[0] ?? label } }]
      : []
  })
  const sender = deadContact('mail', [tree.sender.address], locale)
  return sender
    ? [...dead, { detail: `${tree.sender.name} (${sender})`, mend: { page: 'facts', of: 'sender' } }]
    : dead
}

/** As the contact section lays them out. */
const KINDS: readonly ContactKind[] = ['mail', 'postal', 'phone']

function kindOf(lines: readonly string[]): ContactKind {
  return isMailAddress(lines[0] ?? '') ? 'mail' : lines.length > 2 ? 'postal' : 'phone'
}

function lost({ tree, locale }: Looked): Found[] {
  const render = compileNotice(tree)
  return EXTREMES.filter((recipient) => isLost(tree, recipient, render(recipient))).map(({ reference }) => ({
    detail: reference,
    said: gateTexts[locale].extreme(reference),
    mend: { page: 'wording' },
  }))
}

/** A firm is not greeted by its name, and nobody who died is named. */
function isLost(
  { audience }: NoticeTree,
  { reference, addressee, persons }: NoticeRecipient,
  { text, html, letter }: RenderedNotice,
): boolean {
  const flat = text.replace(/\s+/g, ' ')
  const names = persons.map(({ name }) => name)
  const said = [reference, ...(audience === 'firm' ? [] : [addressee])]
  const isSaid = (value: string) => flat.includes(value) && html.includes(escapeHtml(value))
  const dead = audience === 'relative_of_deceased'
  const misnamed = dead
    ? names.some(
        (name) => name !== addressee && (letter.persons.join().includes(name) || flat.includes(name)),
      )
    : !names.every(isSaid)
  return !said.every(isSaid) || misnamed || /\{\{/.test(text + html)
}
