import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'
import { actorOf, hasRole } from '../../access/index.ts'
import {
  Button,
  Cell,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  Status,
  TextField,
} from '../../desk/index.ts'
import { record } from '../../journal/index.ts'
import { deliveriesHref } from '../live/deliveries-page.tsx'
import { campaignFigures } from '../live/figures-store.ts'
import { RELEASERS } from '../model.ts'
import { campaignInHand, samePage } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import { type LetterBatchRow, letterBatch, letterBatches } from './letter-store.ts'

type Ctx = Context<DeskEnv>
const ICONS = { building: 'running', built: 'soon', deposited: 'done', withdrawn: 'impossible' } as const

/** Batches of letters, their files, and the record of their hand-over. */
export async function showLetters(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db } = c.get('platform')
  const campaign = await campaignInHand(c)
  const page = { title: words.letters, current: 'letters' as const }
  if (!campaign)
    return renderPage(c, { ...page, lead: <Lead sentences={[words.none]} note={words.noneNote} /> })
  const { letters } = await campaignFigures(db, campaign.id)
  const rows = await letterBatches(db, campaign.id)
  return renderPage(c, {
    ...page,
    lead: <Lead sentences={[words.lettersLead(letters.accepted, letters.left)]} />,
    children: (
      <>
        <BatchTable c={c} rows={rows} />
        {rows.some(({ state }) => state === 'built') && hasRole(c.get('viewer'), ...RELEASERS) ? (
          <DepositForm c={c} />
        ) : null}
      </>
    ),
  })
}

export function BatchTable({ c, rows }: { c: Ctx; rows: readonly LetterBatchRow[] }) {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const sum = (batches: readonly LetterBatchRow[]) =>
    batches.reduce((total, { letters, state }) => total + (state === 'withdrawn' ? 0 : letters), 0)
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
        {rows.map((batch) => (
          <Row>
            <Cell head second={batch.reference}>
              {words.batchName(batch.number)}
            </Cell>
            <Cell align="right" label={words.batchColumns[1] ?? ''}>
              <FigureLink
                value={batch.letters}
                href={deliveriesHref(c, { batch: batch.reference })}
                locale={locale}
              />
            </Cell>
            <Cell>
              <Status kind={ICONS[batch.state]}>{texts[locale].batchStates[batch.state]}</Status>
            </Cell>
            <Cell second={<Evidence c={c} batch={batch} />}>
              <Instant at={batch.depositedAt ?? batch.builtAt ?? batch.createdAt} locale={locale} />
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
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
      {depositedAt ? `${fictional ? words.fictionalReceipt : words.receipt} ${receipt}` : null}
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
      <Button primary>{words.post}</Button>
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
