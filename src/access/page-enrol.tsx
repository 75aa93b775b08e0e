import { type Context, Hono, type MiddlewareHandler } from 'hono'
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
import {
  enrolPasskey,
  enrolTimeCode,
  namePerson,
  offerTimeCode,
  renewRecoveryCodes,
} from './enrol-authenticator.ts'
import { requireStepUp } from './middleware.ts'
import { answerJson, enter, localeOf, readForm, tryOrRefusal, wordsOf } from './page-answers.tsx'
import { offerPasskey } from './passkey-ceremony.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { relyingParty, writeSessionCookie } from './site.ts'

/** /enrol: who one is (first lead), a passkey or a passphrase with a code application; /enrol/recovery-codes. */
export function enrolRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/enrol/*', freshOrEnrolling)
  return app
    .get('/enrol', (c) => (c.get('session').name === '' ? showWho(c) : showEnrol(c)))
    .post('/enrol/person', async (c) => {
      const field = await readForm(c)
      if (c.get('session').name !== '') return c.redirect('/enrol', 303)
      const person = { login: field('login'), name: field('name'), title: field('title') }
      const result = await tryOrRefusal(() => namePerson(c.get('platform'), c.get('session'), person))
      return 'refusal' in result ? showWho(c, result.refusal, person) : c.redirect('/enrol', 303)
    })
    .post('/enrol/passkey/options', (c) =>
      answerJson(c, () => offerPasskey(c.get('platform'), relyingParty(c), c.get('session'))),
    )
    .post('/enrol/passkey', (c) =>
      answerJson(c, async () => {
        const body = await c.req.json<{ response?: unknown; name?: string }>()
        const name = String(body.name ?? '')
        writeSessionCookie(
          c,
          await enrolPasskey(c.get('platform'), c.get('session'), relyingParty(c), body.response, name),
        )
        return { location: afterEnrolment(c) }
      }),
    )
    .post('/enrol/code', async (c) => {
      const field = await readForm(c)
      const form = { sealed: field('sealed'), passphrase: field('passphrase'), code: field('code') }
      const result = await tryOrRefusal(() => enrolTimeCode(c.get('platform'), c.get('session'), form))
      return 'refusal' in result
        ? showEnrol(c, result.refusal, form.sealed)
        : enter(c, result.value, afterEnrolment(c))
    })
    .get('/enrol/recovery-codes', showRecoveryOffer)
    .post('/enrol/recovery-codes', async (c) =>
      showRecoveryCodes(c, await renewRecoveryCodes(c.get('platform'), c.get('session'))),
    )
}

/** Someone who comes in by a link or a recovery code has nothing to step up with yet; everyone else proves who they are first. */
const freshOrEnrolling: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const { enrolOnly } = c.get('session')
  const codesOnly = c.req.path === '/enrol/recovery-codes'
  // A link must not give recovery codes to someone who has no authenticator: they come after it.
  if (enrolOnly && codesOnly) return c.redirect('/enrol', 303)
  return enrolOnly ? next() : requireStepUp()(c, next)
}

function afterEnrolment(c: Context<DeskEnv>): string {
  return c.get('session').hasRecoveryCodes || c.get('session').fictional
    ? '/account'
    : '/enrol/recovery-codes'
}

function showWho(
  c: Context<DeskEnv>,
  refusal?: Refusal,
  person = { login: '', name: '', title: '' },
): Promise<Response> {
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.enrol,
    status: refusal?.http ?? 200,
    children: (
      <form method="post" action="/enrol/person">
        {refusal ? <Notice tone="late">{refusal.text(localeOf(c))}</Notice> : null}
        <Lead sentences={[text.whoLead]} note={text.whoNote} />
        <TextField
          name="name"
          label={text.name}
          value={person.name}
          autocomplete="name"
          maxlength={120}
          required
        />
        <TextField
          name="title"
          label={text.title}
          help={text.titleHelp}
          value={person.title}
          maxlength={120}
        />
        <TextField
          name="login"
          label={text.login}
          help={text.loginHelp}
          value={person.login}
          autocomplete="username"
          required
        />
        <Actions>
          <Button primary>{text.continue}</Button>
        </Actions>
      </form>
    ),
  })
}

async function showEnrol(c: Context<DeskEnv>, refusal?: Refusal, offered?: string): Promise<Response> {
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.enrol,
    status: refusal?.http ?? 200,
    islands: ['passkey'],
    children: (
      <>
        {refusal ? <Notice tone="late">{refusal.text(localeOf(c))}</Notice> : null}
        <Lead sentences={[text.enrolLead]} note={text.enrolNote} />
        <Section title={text.passkeyTitle}>
          <p class="help">{text.passkeyHelp}</p>
          <PasskeyForm c={c} kind="create" verify="/enrol/passkey" button={text.enrolPasskey}>
            <TextField name="name" label={text.passkeyName} help={text.passkeyNameHelp} maxlength={80} />
          </PasskeyForm>
        </Section>
        {await codeSection(c, refusal?.code === 'access.enrolmentChanged' ? undefined : offered)}
      </>
    ),
  })
}

/** Each opening offers a new secret, and a slip shows the same one again: it is already in the telephone. */
async function codeSection(c: Context<DeskEnv>, offered: string | undefined) {
  const text = wordsOf(c)
  const offer = await offerTimeCode(c.get('platform'), c.get('session'), offered)
  return (
    <Section title={text.codeTitle}>
      <p class="help">{text.totpReplaces}</p>
      <form method="post" action="/enrol/code">
        <input type="hidden" name="sealed" value={offer.sealed} />
        <p>{text.totpStepSecret}</p>
        <p>
          <code id="secret">{offer.groups}</code>
        </p>
        <p>
          {text.totpStepAddress} <a href={offer.uri}>{breakable(offer.uri)}</a>
        </p>
        <TextField
          name="passphrase"
          label={text.passphrase}
          help={text.passphraseHelp}
          type="password"
          autocomplete="new-password"
          required
        />
        <TextField name="code" label={text.code} inputmode="numeric" autocomplete="one-time-code" required />
        <Actions>
          <Button>{text.enrolCode}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** A long address may break every sixteen characters: nothing scrolls sideways at 320 px. */
function breakable(uri: string) {
  return (uri.match(/.{1,16}/g) ?? []).map((part) => (
    <>
      <wbr />
      {part}
    </>
  ))
}

function showRecoveryOffer(c: Context<DeskEnv>): Promise<Response> {
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.recovery,
    children: (
      <form method="post" action="/enrol/recovery-codes">
        <Lead sentences={[text.recoveryLead]} note={text.recoveryNote} />
        <Actions>
          <Button primary>{text.recoveryMake}</Button>
        </Actions>
      </form>
    ),
  })
}

function showRecoveryCodes(c: Context<DeskEnv>, codes: readonly string[]): Promise<Response> {
  const text = wordsOf(c)
  return renderBarePage(c, {
    title: text.recovery,
    children: (
      <>
        <Lead sentences={[text.recoveryShown]} note={text.recoveryShownNote} />
        <ol class="codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>
          <a class="button primary" href="/">
            {text.recoveryDone}
          </a>
        </p>
      </>
    ),
  })
}
