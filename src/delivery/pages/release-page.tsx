import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  GroupRow,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatInstant } from '../../platform/i18n.ts'
import { currentCampaign, noticesOf, type Release, releasesOf } from '../campaign-store.ts'
import { deliveryRefusals } from '../refusals.ts'
import { texts } from '../texts.ts'

type Ctx = Context<DeskEnv>

/** The checks of every text, who released, and the form for the next person. */
export async function showRelease(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db } = c.get('platform')
  const incident = c.get('incident')
  const campaign = await currentCampaign(db, incident.id)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: incident.reference })
  const releases = await releasesOf(db, campaign.id)
  const lead = campaign.state === 'prepared' ? words.releaseLead(releases.length) : words.lead[campaign.state]
  const mine = releases.some(({ userId }) => userId === c.get('viewer').userId)
  return renderPage(c, {
    title: words.release,
    current: 'sending',
    crumbs: [{ label: words.sending, href: incidentPath(c, 'sending') }, { label: words.release }],
    lead: <Lead sentences={[lead]} note={releases.map((one) => said(one, c)).join(' ')} />,
    children: (
      <>
        <Gates c={c} notices={await noticesOf(db, campaign.id)} />
        {campaign.state === 'prepared' && !mine ? <Form c={c} /> : null}
      </>
    ),
  })
}

function said(release: Release, c: Ctx): string {
  const words = texts[c.get('locale')]
  const name = release.fictional ? `${release.userName} (${words.fictional})` : release.userName
  return words.releasedBy(name, formatInstant(release.at, c.get('locale')))
}

function Gates({ c, notices }: { c: Ctx; notices: Awaited<ReturnType<typeof noticesOf>> }) {
  const words = texts[c.get('locale')]
  return (
    <Section title={words.gates}>
      <Ledger columns={words.gateColumns.map((label) => ({ label }))}>
        {notices.map((notice) => (
          <>
            <GroupRow span={3}>
              {notice.audience} · {notice.locale} · {notice.sha256.slice(0, 12)}
            </GroupRow>
            {notice.gates.map((gate) => (
              <Row>
                <Cell head>{gate.gate}</Cell>
                <Cell>
                  <Status kind={gate.passed ? 'done' : 'impossible'}>
                    {gate.passed ? words.passed : words.failed}
                  </Status>
                </Cell>
                <Cell>{gate.reason}</Cell>
              </Row>
            ))}
          </>
        ))}
      </Ledger>
    </Section>
  )
}

function Form({ c }: { c: Ctx }) {
  const words = texts[c.get('locale')]
  return (
    <form method="post" action={incidentPath(c, 'sending/releases')}>
      <Actions note={words.releaseNote}>
        <Button primary>{words.releaseVerb}</Button>
      </Actions>
    </form>
  )
}
