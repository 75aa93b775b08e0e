import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  FigureLink,
  incidentPath,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import type { Cohort } from '../../people/lists/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { accountHolds, type CohortAccount, type Proof, RELEASERS } from '../model.ts'
import { cohortTexts } from './cohort-texts.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>
type Other = keyof Proof['cohorts']

/** Those who are told in other words than the concerned: one section for each cohort that has people. `but`: a cohort the page already accounts for. */
export function CohortAccounts({ c, cohorts, but }: { c: Ctx; cohorts: Proof['cohorts']; but?: Cohort }) {
  const named = (Object.keys(cohorts) as Other[]).filter(
    (cohort) => cohorts[cohort].persons > 0 && (cohort !== but || cohorts[cohort].waiting > 0),
  )
  return (
    <>
      {named.map((cohort) => (
        <CohortSection c={c} cohort={cohort} account={cohorts[cohort]} />
      ))}
    </>
  )
}

/** People of the list whom no message covers yet: a new list named them, or took their message back. */
export function Unplanned({ c, unplanned }: { c: Ctx; unplanned: number }) {
  if (unplanned === 0) return null
  return (
    <Section id="concerned" title={cohortTexts[c.get('locale')].unplanned}>
      <Waiting c={c} cohort="concerned" waiting={unplanned} />
    </Section>
  )
}

function CohortSection({ c, cohort, account }: { c: Ctx; cohort: Other; account: CohortAccount }) {
  const locale = c.get('locale')
  const words = cohortTexts[locale]
  const holds = accountHolds(account)
  return (
    <Section
      id={cohort}
      title={words.titles[cohort]}
      aside={words.strip(account.told.email + account.told.letter, account.persons)}
    >
      {account.waiting > 0 ? <Waiting c={c} cohort={cohort} waiting={account.waiting} /> : null}
      <Ledger
        kind="figures"
        columns={texts[locale].proofColumns.map((label, index) =>
          index === 0 ? { label } : { label, align: 'right' as const },
        )}
      >
        {linesOf(c, cohort, account).map(({ label, value, href }) => (
          <Row>
            <Cell head>{label}</Cell>
            <Cell align="right">
              <FigureLink value={value} href={href} locale={locale} />
            </Cell>
          </Row>
        ))}
        <Row tone="total">
          <Cell head>{words.sum}</Cell>
          <Cell align="right">
            {formatInteger(account.persons, locale)}{' '}
            <Status kind={holds ? 'done' : 'late'}>
              {holds ? texts[locale].right : texts[locale].wrong}
            </Status>
          </Cell>
        </Row>
      </Ledger>
    </Section>
  )
}

function linesOf(c: Ctx, cohort: Other, account: CohortAccount) {
  const locale = c.get('locale')
  const words = cohortTexts[locale].rows
  const line = (word: string, label: string, value: number) => ({
    label,
    value,
    href: incidentPath(c, `people?outcome=${cohort}.${word}`),
  })
  return [
    line('email', words.email, account.told.email),
    line('letter', words.letter, account.told.letter),
    line('waiting', words.waiting, account.waiting),
    line('in_progress', words.in_progress, account.in_progress),
    line('unknown_held', words.unknown_held, account.unknown_held),
    ...Object.entries(account.cannot_be_told).map(([reason, value]) =>
      line(reason, texts[locale].reasons[reason] ?? reason, value),
    ),
    line('lost', words.lost, account.lost),
  ]
}

const wordOf = (cohort: Cohort) => (cohort === 'concerned' ? 'unplanned' : `${cohort}.waiting`)

/** Review first; then one click prepares the campaign, which two people still have to release. */
function Waiting({ c, cohort, waiting }: { c: Ctx; cohort: Cohort; waiting: number }) {
  const locale = c.get('locale')
  const words = cohortTexts[locale]
  return (
    <>
      <p>
        <Status kind="held">
          <a href={incidentPath(c, `people?outcome=${wordOf(cohort)}`)}>{words.waiting(waiting)}</a>
        </Status>{' '}
        {words.waitingNote[cohort]}{' '}
        {cohort === 'cannot_be_excluded' ? <a href={incidentPath(c, 'review')}>{words.review}</a> : null}
      </p>
      {hasRole(c.get('viewer'), ...RELEASERS) ? (
        <form method="post" action={incidentPath(c, 'sending/campaigns')}>
          <Actions note={words.prepareNote}>
            <Button name="cohort" value={cohort}>
              {words.prepare}
            </Button>
          </Actions>
        </form>
      ) : null}
    </>
  )
}
