import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type DkimSigner,
  dkimRecord,
  dkimSigner,
  relaxedBody,
  signedData,
  signerOf,
  signMessage,
} from './dkim.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-dkim-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The message of RFC 8463, appendix A, signed twice by its authors. */
const HEADERS = [
  'From: Joe SixPack <joe@football.example.com>',
  'To: Suzie Q <suzie@shopping.example.net>',
  'Subject: Is dinner ready?',
  'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
  'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
]
const BODY = 'Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n'
const BODY_HASH = '2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8='
const ED25519 = {
  seed: 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=',
  public: '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  header: [
    'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;',
    ' d=football.example.com; i=@football.example.com;',
    ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :',
    ' subject : date : message-id : from : subject : date;',
    ` bh=${BODY_HASH};`,
    ' b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus',
    ' Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
  ].join('\r\n'),
}
const edKey = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(ED25519.seed, 'base64'),
  ]),
  format: 'der',
  type: 'pkcs8',
})

/** A verifier of its own: what it hashes comes from the signature's own tags. */
function verified(headers: string, body: string, header: string, key: DkimSigner['key']): boolean {
  const tag = (name: string) =>
    new RegExp(`[;\\s]${name}=([^;]*)`).exec(header)?.[1]?.replace(/\s/g, '') ?? ''
  const data = signedData(headers, tag('h').split(':'), header.replace(/([;\s]b=)[^;]*$/, '$1'))
  const hash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
  const signature = Buffer.from(tag('b'), 'base64')
  const holds = tag('a').startsWith('ed25519')
    ? verify(null, createHash('sha256').update(data).digest(), createPublicKey(key), signature)
    : verify('sha256', Buffer.from(data), createPublicKey(key), signature)
  return holds && hash === tag('bh')
}

describe('RFC 8463, appendix A', () => {
  test('the body hash and the Ed25519 signature are those of the authors', () => {
    expect(createHash('sha256').update(relaxedBody(BODY)).digest('base64')).toBe(BODY_HASH)
    expect(verified(HEADERS.join('\r\n'), BODY, ED25519.header, edKey)).toBe(true)
    const other = HEADERS.map((line) => line.replace('dinner', 'supper'))
    expect(verified(other.join('\r\n'), BODY, ED25519.header, edKey)).toBe(false)
  })

  test('its public key is published as its authors do', () => {
    const signer = { domain: 'football.example.com', selector: 'brisbane', key: edKey }
    expect(dkimRecord(signer)).toEqual({
      name: 'brisbane._domainkey.football.example.com',
      text: `v=DKIM1; k=ed25519; p=${ED25519.public}`,
    })
  })
})

test.each([
  ['ed25519', edKey],
  ['rsa', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
] as const)('our own %s signature verifies; changing or adding a From breaks it', (_, key) => {
  const signer = { domain: 'football.example.com', selector: 's', key }
  const at = Temporal.Instant.from('2026-06-08T11:28:00Z')
  const mime = ['MIME-Version: 1.0', 'Content-Type: text/plain;\r\n charset=utf-8']
  const message = [...HEADERS, ...mime, '', BODY].join('\r\n')
  const signed = signMessage(message, signer, at)
  expect(signed.endsWith(message)).toBe(true)
  const header = signed.slice(0, -message.length - 2)
  expect(Math.max(...header.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  const headers = [...HEADERS, ...mime]
  expect(verified(headers.join('\r\n'), BODY, header, key)).toBe(true)
  // White space folded on the way changes nothing; a second From, or another body, does.
  const folded = headers.map((line) => line.replace('Subject: Is ', 'Subject:   Is\r\n '))
  expect(verified(folded.join('\r\n'), `${BODY}\r\n\r\n`, header, key)).toBe(true)
  expect(verified(['From: Eve <eve@evil.example>', ...headers].join('\r\n'), BODY, header, key)).toBe(false)
  expect(verified(headers.join('\r\n'), BODY.replace('lost', 'won'), header, key)).toBe(false)
})

test('three settings or none, a key kept to its account, and the domain of the sender', () => {
  const keyFile = join(folder, 'dkim.pem')
  writeFileSync(keyFile, edKey.export({ type: 'pkcs8', format: 'pem' }))
  chmodSync(keyFile, 0o644)
  const given = { domain: 'mutuelle.example', selector: 's1', keyFile }
  const none = { domain: undefined, selector: undefined, keyFile: undefined }
  expect(dkimSigner({ dkim: none })).toBeUndefined()
  expect(() => dkimSigner({ dkim: { ...given, selector: undefined } })).toThrow('incomplete')
  expect(() => dkimSigner({ dkim: given })).toThrow('openKey')
  chmodSync(keyFile, 0o600)
  const signerFor = (senderAddress: string, exercise = false) =>
    signerOf({ dkim: given }, { senderAddress, exercise })
  expect(dkimSigner({ dkim: given })?.key.asymmetricKeyType).toBe('ed25519')
  for (const sender of ['x@mutuelle.example', 'x@info.Mutuelle.example'])
    expect(signerFor(sender)?.domain).toBe('mutuelle.example')
  expect(() => signerFor('x@evil-mutuelle.example')).toThrow('otherDomain')
  expect(signerFor('x@evil-mutuelle.example', true)).toBeUndefined()
  expect(() => dkimSigner({ dkim: { ...given, keyFile: `${keyFile}.absent` } })).toThrow('unreadableKey')
  writeFileSync(keyFile, 'not a key')
  expect(() => dkimSigner({ dkim: given })).toThrow('unreadableKey')
})
