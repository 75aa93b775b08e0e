import { createHash } from 'node:crypto'
import { canonicalJson } from '../../journal/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Finding, type NamedMessage, readReport } from '../bounces/index.ts'
import { lockCampaign } from '../campaign-store.ts'
import { type WhomItWasFor, withoutPerson } from '../smtp/without-person.ts'
import { type Applied, applyReport, judgeReturned } from './apply-report.ts'
import { askReading } from './ask-reading.ts'
import {
  deliveryOfMessage,
  type Intake,
  insertReport,
  likelyDelivery,
  type NewReport,
} from './report-store.ts'

/** A report read from wherever it came: what it found, and which of our messages it names. */
export interface TakenReport {
  readonly intake: Intake
  readonly sha256: string
  readonly findings: readonly Finding[]
  readonly names: readonly NamedMessage[]
  readonly reportedAt: Temporal.Instant | undefined
}

/** Reads a returned message. Its hash is what recognises it when it is read again. */
export async function readReturned(intake: Intake, bytes: Uint8Array): Promise<TakenReport> {
  return { intake, sha256: sha256Of(bytes), ...(await readReport(bytes)) }
}

/** An event of a relay's webhook, in the same shape. */
export function eventReport(
  event: object,
  finding: Finding,
  names: readonly NamedMessage[],
  at: Temporal.Instant | undefined,
): TakenReport {
  return {
    intake: 'hook',
    sha256: sha256Of(canonicalJson(event)),
    findings: [finding],
    names,
    reportedAt: at,
  }
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Records a report and does what it asks for, in one transaction with `alongside` (how far a mailbox was read). Taken twice,
 * it is one. Only what names one of our messages by its return path or its Message-ID is applied; the rest waits for a
 * person, with a suggestion. The circuit breakers look once it is committed. @returns whether it was new
 */
export async function takeReport(
  platform: Platform,
  taken: TakenReport,
  alongside: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<boolean> {
  const { isNew, applied, waits } = await platform.db.transaction(async (tx) => {
    await alongside(tx)
    return takeIn(tx, platform, taken)
  })
  if (applied) await judgeReturned(platform, applied)
  if (waits) await askReading(platform, A_MOMENT)
  return isNew
}

/** Seconds for a sender to write what became of the message that came back so soon. */
const A_MOMENT = 5

interface Taking {
  readonly isNew: boolean
  readonly applied?: Applied | undefined
  readonly waits?: boolean
}

async function takeIn(tx: Tx, platform: Platform, taken: TakenReport): Promise<Taking> {
  const now = platform.clock.now()
  const named = await namedDelivery(tx, taken.names)
  const base = {
    intake: taken.intake,
    sha256: taken.sha256,
    receivedAt: now,
    reportedAt: earlier(taken.reportedAt, now),
  }
  if (!named) return { isNew: await takeUnmatched(tx, taken.findings, base) }
  // Before the row that refers to the delivery: whoever decides on it takes the campaign first too.
  await lockCampaign(tx, named.campaignId)
  const finding = findingAbout(taken.findings, named.email)
  const id = await insertReport(tx, {
    ...base,
    ...wordsOf(finding, { email: named.email, names: named.names }),
    // Purged: nothing that may say who it was comes back.
    ...(named.email === null ? { said: null, masked: null } : {}),
    part: 1,
    evidence: named.evidence,
    deliveryId: named.id,
    suggestedId: null,
    state: 'waiting',
    ignoredBecause: null,
  })
  if (id === undefined) return { isNew: false }
  const applied = await applyReport(tx, platform, id)
  return { isNew: true, applied, waits: applied === undefined }
}

async function namedDelivery(tx: Tx, names: readonly NamedMessage[]) {
  for (const { messageId, evidence } of names) {
    const found = await deliveryOfMessage(tx, messageId)
    if (found) return { ...found, evidence }
  }
  return undefined
}

/** Each of our messages has one addressee: of several findings, the one about them; else the one that failed. */
function findingAbout(findings: readonly Finding[], email: string | null): Finding {
  const theirs = findings.find(({ recipient }) => recipient !== null && recipient.toLowerCase() === email)
  const failed = findings.find(({ decision }) => decision !== 'not_a_bounce')
  return theirs ?? failed ?? (findings[0] as Finding)
}

type Base = Pick<NewReport, 'intake' | 'sha256' | 'receivedAt' | 'reportedAt'>
const MOST_PARTS = 50

async function takeUnmatched(tx: Tx, findings: readonly Finding[], base: Base): Promise<boolean> {
  let isNew = false
  for (const [index, finding] of findings.slice(0, MOST_PARTS).entries()) {
    const matters = finding.decision !== 'not_a_bounce' || finding.reason === 'complaint'
    const to = (finding.recipient ?? '').replace(/\p{Cc}/gu, '')
    const suggestedId = matters && to ? await likelyDelivery(tx, to) : null
    const id = await insertReport(tx, {
      ...base,
      ...wordsOf(finding, { email: finding.recipient }),
      part: index + 1,
      evidence: 'none',
      deliveryId: null,
      suggestedId,
      state: matters ? 'unmatched' : 'ignored',
      ignoredBecause: matters ? null : 'no_failure',
    })
    isNew ||= id !== undefined
  }
  return isNew
}

function wordsOf({ decision, status, reason, said, recipient }: Finding, whom: WhomItWasFor) {
  const words = withoutPerson(said ?? '', whom).slice(0, 400)
  return {
    decision,
    status,
    reason,
    said: words || null,
    masked: mask(recipient ?? ''),
  }
}

/** `l…@poste.example`; null for what is no address: nothing else is known to be safe to keep. */
function mask(address: string): string | null {
  const [, first, domain] = /^"?([^\s"@\p{Cc}])[^@]*@([\p{L}\p{N}._-]{1,253})$/u.exec(address) ?? []
  return domain ? `${first}…@${domain.toLowerCase()}` : null
}

/** A report dated tomorrow is not from tomorrow. */
function earlier(at: Temporal.Instant | undefined, now: Temporal.Instant): Temporal.Instant {
  return at && Temporal.Instant.compare(at, now) < 0 ? at : now
}
