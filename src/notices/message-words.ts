import type { AudienceKind, MessageWords, NoticeLocale } from './model.ts'
import { en } from './wording/en.ts'
import type { Wording } from './wording/fr.ts'
import { fr } from './wording/fr.ts'
import { setFrench } from './wording/typography.ts'

const WORDS: Record<NoticeLocale, Wording> = { fr, en }

/** The words around the fields, as a notice composed now keeps them. */
export function messageWords(locale: NoticeLocale, audience: AudienceKind): MessageWords {
  const { labels, categories } = WORDS[locale]
  const reference = `${labels.reference}${labels.colon}`.trimEnd()
  const isFirm = audience === 'firm'
  return {
    greeting: isFirm ? labels.firmGreeting : labels.greeting,
    reference: locale === 'fr' ? setFrench(reference) : reference,
    you: isFirm ? labels.yourFirm : labels.you,
    minor: labels.minor,
    contract: labels.contract,
    ofRows: labels.ofRows,
    categories,
    ...(audience === 'relative_of_deceased' && { instead: labels.relative }),
  }
}
