import type { Addressee } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Recipient, UntoldReason } from '../model.ts'
import { kindFor } from '../planning/prepare-campaign.ts'
import { type Cause, type Owed, type ToldMessage, toldMessages } from './correction-store.ts'

const PAGE = 2000

/**
 * Readers whom no list names any longer: they are written to where the message that told them was accepted, unless the
 * register says since that they died or that their address is secret.
 */
export async function* formerReaders(tx: Tx, cause: Cause) {
  let after = 0
  for (;;) {
    const page = await toldMessages(tx, cause, after, PAGE)
    const last = page.at(-1)
    if (!last) return
    after = last.deliveryId
    const reached = page.map((message) => ({ message, to: readerOf(message) }))
    yield {
      addressees: reached.flatMap(({ to }) => (typeof to === 'string' ? [] : [to])),
      owed: new Map<number, Owed>(
        page.flatMap(({ persons, ...one }) => persons.map((id) => [id, owedBy(id, one)])),
      ),
      untold: reached.flatMap(({ message, to }) =>
        typeof to === 'string' ? message.persons.map((personId) => ({ personId, reason: to })) : [],
      ),
    }
  }
}

function owedBy(personId: number, message: Omit<ToldMessage, 'persons'>): Owed {
  const { deliveryId, noticeVersionId, channel, recipient } = message
  return { personId, deliveryId, noticeVersionId, channel, email: recipient?.email ?? null }
}

function readerOf(message: ToldMessage): Addressee | UntoldReason {
  const { recipient, channel, deceased, protectedAddress } = message
  if (deceased) return 'deceased'
  if (!recipient) return 'no_contact'
  const postal = protectedAddress ? null : recipient.postal
  // A letter told them: their e-mail, where they have one, did not.
  const email = channel === 'letter' && postal ? null : recipient.email
  if (!email && !postal) return protectedAddress ? 'protected_address' : 'no_contact'
  return { ...recipient, ...coversOf(recipient, message), email, postal, forRelatives: false }
}

function coversOf(recipient: Recipient, { persons }: ToldMessage): Pick<Recipient, 'covers' | 'kind'> {
  const covers = recipient.covers.filter(({ personId }) => persons.includes(personId))
  return {
    covers,
    kind: covers.length === recipient.covers.length ? recipient.kind : kindFor(recipient.kind, covers),
  }
}
