import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Temporal } from '../platform/clock.ts'
import { compileNotice, type NoticeTree, noticeHash } from './index.ts'

const stored = JSON.parse(
  readFileSync(new URL('../../test/support/notice-version-1.json', import.meta.url), 'utf8'),
) as {
  tree: NoticeTree
  sha256: string
  rendered: { subject: string; text: string; html: string; letter: string }
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

it('renders a notice stored before this version as it was released, byte for byte', () => {
  expect(noticeHash(stored.tree)).toBe(stored.sha256)
  const { subject, text, html, letter } = compileNotice(stored.tree)({
    addressee: 'Zoé Ménard',
    persons: [
      { name: 'Zoé Ménard', minor: false, isAddressee: true, exposed: ['surname', 'first_names'] },
      { name: 'Noé Ménard', minor: true, isAddressee: false, contract: '0012' },
    ],
    reference: '7K3M-9QXT',
    writtenOn: Temporal.PlainDate.from('2026-02-12'),
  })
  expect({ subject, text: sha256(text), html: sha256(html), letter: sha256(JSON.stringify(letter)) }).toEqual(
    stored.rendered,
  )
})
