import { words } from '../../law/index.ts'
import type { BoardLine } from '../../obligations/index.ts'
import type { DossierField } from '../model.ts'
import { type DossierSource, deadlineOf, fillDuty, linesFor, toldFact } from '../source.ts'
import { field } from './fields.ts'

/** Latest instant at which the act is in time, and when it was done; null when no clock runs. */
function clockOf(source: DossierSource) {
  const line = linesFor(source, 'gdpr_33_1')[0]
  if (!line?.dueAt) return null
  const doneAt = firstFiled(line) ?? null
  const at = doneAt ?? source.at
  return { line, dueAt: line.dueAt, late: at.epochMilliseconds > line.dueAt.epochMilliseconds }
}

function firstFiled({ filings }: BoardLine) {
  return filings
    .filter(({ state }) => state === 'filed')
    .map(({ at }) => at)
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
}

/** Reasons for the delay: required when the 72 hours are over (GDPR art. 33(1)), of no object before. */
export function delayFields(source: DossierSource): DossierField[] {
  const clock = clockOf(source)
  const label = ['nature_delay_reason', 'Raison du retard', 'Reason for the delay'] as const
  if (!clock) {
    const aware = toldFact(source, 'controller_aware_at')
    const missing = aware
      ? words('à remplir si les 72 heures sont passées', 'to be filled once the 72 hours are over')
      : words('inscrivez d’abord la prise de connaissance', 'record the awareness first')
    return [field(...label, null, { fill: 'clocks/awareness', missing, toCheck: true })]
  }
  const due = deadlineOf(source, clock.dueAt)
  if (!clock.late) {
    const line = source.locale === 'fr' ? `Sans objet jusqu’au ${due}.` : `Of no object until ${due}.`
    return [field(...label, { lines: [line], sources: [] }, { toCheck: true })]
  }
  const reason = clock.line.delayReason
  return [
    field(...label, reason && { lines: [reason.text], sources: [reasonRef(clock.line)] }, {
      fill: fillDuty(source, 'gdpr_33_1'),
      missing: words(
        `l’échéance est passée (${due})\u00a0: la raison est obligatoire`,
        `the deadline is over (${due}): the reason is required`,
      ),
      toCheck: true,
    }),
  ]
}

const reasonRef = ({ conclusion, delayReason }: BoardLine) => ({
  key: `delay.${conclusion.id}`,
  id: delayReason?.at.toString() ?? '',
})
