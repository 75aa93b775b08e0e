import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  RadioGroup,
  Row,
  renderPage,
  Section,
  TextArea,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { STRATEGIES, type StrategyDecision } from './store-strategy.ts'
import { strategyTexts } from './strategy-texts.ts'
import { texts } from './texts.ts'

export const STRATEGISTS = ['lead', 'dpo'] as const

export interface StrategyPage {
  /** The one in force first. */
  readonly decisions: readonly StrategyDecision[]
  readonly listVersion: number
  /** True when those on no list are written for this list. */
  readonly filled: boolean
  /** What was refused, and what had been typed. */
  readonly refused?: {
    readonly message: string
    readonly strategy: string | undefined
    readonly reason: string
  }
}

/** Whom the organisation tells, who decided it and why, and the form for another decision. */
export function renderStrategy(c: Context<DeskEnv>, page: StrategyPage): Promise<Response> {
  const locale = c.get('locale')
  const words = strategyTexts[locale]
  const current = page.decisions[0]
  return renderPage(c, {
    title: words.title,
    current: 'lists',
    status: page.refused ? 422 : 200,
    crumbs: [{ label: texts[locale].lists, href: incidentPath(c, 'lists') }, { label: words.title }],
    notice: page.refused ? <Notice tone="late">{page.refused.message}</Notice> : undefined,
    lead: (
      <Lead
        sentences={[words.lead[current?.strategy ?? 'concerned_only']]}
        note={current ? <Decided c={c} decision={current} /> : words.undecided}
      />
    ),
    children: (
      <>
        {current?.strategy === 'preventive_to_all' ? <Preventive c={c} page={page} /> : null}
        {hasRole(c.get('viewer'), ...STRATEGISTS) ? <Form c={c} page={page} /> : null}
        <History c={c} decisions={page.decisions} />
      </>
    ),
  })
}

function Decided({ c, decision }: { c: Context<DeskEnv>; decision: StrategyDecision }) {
  const locale = c.get('locale')
  return (
    <>
      {strategyTexts[locale].decided(decision.listVersion, actorName(decision.decidedBy))}
      <Instant at={decision.decidedAt} locale={locale} form="long" />.
    </>
  )
}

function Preventive({ c, page }: { c: Context<DeskEnv>; page: StrategyPage }) {
  const words = strategyTexts[c.get('locale')]
  const newer = (page.decisions[0]?.listVersion ?? 0) < page.listVersion && !page.filled
  return (
    <Section title={words.choices.preventive_to_all}>
      <p>{words.preventiveNote}</p>
      {newer ? <p>{words.newerList(page.listVersion)}</p> : null}
      {page.filled ? (
        <p>
          <a href={incidentPath(c, 'sending#preventive')}>{words.seeSending}</a>
        </p>
      ) : hasRole(c.get('viewer'), 'lead', 'dpo', 'communication') ? (
        <form method="post" action={incidentPath(c, 'sending/campaigns')}>
          <Actions>
            <Button name="cohort" value="preventive">
              {words.toPrepare}
            </Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}

function Form({ c, page }: { c: Context<DeskEnv>; page: StrategyPage }) {
  const words = strategyTexts[c.get('locale')]
  return (
    <Section title={words.form}>
      <form method="post" action={incidentPath(c, 'lists/strategy')}>
        <RadioGroup
          name="strategy"
          label={words.strategy}
          value={page.refused?.strategy ?? ''}
          choices={STRATEGIES.map((value) => ({ value, label: words.choices[value] }))}
        />
        <TextArea name="reason" label={words.why} help={words.whyHelp} value={page.refused?.reason ?? ''} />
        <Actions note={words.decideNote}>
          <Button primary>{words.decide}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function History({ c, decisions }: { c: Context<DeskEnv>; decisions: readonly StrategyDecision[] }) {
  const locale = c.get('locale')
  const words = strategyTexts[locale]
  return (
    <Section title={words.history}>
      {decisions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Ledger columns={words.columns.map((label) => ({ label }))}>
          {decisions.map((decision) => (
            <Row>
              <Cell head>{words.choices[decision.strategy]}</Cell>
              <Cell label={words.columns[1] ?? ''}>{decision.reason}</Cell>
              <Cell label={words.columns[2] ?? ''}>{texts[locale].version(decision.listVersion)}</Cell>
              <Cell label={words.columns[3] ?? ''} second={actorName(decision.decidedBy)}>
                <Instant at={decision.decidedAt} locale={locale} form="long" />
              </Cell>
            </Row>
          ))}
        </Ledger>
      )}
    </Section>
  )
}
