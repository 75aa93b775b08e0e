import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { basename, dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { type CopyValue, copyRows } from '../../platform/copy-rows.ts'
import type { TxClient } from '../../platform/database.ts'
import { type Query, type Row, withDuckDb } from '../../platform/duckdb.ts'
import type { Platform } from '../../platform/platform.ts'
import { normalName } from '../identity/index.ts'
import {
  type ColumnMapping,
  detectLayout,
  type Layout,
  readColumnMapping,
  readRepaired,
} from '../read/index.ts'
import { carryOver } from './carry-over.ts'
import { type ExposedCells, readExposedCells } from './exposed-cells.ts'
import type { Evidence, Fields, ReviewFiles } from './model.ts'
import { reviewRefusals } from './refusals.ts'
import { ITEM_COLUMNS, insertDraws, insertStandings } from './store.ts'
import { insertSource } from './store-reading.ts'
import { nearestMembers, prepareWanted, streamWanted, type Wanted, wantedRowNumbers } from './store-wanted.ts'
import { cellWithoutNir } from './without-nir.ts'

export interface ReviewSource {
  readonly incidentId: string
  readonly runId: string
  readonly registerPath: string
  readonly exposedPath: string
  /** The file of repaired rows that was matched with it. */
  readonly repairedPath?: string | undefined
  /** The mapping of `--columns`, parsed or as a path; the same that was matched. */
  readonly columns?: unknown
  readonly files: ReviewFiles
}

/** One row in ten is read by two people. Drawn by its content, so that the same row of a later list is drawn again. */
const SECOND_READER_SHARE = 0.1

/**
 * Keeps what people must read of a run: every ambiguous row and the blind sample, with the cells to compare and never
 * the national identifier; then carries over what was decided of the same rows before. Called in the transaction of the
 * import, while the files of the match are still there. Memory is bounded: both the exposed list and the outputs of the
 * match are read as streams, side by side.
 * @throws review.accountBroken when a wanted row is not found again in the exposed list
 */
export async function fillReview(
  tx: TxClient,
  platform: Pick<Platform, 'clock'>,
  source: ReviewSource,
  signal?: AbortSignal,
): Promise<void> {
  const { runId, files } = source
  await withDuckDb(async (query) => {
    await insertDraws(tx, runId, await prepareWanted(query, runId, files))
    const wanted = await wantedRowNumbers(query)
    if (wanted.length === 0) return
    const layouts = await layoutsOf(source)
    await insertSource(tx, runId, withoutValues(layouts.register), withoutValues(layouts.exposed))
    const kept = await copyItems(tx, query, source, layouts.exposed, wanted, signal)
    if (kept !== wanted.length) throw reviewRefusals.accountBroken({ expected: wanted.length, found: kept })
    await insertStandings(tx, runId)
    await carryOver(tx, platform, source.incidentId, runId)
  }, dirname(files.registerRows))
}

async function copyItems(
  tx: TxClient,
  query: Query,
  source: ReviewSource,
  layout: Layout,
  wanted: Int32Array,
  signal: AbortSignal | undefined,
): Promise<number> {
  const named = streamWanted(query, source.files)[Symbol.asyncIterator]()
  const channel = new PassThrough({ objectMode: true, highWaterMark: 4 })
  const copying = copyRows(tx, 'review_item', ITEM_COLUMNS, channel)
  const lonely: Pair[] = []
  const push = async (rows: readonly ExposedCells[]) => {
    const batch: CopyValue[][] = []
    for (const cells of rows) {
      const pair = { wanted: (await named.next()).value as Wanted, cells }
      if (pair.wanted?.stratum === 'not_ours' && pair.wanted.candidates.length === 0) lonely.push(pair)
      else batch.push(itemRow(source, pair))
    }
    if (!channel.write(batch)) await Promise.race([once(channel, 'drain'), copying])
  }
  try {
    const repaired =
      source.repairedPath === undefined
        ? undefined
        : await readRepaired(source.repairedPath, layout, basename(source.repairedPath))
    await readExposedCells(source.exposedPath, layout, wanted, push, { signal, repaired })
    channel.end()
    const kept = await copying
    return kept + (await copyLonely(tx, query, source, lonely))
  } catch (error) {
    channel.destroy(error as Error)
    await copying.catch(() => undefined)
    throw error
  }
}

interface Pair {
  readonly wanted: Wanted
  readonly cells: ExposedCells
}

/** Rows of the sample that the match found near nobody, beside whom a looser search finds: at most a sample of them. */
async function copyLonely(
  tx: TxClient,
  query: Query,
  source: ReviewSource,
  pairs: readonly Pair[],
): Promise<number> {
  const sought = pairs.map(({ cells: { exposedRow, fields } }) => ({
    exposedRow,
    birth: Number(fields['birth_date'] ?? 0) || 0,
    surname: normalName(fields['surname'] ?? fields['usage_name'] ?? ''),
    firstNames: normalName(fields['first_names'] ?? ''),
    memberNumber: fields['member_number'] ?? '',
  }))
  const nearest = await nearestMembers(query, source.files, sought)
  const rows = pairs.map(({ wanted, cells }) => {
    const candidates = nearest.get(cells.exposedRow) ?? []
    const members = candidates.map(({ memberId }) => String(memberId))
    return itemRow(source, { wanted: { ...wanted, candidates, members }, cells })
  })
  return copyRows(tx, 'review_item', ITEM_COLUMNS, inOneBatch(rows))
}

async function* inOneBatch(rows: readonly CopyValue[][]): AsyncIterable<readonly CopyValue[][]> {
  if (rows.length > 0) yield rows
}

async function layoutsOf(source: ReviewSource): Promise<{ register: Layout; exposed: Layout }> {
  const mapping = await mappingOf(source.columns)
  return {
    register: (await detectLayout(source.registerPath, 'register', mapping)).layout,
    exposed: (await detectLayout(source.exposedPath, 'exposed', mapping)).layout,
  }
}

/** Where each column stands, without their names: a first line taken for a header could be someone's. */
function withoutValues(layout: Layout): Layout {
  return { ...layout, headers: layout.headers.map((_, index) => `column ${index + 1}`) }
}

async function mappingOf(columns: unknown): Promise<ColumnMapping> {
  return typeof columns === 'string' ? readColumnMapping(columns) : ((columns as ColumnMapping) ?? {})
}

/** Both streams go by row number: a row that is missing on one side would pair strangers, and stops everything. */
function itemRow({ incidentId, runId }: ReviewSource, { wanted, cells }: Pair): CopyValue[] {
  if (wanted?.exposedRow !== cells.exposedRow)
    throw reviewRefusals.accountBroken({ expected: cells.exposedRow, found: wanted?.exposedRow ?? 0 })
  const content = contentHash(cells.fields)
  const atStake = wanted.stratum === 'ambiguous' ? wanted.atStake : engineStake(wanted)
  return [
    runId,
    wanted.exposedRow,
    incidentId,
    wanted.stratum,
    wanted.reason,
    wanted.engineMember,
    wanted.draw,
    atStake.length,
    isDrawnForTwo(incidentId, content),
    content,
    cells.nirClass,
    JSON.stringify(cells.fields),
    JSON.stringify(wanted.candidates.map(candidateOf)),
    wanted.members,
    atStake,
  ]
}

/** A matched row that is read blind has at stake the person it put on the list, unless another row does too. */
function engineStake({ engineMember, atStake }: Wanted): readonly string[] {
  return atStake.filter((member) => member === engineMember)
}

function candidateOf(row: Row) {
  const given = row as unknown as {
    memberId: string
    memberRow: number | string
    weight: number | null
    contradiction: string | null
    evidence: Evidence | null
    fields: Readonly<Record<string, string | null>>
  }
  return { ...given, memberRow: Number(given.memberRow), fields: ownFields(given.fields) }
}

function ownFields(cells: Readonly<Record<string, string | null>>): Fields {
  const read = Object.entries(cells ?? {}).map(
    ([field, cell]) => [field, cellWithoutNir(cell ?? '')] as const,
  )
  const fields: Record<string, string> = Object.fromEntries(read.filter(([, text]) => text !== ''))
  if (/^\d{1,8}$/.test(fields['birth_date'] ?? ''))
    fields['birth_date'] = fields['birth_date']!.padStart(8, '0')
  return fields
}

/** The row as it was read, without the NIR: what makes two rows of two lists the same row. */
export function contentHash(fields: Fields): string {
  const content = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function isDrawnForTwo(incidentId: string, content: string): boolean {
  const drawn = createHash('sha256').update(`${incidentId}:${content}`).digest().readUInt32BE(0)
  return drawn < SECOND_READER_SHARE * 2 ** 32
}
