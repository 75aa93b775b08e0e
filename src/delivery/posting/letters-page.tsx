import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'
import { actorOf, hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  Status,
  TextField,
} from '../../desk/index.ts'
import { record } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import { deliveriesHref } from '../live/deliveries-page.tsx'
import { campaignFigures } from '../live/figures-store.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { campaignInHand, samePage } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import type { FeedbackReport } from './apply-feedback.ts'
import { type LetterBatchRow, letterBatch, letterBatches, lettersReturned } from './letter-store.ts'
import { lettersTexts } from './letters-texts.ts'
import { lettersToMend } from './mend-store.ts'
import { MendTable } from './mend-table.tsx'
import { profileOf } from './profile-store.ts'
import { ProfileForm, ReportShown, ReturnForms } from './return-forms.tsx'
import { lettersOffTheList } from './withdrawal-store.ts'

type Ctx = Context<DeskEnv>
const ICONS = { building: 'running', built: 'soon', deposited: 'done', withdrawn: 'impossible' } as const

const MOST_TO_MEND = 50

/** What the page answers to an act: what was done, what was not, the rows of a file that was read. */
export interface Answered {
  readonly notice?: string
  readonly failure?: string
  readonly report?: FeedbackReport
  /** Said of the letter before: a pile that came back is often of one kind. */
  readonly reason?: string
}

/** Batches of letters, their files, the record of their hand-over, and what came back. */
export async function showLetters(c: Ctx, answered: Answered = {}): Promise<Response> {
  const words = texts[c.get('locale')]
  const own = lettersTexts[c.get('locale')]
  const { db } = c.get('platform')
  const campaign = await campaignInHand(c)
  const page = { title: words.letters, current: 'letters' as const }
  if (!campaign)
    return renderPage(c, { ...page, lead: <Lead sentences={[words.none]} note={words.noneNote} /> })
  const { letters } = await campaignFigures(db, campaign.id)
  const rows = await letterBatches(db, campaign.id)
  const marks = await batchMarks(db, campaign)
  const sum = (counts: Map<number, number>) => [...counts.values()].reduce((total, one) => total + one, 0)
  const [back, off] = [sum(marks.returned), sum(marks.offList)]
  const drives = hasRole(c.get('viewer'), ...RELEASERS)
  return renderPage(c, {
    ...page,
    status: answered.failure ? 422 : 200,
    notice: noticeOf(answered, off > 0 ? own.offList(off) : undefined),
    lead: <Lead sentences={[own.lead(letters.accepted, letters.left), own.cameBack(back)]} />,
    children: (
      <>
        {answered.report ? <ReportShown c={c} report={answered.report} /> : null}
        <BatchTable c={c} rows={rows} marks={marks} />
        {rows.some(({ state }) => state === 'built') && drives ? <DepositForm c={c} /> : null}
        {rows.length > 0 && drives ? <ReturnForms c={c} reason={answered.reason} /> : null}
        {drives ? (
          <MendTable c={c} letters={await lettersToMend(db, campaign.incidentId, MOST_TO_MEND)} />
        ) : null}
        {drives ? <ProfileForm c={c} chosen={(await profileOf(db, campaign.id)).name} /> : null}
      </>
    ),
  })
}

function noticeOf({ notice, failure }: Answered, waits: string | undefined) {
  if (failure) return <Notice tone="late">{failure}</Notice>
  if (notice) return <Notice tone="plain">{notice}</Notice>
  return waits ? <Notice tone="soon">{waits}</Notice> : undefined
}

interface BatchMarks {
  /** By batch: letters that came back, letters to people off the list. */
  readonly returned: Map<number, number>
  readonly offList: Map<number, number>
}

async function batchMarks(tx: Tx, campaign: Campaign): Promise<BatchMarks> {
  const by = (found: readonly { batchId: number; letters: number }[]) =>
    new Map(found.map(({ batchId, letters }) => [batchId, letters]))
  return {
    returned: by(await lettersReturned(tx, campaign.id)),
    offList: by(await lettersOffTheList(tx, campaign.incidentId)),
  }
}

export function BatchTable({
  c,
  rows,
  marks,
  most,
}: {
  c: Ctx
  rows: readonly LetterBatchRow[]
  marks?: BatchMarks
  /** At most so many of those handed over, the last; every other is shown. All when absent. */
  most?: number
}) {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const sum = (batches: readonly LetterBatchRow[]) =>
    batches.reduce((total, { letters, state }) => total + (state === 'withdrawn' ? 0 : letters), 0)
  const shown = most === undefined ? rows : lastOf(rows, most)
  const deposited = sum(rows.filter(({ state }) => state === 'deposited'))
  const columns = words.batchColumns.map((label, index) =>
    index === 1 ? { label, align: 'right' as const } : { label },
  )
  if (rows.length === 0)
    return (
      <Section title={texts[locale].letters}>
        <p>{texts[locale].noBatch}</p>
      </Section>
    )
  return (
    <Section title={texts[locale].letters} aside={words.batchSums(sum(rows), deposited)}>
      <Ledger columns={columns}>
        {shown.map((batch) => (
          <Row>
            <Cell head second={batch.reference}>
              {words.batchName(batch.number)}
            </Cell>
            <Cell
              align="right"
              label={words.batchColumns[1] ?? ''}
              second={<Marks c={c} batch={batch} marks={marks} />}
            >
              <FigureLink
                value={batch.letters}
                href={deliveriesHref(c, { batch: batch.reference })}
                locale={locale}
              />
            </Cell>
            <Cell second={marks ? <TakeBack c={c} batch={batch} /> : null}>
              <Status kind={ICONS[batch.state]}>{texts[locale].batchStates[batch.state]}</Status>
            </Cell>
            <Cell second={<Evidence c={c} batch={batch} />}>
              <Instant at={batch.depositedAt ?? batch.builtAt ?? batch.createdAt} locale={locale} />
            </Cell>
          </Row>
        ))}
      </Ledger>
      {shown.length < rows.length ? (
        <p>
          <a href={samePage(c, 'letters')}>{lettersTexts[locale].allBatches(rows.length)}</a>
        </p>
      ) : null}
    </Section>
  )
}

/** Those still to hand over, and the last of the others. */
function lastOf(rows: readonly LetterBatchRow[], most: number): LetterBatchRow[] {
  const done = rows.filter(({ state }) => state === 'deposited')
  const hidden = new Set(done.slice(0, Math.max(0, done.length - most)))
  return rows.filter((batch) => !hidden.has(batch))
}

function Marks({ c, batch, marks }: { c: Ctx; batch: LetterBatchRow; marks: BatchMarks | undefined }) {
  const words = lettersTexts[c.get('locale')]
  const [returned, off] = [marks?.returned.get(batch.id) ?? 0, marks?.offList.get(batch.id) ?? 0]
  const parts = [returned > 0 ? words.returnedOf(returned) : '', off > 0 ? words.offListOf(off) : '']
  return <>{parts.filter(Boolean).join(', ') || null}</>
}

/** Offered while a batch has not left. */
function TakeBack({ c, batch }: { c: Ctx; batch: LetterBatchRow }) {
  if (batch.state !== 'built' || !hasRole(c.get('viewer'), ...RELEASERS)) return null
  return (
    <form method="post" action={samePage(c, 'letters/withdrawals')}>
      <input type="hidden" name="batch" value={batch.reference} />
      <Button link>{lettersTexts[c.get('locale')].takeBack}</Button>
    </form>
  )
}

/** The receipt once handed over, then the files for those who may take them. */
function Evidence({ c, batch }: { c: Ctx; batch: LetterBatchRow }) {
  const words = texts[c.get('locale')]
  const { depositedAt, receipt, fictional, pdfFile, pdfSha256, reference } = batch
  const path = (kind: string) => incidentPath(c, `letters/${reference}/${kind}`)
  const mayTake = hasRole(c.get('viewer'), ...RELEASERS)
  return (
    <>
      {depositedAt && !receipt ? lettersTexts[c.get('locale')].byPrintHouse : null}
      {depositedAt && receipt ? `${fictional ? words.fictionalReceipt : words.receipt} ${receipt}` : null}
      {depositedAt && pdfFile && mayTake ? ' · ' : null}
      {pdfFile && mayTake ? (
        <>
          <a href={path('pdf')}>{words.pdf}</a> · <a href={path('csv')}>{words.manifest}</a> · SHA-256{' '}
          {pdfSha256?.slice(0, 12)}
        </>
      ) : null}
    </>
  )
}

function DepositForm({ c }: { c: Ctx }) {
  const words = texts[c.get('locale')]
  return (
    <form method="post" action={samePage(c, 'letters/deposits')}>
      <TextField name="receipt" label={words.receiptField} help={words.receiptHelp} required maxlength={80} />
      <Actions>
        <Button primary>{words.post}</Button>
      </Actions>
    </form>
  )
}

/** A batch's PDF or manifest: people's names and addresses leave the desk, so it is journalled with the file's hash. */
export async function sendBatchFile(c: Ctx): Promise<Response> {
  const { db, home, clock } = c.get('platform')
  const reference = c.req.param('batch') ?? ''
  const kind = c.req.param('file') === 'pdf' ? 'pdf' : 'csv'
  const incident = c.get('incident')
  const campaign = await campaignInHand(c)
  const batch = await letterBatch(db, reference)
  const file = kind === 'pdf' ? batch?.pdfFile : batch?.manifestFile
  if (!file || batch?.campaignId !== campaign?.id) throw deliveryRefusals.noBatch({ reference })
  const bytes = await readFile(join(home.store, 'letters', file))
  const sha256 = kind === 'pdf' ? batch?.pdfSha256 : batch?.manifestSha256
  const payload = { batch: reference, file: kind, letters: batch?.letters, sha256 }
  const event = {
    actor: actorOf(c.get('viewer')),
    kind: 'letters.file-read',
    incidentId: incident.id,
    payload,
  }
  await db.transaction((tx) => record(tx, clock, event))
  const type = kind === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8'
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${reference}.${kind}"`,
    'cache-control': 'no-store',
  }
  return c.body(new Uint8Array(bytes), 200, headers)
}
