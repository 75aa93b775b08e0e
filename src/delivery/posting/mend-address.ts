import { findNationalId } from '../../incident/index.ts'
import { type Actor, record } from '../../journal/index.ts'
import { type PostalReason, postalBlock } from '../../people/postal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { enqueueLetters } from '../enqueue-jobs.ts'
import type { Recipient } from '../model.ts'
import { drawCode } from '../planning/draw-code.ts'
import { insertMended, letterToMend, type ToMend } from './mend-store.ts'
import { postingRefusals } from './refusals.ts'
import { goOn, planNext } from './return-store.ts'

/** Who gave the corrected address. Said in words of ours: a free text could hold more than it should. */
export const ADDRESS_SOURCES = ['addressee', 'register', 'post', 'typing'] as const
export type AddressSource = (typeof ADDRESS_SOURCES)[number]

export interface Mending {
  readonly incidentId: string
  /** The letter that could not leave, or came back. */
  readonly deliveryId: number
  readonly postal: NonNullable<Recipient['postal']>
  readonly source: AddressSource
}

/**
 * Sends a letter again to an address that a person corrected: the same words, a code of its own, covering those whom
 * nothing else is on its way to. Who corrected it, when and from what is kept; the old address stays with the old letter.
 * @throws delivery.nothingToMend, delivery.addressNotUsable, delivery.addressHoldsNir
 */
export async function mendAddress(
  platform: Platform,
  mending: Mending,
  by: { readonly actor: Actor; readonly name: string },
): Promise<{ deliveryId: number; persons: number }> {
  const { incidentId, deliveryId, postal, source } = mending
  return platform.db.transaction(async (tx) => {
    const letter = await letterToMend(tx, incidentId, deliveryId)
    if (!letter) throw postingRefusals.nothingToMend({ delivery: deliveryId })
    checkUsable(letter.recipient, postal)
    const at = platform.clock.now()
    const next = await planNext(
      tx,
      {
        follows: deliveryId,
        channel: 'letter',
        recipient: { ...letter.recipient, postal, covers: covering(letter) },
        persons: letter.persons,
        domain: null,
        code: drawCode(),
        messageId: () => null,
      },
      at,
    )
    await insertMended(tx, { deliveryId: next, userName: by.name, source }, at)
    await goOn(tx, [letter.campaignId])
    await enqueueLetters(tx, letter.campaignId)
    const payload = { delivery: next, follows: deliveryId, source, persons: letter.persons.length }
    await record(tx, platform.clock, { actor: by.actor, kind: 'letters.address-mended', incidentId, payload })
    return { deliveryId: next, persons: letter.persons.length }
  })
}

/** Somebody told since by another message is named in this one no more. */
function covering({ recipient, persons }: ToMend): Recipient['covers'] {
  return recipient.covers.filter(({ personId }) => persons.includes(personId))
}

function checkUsable({ name }: Recipient, postal: NonNullable<Recipient['postal']>): void {
  if (findNationalId(postal) !== undefined) throw postingRefusals.addressHoldsNir()
  const recipient = [name.civility, name.firstNames, name.surname].filter(Boolean).join(' ')
  const [address_1 = null, address_2 = null, address_3 = null, address_4 = null] = postal.lines
  const { postcode, city, country } = postal
  const block = postalBlock({
    recipient,
    address_1,
    address_2,
    address_3,
    address_4,
    postcode,
    city,
    country,
  })
  if (!block.ok) throw postingRefusals.addressNotUsable({ reason: block.reason satisfies PostalReason })
}
