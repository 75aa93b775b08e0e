import { compileNotice, type LetterContent } from '../../notices/index.ts'
import type { Tx } from '../../platform/database.ts'
import { noticeRecipient } from '../index.ts'
import type { OutcomeDelivery, ProofText } from './model.ts'
import { type SentText, sentTexts } from './received-store.ts'

/** A text as one of its addressees got it: as plain text, and in its parts. */
export interface Reading {
  readonly delivery: number
  readonly subject: string
  readonly text: string
  readonly letter: LetterContent
}

export interface ReceivedText extends Omit<ProofText, 'received'> {
  readonly received: readonly Reading[]
}

/**
 * Each text that these deliveries carry, once, and how it reads to those it was written to. With `handedTo`, for a paper that this
 * person takes away: of a message written to somebody else of the household, what it says of this person alone (GDPR, art. 15(4)).
 */
export async function receivedTexts(
  tx: Tx,
  deliveries: readonly Pick<OutcomeDelivery, 'delivery'>[],
  handedTo?: number,
): Promise<ReceivedText[]> {
  const sent = await sentTexts(
    tx,
    deliveries.map(({ delivery }) => delivery),
  )
  const hashes = [...new Set(sent.map(({ sha256 }) => sha256))]
  return hashes.map((sha256) => {
    const same = sent.filter((text) => text.sha256 === sha256)
    return { sha256, tree: same[0]!.tree, received: same.flatMap((text) => readingOf(text, handedTo)) }
  })
}

function readingOf(
  { delivery, tree, code, recipient, writtenAt }: SentText,
  handedTo: number | undefined,
): Reading[] {
  if (!recipient || !writtenAt) return []
  const own = handedTo === undefined || recipient.personId === handedTo
  const covers = own ? recipient.covers : recipient.covers.filter(({ personId }) => personId === handedTo)
  if (covers.length === 0) return []
  const shown = noticeRecipient({ ...recipient, covers }, code, writtenAt)
  const { subject, text, letter } = compileNotice(tree)(shown)
  return [{ delivery, subject, text, letter }]
}
