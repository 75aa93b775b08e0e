import { setTimeout as sleep } from 'node:timers/promises'
import { formatInteger, formatShare } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { type ProgressRow, readProgress } from '../platform/progress.ts'
import type { Locale } from '../platform/refusal.ts'

const WIDTH = 24
const EVERY_MS = 500

const steps: Record<Locale, Record<string, string>> = {
  fr: {
    generate: 'Listes d’exercice',
    import: 'Lecture et appariement',
    prepare: 'Préparation des envois',
    release: 'Libération par deux personnes',
    send: 'E-mails',
    letters: 'Lettres',
    proof: 'Preuve',
  },
  en: {
    generate: 'Exercise lists',
    import: 'Reading and matching',
    prepare: 'Preparing messages',
    release: 'Release by two people',
    send: 'E-mails',
    letters: 'Letters',
    proof: 'Proof',
  },
}

/**
 * Draws one line per step: a bar redrawn in place on a terminal, a line at each quarter elsewhere. Returns when the
 * step `proof` has finished.
 */
export async function watchProgress(
  platform: Platform,
  incidentId: string,
  locale: Locale,
  say: (text: string) => void,
): Promise<void> {
  const tty = process.stderr.isTTY === true
  const shown = new Map<string, number>()
  for (;;) {
    const rows = await readProgress(platform.db, incidentId)
    for (const row of rows) draw(row, shown, locale, tty, say)
    if (rows.some(({ step, finishedAt }) => step === 'proof' && finishedAt !== null)) return
    await sleep(EVERY_MS)
  }
}

/** A line is drawn once finished; a step that failed is drawn again when it is taken up. */
function draw(
  row: ProgressRow,
  shown: Map<string, number>,
  locale: Locale,
  tty: boolean,
  say: (text: string) => void,
): void {
  const last = shown.get(row.step) ?? -1
  const stage = stageOf(row)
  if (last === FINISHED || (stage === last && (stage === FAILED || !tty))) return
  if (tty) process.stderr.write(`\r\u001b[K${line(row, locale)}${stage >= FAILED ? '\n' : ''}`)
  else say(line(row, locale))
  shown.set(row.step, stage)
}

const FAILED = 5
const FINISHED = 6

/** Quarters done, failed, or finished. */
function stageOf({ done, total, finishedAt, failure }: ProgressRow): number {
  if (failure) return FAILED
  if (finishedAt) return FINISHED
  return total ? Math.floor((4 * done) / total) : 0
}

function line(row: ProgressRow, locale: Locale): string {
  const total = row.total ?? row.done
  const filled = total === 0 ? WIDTH : Math.round((WIDTH * row.done) / total)
  const bar = `${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}`
  const name = (steps[locale][row.step] ?? row.step).padEnd(32)
  const state = row.failure
    ? `✗ ${row.failure[locale]}`
    : row.finishedAt
      ? '✓'
      : formatShare(row.done, total, locale, 0)
  return `${name} ${bar} ${formatInteger(row.done, locale)} / ${formatInteger(total, locale)} ${state}`
}
