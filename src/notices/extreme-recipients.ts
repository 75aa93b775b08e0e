import { Temporal } from '../platform/clock.ts'
import type { NoticeRecipient } from './model.ts'

const writtenOn = Temporal.PlainDate.from('2026-02-28')
const LONG_NAME = 'Marie-Anastasie-Guillemette-Philippine de Saint-Hippolyte-Montferrand-Lacoste'
/** People who stretch a message: the shortest name, a very long one, signs that must be escaped, a large family. */
export const EXTREMES: readonly NoticeRecipient[] = [
  {
    addressee: 'A B',
    persons: [{ name: 'A B', minor: false, isAddressee: true }],
    reference: 'PROOF-1',
    writtenOn,
  },
  {
    addressee: LONG_NAME,
    persons: [{ name: LONG_NAME, minor: true, isAddressee: false }],
    reference: 'PROOF-2',
    writtenOn,
  },
  {
    addressee: `O'Neil <“&”>`,
    persons: Array.from({ length: 12 }, (_, at) => ({
      name: `Ÿ Œ${at} "<b>"`,
      minor: at > 1,
      isAddressee: at === 0,
    })),
    reference: 'PROOF-3',
    writtenOn,
  },
]
