import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Ledger,
  Notice,
  Row,
  Section,
  Status,
  TextField,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { HookToken, IntakeState } from './intake-store.ts'
import type { Intake } from './report-store.ts'
import { returnedTexts } from './texts.ts'

type Ctx = Context<DeskEnv>
const INTAKES: readonly Intake[] = ['imap', 'maildir', 'hook']

/** Each source: when it was last read, when it last brought something, and what is wrong with it. */
export function Intakes({ c, states, hook }: { c: Ctx; states: readonly IntakeState[]; hook: boolean }) {
  const words = returnedTexts[c.get('locale')]
  const { bounceImapUrl, bounceMaildir } = c.get('platform').config
  const isSet = { imap: bounceImapUrl, maildir: bounceMaildir, hook }
  return (
    <Section title={words.intakes}>
      {INTAKES.some((intake) => isSet[intake]) ? null : <Notice tone="soon">{words.noIntake}</Notice>}
      <Ledger columns={words.intakeColumns.map((label) => ({ label }))}>
        {INTAKES.map((intake) => (
          <IntakeRow
            c={c}
            intake={intake}
            state={states.find((one) => one.intake === intake)}
            isSet={Boolean(isSet[intake])}
          />
        ))}
      </Ledger>
    </Section>
  )
}

interface IntakeRowProps {
  readonly c: Ctx
  readonly intake: Intake
  readonly state: IntakeState | undefined
  readonly isSet: boolean
}

function IntakeRow({ c, intake, state, isSet }: IntakeRowProps) {
  const words = returnedTexts[c.get('locale')]
  const failure = state?.failure ?? undefined
  return (
    <Row>
      <Cell head>{words.intakeNames[intake]}</Cell>
      <Cell>{when(c, state?.readAt)}</Cell>
      <Cell>{when(c, state?.reportAt)}</Cell>
      <Cell second={isSet && failure ? (words.failures[failure] ?? words.otherFailure(failure)) : undefined}>
        {isSet ? (
          <Status kind={failure ? 'late' : 'done'}>{failure ? words.fails : words.works}</Status>
        ) : (
          <Status kind="todo">{words.notSet}</Status>
        )}
      </Cell>
    </Row>
  )
}

function when(c: Ctx, at: Temporal.Instant | null | undefined) {
  const locale = c.get('locale')
  return at ? <Instant at={at} locale={locale} form="short" /> : returnedTexts[locale].never
}

/** Tokens of the hook. A new one is shown once, on the answer to its own form. */
export function Tokens({
  c,
  tokens,
  made,
}: {
  c: Ctx
  tokens: readonly HookToken[]
  made: string | undefined
}) {
  const words = returnedTexts[c.get('locale')]
  const path = incidentPath(c, 'sending/returned/tokens')
  return (
    <Section title={words.tokens} aside={words.tokensNote}>
      {made ? (
        <Notice tone="plain">
          {words.tokenMade} <code>{made}</code>
        </Notice>
      ) : null}
      {tokens.length > 0 ? (
        <Ledger columns={words.tokenColumns.map((label) => ({ label }))}>
          {tokens.map(({ id, name, madeAt, madeBy, usedAt }) => (
            <Row>
              <Cell head second={actorName(madeBy)}>
                {name}
              </Cell>
              <Cell>{when(c, madeAt)}</Cell>
              <Cell>{when(c, usedAt)}</Cell>
              <Cell>
                <form method="post" action={`${path}/${id}/revocations`}>
                  <Button>{words.revoke}</Button>
                </form>
              </Cell>
            </Row>
          ))}
        </Ledger>
      ) : null}
      <form method="post" action={path}>
        <TextField name="name" label={words.tokenName} required maxlength={80} />
        <Actions>
          <Button>{words.makeToken}</Button>
        </Actions>
      </form>
    </Section>
  )
}
