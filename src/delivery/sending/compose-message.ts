import {
  compileNotice,
  messageFor,
  type NoticeRecipient,
  type NoticeTree,
  type RenderedNotice,
} from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { ZONE } from '../../platform/i18n.ts'
import { noticesOf } from '../campaign-store.ts'
import type { Campaign, Recipient } from '../model.ts'
import { categoriesOfRows } from '../row-categories.ts'

export type Render = (recipient: NoticeRecipient) => RenderedNotice

/** The texts of a campaign, compiled once and used for every recipient. Keys are notice version ids. */
export async function compiledNotices(tx: Tx, campaignId: number): Promise<Map<number, Render>> {
  const versions = await noticesOf(tx, campaignId)
  return new Map(versions.map((version) => [version.id, compileNotice(version.tree as NoticeTree)]))
}

/** A recipient of the ledger as the notices name them. */
export function noticeRecipient(recipient: Recipient, code: string, at: Temporal.Instant): NoticeRecipient {
  const { civility, firstNames, surname } = recipient.name
  return {
    addressee: [civility, firstNames, surname].filter(Boolean).join(' '),
    persons: recipient.covers.map((covered) => ({
      name: `${covered.firstNames} ${covered.surname}`,
      minor: covered.minor,
      isAddressee: covered.isAddressee,
      exposed: categoriesOfRows(covered.categories),
      ...(covered.contract ? { contract: covered.contract } : {}),
    })),
    reference: code,
    writtenOn: at.toZonedDateTimeISO(ZONE).toPlainDate(),
  }
}

/** The e-mail of one delivery, in ASCII, ready to be handed over. @throws notices.unsafeHeader for an address no relay takes */
export function composeEmail(
  render: Render,
  campaign: Pick<Campaign, 'senderName' | 'senderAddress'>,
  delivery: { recipient: Recipient; code: string; messageId: string },
  at: Temporal.Instant,
): string {
  const { recipient, code, messageId } = delivery
  const person = noticeRecipient(recipient, code, at)
  return messageFor(render(person), {
    from: { name: campaign.senderName, address: campaign.senderAddress },
    to: { name: person.addressee, address: recipient.email ?? '' },
    messageId: `<${messageId}>`,
    writtenAt: at,
  }).toString('latin1')
}
