import { communicationsOf } from '../../communications/index.ts'
import type { Tx } from '../../platform/database.ts'
import { formatInstant, type Locale } from '../../platform/i18n.ts'

/** Kinds that reach people nobody could write to. */
const TO_THE_PUBLIC = ['press', 'web_page', 'phone_message']

/** The official communications that stand in for a message to one person: title, where, since when. From the register of communications. */
export async function publicOnes(tx: Tx, incidentId: string, locale: Locale): Promise<string[]> {
  const official = (await communicationsOf(tx, incidentId)).filter(
    ({ kind, state }) => state === 'official' && TO_THE_PUBLIC.includes(kind),
  )
  return official.map(({ reference, title, place, officialAt }) =>
    [title, place, officialAt && formatInstant(officialAt, locale), reference].filter(Boolean).join(', '),
  )
}
