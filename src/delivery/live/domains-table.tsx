import type { Context } from 'hono'
import { Cell, type DeskEnv, FigureLink, Ledger, Proof, Row, Section } from '../../desk/index.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import type { DomainPace } from '../waves/domain-store.ts'
import { wavesTexts } from '../waves/texts.ts'
import { deliveriesHref } from './deliveries-page.tsx'
import {
  type DeliveryFilter,
  DOMAIN_OUTCOMES,
  type DomainFigures,
  type OutcomeCounts,
} from './deliveries-store.ts'
import { DomainPaceCell, OthersPaceCell } from './domain-pace-cell.tsx'

type Ctx = Context<DeskEnv>
type Place = { readonly domain?: string; readonly others?: boolean }

/** Refusals by domain: each figure opens its deliveries, and the rows are proved to add up to the total. */
export function DomainsTable(props: { c: Ctx; figures: DomainFigures; paces: readonly DomainPace[] }) {
  const { c, figures, paces } = props
  const locale = c.get('locale')
  const words = texts[locale]
  const { domains, others, total } = figures
  if (domains.length === 0) return null
  const columns = [
    ...words.domainColumns.map((label, index) =>
      index === 0 ? { label } : { label, align: 'right' as const },
    ),
    { label: wavesTexts[locale].pace },
  ]
  const named = new Map(paces.map((pace) => [pace.domain, pace]))
  const unnamed = paces.filter(({ domain }) => !domains.some((one) => one.domain === domain))
  return (
    <Section title={words.domains} aside={words.domainsNote}>
      <Ledger kind="figures" columns={columns}>
        {domains.map((one) => (
          <Row>
            <Cell head>{one.domain}</Cell>
            <Figures c={c} counts={one} place={{ domain: one.domain }} />
            <DomainPaceCell c={c} pace={named.get(one.domain)} />
          </Row>
        ))}
        {others.domains > 0 ? (
          <Row>
            <Cell head>{sendingTexts[locale].otherDomains(others.domains)}</Cell>
            <Figures c={c} counts={others} place={{ others: true }} />
            <OthersPaceCell c={c} paces={unnamed} />
          </Row>
        ) : null}
        <Row tone="total">
          <Cell head>{sendingTexts[locale].total}</Cell>
          <Figures c={c} counts={total} place={{}} />
          <Cell>
            <Proof check={checkOf(figures)} locale={locale} />
          </Cell>
        </Row>
      </Ledger>
    </Section>
  )
}

function Figures({ c, counts, place }: { c: Ctx; counts: OutcomeCounts; place: Place }) {
  const labels = texts[c.get('locale')].domainColumns
  return (
    <>
      {DOMAIN_OUTCOMES.map((outcome, index) => {
        const filter: DeliveryFilter = { outcome, ...place }
        return (
          <Cell align="right" label={labels[index + 1] ?? ''}>
            <FigureLink value={counts[outcome]} href={deliveriesHref(c, filter)} locale={c.get('locale')} />
          </Cell>
        )
      })}
    </>
  )
}

/** Two sums: the rows add up to the total, column by column, and what was sent to what came of it. */
export function checkOf({ domains, others, total }: DomainFigures): { left: number; right: number } {
  for (const outcome of DOMAIN_OUTCOMES) {
    const left = domains.reduce((sum, one) => sum + one[outcome], others[outcome])
    if (left !== total[outcome]) return { left, right: total[outcome] }
  }
  return { left: total.accepted + total.dead + total.retry + total.unknown, right: total.sent }
}
