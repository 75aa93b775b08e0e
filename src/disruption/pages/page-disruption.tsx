import { incidentPath, Lead, renderPage, Section } from '../../desk/index.ts'
import { incidentNow } from '../../obligations/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { type Disruption, standingOf, sumOf } from '../model.ts'
import { readDisruption } from '../read-disruption.ts'
import { showEuros } from '../show-figures.ts'
import type { Ctx } from '../typed-form.ts'
import { CostSums } from './page-costs.tsx'
import { FilingSums } from './page-filings.tsx'
import { CardSummary } from './page-insurance.tsx'
import { disruptionTexts } from './texts.ts'

/** What the outage blocks and costs, at a glance; each part has its page. */
export async function disruptionPage(c: Ctx): Promise<Response> {
  const { db, clock } = c.get('platform')
  const { id } = c.get('incident')
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const all = await readDisruption(db, id)
  const now = await incidentNow(db, clock, id)
  return renderPage(c, {
    title: words.page,
    current: 'clocks',
    lead: <Lead sentences={sentences(c, all, now)} note={words.overviewNote} />,
    children: (
      <>
        <Section title={words.filings} aside={<Open c={c} path="filings" document="blocked_filings" />}>
          {all.filings.length > 0 ? (
            <FilingSums c={c} filings={all.filings} now={now} />
          ) : (
            <p>{words.filingsLead(0, '0')}</p>
          )}
        </Section>
        <Section
          title={words.insurance}
          aside={<Open c={c} path="insurance" document="insurer_declaration" />}
        >
          {all.contracts.length > 0 ? (
            all.contracts.map((contract) => <CardSummary c={c} contract={contract} />)
          ) : (
            <p>{words.contractLead(0, '0')}</p>
          )}
          <p class="help apart">{words.membersDuty}</p>
        </Section>
        <Section title={words.costs} aside={<Open c={c} path="costs" document="extra_costs" />}>
          {all.costs.length > 0 ? <CostSums c={c} costs={all.costs} /> : <p>{words.noCosts}</p>}
        </Section>
      </>
    ),
  })
}

/** The register, and the document that is made from it. */
function Open({ c, path, document }: { c: Ctx; path: string; document: string }) {
  const words = disruptionTexts[c.get('locale')]
  return (
    <>
      <a href={incidentPath(c, `disruption/${path}`)}>{words.open}</a> ·{' '}
      <a href={incidentPath(c, `dossiers/${document}`)}>{words.document}</a>
    </>
  )
}

function sentences(c: Ctx, { filings, costs }: Disruption, now: Parameters<typeof standingOf>[1]): string[] {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const standings = filings.map((filing) => standingOf(filing, now))
  const overdue = standings.filter((one) => one === 'overdue').length
  const blocked = standings.filter((one) => one === 'blocked').length + overdue
  const sum = sumOf(costs)
  return [
    words.blockedCount(blocked, formatInteger(blocked, locale)) +
      (overdue > 0 ? ` ${words.overdueCount(overdue, formatInteger(overdue, locale))}` : ''),
    sum.lines === 0 ? words.noCost : words.costLead(showEuros(sum.cents, locale)),
  ]
}
