import { randomBytes } from 'node:crypto'
import type { Addressee } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { NoticeVersion } from '../campaign-store.ts'
import { type Campaign, domainOf, messageIdOf } from '../model.ts'
import { drawDeliveryIds, type PlannedDelivery } from './plan-store.ts'

/** One delivery for each addressee of a page: by e-mail where one is known, else by letter. */
export async function planDeliveries(
  tx: Tx,
  page: readonly Addressee[],
  campaign: Campaign,
  noticeOf: (addressee: Addressee) => NoticeVersion | undefined,
): Promise<PlannedDelivery[]> {
  const ids = await drawDeliveryIds(tx, page.length)
  return page.map((addressee, index) => {
    const id = ids[index]
    const notice = noticeOf(addressee)
    const { forRelatives: _, ...recipient } = addressee
    if (id === undefined || !notice) throw new Error('planning out of step')
    const messageId = messageIdOf({ id, key: recipient.key, noticeSha256: notice.sha256 }, campaign)
    const byEmail = recipient.email !== null
    return {
      id,
      noticeVersionId: notice.id,
      channel: byEmail ? 'email' : 'letter',
      recipient,
      domain: recipient.email === null ? null : domainOf(recipient.email),
      messageId: byEmail ? messageId : null,
      code: drawCode(),
    }
  })
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K3M-9QXT`: 40 random bits in Crockford's base 32, easy to read over a telephone. */
function drawCode(): string {
  const symbols = [...randomBytes(8)].map((byte) => SYMBOLS[byte % 32]).join('')
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`
}
