import { postalBlock } from '../../people/postal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueueLetters, enqueueSending } from '../enqueue-jobs.ts'
import { endLive } from '../ladder-store.ts'
import { domainOf, messageIdOf, type Recipient } from '../model.ts'
import { drawCode } from '../planning/draw-code.ts'
import { type CameBack, goOn, insertLetterReturned, lettersComingBack, planNext } from './return-store.ts'

export interface NextContacts {
  readonly email: number
  readonly letter: number
  /** Persons, not letters. */
  readonly untold: number
}

/** Reasons after which no other contact of the same addressee is tried: whoever reads it would not be them. */
const NOBODY_TO_TELL = new Set(['deceased'])

/**
 * The ladder below a letter that came back, in this order: an e-mail address of the addressee that was never tried, the
 * postal address of the list in force when it is another one, and else "cannot be told", for the public communication to
 * replace. Call it before the letters are closed, in the transaction that closes them.
 */
export async function nextContacts(
  tx: Tx,
  incidentId: string,
  returned: readonly { readonly deliveryId: number; readonly reason: string | null }[],
  at: Temporal.Instant,
): Promise<NextContacts> {
  const reasons = new Map(returned.map(({ deliveryId, reason }) => [deliveryId, reason]))
  const letters = await lettersComingBack(tx, incidentId, [...reasons.keys()])
  await endLive(tx, [...reasons.keys()])
  const counted = { email: 0, letter: 0, untold: 0 }
  const again = { email: new Set<number>(), letter: new Set<number>() }
  const untold: { campaignId: number; personId: number }[] = []
  for (const letter of letters.filter(({ persons }) => persons.length > 0)) {
    const contact = NOBODY_TO_TELL.has(reasons.get(letter.id) ?? '') ? undefined : nextContact(letter)
    if (contact) {
      await planNext(tx, { ...contact, follows: letter.id, persons: letter.persons }, at)
      again[contact.channel].add(letter.campaignId)
      counted[contact.channel] += 1
    } else untold.push(...letter.persons.map((personId) => ({ campaignId: letter.campaignId, personId })))
  }
  await insertLetterReturned(tx, untold, at)
  await goOn(tx, [...again.email, ...again.letter])
  for (const campaignId of again.email) await enqueueSending(tx, campaignId)
  for (const campaignId of again.letter) await enqueueLetters(tx, campaignId)
  return { ...counted, untold: untold.length }
}

/** With a code of its own: the old one, scanned twice, must not close the letter that may follow. */
type Contact = Pick<Parameters<typeof planNext>[1], 'channel' | 'recipient' | 'domain' | 'code' | 'messageId'>

function nextContact(letter: CameBack): Contact | undefined {
  const { recipient, listed, tried } = letter
  // Purged, or on the list no more: the words of this notice are not theirs to read.
  if (!recipient || !(listed || letter.onNoList)) return undefined
  // An address that the list in force no longer gives may be somebody else's.
  const known = listed ? listed.email : recipient.email
  const email = known && !tried.includes(known) ? known : undefined
  const postal = anotherAddress(letter, recipient)
  if (email) {
    // If the e-mail fails in turn, the ladder goes to a letter: to another address than this one, or nowhere.
    const next: Recipient = { ...recipient, email, postal }
    const { noticeSha256 } = letter
    const code = drawCode()
    const campaign = { reference: letter.campaign, senderAddress: letter.senderAddress }
    const messageId = (id: number) =>
      messageIdOf({ id, key: letter.addresseeKey, noticeSha256, code }, campaign)
    return { channel: 'email', recipient: next, domain: domainOf(email), code, messageId }
  }
  if (!postal) return undefined
  const next = { ...recipient, postal }
  return { channel: 'letter', recipient: next, domain: null, code: drawCode(), messageId: () => null }
}

/** The address of the list in force, when an envelope can carry it and no letter came back from it. */
function anotherAddress(letter: CameBack, recipient: Recipient): Recipient['postal'] {
  const address = letter.listed?.postal
  if (!address || !blockOf(recipient, address)) return null
  const failed = [recipient.postal, ...letter.failed].map((one) => one && blockOf(recipient, one))
  return failed.includes(blockOf(recipient, address)) ? null : address
}

function blockOf(recipient: Recipient, postal: NonNullable<Recipient['postal']>): string | undefined {
  const [address_1, address_2, address_3, address_4] = postal.lines
  const { postcode, city, country } = postal
  const lines = { address_1, address_2, address_3, address_4 }
  const block = postalBlock({ recipient: recipient.name.surname, ...lines, postcode, city, country } as never)
  return block.ok ? block.lines.join('\n') : undefined
}
