import type { Temporal } from '../../platform/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { readBoard } from '../board/read-board.ts'
import type { Board, BoardLine } from '../model.ts'

/** A reminder that still asks for something: of what is neither done nor explained. */
export interface OpenReminder {
  readonly line: BoardLine
  readonly dueAt: Temporal.Instant
  readonly step: string
  /** By the clock of the incident. */
  readonly at: Temporal.Instant
  /** Null: nobody holds the duty, so the lead is reminded. */
  readonly holder: string | null
}

/** Those of a board that was read, in its order. */
export function remindersOn({ lines }: Pick<Board, 'lines'>): OpenReminder[] {
  return lines.flatMap((line) => {
    const { reminder, dueAt, delayReason, group, holder } = line
    if (!reminder || !dueAt || delayReason || group === 'done' || group === 'not_required') return []
    return [{ line, dueAt, step: reminder.step, at: reminder.at, holder }]
  })
}

/** The reminders that the desk shows for the incident's own organisation. */
export async function openReminders(
  platform: Pick<Platform, 'db' | 'clock'>,
  incident: { readonly id: string },
): Promise<OpenReminder[]> {
  return remindersOn(await readBoard(platform, incident))
}
