import { type Context, Hono } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
} from '../desk/index.ts'
import { removeAuthenticator } from './enrol-authenticator.ts'
import { requireStepUp } from './middleware.ts'
import { closeSession } from './open-session.ts'
import { issueOperatorToken, withdrawOperatorToken } from './operator-authority.ts'
import { localeOf, readForm, userAgentOf, wordsOf } from './page-answers.tsx'
import { hashToken } from './secret-token.ts'
import { type Passkey, passkeysOf, recoveryCodesLeft, type TotpCredential, totpOf } from './store.ts'
import { operatorTokensOf } from './store-limits.ts'
import { sessionsOf } from './store-sessions.ts'

/** /account: one's ways in, recovery codes, sessions and operator tokens. Every change asks for a fresh proof. */
export function accountRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/account/*', requireStepUp())
  return app
    .get('/account', showAccount)
    .post('/account/authenticators/removals', async (c) => {
      const passkey = (await readForm(c))('passkey')
      await removeAuthenticator(c.get('platform'), c.get('session'), passkey === '' ? 'totp' : { passkey })
      return c.redirect('/account', 303)
    })
    .post('/account/sessions/closures', async (c) => {
      await closeSession(c.get('platform'), c.get('viewer'), (await readForm(c))('session'))
      return c.redirect('/account', 303)
    })
    .post('/account/operator-tokens', async (c) =>
      showToken(c, await issueOperatorToken(c.get('platform'), c.get('viewer'))),
    )
    .post('/account/operator-tokens/revocations', async (c) => {
      await withdrawOperatorToken(c.get('platform'), c.get('viewer'), (await readForm(c))('token'))
      return c.redirect('/account', 303)
    })
}

async function showAccount(c: Context<DeskEnv>): Promise<Response> {
  const { db } = c.get('platform')
  const { userId, name, roles } = c.get('viewer')
  const text = wordsOf(c)
  const passkeys = await passkeysOf(db, userId)
  const totp = await totpOf(db, userId)
  const left = await recoveryCodesLeft(db, userId)
  const ways = text.waysIn(passkeys.length + (totp ? 1 : 0))
  return renderPage(c, {
    title: text.account,
    current: 'none',
    lead: (
      <Lead
        sentences={[text.accountLead(name, ways), text.codesLeft(left)]}
        note={roles.includes('lead') ? <a href="/staff">{text.staff}</a> : undefined}
      />
    ),
    children: (
      <>
        <WaysIn c={c} passkeys={passkeys} totp={totp} />
        {await sessionsSection(c)}
        {await operatorSection(c)}
      </>
    ),
  })
}

function WaysIn({
  c,
  passkeys,
  totp,
}: {
  c: Context<DeskEnv>
  passkeys: Passkey[]
  totp: TotpCredential | undefined
}) {
  const text = wordsOf(c)
  return (
    <Section title={text.enrol} aside={<a href="/enrol">{text.addAnother}</a>}>
      <Ledger columns={[text.enrol, text.addedOn, text.lastUsed, text.action].map((label) => ({ label }))}>
        {passkeys.map((key) => (
          <WayRow c={c} name={key.name} kind={text.passkey} passkey={key.credentialId} at={key} />
        ))}
        {totp ? <WayRow c={c} name={text.totp} at={totp} /> : null}
      </Ledger>
      <form method="post" action="/enrol/recovery-codes">
        <Actions note={text.recoveryShownNote}>
          <Button>{text.recoveryAgain}</Button>
        </Actions>
      </form>
    </Section>
  )
}

interface WayRowProps {
  readonly c: Context<DeskEnv>
  readonly name: string
  readonly kind?: string
  /** Credential id; absent for the passphrase and code. */
  readonly passkey?: string
  readonly at: Pick<Passkey, 'createdAt' | 'lastUsedAt'>
}

function WayRow({ c, name, kind, passkey, at }: WayRowProps) {
  const text = wordsOf(c)
  return (
    <Row>
      <Cell head second={kind}>
        {name}
      </Cell>
      <Cell label={text.addedOn}>
        <Instant at={at.createdAt} locale={localeOf(c)} />
      </Cell>
      <Cell label={text.lastUsed}>
        {at.lastUsedAt ? <Instant at={at.lastUsedAt} locale={localeOf(c)} /> : text.never}
      </Cell>
      <Cell>
        <form method="post" action="/account/authenticators/removals">
          <input type="hidden" name="passkey" value={passkey ?? ''} />
          <Button small>{text.remove}</Button>
        </form>
      </Cell>
    </Row>
  )
}

async function sessionsSection(c: Context<DeskEnv>) {
  const text = wordsOf(c)
  const platform = c.get('platform')
  const here = hashToken(userAgentOf(c))
  const open = await sessionsOf(platform.db, c.get('viewer').userId, platform.clock.now())
  return (
    <Section title={text.sessions}>
      <Ledger
        columns={[text.sessions, text.openedAt, text.seenAt, text.endsAt, text.action].map((label) => ({
          label,
        }))}
      >
        {open.map((session) => (
          <Row>
            <Cell
              head
              second={`${text.methods[session.method]}, ${session.userAgentHash === here ? text.sameBrowser : text.otherBrowser}`}
            >
              {session.id === c.get('viewer').sessionId ? text.thisSession : text.otherSession}
            </Cell>
            {(
              [
                ['openedAt', 'createdAt'],
                ['seenAt', 'lastSeenAt'],
                ['endsAt', 'expiresAt'],
              ] as const
            ).map(([label, at]) => (
              <Cell label={text[label]}>
                <Instant at={session[at]} locale={localeOf(c)} />
              </Cell>
            ))}
            <Cell>
              <form method="post" action="/account/sessions/closures">
                <Button small name="session" value={session.id}>
                  {text.close}
                </Button>
              </form>
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

async function operatorSection(c: Context<DeskEnv>) {
  const text = wordsOf(c)
  const platform = c.get('platform')
  const tokens = await operatorTokensOf(platform.db, c.get('viewer').userId, platform.clock.now())
  return (
    <Section title={text.operator}>
      <p>{text.operatorNote}</p>
      {tokens.length === 0 ? <p>{text.operatorNone}</p> : null}
      {tokens.map((token) => (
        <form method="post" action="/account/operator-tokens/revocations">
          <Actions note={[text.expires, ' ', <Instant at={token.expiresAt} locale={localeOf(c)} />]}>
            <Button small name="token" value={token.id}>
              {text.revoke}
            </Button>
          </Actions>
        </form>
      ))}
      <form method="post" action="/account/operator-tokens">
        <Actions>
          <Button>{text.operatorMake}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function showToken(c: Context<DeskEnv>, token: string): Promise<Response> {
  const text = wordsOf(c)
  return renderPage(c, {
    title: text.operator,
    current: 'none',
    lead: <Lead sentences={[text.operatorShown]} note={text.operatorShownNote} />,
    children: (
      <>
        <p>
          <code id="operator-token">{token}</code>
        </p>
        <p>
          <a href="/account">{text.backToAccount}</a>
        </p>
      </>
    ),
  })
}
