import { createHash } from 'node:crypto'
import { type Actor, record } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import { finishCampaign } from '../sending/drive-campaign.ts'
import { afterReport, type Contradiction, judge } from './feedback-model.ts'
import {
  acceptPosted,
  closeReturned,
  insertReports,
  type LetterFound,
  lettersNamed,
  type Report,
} from './feedback-store.ts'
import { type FeedbackRow, readFeedback, type UnreadableReason } from './read-feedback.ts'
import { type NextContacts, nextContacts } from './return-ladder.ts'

export type RowVerdict =
  | { readonly line: number; readonly verdict: 'applied' | 'known' }
  | {
      readonly line: number
      readonly verdict: 'unknown_letter' | 'contradictory' | 'unreadable'
      readonly why:
        | Contradiction
        | UnreadableReason
        | 'no_such_letter'
        | 'several_letters'
        | 'id_and_code_differ'
    }

export interface FeedbackReport {
  readonly sha256: string
  readonly rows: number
  /** One verdict a row: they sum to `rows`. */
  readonly applied: number
  readonly known: number
  readonly unknownLetter: number
  readonly contradictory: number
  readonly unreadable: number
  readonly posted: number
  readonly returned: number
  readonly next: NextContacts
  /** The rows that a person has to look at, each with its line and why. */
  readonly toLookAt: readonly RowVerdict[]
}

/** Rows in one transaction: after a crash, reading the file again finds those that were applied known. */
const ROWS_AT_ONCE = 500

export interface Asked {
  readonly incidentId: string
  /** Says what would happen, and changes nothing. */
  readonly dryRun?: boolean
}

/**
 * Applies a print house's CSV to the letters of an incident: posted letters are told, letters that came back are told no
 * more and their people go to the next contact. The same file, or the same row in another, changes nothing twice.
 * @throws delivery.feedbackWorkbook, delivery.feedbackColumns; nothing is applied then
 */
export async function applyFeedback(
  platform: Platform,
  bytes: Uint8Array,
  asked: Asked,
  actor: Actor,
): Promise<FeedbackReport> {
  const today = platform.clock.now().toZonedDateTimeISO(ZONE).toPlainDate()
  const rows = readFeedback(bytes, today)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const chunks = asked.dryRun ? [rows] : inChunks(rows)
  const done: Applied[] = []
  for (const chunk of chunks) done.push(await applyRows(platform, chunk, { ...asked, sha256 }, actor))
  return summed(sha256, done)
}

/** One letter that came back, scanned or typed at the desk. The same effect as a row of a file. */
export async function reportReturn(
  platform: Platform,
  row: Extract<FeedbackRow, { letterId: unknown }>,
  incidentId: string,
  actor: Actor,
): Promise<{ verdict: RowVerdict; next: NextContacts }> {
  const { verdicts, next } = await applyRows(platform, [row], { incidentId, sha256: null }, actor)
  return { verdict: verdicts[0]!, next }
}

interface Applied {
  readonly verdicts: readonly RowVerdict[]
  readonly posted: number
  readonly returned: number
  readonly next: NextContacts
}

/** A dry run goes all the way, then takes everything back. */
class TakenBack extends Error {
  readonly applied: Applied
  constructor(applied: Applied) {
    super('dry run')
    this.applied = applied
  }
}

async function applyRows(
  platform: Platform,
  rows: readonly FeedbackRow[],
  asked: Asked & { readonly sha256: string | null },
  actor: Actor,
): Promise<Applied> {
  const touched = new Set<number>()
  const applied = await platform.db
    .transaction(async (tx) => {
      const found = await lettersNamed(tx, asked.incidentId, namedIn(rows))
      const { verdicts, reports } = judgeAll(rows, found)
      const reported = new Set(reports.map(({ deliveryId }) => deliveryId))
      for (const { id, campaignId } of found) if (reported.has(id)) touched.add(campaignId)
      const effect = await applyReports(platform, tx, reports, asked, actor)
      if (asked.dryRun) throw new TakenBack({ verdicts, ...effect })
      return { verdicts, ...effect }
    })
    .catch((error) => {
      if (error instanceof TakenBack) return error.applied
      throw error
    })
  if (!asked.dryRun) for (const campaignId of touched) await finishCampaign(platform, campaignId)
  return applied
}

async function applyReports(
  platform: Platform,
  tx: Tx,
  reports: readonly Report[],
  { incidentId, sha256 }: { incidentId: string; sha256: string | null },
  actor: Actor,
): Promise<Omit<Applied, 'verdicts'>> {
  if (reports.length === 0) return { posted: 0, returned: 0, next: { email: 0, letter: 0, untold: 0 } }
  const at = platform.clock.now()
  const posted = reports.filter(({ kind }) => kind === 'posted')
  const returned = reports.filter(({ kind }) => kind === 'returned')
  await insertReports(tx, reports, { fileSha256: sha256, at })
  await acceptPosted(tx, posted, at)
  const next = await nextContacts(tx, incidentId, returned, at)
  await closeReturned(tx, returned, at)
  const deliveries = createHash('sha256').update(reports.map(digestLine).join('\n')).digest('hex')
  const payload = { posted: posted.length, returned: returned.length, next, file: sha256, deliveries }
  await record(tx, platform.clock, { actor, kind: 'letters.reported', incidentId, payload })
  return { posted: posted.length, returned: returned.length, next }
}

const digestLine = ({ deliveryId, kind, on, reason }: Report) => [deliveryId, kind, on, reason].join('|')

function namedIn(rows: readonly FeedbackRow[]): { ids: number[]; codes: string[] } {
  const readable = rows.filter((row) => 'letterId' in row)
  return {
    ids: readable.flatMap(({ letterId }) => letterId ?? []),
    codes: readable.flatMap(({ code }) => code ?? []),
  }
}

/** Each row gets its verdict from the letters as the rows before it left them. */
function judgeAll(
  rows: readonly FeedbackRow[],
  found: readonly LetterFound[],
): { verdicts: RowVerdict[]; reports: Report[] } {
  const now = new Map(found.map((letter) => [letter.id, letter]))
  const byCode = new Map<string, LetterFound[]>()
  for (const letter of found) byCode.set(letter.code, [...(byCode.get(letter.code) ?? []), letter])
  const named = { byId: new Map(now), byCode }
  const reports: Report[] = []
  const verdicts = rows.map((row): RowVerdict => {
    const { line } = row
    if ('unreadable' in row) return { line, verdict: 'unreadable', why: row.unreadable }
    const letter = letterOf(row, named)
    if (typeof letter === 'string') return { line, verdict: 'unknown_letter', why: letter }
    const standing = now.get(letter.id)!
    const judgement = judge(standing, row)
    if (judgement.verdict === 'contradictory') return { line, ...judgement }
    if (judgement.verdict === 'known') return { line, verdict: 'known' }
    now.set(letter.id, { ...standing, ...afterReport(standing, row) })
    const one = { deliveryId: letter.id, line: line > 0 ? line : null }
    if (judgement.posted && row.posted)
      reports.push({ ...one, kind: 'posted', on: row.posted.on, reason: null })
    if (judgement.returned && row.returned) reports.push({ ...one, kind: 'returned', ...row.returned })
    return { line, verdict: 'applied' }
  })
  return { verdicts, reports }
}

type Lost = 'no_such_letter' | 'several_letters' | 'id_and_code_differ'

/** The letter that a row means. A code is drawn at random: of several that bear it, the one printed is meant. */
function letterOf(
  row: Extract<FeedbackRow, { letterId: unknown }>,
  named: {
    readonly byId: ReadonlyMap<number, LetterFound>
    readonly byCode: ReadonlyMap<string, LetterFound[]>
  },
): LetterFound | Lost {
  if (row.letterId !== undefined) {
    const byId = named.byId.get(row.letterId)
    if (!byId) return 'no_such_letter'
    return row.code === undefined || row.code === byId.code ? byId : 'id_and_code_differ'
  }
  const byCode = named.byCode.get(row.code ?? '') ?? []
  const printed = byCode.filter((letter) => letter.printed)
  for (const some of [printed, byCode]) if (some.length === 1) return some[0]!
  return byCode.length === 0 ? 'no_such_letter' : 'several_letters'
}

function inChunks(rows: readonly FeedbackRow[]): FeedbackRow[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  )
}

function summed(sha256: string, done: readonly Applied[]): FeedbackReport {
  const verdicts = done.flatMap((one) => one.verdicts)
  const count = (verdict: RowVerdict['verdict']) => verdicts.filter((row) => row.verdict === verdict).length
  const sum = (of: (one: Applied) => number) => done.reduce((total, one) => total + of(one), 0)
  return {
    sha256,
    rows: verdicts.length,
    applied: count('applied'),
    known: count('known'),
    unknownLetter: count('unknown_letter'),
    contradictory: count('contradictory'),
    unreadable: count('unreadable'),
    posted: sum((one) => one.posted),
    returned: sum((one) => one.returned),
    next: {
      email: sum((one) => one.next.email),
      letter: sum((one) => one.next.letter),
      untold: sum((one) => one.next.untold),
    },
    toLookAt: verdicts.filter(({ verdict }) => verdict !== 'applied' && verdict !== 'known'),
  }
}
