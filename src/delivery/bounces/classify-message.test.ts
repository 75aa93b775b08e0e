import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsOf, message, ORIGINAL, report } from '../../../test/support/returned-mail.ts'
import { classifyMessage } from './classify-message.ts'
import { CAUSES, NOT_A_BOUNCE } from './verdict.ts'

const said = async (bytes: Uint8Array) =>
  (await classifyMessage(bytes)).map((one) => [one.recipient, one.decision, one.status, one.reason].join(' '))

/** Status and reply of one recipient, and what they prove. */
const FIELDS: [string, string, string][] = [
  [
    '5.1.1',
    '550 5.1.1 <lea@poste.example>: Recipient address rejected: User unknown',
    'dead_address user_unknown',
  ],
  ['5.1.2', '550 Host unknown', 'dead_address domain_unknown'],
  ['5.1.10', '556 5.1.10 Recipient address has null MX', 'dead_address takes_no_mail'],
  [
    '5.2.1',
    '550 5.2.1 The email account that you tried to reach is disabled',
    'dead_address mailbox_disabled',
  ],
  [
    '5.4.4',
    'Host or domain name not found. Name service error for name=poste.example type=A: Host not found',
    'dead_address domain_unknown',
  ],
  ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable', 'dead_address user_unknown'],
  [
    '5.4.1',
    '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
    'dead_address user_unknown',
  ],
  [
    '5.0.0',
    "554 delivery error: dd This user doesn't have a poste.example account",
    'dead_address user_unknown',
  ],
  ['5.7.1', '550 5.7.1 No such user here', 'dead_address user_unknown'],
  ['5.1.0', '550 #5.1.0 Address rejected.', 'dead_address user_unknown'],
  [
    '5.1.10',
    '#550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup##',
    'dead_address user_unknown',
  ],
  ['5.1.1', '550 5.1.1 Adresse d au moins un destinataire invalide. LPN007_401', 'dead_address user_unknown'],
  ['5.0.0', '550 Utilisateur inconnu : la boîte n’existe pas', 'dead_address user_unknown'],
  ['5.2.2', '552 5.2.2 Mailbox size limit exceeded', 'retry mailbox_full'],
  ['5.0.0', '550 Boîte du destinataire pleine. Recipient overquota.', 'retry mailbox_full'],
  ['5.1.1', '550 5.1.1 User account is overquota', 'retry mailbox_full'],
  ['4.2.2', '452 4.2.2 The email account that you tried to reach is over quota', 'retry mailbox_full'],
  ['4.7.1', '450 4.7.1 Greylisted, please try again in 300 seconds', 'retry greylisted'],
  ['4.4.7', 'Delivery time expired', 'retry expired'],
  ['4.4.1', 'connect to mx.poste.example[192.0.2.1]:25: Connection timed out', 'retry unreachable'],
  ['5.3.4', '552 5.3.4 Message size exceeds fixed limit', 'retry message_too_big'],
  ['5.4.6', '554 5.4.6 Too many hops', 'retry system_trouble'],
  ['5.0.0', '554 Transaction failed', 'retry cause_unknown'],
  [
    '4.4.3',
    'Name service error for name=poste.example type=MX: Host not found, try again',
    'retry unreachable',
  ],
  [
    '5.7.1',
    '554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org',
    'sender_side blocklist',
  ],
  ['5.1.1', '550 5.1.1 Blocked using Spamhaus, see our pages', 'sender_side blocklist'],
  [
    '5.7.26',
    "550-5.7.26 Unauthenticated email from aubiers.example is not accepted due to domain's DMARC policy",
    'sender_side authentication',
  ],
  [
    '5.7.23',
    '550 5.7.23 The message was rejected because of Sender Policy Framework violation',
    'sender_side authentication',
  ],
  ['5.7.1', '554 5.7.1 <lea@poste.example>: Relay access denied', 'sender_side relay_denied'],
  ['5.7.1', '550 5.7.1 Message rejected as spam by content filtering', 'sender_side content'],
  ['5.7.0', '550 5.7.0 Local policy violation', 'sender_side policy'],
  [
    '4.7.28',
    '421 4.7.28 Our system has detected an unusual rate of unsolicited mail',
    'sender_side rate_limited',
  ],
  [
    '4.7.0',
    '421 4.7.0 [TSS04] Messages from 192.0.2.9 temporarily deferred due to user complaints',
    'sender_side blocklist',
  ],
  ['5.1.8', '553 5.1.8 Domain of sender address does not exist', 'sender_side sender_refused'],
  [
    '5.7.509',
    '550 5.7.509 Access denied, sending domain aubiers.example does not pass DMARC verification',
    'sender_side authentication',
  ],
  ['4.0.0', '451 Too many connections, try again later', 'sender_side rate_limited'],
]

test.each(FIELDS)('a delivery status %s “%s” is %s', async (status, diagnostic, expected) => {
  const [decision, reason] = expected.split(' ')
  const bytes = report({ fields: fieldsOf('lea@poste.example', status, diagnostic) })
  expect(await classifyMessage(bytes)).toEqual([
    { recipient: 'lea@poste.example', decision, status: expect.stringMatching(/^[45]\./), reason },
  ])
})

/** Reports without a delivery status, by the system that writes so. */
const WORDS: [string, Parameters<typeof report>[0], string[]][] = [
  [
    'qmail',
    {
      text:
        "Hi. This is the qmail-send program at mx.relais.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<lea@poste.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n" +
        ORIGINAL,
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown'],
  ],
  [
    'Exim, forwarded: the address that was written to',
    {
      headers: ['X-Failed-Recipients: lea@ailleurs.example'],
      text:
        'This message was created automatically by mail delivery software.\nThe following address(es) failed:\n\n  lea@ailleurs.example\n    (generated from lea@poste.example)\n    SMTP error from remote mail server after RCPT TO:<lea@ailleurs.example>:\n    550 5.1.1 user unknown\n\n------ This is a copy of the message, including all the headers. ------\n' +
        ORIGINAL,
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown'],
  ],
  [
    'two recipients, each with its cause',
    {
      headers: ['Subject: Undelivered Mail Returned to Sender'],
      text: "I'm sorry to have to inform you that your message could not be delivered.\n\n<lea@poste.example>: host mx.poste.example[192.0.2.1] said: 550 5.1.1 User unknown\n\n<max@poste.example>: host mx.poste.example[192.0.2.1] said: 552 5.2.2 Mailbox full\n",
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown', 'max@poste.example retry 5.2.2 mailbox_full'],
  ],
  [
    'Exchange in French, HTML only',
    {
      headers: [
        'From: Microsoft Outlook <postmaster@entreprise.example>',
        'Subject: Non remis : Vos données',
        'Content-Type: text/html; charset=utf-8',
      ],
      text: '<html><body><p>Votre message n’a pas pu &ecirc;tre remis aux destinataires suivants&nbsp;:</p><p><a href="mailto:lea@poste.example">lea@poste.example</a><br>L’adresse de messagerie entrée est introuvable.</p><p>#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##</p></body></html>',
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown'],
  ],
  [
    'a list of an Exchange of old, X.400 address',
    {
      headers: ['Subject: Undeliverable: Vos données'],
      text: 'Your message\n\n  To: liste@aubiers.example\n  Subject: Vos données\n\ndid not reach the following recipient(s):\n\nc=FR;a= ;p=X;o=Y;dda:SMTP=lea@poste.example; on Fri, 4 Oct 2026\n    The recipient name is not recognized\n',
    },
    ['lea@poste.example dead_address  user_unknown'],
  ],
  [
    'Domino',
    {
      headers: ['Subject: DELIVERY FAILURE: User lea (lea@poste.example) not listed in Domino Directory'],
      text: 'Your message\n\n  Subject: Vos données\n\nwas not delivered to:\n\n  lea@poste.example\n\nbecause:\n\n  User lea (lea@poste.example) not listed in Domino Directory\n',
    },
    ['lea@poste.example dead_address  user_unknown'],
  ],
  [
    'a French provider, in two languages',
    {
      headers: ['Subject: Message non remis'],
      text: "Votre message n'a pas pu être délivré à\nlea@poste.example\nLa boîte aux lettres de votre correspondant est pleine.\n",
    },
    ['lea@poste.example retry  mailbox_full'],
  ],
  [
    'ISO-2022-JP',
    {
      headers: [
        'Subject: Mail System Error - Returned Mail',
        'Content-Type: text/plain; charset=iso-2022-jp',
      ],
      text: '\u001b$B<!$N$"$F@h\u001b(B\n\n<lea@poste.example>: user unknown\n',
    },
    ['lea@poste.example dead_address  user_unknown'],
  ],
  [
    'no cause: never taken for a delivery',
    {
      headers: ['Subject: Returned mail'],
      text: 'Your message could not be delivered to lea@poste.example.',
    },
    ['lea@poste.example retry  cause_unknown'],
  ],
  [
    'a quoted address, and help that names others',
    {
      headers: ['Subject: Mail delivery failed'],
      text: 'A message that you sent could not be delivered. The following address failed:\n\n"lea@poste.example":\nSMTP error from remote server after RCPT command:\n5.1.1 <lea@poste.example>... User Unknown\n\nIf you need help write to aide@relais.example or max@relais.example.\n',
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown'],
  ],
  [
    'a notification of a relay in JSON',
    {
      headers: ['Subject: Notification'],
      text: '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"lea@poste.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}}\n\n--\nIf you wish to stop receiving notifications\n',
    },
    ['lea@poste.example dead_address 5.1.1 user_unknown'],
  ],
  [
    'several addresses in a help text are nobody',
    {
      headers: ['Subject: Undeliverable'],
      text: 'Your message was not delivered: no match in the directory. Try a.b@relais.example, or NAME@relais.example, or c@relais.example instead.',
    },
    [' retry  cause_unknown'],
  ],
  [
    'a return path that spells the recipient, and nothing else does',
    {
      headers: ['Delivered-To: bounces+lea=poste.example@aubiers.example', 'Subject: Mail delivery failed'],
      text: 'Your message could not be delivered: user unknown.',
    },
    ['lea@poste.example dead_address  user_unknown'],
  ],
  ['nothing but the sender of the report', { text: 'Une erreur est survenue.' }, [' retry  cause_unknown']],
]

test.each(WORDS)('words: %s', async (_, written, expected) => {
  expect(await said(report(written))).toEqual(expected)
})

test('the original recipient is reported before the one it was forwarded to', async () => {
  const fields = fieldsOf('lea@ailleurs.example', '5.1.1').replace(
    'Final-',
    'Original-Recipient: rfc822;lea+2Btag@poste.example\nFinal-',
  )
  expect(await said(report({ fields }))).toEqual(['lea+tag@poste.example dead_address 5.1.1 user_unknown'])
})

test('a body of fields with a wrong type, a wrong boundary or no blank lines is still read', async () => {
  const fields = fieldsOf('lea@poste.example', '5.1.1').replaceAll('\n\n', '\n')
  const two = `${fields}Final-Recipient: rfc822; max@poste.example\nAction: failed\nStatus: 5.2.2\n`
  const expected = [
    'lea@poste.example dead_address 5.1.1 user_unknown',
    'max@poste.example retry 5.2.2 mailbox_full',
  ]
  const right = report({ fields: two }).toString('latin1')
  for (const text of [
    right,
    right.replace('message/delivery-status', 'text/plain'),
    right.replace('boundary="cut"', 'boundary="other"'),
    right.replace('MAILER-DAEMON@', 'someone@'),
  ])
    expect(await said(Buffer.from(text, 'latin1'))).toEqual(expected)
})

test('lines of an old system, ended by a carriage return alone', async () => {
  const text = report({
    headers: ['Subject: Mail delivery failed'],
    text: 'Error delivering your mail to <lea@poste.example>.\n\n550 5.7.26 DMARC policy\n',
  })
  const old = Buffer.from(text.toString('latin1').replaceAll('\r\n', '\r'), 'latin1')
  expect(await said(old)).toEqual(['lea@poste.example sender_side 5.7.26 authentication'])
})

test('RFC 6533: an address that is not ASCII', async () => {
  const fields = fieldsOf('', '5.1.1').replace('rfc822; ', 'utf-8; l\\x{E9}a@poste.example')
  expect((await said(report({ fields })))[0]).toMatch(/^léa@poste.example dead_address/)
})

test('a delayed and a failed recipient in one report: only the failure is one', async () => {
  const fields = `${fieldsOf('max@poste.example', '4.4.1', '', 'delayed')}\nFinal-Recipient: rfc822; lea@poste.example\nAction: failed\nStatus: 5.1.1\n`
  expect(await said(report({ fields }))).toEqual(['lea@poste.example dead_address 5.1.1 user_unknown'])
})

const KINDS: [string, Buffer][] = [
  ['delayed', report({ fields: fieldsOf('lea@poste.example', '4.4.1', '', 'delayed') })],
  [
    'delayed',
    report({
      headers: ['Subject: Warning: message delayed 24 hours'],
      text: 'A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours.\nNo action is required on your part. Delivery attempts will continue for some time.',
    }),
  ],
  ['delivered', report({ fields: fieldsOf('lea@poste.example', '2.0.0', '', 'delivered') })],
  ['delivered', report({ fields: fieldsOf('lea@poste.example', '2.1.5', '', 'relayed') })],
  [
    'complaint',
    report({
      type: 'feedback-report',
      fields: 'Feedback-Type: abuse\nUser-Agent: F/1\nVersion: 1\nOriginal-Rcpt-To: lea@poste.example\n',
    }),
  ],
  [
    'complaint',
    message([
      'From: staff@provider.example',
      'To: abuse@aubiers.example',
      'Subject: complaint about message from 192.0.2.22',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: message/rfc822',
      '',
      ORIGINAL,
      '--cut--',
      '',
    ]),
  ],
  [
    'authentication_report',
    report({ type: 'feedback-report', fields: 'Feedback-Type: auth-failure\nVersion: 1\n' }),
  ],
  [
    'read_receipt',
    report({
      type: 'disposition-notification',
      fields:
        'Final-Recipient: rfc822; lea@poste.example\nDisposition: manual-action/MDN-sent-manually; displayed\n',
    }),
  ],
  [
    'vacation',
    message([
      'From: lea@poste.example',
      'To: b+d1-0@aubiers.example',
      'Subject: Réponse automatique : Vos données',
      'Auto-Submitted: auto-replied',
      '',
      'Je suis absente jusqu’au 12 juin.',
    ]),
  ],
  ['vacation', message(['From: lea@poste.example', 'Subject: Out of office', '', 'I am out of the office.'])],
  [
    'challenge',
    message([
      'From: lea@poste.example',
      'Auto-Submitted: auto-replied',
      'Subject: Please confirm',
      '',
      'Please confirm that you are a human: click here to have your message delivered.',
    ]),
  ],
  [
    'not_a_report',
    message([
      'From: lea@poste.example',
      'Subject: Re: Vos données',
      '',
      'Bonjour, que dois-je faire ? Merci.',
    ]),
  ],
]
test.each(KINDS)('%s is no failure', async (kind, bytes) => {
  expect((await classifyMessage(bytes)).map(({ decision, reason }) => [decision, reason])).toEqual([
    ['not_a_bounce', kind],
  ])
})

test('a receipt or an automatic answer that says the message was refused is a failure', async () => {
  const receipt = report({
    type: 'disposition-notification',
    text: 'Your message to <lea@poste.example> was automatically rejected:\nQuota exceeded',
    fields:
      'Final-Recipient: rfc822; lea@poste.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n',
  })
  expect(await said(receipt)).toEqual(['lea@poste.example retry  mailbox_full'])
  const answer = message([
    'From: lea@poste.example',
    'Auto-Submitted: auto-replied',
    'Subject: Message refusé',
    '',
    'Votre message n’a pas été remis : cette boîte est fermée.',
  ])
  expect((await classifyMessage(answer))[0]?.decision).toBe('dead_address')
})

test('an automatic answer that the address is no longer in use condemns the address that answers', async () => {
  const answer = message([
    'From: lea@poste.example',
    'Auto-Submitted: auto-replied',
    'Subject: Re: Vos données',
    '',
    'Cette adresse n’est plus valide. Écrivez à max@poste.example.',
  ])
  expect(await said(answer)).toEqual(['lea@poste.example dead_address  mailbox_disabled'])
})

test('an automatic answer that a person is unknown is a failure, even signed by nobody', async () => {
  for (const from of ['<>', 'robot@poste.example']) {
    const answer = message([
      `From: ${from}`,
      'Auto-Submitted: auto-replied',
      '',
      'You sent mail to lea@poste.example. That’s not a valid user here.',
    ])
    expect(await said(answer)).toEqual(['lea@poste.example dead_address  user_unknown'])
  }
})

test('never throws, whatever is cut, repeated or turned over', async () => {
  const sources = [
    ...KINDS.map(([, bytes]) => bytes),
    ...WORDS.map(([, written]) => report(written)),
    report({ fields: fieldsOf('lea@poste.example', '5.1.1', '550 x') }),
  ]
  const damage = fc.record({
    source: fc.nat(sources.length - 1),
    cut: fc.nat(2000),
    flips: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 }),
    repeat: fc.integer({ min: 1, max: 20 }),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ source, cut, flips, repeat }) => {
      const bytes = Buffer.from(sources[source] as Buffer)
      for (const [at, value] of flips) bytes[at % bytes.length] = value
      const verdicts = await classifyMessage(
        Buffer.concat(Array<Buffer>(repeat).fill(bytes.subarray(0, cut))),
      )
      expect(verdicts.length).toBeGreaterThan(0)
      for (const { decision, reason } of verdicts)
        expect(decision === 'not_a_bounce' ? NOT_A_BOUNCE : Object.keys(CAUSES)).toContain(reason)
    }),
    { numRuns: 150 },
  )
})

test('bounded: long lines, thousands of parts, deep nesting, thousands of recipients', async () => {
  const head = 'From: MAILER-DAEMON@a.example\nTo: us@b.example\nSubject: Undelivered Mail\n'
  const hostile = [
    `${head}\n${'a'.repeat(3e6)}`,
    `${head}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(10_000)}`,
    Array.from({ length: 2000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join(
      '',
    ),
    `${head}\n${'\n'.repeat(1e6)}`,
    `${head}\n${'user mailbox host '.repeat(60_000)}`,
    `${head}\n${Array.from({ length: 20_000 }, (_, n) => `<u${n}@b.example>: no`).join('\n')}`,
    '\0'.repeat(1e6),
    '',
  ]
  for (const text of hostile)
    expect((await classifyMessage(Buffer.from(text))).length).toBeLessThanOrEqual(1000)
})
