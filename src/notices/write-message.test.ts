import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import { compileNotice, composeNotice, type MessageEnvelope, messageFor } from './index.ts'

const rendered = compileNotice(
  composeNotice({
    facts: noticeFacts(),
    exposures: noticeExposures(),
    audience: 'insured_adult',
    locale: 'fr',
  }),
)({
  addressee: 'Zoé Ménard',
  persons: [{ name: 'Zoé Ménard', minor: false, isAddressee: true }],
  reference: 'AUB-1',
  writtenOn: Temporal.PlainDate.from('2026-02-06'),
})
const envelope: MessageEnvelope = {
  from: { name: 'Mutuelle des Aubiers', address: 'information@aubiers.example' },
  to: { name: 'Zoé Ménard', address: 'zoe.menard+sante@courriel.example' },
  messageId: '<c1.p2.v3@aubiers.example>',
  writtenAt: Temporal.Instant.from('2026-02-06T09:02:03.456Z'),
}

describe('a message', () => {
  it('is read back as it was written', async () => {
    const bytes = messageFor(rendered, envelope)
    const mail = await PostalMime.parse(bytes)
    expect(mail.subject).toBe(rendered.subject)
    expect(mail.from).toMatchObject(envelope.from)
    expect(mail.to?.[0]).toMatchObject(envelope.to)
    expect(mail.messageId).toBe(envelope.messageId)
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(rendered.text.trim())
    expect(mail.html?.trim()).toBe(rendered.html.trim())
    expect(mail.attachments).toEqual([])
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
    expect(header('date')).toBe('Fri, 06 Feb 2026 09:02:03 +0000')
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('list-unsubscribe')).toBeUndefined()
  })

  it('is ASCII in short lines, and the same each time', () => {
    const bytes = messageFor(rendered, envelope)
    expect(bytes.equals(messageFor(rendered, envelope))).toBe(true)
    expect(bytes.every((byte) => byte < 128)).toBe(true)
    for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(bytes.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('keeps any name in its header', async () => {
    const unit = fc.constantFrom(...'abé😀œ"<>,;:@=?_', '\r\n', '\r\nBcc: x@y.example', ' ')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 60 }), async (name) => {
        const mail = await PostalMime.parse(
          messageFor(rendered, { ...envelope, to: { ...envelope.to, name } }),
        )
        expect(mail.to).toHaveLength(1)
        expect(mail.to?.[0]?.address).toBe(envelope.to.address)
        expect(mail.headers.map(({ key }) => key).filter((key) => key === 'bcc')).toEqual([])
        expect(mail.headers).toHaveLength(9)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    'x',
    'a@b.example\r\nBcc: c@d.example',
    'a b@c.example',
    'a@b.example>, <c@d.example',
    'é@b.example',
    '@b.example',
    '.a@b.example',
  ])('refuses the address %j', (address) => {
    expect(() => messageFor(rendered, { ...envelope, to: { name: '', address } })).toThrow(
      expect.objectContaining({ code: 'notices.unsafeHeader', params: { header: 'To' } }),
    )
  })

  it('refuses a Message-ID that could end its header, and writes a domain in ASCII', () => {
    for (const messageId of ['a@b', '<a b@c>', '<a@b>\r\nX: y', '<a@b><c@d>']) {
      expect(() => messageFor(rendered, { ...envelope, messageId })).toThrow(/unsafeHeader/)
    }
    const message = messageFor(rendered, { ...envelope, to: { name: 'Zoé', address: 'zoe@santé.example' } })
    expect(message.toString()).toContain('<zoe@xn--sant-epa.example>')
  })
})
