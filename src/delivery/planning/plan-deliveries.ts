import type { Addressee } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { NoticeVersion } from '../campaign-store.ts'
import { type Campaign, domainOf, messageIdOf } from '../model.ts'
import { drawCode } from './draw-code.ts'
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
    const code = drawCode()
    const messageId = messageIdOf({ id, key: recipient.key, noticeSha256: notice.sha256, code }, campaign)
    const byEmail = recipient.email !== null
    return {
      id,
      noticeVersionId: notice.id,
      channel: byEmail ? 'email' : 'letter',
      recipient,
      domain: recipient.email === null ? null : domainOf(recipient.email),
      messageId: byEmail ? messageId : null,
      code,
    }
  })
}
