/** Returned messages as mail systems write them, with addresses of nobody. Lines are joined with CRLF. */
export function report(options: {
  readonly headers?: readonly string[]
  readonly text?: string
  readonly fields?: string
  readonly original?: string
  readonly type?: string
}): Buffer {
  const { headers = [], text = '', fields, original = ORIGINAL, type = 'delivery-status' } = options
  const head = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.relais.example>',
    'To: b+d1-0@aubiers.example',
    ...headers,
  ]
  if (fields === undefined) return message([...head, '', text])
  return message([
    ...head,
    `Content-Type: multipart/report; report-type=${type}; boundary="cut"`,
    '',
    '--cut',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--cut',
    `Content-Type: message/${type}`,
    '',
    fields,
    '--cut',
    'Content-Type: message/rfc822',
    '',
    original,
    '--cut--',
    '',
  ])
}

export function message(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\n').replaceAll('\r', '').replaceAll('\n', '\r\n'))
}

export const ORIGINAL = [
  'Return-Path: <b+d1-0@aubiers.example>',
  'From: Mutuelle des Aubiers <information@aubiers.example>',
  'To: lea@poste.example',
  'Message-ID: <d1-0@aubiers.example>',
  'Subject: Vos données',
  '',
  'Bonjour,',
].join('\n')

/** The fields of one recipient, as RFC 3464 orders them. */
export function fieldsOf(recipient: string, status: string, diagnostic = '', action = 'failed'): string {
  return [
    'Reporting-MTA: dns; mx.relais.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic ? [`Diagnostic-Code: smtp; ${diagnostic}`] : []),
    '',
  ].join('\n')
}
