import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Cell,
  type DeskEnv,
  type IconName,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Pager,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { OUTBOX_READERS } from '../model.ts'
import { campaignInHand } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import {
  type DeliveryFilter,
  DOMAIN_OUTCOMES,
  type DomainOutcome,
  type ListedDelivery,
  listDeliveries,
} from './deliveries-store.ts'

type Ctx = Context<DeskEnv>
const PAGE = 50
const ICONS: Record<ListedDelivery['state'], IconName> = {
  planned: 'todo',
  attempting: 'running',
  accepted: 'done',
  refused: 'impossible',
  unknown: 'held',
  cancelled: 'not_required',
  bounced: 'impossible',
  returned: 'impossible',
}

/** The link of a figure to its deliveries, for those who may open them. */
export function deliveriesHref(c: Ctx, filter: DeliveryFilter): string | undefined {
  return hasRole(c.get('viewer'), ...OUTBOX_READERS) ? deliveriesPath(c, filter) : undefined
}

/** Read back by `filterOf`. */
function deliveriesPath(c: Ctx, filter: DeliveryFilter): string {
  const campaign = c.req.query('campaign')
  const query = { ...queryOf(filter), ...(campaign === undefined ? {} : { campaign }) }
  return incidentPath(c, `sending/deliveries?${new URLSearchParams(query)}`)
}

function queryOf(filter: DeliveryFilter): Record<string, string> {
  if ('batch' in filter) return { batch: filter.batch }
  if ('left' in filter) return { left: String(filter.left) }
  return {
    outcome: filter.outcome,
    ...(filter.domain === undefined ? {} : { domain: filter.domain }),
    ...(filter.others ? { others: 'yes' } : {}),
  }
}

/** The rows behind a figure of the sending page: masked addresses, no name. The same total stands on top. */
export async function showDeliveries(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const incident = c.get('incident')
  const { db } = c.get('platform')
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: incident.reference })
  const filter = filterOf(c)
  const after = Number(c.req.query('after')) || 0
  const { total, deliveries } = await listDeliveries(db, campaign.id, filter, { after, limit: PAGE + 1 })
  const shown = deliveries.slice(0, PAGE)
  const last = deliveries.length > PAGE ? shown.at(-1) : undefined
  const next = last ? `${deliveriesPath(c, filter)}&after=${last.id}` : undefined
  return renderPage(c, {
    title: words.deliveries,
    current: 'batch' in filter ? 'letters' : 'sending',
    crumbs: [
      { label: texts[locale].sending, href: incidentPath(c, 'sending') },
      { label: sentenceOf(filter, locale) },
    ],
    lead: <Lead sentences={[words.deliveriesLead(total)]} note={words.deliveriesNote} />,
    children: (
      <Section title={sentenceOf(filter, locale)}>
        <Ledger
          columns={words.deliveryColumns.map((label, index) =>
            index === 3 ? { label, align: 'right' as const } : { label },
          )}
        >
          {shown.map((delivery) => (
            <DeliveryRow c={c} delivery={delivery} />
          ))}
        </Ledger>
        <Pager next={next} nextLabel={words.nextPage} locale={locale} />
      </Section>
    ),
  })
}

function DeliveryRow({ c, delivery }: { c: Ctx; delivery: ListedDelivery }) {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const { id, personId, persons, state, reason, to, at, firstPage } = delivery
  return (
    <Row>
      <Cell>
        <Instant at={at} locale={locale} form="short" />
      </Cell>
      <Cell head second={[to, firstPage === null ? '' : words.page(firstPage)].filter(Boolean).join(' · ')}>
        <a href={incidentPath(c, `people/${personId}`)} data-delivery={id}>
          {words.personPage(formatInteger(personId, locale))}
        </a>
      </Cell>
      <Cell second={reason ? (texts[locale].heldReasons[reason] ?? undefined) : undefined}>
        <Status kind={ICONS[state]}>{words.states[state]}</Status>
      </Cell>
      <Cell align="right" label={words.deliveryColumns[3] ?? ''}>
        {formatInteger(persons, locale)}
      </Cell>
    </Row>
  )
}

function sentenceOf(filter: DeliveryFilter, locale: 'fr' | 'en'): string {
  const words = sendingTexts[locale]
  if ('batch' in filter) return filter.batch
  if ('left' in filter) return `${words.leftToSend}${filter.left === 'all' ? '' : words.ofWave(filter.left)}`
  const domain = filter.domain === undefined ? '' : words.ofDomain(filter.domain)
  return `${words.outcomes[filter.outcome]}${domain}`
}

/** @throws delivery.noSuchDeliveries for words no figure links to */
function filterOf(c: Ctx): DeliveryFilter {
  const batch = c.req.query('batch')
  if (batch !== undefined) return { batch }
  const left = c.req.query('left')
  if (left === 'all') return { left }
  if (left !== undefined && /^[1-9]\d{0,3}$/.test(left)) return { left: Number(left) }
  const outcome = DOMAIN_OUTCOMES.find((known) => known === c.req.query('outcome')) as
    | DomainOutcome
    | undefined
  if (!outcome) throw deliveryRefusals.noSuchDeliveries()
  const domain = c.req.query('domain')
  return { outcome, domain, others: c.req.query('others') === 'yes' }
}
