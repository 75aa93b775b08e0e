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

/** Each text that these deliveries carry, once, and how it reads to those it was written to. */
export async function receivedTexts(
  tx: Tx,
  deliveries: readonly Pick<OutcomeDelivery, 'delivery'>[],
): Promise<ReceivedText[]> {
  const sent = await sentTexts(
    tx,
    deliveries.map(({ delivery }) => delivery),
  )
  const hashes = [...new Set(sent.map(({ sha256 }) => sha256))]
  return hashes.map((sha256) => {
    const same = sent.filter((text) => text.sha256 === sha256)
    return { sha256, tree: same[0]!.tree, received: same.flatMap(readingOf) }
  })
}

function readingOf({ delivery, tree, code, recipient, writtenAt }: SentText): Reading[] {
  if (!recipient || !writtenAt) return []
  const { subject, text, letter } = compileNotice(tree)(noticeRecipient(recipient, code, writtenAt))
  return [{ delivery, subject, text, letter }]
}
