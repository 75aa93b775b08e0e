import { expect, it } from 'vitest'
import { noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import { AUDIENCES, composeNotice, type NoticeTree } from './index.ts'
import { letterBody } from './letter-body.ts'
import { unbroken } from './wording/typography.ts'

/** Words in order, without the signs between them. */
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
const said = (tree: NoticeTree) =>
  letterBody(tree, 'key', 'Référence').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.kind === 'list'
          ? block.items
          : block.rows.flatMap(({ lines }) => lines),
    ),
  )

it('keeps "e-mail" on one line where the font is ours, and ordinary hyphens in messages read anywhere', () => {
  const facts = noticeFacts()
  const tree = composeNotice({ facts, exposures: noticeExposures(), audience: 'insured_adult', locale: 'fr' })
  expect(JSON.stringify(tree)).not.toContain('\u2011')
  expect(said(tree).join(' ')).not.toMatch(/\be-mail\b/)
  expect(unbroken('un e-mail à dpo@e-mail.example, à E-mail@aubiers.example')).toBe(
    'un e\u2011mail à dpo@e-mail.example, à E-mail@aubiers.example',
  )
})

it('sets every sentence of the notice on paper but those that open a list or speak of e-mails, in fewer blocks', () => {
  for (const audience of AUDIENCES) {
    const tree = composeNotice({
      facts: noticeFacts(),
      exposures: noticeExposures(),
      audience,
      locale: 'fr',
      choice: { add: ['todo.help'] },
    })
    const letter = said(tree).map(words)
    const all = words(said(tree).join(' ')).join(' ')
    const dropped = ['check.sender', 'measures.processor', 'measures.controller', 'contact.customers']
    for (const { blocks } of tree.sections)
      for (const block of blocks) {
        const sentences =
          block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : []
        for (const { item, text } of sentences)
          if (!dropped.includes(item)) expect(all, item).toContain(words(text).join(' '))
        if (block.kind === 'details')
          for (const { lines } of block.rows) expect(all).toContain(words(lines.join(' ')).join(' '))
      }
    const asBefore = said({ ...tree, version: 1 })
    expect(letter.length).toBeLessThan(0.6 * asBefore.length)
  }
})
