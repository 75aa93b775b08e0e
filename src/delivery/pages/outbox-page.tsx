import type { Context } from 'hono'
import { lookUpPerson } from '../../access/index.ts'
import {
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  MessageShown,
  Pager,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { campaignById } from '../campaign-store.ts'
import { type SentMessage, sentMessage } from '../held-store.ts'
import { campaignFigures, sentEmails } from '../live/figures-store.ts'
import { deliveryRefusals } from '../refusals.ts'
import { compiledNotices, composeEmail, noticeRecipient } from '../sending/compose-message.ts'
import { readOutboxMessage } from '../sending/outbox.ts'
import { texts } from '../texts.ts'
import { campaignInHand } from './campaign-in-hand.ts'

type Ctx = Context<DeskEnv>
const PAGE = 50

/** E-mails that left, newest first. */
export async function showOutbox(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = texts[locale]
  const { db } = c.get('platform')
  const campaign = await campaignInHand(c)
  const page = { title: words.outbox, current: 'sending' as const }
  if (!campaign)
    return renderPage(c, { ...page, lead: <Lead sentences={[words.none]} note={words.noneNote} /> })
  const { emails } = await campaignFigures(db, campaign.id)
  const rows = await sentEmails(db, campaign.id, Number(c.req.query('before')) || undefined, PAGE)
  const last = rows.at(-1)
  const next = rows.length === PAGE && last ? `${incidentPath(c, 'outbox')}?before=${last.id}` : undefined
  return renderPage(c, {
    ...page,
    lead: (
      <Lead
        sentences={[words.outboxLead(emails.accepted)]}
        note={campaign.exercise ? words.outboxExercise : undefined}
      />
    ),
    children: (
      <Section title={words.outbox}>
        <Ledger
          columns={words.outboxColumns.map((label, index) =>
            index === 2 ? { label, align: 'right' as const } : { label },
          )}
        >
          {rows.map((row) => (
            <Row>
              <Cell head>
                <Instant at={row.settledAt} locale={locale} form="seconds" />
              </Cell>
              <Cell>
                <a href={incidentPath(c, `outbox/${row.id}`)}>{row.messageId}</a>
              </Cell>
              <Cell align="right">{formatInteger(row.persons, locale)}</Cell>
            </Row>
          ))}
        </Ledger>
        <Pager next={next} locale={locale} />
      </Section>
    ),
  })
}

/** One message as its reader got it: literal text. Composed again from the frozen text and the recipient of the ledger. */
export async function showOutboxMessage(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const message = await readable(c)
  const render = (await compiledNotices(c.get('platform').db, message.campaignId)).get(
    message.noticeVersionId,
  )
  if (!render) throw deliveryRefusals.noMessage()
  const rendered = render(noticeRecipient(message.recipient, message.code, message.settledAt))
  return renderPage(c, {
    title: words.outbox,
    current: 'sending',
    crumbs: [{ label: words.outbox, href: incidentPath(c, 'outbox') }, { label: message.messageId }],
    lead: (
      <Lead
        sentences={[rendered.subject]}
        note={<a href={incidentPath(c, `outbox/${message.id}/source`)}>{words.source}</a>}
      />
    ),
    children: (
      <MessageShown
        envelope={message.recipient.email ?? ''}
        subject={rendered.subject}
        text={rendered.text}
      />
    ),
  })
}

/** The octets: the outbox file of an exercise, or the same message composed again. Never rendered by a browser. */
export async function showOutboxSource(c: Ctx): Promise<Response> {
  const message = await readable(c)
  const platform = c.get('platform')
  const campaign = await campaignById(platform.db, message.campaignId)
  const file = await readOutboxMessage(platform, campaign, message.messageId)
  const render = (await compiledNotices(platform.db, campaign.id)).get(message.noticeVersionId)
  const source = file ?? (render ? composeEmail(render, campaign, message, message.settledAt) : '')
  return c.body(source, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}

/** The message of this incident. It shows a person as their page does: journalled and counted on the same ration. */
async function readable(c: Ctx): Promise<SentMessage> {
  const platform = c.get('platform')
  const incident = c.get('incident')
  const message = await sentMessage(platform.db, Number(c.req.param('id')), incident.id)
  if (!message) throw deliveryRefusals.noMessage()
  const { personId } = message
  await lookUpPerson(platform, c.get('viewer'), {
    personId,
    incidentId: incident.id,
    motive: 'sending_check',
  })
  return message
}
