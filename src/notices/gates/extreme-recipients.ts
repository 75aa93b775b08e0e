import { Temporal } from '../../platform/clock.ts'
import type { NoticePerson, NoticeRecipient } from '../model.ts'

const writtenOn = Temporal.PlainDate.from('2026-02-28')
const LONG_NAME = 'Marie-Anastasie-Guillemette-Philippine de Saint-Hippolyte-Montferrand-Lacoste'

function recipient(addressee: string, persons: readonly NoticePerson[], number: number): NoticeRecipient {
  return { addressee, persons, reference: `PROOF-${number}`, writtenOn }
}

function self(name: string): NoticePerson {
  return { name, minor: false, isAddressee: true }
}

const other = (name: string, minor: boolean): NoticePerson => ({ name, minor, isAddressee: false })

/**
 * People who stretch a message: the shortest name and no dependants, a very long one and a minor alone, signs that must be
 * escaped, a large family, one person under two contracts, someone who speaks for a person who died, names outside Latin 1.
 */
export const EXTREMES: readonly NoticeRecipient[] = [
  recipient('A B', [self('A B')], 1),
  recipient(LONG_NAME, [other(`${LONG_NAME}-Cadet`, true)], 2),
  recipient(
    `O'Neil <“&”>`,
    Array.from({ length: 12 }, (_, at) => ({
      name: `Ÿ Œ${at} "<b>"`,
      minor: at > 1,
      isAddressee: at === 0,
    })),
    3,
  ),
  recipient(
    "Jean-Noël D'Hérouville",
    ['0012', '0047'].map((contract) => ({ ...self("Jean-Noël D'Hérouville"), contract })),
    4,
  ),
  recipient('Solange Quéré', [other('Alban Quéré-Le Bihan', false)], 5),
  recipient('Nguyễn Thị Ánh Tuyết', [self('Nguyễn Thị Ánh Tuyết'), other('Đặng Văn Ý', true)], 6),
  recipient('Αλεξάνδρα Παπαδοπούλου', [self('Αλεξάνδρα Παπαδοπούλου'), other('Зоя Щербакова', true)], 7),
]
