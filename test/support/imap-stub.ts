import { createServer, type Server, type Socket } from 'node:net'

/**
 * The edge of an IMAP server (RFC 3501), enough for one client to read one mailbox: LOGIN, SELECT, UID SEARCH, UID FETCH,
 * UID STORE, LOGOUT. The real dialogue is tried against Dovecot in the drills.
 */
export interface ImapStub {
  readonly port: number
  readonly messages: Map<number, Buffer>
  readonly seen: Set<number>
  uidValidity: number
  close(): Promise<void>
}

export async function imapStub(): Promise<ImapStub> {
  const messages = new Map<number, Buffer>()
  const seen = new Set<number>()
  const stub = { messages, seen, uidValidity: 7, port: 0 }
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let rest = ''
    socket.on('data', (data) => {
      rest += data.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        answer(socket, rest.slice(0, end), stub)
        rest = rest.slice(end + 2)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return Object.assign(stub, { port: (server.address() as { port: number }).port, close })
}

function answer(socket: Socket, line: string, stub: Omit<ImapStub, 'close'>): void {
  const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
  const ok = (text = 'done') => socket.write(`${tag} OK ${text}\r\n`)
  const uids = [...stub.messages.keys()].sort((a, b) => a - b)
  const verb = command.replace(/^UID /i, '').split(' ')[0]?.toUpperCase()
  if (verb === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n')
  else if (verb === 'LIST' || verb === 'LSUB') socket.write('* LIST () "/" INBOX\r\n')
  else if (verb === 'SELECT') {
    socket.write(
      `* ${uids.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen)] ok\r\n`,
    )
    socket.write(`* OK [UIDVALIDITY ${stub.uidValidity}] ok\r\n* OK [UIDNEXT 99] ok\r\n`)
    return void ok('[READ-WRITE] done')
  } else if (verb === 'SEARCH') {
    const from = Number(/(\d+):\*/.exec(command)?.[1] ?? 1)
    // `n:*` always names the last message.
    const found = uids.filter((uid, index) => uid >= from || index === uids.length - 1)
    socket.write(`* SEARCH ${found.join(' ')}\r\n`)
  } else if (verb === 'FETCH') {
    const uid = Number(/FETCH (\d+)/i.exec(command)?.[1])
    const bytes = stub.messages.get(uid)
    const origin = /BODY(?:\.PEEK)?\[\]<0\./i.test(command) ? '<0>' : ''
    if (bytes) {
      socket.write(`* ${uids.indexOf(uid) + 1} FETCH (UID ${uid} BODY[]${origin} {${bytes.length}}\r\n`)
      socket.write(bytes)
      socket.write(')\r\n')
    }
  } else if (verb === 'STORE') stub.seen.add(Number(/STORE (\d+)/i.exec(command)?.[1]))
  else if (verb === 'LOGOUT') socket.write('* BYE bye\r\n')
  ok()
}
