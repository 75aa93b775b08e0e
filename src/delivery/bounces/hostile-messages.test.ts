import { expect, test } from 'vitest'
import { withoutPerson } from '../smtp/without-person.ts'
import { readReport } from './read-report.ts'

const MANY = 150_000

function inBase64(text: string): string {
  return `Content-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')}\n`
}

function said(text: string, type = 'text/plain'): string {
  return `From: MAILER-DAEMON@x.example\nSubject: Undelivered\nContent-Type: ${type}\n${inBase64(text)}`
}

function notified(recipient: string): string {
  const fields = `Reporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: 5.1.1\n`
  return `Content-Type: multipart/report; boundary=B\n\n--B\nContent-Type: message/delivery-status\n${inBase64(fields)}\n--B--\n`
}

const many = (text: string) => text.repeat(Math.ceil(MANY / text.length))
const FAILED = Array.from({ length: 20_000 }, (_, n) => `u${n}@d.example`).join(',\n ')

// Each took minutes: whoever may write to the mailbox could hold the worker, and with it the campaign.
test.each([
  ['a name without end in a report', notified('a'.repeat(MANY))],
  ['quoted signs in a report', notified(many('+40'))],
  ['a word without end', said('a'.repeat(MANY))],
  ['openings without an end', said(many('<style>'), 'text/html')],
  ['more failed recipients than anyone writes to', `X-Failed-Recipients: ${FAILED}\n\n${many('550 no\n')}`],
])('no message can hold the reader: %s', async (_, message) => {
  const { findings } = await readReport(Buffer.from(message))
  expect(findings.length).toBeGreaterThan(0)
  expect(findings.every(({ decision }) => decision !== 'not_a_bounce')).toBe(true)
  for (const finding of findings) expect(withoutPerson(finding.said ?? '').length).toBeLessThanOrEqual(4000)
})

test('the words of a mail system keep no address, no name and no number of a person', () => {
  const whom = { email: 'helene.durand@poste.example', names: ['Durand-Lévy', 'Hélène Marie'] }
  const keeps = (text: string) => withoutPerson(text, whom)
  expect(keeps('5.1.1 <jean.exemple@courrier.example>: unknown, jean@x.example')).toBe(
    '5.1.1 <[…]>: unknown, […]',
  )
  expect(keeps('550 unknown user helene.durand, mailbox of LEVY Helene')).toBe(
    '550 unknown user […], mailbox of […] […]',
  )
  expect(keeps('"helene durand"@poste.example is full')).toBe('[…] is full')
  expect(keeps('dossier 2 69 05 49 588 157 80 clos\u0000')).toBe('dossier […] clos')
  expect(keeps(`${' '.repeat(15_990)}helene.durand@poste.example`)).not.toContain('helene')
})
