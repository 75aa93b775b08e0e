import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
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
  OutcomeStrip,
  Row,
  renderPage,
  Section,
  Status,
} from '../../desk/index.ts'
import { formatInteger, formatShare, type Locale } from '../../platform/i18n.ts'
import { campaignsOf, releasesOf } from '../campaign-store.ts'
import { type HeldDelivery, heldDeliveries } from '../held-store.ts'
import { type Campaign, OUTBOX_READERS, type Proof, RELEASERS } from '../model.ts'
import { campaignInHand, campaignPath, samePage } from '../pages/campaign-in-hand.ts'
import { SINCE_BACKUP } from '../pause-campaign.ts'
import { letterBatches } from '../posting/letter-store.ts'
import { BatchTable } from '../posting/letters-page.tsx'
import { CohortAccounts, cohortTexts, countProof, Unplanned } from '../proof/index.ts'
import { returnedTexts } from '../returned/texts.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import { deliveriesHref } from './deliveries-page.tsx'
import { figuresByDomain } from './deliveries-store.ts'
import { DomainsTable } from './domains-table.tsx'
import { type CampaignFigures, campaignFigures, hourlyRate } from './figures-store.ts'

type Ctx = Context<DeskEnv>

/** The live page of the campaign: state, progress, what waits for a decision, letters, refusals by domain. */
export async function showSending(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db, clock } = c.get('platform')
  const campaign = await campaignInHand(c)
  const page = { title: words.sending, current: 'sending' as const }
  const proof = await countProof(db, c.get('incident').id)
  if (!campaign)
    return renderPage(c, {
      ...page,
      lead: <Lead sentences={[words.none]} note={words.noneNote} />,
      children: (
        <>
          <Unplanned c={c} unplanned={proof.unplanned} />
          <CohortAccounts c={c} cohorts={proof.cohorts} />
        </>
      ),
    })
  const figures = await campaignFigures(db, campaign.id)
  const rate = await hourlyRate(db, campaign.id, clock.now())
  const held = await heldDeliveries(db, campaign.id)
  const letters = await letterBatches(db, campaign.id)
  return renderPage(c, {
    ...page,
    lead: <Lead sentences={sentences(c, campaign, figures)} note={await leadNote(c, campaign)} />,
    islands: ['live'],
    children: (
      <>
        <div data-live="figures">
          <Advance c={c} proof={proof} cohort={campaign.cohort} />
          <Keys campaign={campaign} figures={figures} rate={rate} locale={c.get('locale')} />
        </div>
        <StateForm c={c} campaign={campaign} />
        <Unplanned c={c} unplanned={proof.unplanned} />
        <CohortAccounts c={c} cohorts={proof.cohorts} but={campaign.cohort} />
        <div data-live="held">
          {held.length > 0 ? <Held c={c} held={held} total={figures.emails.held} /> : null}
        </div>
        <div data-live="batches">
          <BatchTable c={c} rows={letters} />
        </div>
        <div data-live="domains">
          <DomainsTable c={c} figures={await figuresByDomain(db, campaign.id)} />
        </div>
      </>
    ),
  })
}

/** The state, then how many are told; before anything left, that, and how many wait. */
function sentences(c: Ctx, campaign: Campaign, figures: CampaignFigures): string[] {
  const locale = c.get('locale')
  const words = texts[locale]
  const told = figures.told.email + figures.told.letter
  const state = words.lead[campaign.state]
  if (told > 0) return [state, words.told(told, figures.persons)]
  const more = sendingTexts[locale]
  return [state, `${more.nothingLeft} ${more.toTell(figures.inProgress)}`]
}

async function leadNote(c: Ctx, campaign: Campaign) {
  const words = texts[c.get('locale')]
  const locale = c.get('locale')
  const { db } = c.get('platform')
  const releases = await releasesOf(db, campaign.id)
  const others = (await campaignsOf(db, campaign.incidentId)).filter(({ id }) => id !== campaign.id)
  const names = new Intl.ListFormat(locale).format(releases.map(({ userName }) => userName))
  return (
    <>
      {cohortTexts[locale].campaign(campaign.number, cohortTexts[locale].names[campaign.cohort])}.{' '}
      {campaign.pauseReason ? `${words.paused[campaign.pauseReason]} ` : null}
      {campaign.releasedAt ? (
        <>
          {sendingTexts[c.get('locale')].released(names)}
          <Instant at={campaign.releasedAt} locale={c.get('locale')} form="long" />.{' '}
        </>
      ) : null}
      {hasRole(c.get('viewer'), ...RELEASERS) ? (
        <a href={campaignPath(c, 'sending/release', campaign)}>{words.readRelease}</a>
      ) : null}
      {hasRole(c.get('viewer'), ...OUTBOX_READERS) ? (
        <>
          {' · '}
          <a href={incidentPath(c, 'sending/returned')}>{returnedTexts[locale].title}</a>
        </>
      ) : null}
      {others.map((other) => (
        <>
          {' · '}
          <a href={campaignPath(c, 'sending', other)}>
            {cohortTexts[locale].campaign(other.number, cohortTexts[locale].names[other.cohort])}
          </a>
        </>
      ))}
    </>
  )
}

/** Where the concerned people stand, in one strip; each figure under it opens its people. */
function Advance({
  c,
  proof,
  cohort,
}: {
  c: Ctx
  proof: Omit<Proof, 'journal'>
  cohort: Campaign['cohort']
}) {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const account =
    cohort === 'concerned' ? { ...proof, persons: proof.concerned, waiting: 0 } : proof.cohorts[cohort]
  const prefix = cohort === 'concerned' ? '' : `${cohort}.`
  const told = account.told.email + account.told.letter
  const untold = Object.values(account.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const parts = [
    ['email', account.told.email, 'ink'],
    ['letter', account.told.letter, 'grey'],
    ...(cohort === 'concerned' ? [] : [['waiting', account.waiting, 'empty'] as const]),
    ['in_progress', account.in_progress, 'hatch'],
    ['unknown_held', account.unknown_held, 'held'],
    ['cannot_be_told', untold, 'impossible'],
    ['lost', account.lost, 'impossible'],
  ] as const
  const figure = (value: number, path: string) => (
    <FigureLink value={value} href={incidentPath(c, path)} locale={locale} />
  )
  return (
    <Section title={words.strip(told, account.persons)} aside={formatShare(told, account.persons, locale, 1)}>
      <OutcomeStrip
        people={parts.map(([, value, fill]) => ({ value, fill }))}
        sentence={parts
          .map(([word, value]) => `${formatInteger(value, locale)} ${words.parts[word]}`)
          .join(', ')}
      />
      <p class="progress-text">
        {parts.map(([word, value], index) => (
          <>
            {index > 0 ? ' · ' : null}
            {figure(value, `people?outcome=${prefix}${word}`)} {words.parts[word]}
          </>
        ))}{' '}
        · {figure(proof.told_twice, 'people?outcome=told_twice')} {words.parts.told_twice}
      </p>
    </Section>
  )
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
  if (!hasRole(c.get('viewer'), ...RELEASERS)) return null
  const verb = Object.hasOwn(verbs, campaign.state) ? verbs[campaign.state as keyof typeof verbs] : undefined
  if (!verb) return null
  return (
    <form method="post" action={samePage(c, `sending/${verb[0]}`)}>
      {campaign.pauseReason === 'restored' ? <SinceBackupChoice locale={c.get('locale')} /> : null}
      <Actions note={words.pauseNote}>
        <Button primary={campaign.state !== 'sending'}>{verb[1]}</Button>
      </Actions>
    </form>
  )
}

/** After a restore, what is known of the messages since the backup: said before anything may leave again. */
function SinceBackupChoice({ locale }: { locale: Locale }) {
  const words = sendingTexts[locale]
  return (
    <fieldset>
      <legend>{words.sinceBackup}</legend>
      {SINCE_BACKUP.map((word) => (
        <label class="choice">
          <input type="radio" name="since_backup" value={word} required /> {words.since[word]}
        </label>
      ))}
    </fieldset>
  )
}

function Held({ c, held, total }: { c: Ctx; held: readonly HeldDelivery[]; total: number }) {
  const locale = c.get('locale')
  const words = texts[locale]
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
