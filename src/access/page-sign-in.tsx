import { type Context, Hono } from 'hono'
import {
  Actions,
  Button,
  type DeskEnv,
  Lead,
  Notice,
  renderBarePage,
  Section,
  TextField,
} from '../desk/index.ts'
import type { Refusal } from '../platform/refusal.ts'
import { safeBack } from './model.ts'
import { signOut } from './open-session.ts'
import { answerJson, enter, localeOf, readForm, tryOrRefusal, userAgentOf, wordsOf } from './page-answers.tsx'
import { askForPasskey } from './passkey-ceremony.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { signInWithCode, signInWithRecoveryCode } from './sign-in-with-code.ts'
import { readLink, signInWithLink } from './sign-in-with-link.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'
import { clearSessionCookie, relyingParty, writeSessionCookie } from './site.ts'
import type { Texts } from './texts.ts'

/** /sign-in (passkey, passphrase and code, recovery code), /sign-in/:token, /sign-out. */
export function signInRoutes(): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get('/sign-in', async (c) => {
      const back = c.req.query('back')
      return c.get('viewer') ? c.redirect(safeBack(back), 303) : showSignIn(c, back)
    })
    .post('/sign-in', async (c) => {
      const field = await readForm(c)
      const proof = {
        login: field('login'),
        passphrase: field('passphrase'),
        code: field('code'),
        userAgent: userAgentOf(c),
      }
      const result = await tryOrRefusal(() => signInWithCode(c.get('platform'), proof))
      if ('refusal' in result) return showSignIn(c, field('back'), result.refusal, proof.login)
      return enter(c, result.value, safeBack(field('back')))
    })
    .post('/sign-in/recovery', async (c) => {
      const field = await readForm(c)
      const proof = { login: field('login'), code: field('code'), userAgent: userAgentOf(c) }
      const result = await tryOrRefusal(() => signInWithRecoveryCode(c.get('platform'), proof))
      if ('refusal' in result) return showSignIn(c, field('back'), result.refusal, proof.login)
      return enter(c, result.value, '/enrol')
    })
    .post('/sign-in/passkey/options', (c) =>
      answerJson(c, () => askForPasskey(c.get('platform'), relyingParty(c), 'sign_in', null)),
    )
    .post('/sign-in/passkey', (c) =>
      answerJson(c, async () => {
        const body = await c.req.json<{ response?: unknown; back?: string }>()
        const token = await signInWithPasskey(
          c.get('platform'),
          relyingParty(c),
          body.response,
          userAgentOf(c),
        )
        writeSessionCookie(c, token)
        return { location: safeBack(body.back) }
      }),
    )
    .get('/sign-in/:token', (c) => openLink(c, c.req.param('token')))
    .post('/sign-in/:token', (c) => useLink(c, c.req.param('token')))
    .post('/sign-out', async (c) => {
      const viewer = c.get('viewer')
      if (viewer) await signOut(c.get('platform'), viewer)
      clearSessionCookie(c)
      return c.redirect('/sign-in', 303)
    })
}

/**
 * A link typed or opened from a terminal (`Sec-Fetch-Site: none`) enters at once. From another site's page the Strict cookie
 * would not follow the redirect, and a message preview must not use the link up: both get a page with one button.
 */
async function openLink(c: Context<DeskEnv>, token: string): Promise<Response> {
  const link = await tryOrRefusal(() => readLink(c.get('platform'), token))
  if ('refusal' in link) return showRefused(c, link.refusal)
  if (c.req.raw.method === 'GET' && entersAtOnce(c, link.value.purpose)) return useLink(c, token)
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.signIn,
    children: (
      <form method="post" action={`/sign-in/${encodeURIComponent(token)}`}>
        <Lead sentences={[text.linkLead]} note={text.linkNote} />
        <Actions>
          <Button primary>{text.linkButton}</Button>
        </Actions>
      </form>
    ),
  })
}

function entersAtOnce(c: Context, purpose: 'enrol' | 'exercise'): boolean {
  if (c.req.header('sec-purpose') ?? c.req.header('purpose')) return false
  const site = c.req.header('sec-fetch-site')
  return site === undefined ? purpose === 'exercise' : site === 'none' || site === 'same-origin'
}

async function useLink(c: Context<DeskEnv>, token: string): Promise<Response> {
  const result = await tryOrRefusal(() => signInWithLink(c.get('platform'), token, userAgentOf(c)))
  return 'refusal' in result ? showRefused(c, result.refusal) : enter(c, result.value, '/')
}

function showRefused(c: Context<DeskEnv>, refusal: Refusal): Promise<Response> {
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.signIn,
    status: refusal.http,
    children: (
      <Lead sentences={[refusal.text(localeOf(c))]} note={<a href="/sign-in">{text.backToSignIn}</a>} />
    ),
  })
}

async function showSignIn(
  c: Context<DeskEnv>,
  back: string | undefined,
  refusal?: Refusal,
  login = '',
): Promise<Response> {
  const text = wordsOf(c)
  const hidden = <input type="hidden" name="back" value={safeBack(back)} />
  return renderBarePage(c, {
    title: text.signIn,
    status: refusal?.http ?? 200,
    islands: ['passkey'],
    children: (
      <>
        {refusal ? <Notice tone="late">{refusal.text(localeOf(c))}</Notice> : null}
        <Lead sentences={[text.signInLead]} note={text.signInNote} />
        {c.get('platform').home.exercise ? <ExerciseHint text={text} /> : null}
        <Section title={text.passkeyTitle}>
          <p class="help">{text.passkeyHelp}</p>
          <PasskeyForm c={c} kind="get" verify="/sign-in/passkey" button={text.passkeyButton}>
            {hidden}
          </PasskeyForm>
        </Section>
        <CodeForm text={text} login={login}>
          {hidden}
        </CodeForm>
        <RecoveryForm text={text} />
      </>
    ),
  })
}

function CodeForm({ text, login, children }: { text: Texts; login: string; children: unknown }) {
  return (
    <Section title={text.codeTitle}>
      <form method="post" action="/sign-in" autocomplete="on">
        {children}
        <TextField name="login" label={text.login} value={login} autocomplete="username webauthn" required />
        <TextField
          name="passphrase"
          label={text.passphrase}
          type="password"
          autocomplete="current-password"
          required
        />
        <TextField
          name="code"
          label={text.code}
          help={text.codeHelp}
          inputmode="numeric"
          autocomplete="one-time-code"
          required
        />
        <Actions>
          <Button>{text.signIn}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function RecoveryForm({ text }: { text: Texts }) {
  return (
    <Section title={text.recoveryTitle}>
      <form method="post" action="/sign-in/recovery">
        <p class="help">{text.recoveryHelp}</p>
        <div class="field">
          <label for="recovery-login">{text.login}</label>
          <input id="recovery-login" name="login" autocomplete="username" required />
        </div>
        <div class="field">
          <label for="recovery-code">{text.recoveryCode}</label>
          <input id="recovery-code" name="code" autocomplete="off" required />
        </div>
        <Actions>
          <Button>{text.recoveryButton}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function ExerciseHint({ text }: { text: Texts }) {
  return (
    <Section title={text.exerciseTitle}>
      <p>
        {text.exerciseNote}
        <code>{text.exerciseCommand}</code>
      </p>
    </Section>
  )
}
