import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  KeyFigures,
  Lead,
  Ledger,
  Progress,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { currentCampaign, releasesOf } from '../campaign-store.ts'
import {
  type CampaignFigures,
  campaignFigures,
  type DomainFigures,
  figuresByDomain,
  hourlyRate,
} from '../figures-store.ts'
import { type HeldDelivery, heldDeliveries } from '../held-store.ts'
import { letterBatches } from '../letter-store.ts'
import type { Campaign } from '../model.ts'
import { texts } from '../texts.ts'
import { BatchTable } from './letters-page.tsx'

type Ctx = Context<DeskEnv>

/** The live page of the campaign: state, progress, what waits for a decision, refusals by domain, letters. */
export async function showSending(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db, clock } = c.get('platform')
  const campaign = await currentCampaign(db, c.get('incident').id)
  if (!campaign) {
    return renderPage(c, {
      title: words.sending,
      current: 'sending',
      lead: <Lead sentences={[words.none]} note={words.noneNote} />,
    })
  }
  const figures = await campaignFigures(db, campaign.id)
  const rate = await hourlyRate(db, campaign.id, clock.now())
  const held = await heldDeliveries(db, campaign.id)
  const domains = await figuresByDomain(db, campaign.id, 20)
  const told = figures.told.email + figures.told.letter
  return renderPage(c, {
    title: words.sending,
    current: 'sending',
    lead: (
      <Lead
        sentences={[words.lead[campaign.state], words.told(told, figures.persons)]}
        note={await leadNote(c, campaign)}
      />
    ),
    islands: ['live'],
    children: (
      <>
        <Advance figures={figures} told={told} locale={c.get('locale')} />
        <Keys campaign={campaign} figures={figures} rate={rate} locale={c.get('locale')} />
        <StateForm c={c} campaign={campaign} />
        {held.length > 0 ? <Held c={c} held={held} total={figures.emails.held} /> : null}
        <BatchTable c={c} rows={await letterBatches(db, campaign.id)} />
        <Domains domains={domains} locale={c.get('locale')} />
      </>
    ),
  })
}

async function leadNote(c: Ctx, campaign: Campaign) {
  const words = texts[c.get('locale')]
  const releases = await releasesOf(c.get('platform').db, campaign.id)
  const names = releases.map(({ userName }) => userName).join(', ')
  return (
    <>
      {campaign.pauseReason ? `${words.paused[campaign.pauseReason]} ` : null}
      {campaign.releasedAt ? (
        <>
          {names}, <Instant at={campaign.releasedAt} locale={c.get('locale')} form="long" />.{' '}
        </>
      ) : null}
      <a href={incidentPath(c, 'sending/release')}>{words.readRelease}</a>
    </>
  )
}

function Advance({ figures, told, locale }: { figures: CampaignFigures; told: number; locale: Locale }) {
  const words = texts[locale]
  const { email, letter } = figures.told
  const note = words.parts(email, letter, figures.inProgress, figures.unknown, figures.untold)
  return <Progress label={words.persons} done={told} total={figures.persons} note={note} locale={locale} />
}

function Keys(props: { campaign: Campaign; figures: CampaignFigures; rate: number; locale: Locale }) {
  const { campaign, figures, rate, locale } = props
  const words = texts[locale]
  const tripped = campaign.pauseReason !== null && campaign.pauseReason !== 'person'
  const breaker = (
    <Status kind={tripped ? 'late' : 'done'}>{tripped ? words.breakerOn : words.breakerOff}</Status>
  )
  const items = [
    { label: words.rate, value: formatInteger(rate, locale), unit: words.perHour, note: words.rateNote },
    {
      label: words.left,
      value: formatInteger(figures.emails.left, locale),
      note: words.leftNote(figures.letters.left),
    },
    { label: words.breaker, value: breaker, note: words.breakerNote },
  ]
  return <KeyFigures items={items} />
}

function StateForm({ c, campaign }: { c: Ctx; campaign: Campaign }) {
  const words = texts[c.get('locale')]
  const verbs = {
    released: ['starts', words.start],
    sending: ['pauses', words.pause],
    paused: ['resumptions', words.resume],
  } as const
  const verb = Object.hasOwn(verbs, campaign.state) ? verbs[campaign.state as keyof typeof verbs] : undefined
  if (!verb) return null
  return (
    <form method="post" action={incidentPath(c, `sending/${verb[0]}`)}>
      <Actions note={words.pauseNote}>
        <Button primary={campaign.state !== 'sending'}>{verb[1]}</Button>
      </Actions>
    </form>
  )
}

function Held({ c, held, total }: { c: Ctx; held: readonly HeldDelivery[]; total: number }) {
  const locale = c.get('locale')
  const words = texts[locale]
  return (
    <Section id="held" title={<Status kind="held">{words.held(total)}</Status>}>
      <p>{words.heldNote}</p>
      <Ledger columns={words.heldColumns.map((label) => ({ label }))}>
        {held.map((one) => (
          <Row>
            <Cell head>
              <Instant at={one.heldAt} locale={locale} />
            </Cell>
            <Cell second={words.heldReasons[one.reason] ?? one.reason}>
              <a href={incidentPath(c, `people/${one.personId}`)}>{one.maskedAddress}</a>
            </Cell>
            <Cell>
              <form method="post" action={incidentPath(c, `sending/held/${one.id}/decisions`)}>
                <Button small name="decision" value="received">
                  {words.received}
                </Button>{' '}
                <Button small name="decision" value="letter">
                  {words.toLetter}
                </Button>
              </form>
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function Domains({ domains, locale }: { domains: readonly DomainFigures[]; locale: Locale }) {
  const words = texts[locale]
  const figures = ({ sent, accepted, dead, retry, unknown }: DomainFigures) => [
    sent,
    accepted,
    dead,
    retry,
    unknown,
  ]
  const columns = words.domainColumns.map((label, index) =>
    index === 0 ? { label } : { label, align: 'right' as const },
  )
  return (
    <Section title={words.domains} aside={words.domainsNote}>
      <Ledger kind="figures" columns={columns}>
        {domains.map((domain) => (
          <Row>
            <Cell head>{domain.domain}</Cell>
            {figures(domain).map((value, index) => (
              <Cell align="right" label={words.domainColumns[index + 1] ?? ''}>
                <FigureLink value={value} locale={locale} />
              </Cell>
            ))}
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}
