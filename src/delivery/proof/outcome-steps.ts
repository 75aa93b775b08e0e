import { Temporal } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n.ts'
import { historyTexts } from './history-texts.ts'
import type { OutcomeDelivery, PersonOutcome } from './model.ts'

/** One line of « Chaque envoi et sa preuve », told from a sealed outcome. */
export interface OutcomeStep {
  readonly at: Temporal.Instant
  readonly event: string
  readonly happened: string
  readonly evidence: string
}

/** Every step of every delivery, and every reason why nobody could be told, in the order of time. */
export function outcomeSteps(outcome: PersonOutcome, locale: Locale): OutcomeStep[] {
  const words = historyTexts[locale]
  const known = new Set<string>()
  const steps = outcome.deliveries.flatMap((delivery) => {
    const first = !known.has(delivery.text.sha256)
    known.add(delivery.text.sha256)
    return [
      ...(first ? released(delivery, locale) : []),
      step(
        delivery.plannedAt,
        words.words['planned'],
        words.planned(delivery.channel, delivery.covers),
        words.to(delivery.to.name, delivery.to.address),
      ),
      ...told(delivery, locale),
      ...delivery.attempts.flatMap(({ bouncedAt }) =>
        bouncedAt ? [step(bouncedAt, words.words['bounced'], words.happened['bounced'], '')] : [],
      ),
    ]
  })
  const untold = outcome.untold.map(({ at, reason }) =>
    step(at, words.words['untold'], `${words.untold(words.reasons[reason] ?? reason)}.`, ''),
  )
  return [...steps, ...untold].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

function step(at: string, event = '', happened = '', evidence: string): OutcomeStep {
  return { at: Temporal.Instant.from(at), event, happened, evidence }
}

function released({ text }: OutcomeDelivery, locale: Locale): OutcomeStep[] {
  const words = historyTexts[locale]
  if (!text.releasedAt) return []
  const said = words.releasedText(text.version)
  return [step(text.releasedAt, words.words['released'], said, text.releasedBy.join(', '))]
}

/** A refusal that moves to the letter is written twice, as the attempt's end and as the closing of the delivery. */
function told(delivery: OutcomeDelivery, locale: Locale): OutcomeStep[] {
  const words = historyTexts[locale]
  const events = delivery.events.filter(({ at, kind }, index) => {
    const before = delivery.events[index - 1]
    return kind !== 'bounced' && (before?.kind !== kind || before.at !== at)
  })
  return events.map(({ at, kind }) => {
    const attempt = delivery.attempts.find(({ endedAt }) => endedAt === at)
    const number = attempt ? `${words.attempt(attempt.number)} ` : ''
    const happened = kind === 'accepted' ? words.handedOver : (words.happened[kind] ?? '')
    return step(at, words.words[kind] ?? kind, `${number}${happened}`, evidenceOf(delivery, kind, at, locale))
  })
}

function evidenceOf(delivery: OutcomeDelivery, kind: string, at: string, locale: Locale): string {
  const words = historyTexts[locale]
  const { letter, messageId, decisions } = delivery
  const attempt = delivery.attempts.find(({ endedAt }) => endedAt === at)
  const parts: (string | null | undefined)[] = [attempt?.reply ?? attempt?.status]
  if (kind === 'accepted') parts.push(messageId && `Message-ID ${messageId}`)
  if (kind === 'deposited' && letter) {
    parts.push(letter.receipt && words.receipt(letter.receipt, letter.fictional), letter.batch)
    parts.push(letter.pdfSha256 && words.batchFile(letter.pdfSha256))
  }
  if (kind.startsWith('decided'))
    parts.push(...decisions.map(({ by, journal }) => words.decidedBy(by, journal)))
  return parts.filter(Boolean).join(' · ')
}
