import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { HeldDelivery } from '../held-store.ts'
import { RELEASERS } from '../model.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import { deliveriesHref } from './deliveries-page.tsx'

type Ctx = Context<DeskEnv>

/** Messages of which nobody knows whether they arrived: the evidence, what the relay shows, and two verbs. Never a bulk default. */
export function HeldSection(props: {
  c: Ctx
  held: readonly HeldDelivery[]
  hints: ReadonlyMap<number, number>
  total: number
}) {
  const { c, held, hints, total } = props
  const locale = c.get('locale')
  const words = texts[locale]
  const columns = words.heldColumns.map((label, index) =>
    index === 3 ? { label, align: 'right' as const } : { label },
  )
  const today = c.get('platform').clock.now().toZonedDateTimeISO(ZONE).toPlainDate()
  const sameDay = (at: Temporal.Instant) => at.toZonedDateTimeISO(ZONE).toPlainDate().equals(today)
  const decides = hasRole(c.get('viewer'), ...RELEASERS)
  return (
    <Section
      id="held"
      title={<Status kind="held">{words.held(total)}</Status>}
      aside={
        total > held.length ? (
          <a href={deliveriesHref(c, { outcome: 'unknown' })}>{sendingTexts[locale].seeHeld(total)}</a>
        ) : undefined
      }
    >
      <p>
        {words.heldNote} {sendingTexts[locale].mayGetBoth}
      </p>
      <Ledger columns={columns}>
        {held.map((one) => (
          <Row>
            <Cell head>
              <Status kind="held">
                <Instant at={one.heldAt} locale={locale} form={sameDay(one.heldAt) ? 'time' : 'short'} />
              </Status>
            </Cell>
            <Cell second={words.heldReasons[one.reason] ?? one.reason}>
              <a href={incidentPath(c, `people/${one.personId}`)}>{one.maskedAddress}</a>
            </Cell>
            <Cell>
              <span class="second">{sendingTexts[locale].relayHint(hints.get(one.id))}</span>
            </Cell>
            <Cell align="right">
              {decides ? (
                <form method="post" action={samePage(c, `sending/held/${one.id}/decisions`)}>
                  <Button small name="decision" value="received">
                    {words.received}
                  </Button>{' '}
                  <Button small name="decision" value="letter">
                    {words.toLetter}
                  </Button>
                </form>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}
