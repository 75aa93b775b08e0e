import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  MessageShown,
  Notice,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { EXTREMES, type NoticeTree, previewNotice, supersededIn } from '../../notices/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, ZONE } from '../../platform/i18n.ts'
import { type NoticeVersion, noticesOf, type Release, releasesOf } from '../campaign-store.ts'
import { Renderings } from '../compose/renderings.tsx'
import { correctionTexts } from '../corrections/correction-texts.ts'
import type { Campaign } from '../model.ts'
import { cohortTexts } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'
import { campaignGates, failedGates } from '../release/campaign-gates.ts'
import { GateList } from '../release/gate-list.tsx'
import { previewPdf } from '../release/preview-notice.ts'
import { releaseTexts } from '../release/release-texts.ts'
import { texts } from '../texts.ts'
import { campaignInHand, samePage } from './campaign-in-hand.ts'

type Ctx = Context<DeskEnv>

/** Who released, the checks and a preview of every text, and the form for the next person. */
export async function showRelease(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db } = c.get('platform')
  const incident = c.get('incident')
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: incident.reference })
  const releases = await releasesOf(db, campaign.id)
  const waiting = campaign.state === 'prepared'
  const lead = waiting ? words.releaseLead(releases.length) : words.lead[campaign.state]
  const notices = await noticesOf(db, campaign.id)
  const failed = waiting ? await failedGates(db, campaign, c.get('locale')) : []
  return renderPage(c, {
    title: words.release,
    current: 'sending',
    crumbs: [{ label: words.sending, href: incidentPath(c, 'sending') }, { label: words.release }],
    notice:
      failed.length > 0 ? (
        <Notice tone="late">{`${releaseTexts[c.get('locale')].blocked} ${failed.join(' ')}`}</Notice>
      ) : undefined,
    lead: (
      <Lead
        sentences={[lead]}
        note={[
          `${cohortTexts[c.get('locale')].campaign(campaign.number, cohortTexts[c.get('locale')].names[campaign.cohort])}.`,
          ...(campaign.correction
            ? [`${correctionTexts[c.get('locale')].causes[campaign.correction]}.`]
            : []),
          ...releases.map((one) => said(one, c)),
        ].join(' ')}
      />
    ),
    children: (
      <>
        <Releases c={c} releases={releases} waiting={waiting && failed.length === 0} />
        <Section title={releaseTexts[c.get('locale')].campaignGates}>
          <GateList
            c={c}
            gates={await campaignGates(db, campaign, c.get('locale'))}
            composeHref={incidentPath(c, 'sending/compose')}
          />
        </Section>
        {notices.map((notice) => (
          <Text c={c} notice={notice} campaign={campaign} />
        ))}
        {waiting || campaign.state === 'released' ? <Cancel c={c} /> : null}
      </>
    ),
  })
}

function said(release: Release, c: Ctx): string {
  const words = texts[c.get('locale')]
  const name = release.fictional ? `${release.userName} (${words.fictional})` : release.userName
  return words.releasedBy(name, formatInstant(release.at, c.get('locale')))
}

function Releases({ c, releases, waiting }: { c: Ctx; releases: readonly Release[]; waiting: boolean }) {
  const locale = c.get('locale')
  const words = releaseTexts[locale]
  const mine = releases.some(({ userId }) => userId === c.get('viewer').userId)
  return (
    <Section title={words.releases}>
      {releases.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <Ledger columns={words.releaseColumns.map((label) => ({ label }))}>
          {releases.map((release) => (
            <Row>
              <Cell head second={release.fictional ? texts[locale].fictional : undefined}>
                {release.userName}
              </Cell>
              <Cell>
                <Instant at={release.at} locale={locale} form="long" />
              </Cell>
              <Cell>{words.methods[release.method] ?? release.method}</Cell>
            </Row>
          ))}
        </Ledger>
      )}
      {waiting && mine ? <p>{words.yours}</p> : null}
      {waiting && !mine ? <Form c={c} first={releases.length === 0} /> : null}
    </Section>
  )
}

function Form({ c, first }: { c: Ctx; first: boolean }) {
  const words = texts[c.get('locale')]
  const more = first ? '' : `${releaseTexts[c.get('locale')].oneMore} `
  return (
    <form method="post" action={samePage(c, 'sending/releases')}>
      <Actions note={`${more}${words.releaseNote}`}>
        <Button primary>{words.releaseVerb}</Button>
      </Actions>
    </form>
  )
}

/** Until something leaves a campaign may be given up: a text to mend, a fact that changed. */
function Cancel({ c }: { c: Ctx }) {
  const words = texts[c.get('locale')]
  return (
    <form method="post" action={samePage(c, 'sending/cancellations')}>
      <Actions note={words.cancelNote}>
        <Button>{words.cancelVerb}</Button>
      </Actions>
    </form>
  )
}

/** One audience: its checks, then its text in every form as a reader who does not exist would get it, and extreme cases. */
function Text({ c, notice, campaign }: { c: Ctx; notice: NoticeVersion; campaign: Campaign }) {
  const words = releaseTexts[c.get('locale')]
  const passed = notice.gates.filter((gate) => gate.passed).length
  const { cohort } = campaign
  const { audience, locale } = notice
  const tree = notice.tree as NoticeTree
  const composeHref = incidentPath(c, `sending/compose?${new URLSearchParams({ cohort, audience, locale })}`)
  const gates = <GateList c={c} gates={notice.gates} composeHref={composeHref} />
  return (
    <Section
      title={words.text(audienceOf(notice, c), notice.number)}
      aside={`${words.held(passed, notice.gates.length)} · ${words.hash(notice.sha256.slice(0, 12))}`}
    >
      <Superseded c={c} tree={tree} campaign={campaign} />
      {passed === notice.gates.length ? (
        <details>
          <summary>{words.allHold(passed)}</summary>
          {gates}
        </details>
      ) : (
        gates
      )}
      <Renderings
        c={c}
        tree={tree}
        audience={audience}
        letterHref={samePage(c, `sending/release/letters/${notice.id}`)}
        letterLabel={words.asLetter}
      />
      <p class="help">{words.fictional}</p>
      <details>
        <summary>{words.extremes}</summary>
        <p class="help">{words.extremesNote}</p>
        {EXTREMES.map((recipient) => (
          <MessageShown text={previewNotice(tree, recipient).text} />
        ))}
      </details>
    </Section>
  )
}

/** Advice of a text that is no longer given: those who received it hear the new one by a correction. */
function Superseded({ c, tree, campaign }: { c: Ctx; tree: NoticeTree; campaign: Campaign }) {
  const locale = c.get('locale')
  const words = releaseTexts[locale]
  const today = c.get('platform').clock.now().toZonedDateTimeISO(ZONE).toPlainDate()
  const found = supersededIn(tree, today)
  if (found.length === 0) return null
  return (
    <Notice tone="late">
      {found.map(({ text, until, replacedBy }) =>
        words.superseded(formatDay(Temporal.PlainDate.from(until), locale), text, replacedBy?.text ?? null),
      )}{' '}
      {words.correctIt(campaign.reference)}
    </Notice>
  )
}

/** The audience, and what sets this text apart when several are written for it. */
function audienceOf(notice: NoticeVersion, c: Ctx): string {
  const locale = c.get('locale')
  const apart = notice.variant.split(/[,+]/).filter(Boolean)
  const audience = releaseTexts[locale].audiences[notice.audience] ?? notice.audience
  return [audience, ...apart.map((word) => cohortTexts[locale].variants[word] ?? word)].join(', ')
}

/** A trial letter to nobody: it may be printed and read, and holds no one's data. */
export async function showTrialLetter(c: Ctx): Promise<Response> {
  const { db, clock } = c.get('platform')
  const incident = c.get('incident')
  const campaign = await campaignInHand(c)
  const notices = campaign ? await noticesOf(db, campaign.id) : []
  const notice = notices.find(({ id }) => id === Number(c.req.param('notice')))
  if (!notice) throw deliveryRefusals.noCampaign({ incident: incident.reference })
  return c.body(new Uint8Array(previewPdf(notice, clock.now())), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="essai-${notice.audience}.pdf"`,
    'cache-control': 'no-store',
  })
}
