import type { lawRefusals } from '../refusals.ts'

/** What test vectors write under `error`, and the refusal that answers to it. */
const TEXTS: Readonly<Record<string, keyof typeof lawRefusals>> = {
  'nonexistent local time': 'nonexistentLocalTime',
  'non-existent local time': 'nonexistentLocalTime',
  'ambiguous local time': 'ambiguousLocalTime',
  'wrong offset': 'wrongOffset',
  'offset mismatch': 'wrongOffset',
  'unknown zone': 'unknownZone',
  'invalid zone': 'unknownZone',
  'unknown rule': 'unknownClock',
  'unknown param': 'unknownParam',
  'missing param': 'missingParam',
  'invalid instant': 'notAnInstant',
  'not an instant': 'notAnInstant',
  'invalid date': 'impossibleDate',
  'impossible date': 'impossibleDate',
  'leap second': 'leapSecond',
  'year out of range': 'yearOutOfRange',
  contradiction: 'contradiction',
}

/** What other words for the two times of a clock change hold. */
const SIGNS: readonly (readonly [RegExp, keyof typeof lawRefusals])[] = [
  [/non-?existent|does not exist|missing hour|gap|skipped|inexist/, 'nonexistentLocalTime'],
  [/ambiguous|ambigu|repeated|twice|fold/, 'ambiguousLocalTime'],
]

/** The code of a refusal, from the words of a vector or from the code itself; undefined for words nobody mapped. */
export function errorCode(text: string): string | undefined {
  if (text.startsWith('law.')) return text
  const plain = text
    .toLowerCase()
    .replace(/\s*[(:;,].*$/, '')
    .trim()
  const name = TEXTS[plain] ?? SIGNS.find(([sign]) => sign.test(plain))?.[1]
  return name && `law.${name}`
}
