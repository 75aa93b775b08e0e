import {
  compileNotice,
  type LetterContent,
  type NoticeRecipient,
  type NoticeTree,
  previewNotice,
} from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { NoticeVersion } from '../campaign-store.ts'
import { previewLetter } from '../letters/index.ts'

/** Where the trial letter goes: a street and a town that do not exist, under a postcode of the reserved range. */
const NOWHERE = ['12 RUE DES ESSAIS', '99210 RIVES SUR LOIRE', 'FRANCE']

/** A reader who does not exist, fit for the audience: a parent has two children, a guardian someone else; the dead are not named. */
export function fictionalReader(audience: string, at: Temporal.Instant): NoticeRecipient {
  const adult = { name: 'Camille Exemple', minor: false, isAddressee: true }
  const child = (name: string) => ({ name: `${name} Exemple`, minor: true, isAddressee: false })
  const persons = {
    insured_adult: [adult],
    parent_of_minor: [child('Lou'), child('Noa')],
    policyholder_for_dependants: [adult, { ...adult, name: 'Dominique Exemple', isAddressee: false }],
    guardian: [{ name: 'Alix Exemple', minor: false, isAddressee: false }],
    relative_of_deceased: [{ name: 'Alix Exemple', minor: false, isAddressee: false }],
    firm: [{ ...adult, name: 'Cabinet Exemple' }],
  }
  return {
    addressee: audience === 'firm' ? 'Cabinet Exemple' : 'Camille Exemple',
    persons: Object.hasOwn(persons, audience) ? persons[audience as keyof typeof persons] : [adult],
    reference: '0000-0000',
    writtenOn: at.toZonedDateTimeISO(ZONE).toPlainDate(),
  }
}

/** The text and the HTML fragment of a notice, for a reader who does not exist; its headings step down under the page's own. */
export function previewTree(
  tree: NoticeTree,
  audience: string,
  at: Temporal.Instant,
): { text: string; html: string } {
  const { text, html } = previewNotice(tree, fictionalReader(audience, at))
  return {
    text,
    html: html.replace(/<(\/?)h([12])\b/g, (_, slash, level) => `<${slash}h${Number(level) + 2}`),
  }
}

/** The same as a letter, one PDF. */
export function pdfOfTree(tree: NoticeTree, audience: string, at: Temporal.Instant): Buffer {
  const reader = fictionalReader(audience, at)
  const content: LetterContent = compileNotice(tree)(reader).letter
  return previewLetter({ id: 'preview', address: [reader.addressee.toUpperCase(), ...NOWHERE], content }, at)
}

export function previewPdf(notice: NoticeVersion, at: Temporal.Instant): Buffer {
  return pdfOfTree(notice.tree as NoticeTree, notice.audience, at)
}
