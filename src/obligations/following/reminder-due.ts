import { Temporal } from '../../platform/clock.ts'
import type { BoardLine } from '../model.ts'
import type { ReminderStep } from '../stores/reminder-store.ts'

/** Hours before a due instant at which somebody is reminded, the nearest first. */
const BEFORE: readonly (readonly [ReminderStep, number])[] = [
  ['hours_1', 1],
  ['hours_4', 4],
  ['hours_24', 24],
]
const AGAIN_HOURS = 12

interface DueReminder {
  readonly step: ReminderStep
  readonly turn: number
}

/**
 * The reminder that a line calls for at `now`: the last of its hours that has come, and no other. A worker that slept through
 * three of them gives one. After the due instant, one then, and one every twelve hours.
 */
export function reminderDue(dueAt: Temporal.Instant, now: Temporal.Instant): DueReminder | null {
  const hours = dueAt.since(now).total('hours')
  if (hours <= 0) {
    const turn = Math.floor(-hours / AGAIN_HOURS)
    return turn === 0 ? { step: 'passed', turn: 0 } : { step: 'repeated', turn }
  }
  const found = BEFORE.find(([, before]) => hours <= before)
  return found ? { step: found[0], turn: 0 } : null
}

/** The next instant at which {@link reminderDue} will say something else. */
export function nextReminder(dueAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const hours = dueAt.since(now).total('hours')
  if (hours <= 0) return dueAt.add({ hours: (Math.floor(-hours / AGAIN_HOURS) + 1) * AGAIN_HOURS })
  const before = [...BEFORE].reverse().find(([, one]) => one < hours)
  return before ? dueAt.subtract({ hours: before[1] }) : dueAt
}

/**
 * Is anybody reminded of this line? What is required and neither done nor explained; of what still depends on an answer, as long
 * as the answer can come in time. A voluntary act is nobody's duty.
 */
export function isReminded(line: BoardLine, now: Temporal.Instant): boolean {
  const { group, delayReason, conclusion, dueAt } = line
  if (dueAt === null || line.supposed || delayReason !== null) return false
  if (conclusion.snapshot.rule.nature === 'voluntary') return false
  if (group === 'depends') return Temporal.Instant.compare(now, dueAt) < 0
  return group === 'overdue' || group === 'soon' || group === 'later'
}
