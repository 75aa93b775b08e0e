import {
  Actions,
  Button,
  Columns,
  DescriptionList,
  Instant,
  incidentPath,
  Lead,
  Section,
  TextField,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { incidentNow } from '../../obligations/index.ts'
import { filingNumbered, tolerancesOf } from '../filings-store.ts'
import { inStory } from '../in-story.ts'
import { type BlockedFiling, standingOf } from '../model.ts'
import { disruptionRefusals } from '../refusals.ts'
import { showDay } from '../show-figures.ts'
import { binder, type Ctx, mayWrite, type Typed } from '../typed-form.ts'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'

/** One filing: where it stands, its tolerances, and what may be said of it now. */
export async function filingPage(c: Ctx, number: number, typed?: Typed): Promise<Response> {
  const { db, clock } = c.get('platform')
  const { id } = c.get('incident')
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const found = await filingNumbered(db, id, number)
  const [filing] = found ? await inStory(c, [found]) : []
  if (!filing || filing.state === 'struck') throw disruptionRefusals.unknown({ number })
  const standing = standingOf(filing, await incidentNow(db, clock, id))
  const tolerances = (await tolerancesOf(db, id)).filter((one) => filing.tolerances.includes(one.number))
  const title = words.followTitle(filing.kind, filing.client)
  return renderRegister(c, {
    title,
    within: 'filings',
    typed,
    lead: (
      <Lead
        sentences={words.followLead[standing](showDay(filing.dueOn, locale, 'long'))}
        note={words.filingsNote}
      />
    ),
    children: (
      <>
        <Section title={title}>
          <DescriptionList items={descriptions(c, filing, tolerances)} />
        </Section>
        {mayWrite(c) ? (
          <Columns kind="1-1">
            <FiledForm c={c} filing={filing} typed={typed} />
            <ReasonForm c={c} filing={filing} typed={typed} />
          </Columns>
        ) : null}
      </>
    ),
  })
}

function descriptions(c: Ctx, filing: BlockedFiling, tolerances: Awaited<ReturnType<typeof tolerancesOf>>) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  return [
    { term: words.client, value: filing.client, second: filing.own ? words.ours : undefined },
    { term: words.dueOn, value: showDay(filing.dueOn, locale, 'long') },
    ...(filing.filedAt
      ? [{ term: words.filedAt, value: <Instant at={filing.filedAt} locale={locale} form="long" /> }]
      : []),
    ...tolerances.map((one) => ({
      term: words.toleranceTitle(one.number),
      value: `${words.toleranceStates[one.state]}, ${one.grantor}, ${showDay(one.on, locale)}`,
      second: [one.scope, one.condition].filter(Boolean).join(' · '),
    })),
    ...(tolerances.length === 0 ? [{ term: words.tolerances, value: words.noTolerance }] : []),
    {
      term: words.lastStep,
      value: (
        <>
          <Instant at={filing.at} locale={locale} /> {words.by(actorName(filing.by))}
        </>
      ),
      second: filing.note ?? undefined,
    },
  ]
}

interface FormProps {
  readonly c: Ctx
  readonly filing: BlockedFiling
  readonly typed: Typed | undefined
}

function FiledForm({ c, filing, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'filed', typed)
  return (
    <Section title={words.filedForm}>
      <form method="post" action={incidentPath(c, `disruption/filings/${filing.filing}`)}>
        <input type="hidden" name="state" value="filed" />
        <TextField
          {...field('filed_at')}
          label={words.filedAt}
          help={words.filedAtHelp}
          required
          maxlength={30}
        />
        <TextField {...field('note')} label={words.receipt} maxlength={300} />
        <Actions>
          <Button primary>{words.filedVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function ReasonForm({ c, filing, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'reason', typed)
  const filed = filing.state === 'filed'
  return (
    <Section title={filed ? words.notFiled : words.strikeFiling}>
      <form method="post" action={incidentPath(c, `disruption/filings/${filing.filing}`)}>
        <TextField {...field('reason')} label={words.reason} required maxlength={200} />
        <Actions>
          {filed ? (
            <Button name="state" value="blocked">
              {words.notFiledVerb}
            </Button>
          ) : null}
          <Button name="state" value="struck">
            {words.strikeFilingVerb}
          </Button>
        </Actions>
      </form>
    </Section>
  )
}
