import type { NoticeLocale } from '../model.ts'

/** A mail address that could be written to. Not the grammar of RFC 5322: what people's addresses look like. */
export function isMailAddress(text: string): boolean {
  return (
    /^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(text) &&
    !/\.\.|\.@|^\./.test(text)
  )
}

const PLACEHOLDER = /@(?:exemple|example|domaine|domain|email|test|xxx+)\.(?:com|fr|org|net)$/i

/** A French number, an international one, or a short one of four digits; separators aside, and words around it allowed. */
function holdsPhone(text: string): boolean {
  const runs = text.match(/\+?\d[\d\s.\-()\u00a0\u202f/]*/g) ?? []
  return runs.some((run) => {
    const digits = run.replace(/[^\d+]/g, '')
    return /^(?:0\d{9}|\+\d{8,15}|00\d{8,15}|3\d{3}|1\d{3})$/.test(digits) && !/^0+$/.test(digits)
  })
}

const WORDS = {
  fr: {
    mail: 'adresse électronique qui ne peut pas exister',
    example: 'adresse électronique d’exemple',
    phone: 'numéro de téléphone incomplet ou impossible',
    postal: 'adresse postale sans code postal ni ville',
  },
  en: {
    mail: 'e-mail address that cannot exist',
    example: 'placeholder e-mail address',
    phone: 'incomplete or impossible telephone number',
    postal: 'postal address without postcode and town',
  },
}

export type ContactKind = 'mail' | 'phone' | 'postal'

/** Why a contact would lead nowhere, in the reader's language; undefined when it looks alive. */
export function deadContact(
  kind: ContactKind,
  lines: readonly string[],
  locale: NoticeLocale,
): string | undefined {
  const words = WORDS[locale]
  const first = lines[0] ?? ''
  if (kind === 'mail')
    return !isMailAddress(first) ? words.mail : PLACEHOLDER.test(first) ? words.example : undefined
  if (kind === 'phone') return holdsPhone(first) ? undefined : words.phone
  const hasPlace = lines.some((line) => /\b\d{4,6}\s+\p{L}{2,}|\p{L}{2,}.*\b\d{4,6}$/u.test(line))
  // Abroad, postcodes hold letters or none is used: three lines are then taken at their word.
  return hasPlace || lines.length > 2 ? undefined : words.postal
}
