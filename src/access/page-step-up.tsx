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
import { answerJson, enter, localeOf, readForm, tryOrRefusal, wordsOf } from './page-answers.tsx'
import { askForPasskey } from './passkey-ceremony.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { relyingParty, writeSessionCookie } from './site.ts'
import { stepUpWithCode, stepUpWithPasskey } from './step-up.ts'

/** /step-up?back=…: a fresh passkey or code, then back to the page that asked for it. */
export function stepUpRoutes(): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get('/step-up', (c) => showStepUp(c, c.req.query('back')))
    .post('/step-up', async (c) => {
      const field = await readForm(c)
      const result = await tryOrRefusal(() =>
        stepUpWithCode(c.get('platform'), c.get('session'), field('code')),
      )
      if ('refusal' in result) return showStepUp(c, field('back'), result.refusal)
      return enter(c, result.value, safeBack(field('back')))
    })
    .post('/step-up/passkey/options', (c) =>
      answerJson(c, () => askForPasskey(c.get('platform'), relyingParty(c), 'step_up', c.get('session'))),
    )
    .post('/step-up/passkey', (c) =>
      answerJson(c, async () => {
        const body = await c.req.json<{ response?: unknown; back?: string }>()
        const token = await stepUpWithPasskey(
          c.get('platform'),
          c.get('session'),
          relyingParty(c),
          body.response,
        )
        writeSessionCookie(c, token)
        return { location: safeBack(body.back) }
      }),
    )
}

function showStepUp(c: Context<DeskEnv>, back: string | undefined, refusal?: Refusal): Promise<Response> {
  const text = wordsOf(c)
  const hidden = <input type="hidden" name="back" value={safeBack(back)} />
  const said = refusal ? refusal.text(localeOf(c)) : c.req.query('unsent') ? text.stepUpUnsent : undefined
  return renderBarePage(c, {
    title: text.stepUp,
    status: refusal?.http ?? 200,
    islands: ['passkey'],
    children: (
      <>
        {said ? <Notice tone="late">{said}</Notice> : null}
        <Lead sentences={[text.stepUpLead]} note={text.stepUpNote} />
        <Section title={text.passkeyTitle}>
          <PasskeyForm c={c} kind="get" verify="/step-up/passkey" button={text.stepUpPasskey}>
            {hidden}
          </PasskeyForm>
        </Section>
        <Section title={text.totp}>
          {c.get('viewer').fictional ? <ExerciseCommand {...text} /> : null}
          <form method="post" action="/step-up">
            {hidden}
            <TextField
              name="code"
              label={text.code}
              help={text.codeHelp}
              inputmode="numeric"
              autocomplete="one-time-code"
              required
            />
            <Actions>
              <Button>{text.stepUpCode}</Button>
            </Actions>
          </form>
        </Section>
      </>
    ),
  })
}

function ExerciseCommand(text: { exerciseNote: string; exerciseCommand: string }) {
  return (
    <p>
      {text.exerciseNote}
      <code>{text.exerciseCommand}</code>
    </p>
  )
}
