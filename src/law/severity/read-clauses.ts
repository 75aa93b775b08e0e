import { fold } from './fold-words.ts'

export interface Clause {
  readonly text: string
  readonly denied: boolean
}

/**
 * Cuts a free text into clauses and says which are denied (« sans données bancaires », “bank data not affected”). Only what is plainly
 * denied is: a category that is doubted, or whose protection is denied, stays. A denial in front holds to the next comma or “and”; where
 * “or” joins what follows (“no health, bank or financial data”), to the end of that list.
 */
export function clausesOf(entry: string): readonly Clause[] {
  const text = plainDenials(fold(entry).replace(UNPROTECTED, 'clear'))
  return hashedAsOneWord(text)
    .split(/[;.]|\b(?:but|however|mais)\b/)
    .flatMap(clausesOfSentence)
}

/** Protection denied is not data denied: « passwords not encrypted » are passwords. */
const UNPROTECTED =
  /\b(?:not|non|un|never|pas|without|sans|no)\s+(?:\w+\s+)?(?:encrypt\w*|hash\w*|hach\w*|chiffr\w*|crypt\w*|salt\w*|sel|sale\w*|proteg\w*|protect\w*|anonym\w*|pseudonym\w*|password protect\w*)\b|\bun(?:encrypted|hashed|salted|protected)\b/g

const OTHER_THAN =
  /\b(?:no|aucune?s?|pas d|nothing|rien d)\b[^,;.]*?\b(?:other than|autres? que|apart from|besides|beyond|except|hormis|en dehors d[eu]s?)\b/g
const NONE_BEHIND =
  /\s*(?::\s*(?:none|no|non|aucune?s?|neant|nil|n\/a)\b|\(\s*(?:none|no|non|aucune?s?)\s*\))/g

/** « health data: none » says what “no health data” says; “no data other than names” says names. */
const plainDenials = (text: string) => text.replace(OTHER_THAN, ' ').replace(NONE_BEHIND, ' not affected')

const PASSWORDS = /\b(?:pass ?words?|pwds?|mots? de passe|passphrases?)\b/g
const HASHED =
  /\b(?:hash\w*|hach\w*|salt\w*|sale\w*|sels?|bcrypt\w*|argon2?\w*|scrypt\w*|pbkdf2?|encrypted|chiffre\w*|cryptographic\w*)\b/
/** Hashes that are as good as the password. */
const WEAK = /\b(?:md5|sha ?1|clear|weak\w*|faibles?|reversib\w+|obsolete|cracked)\b/
const HASHED_CREDENTIALS =
  /\b(?:hash\w*|hach\w*|salted) (?:\w+ ){0,2}(?:credentials?|identifiants)\b|\b(?:credentials?|identifiants)\s*[:(](?=\s*(?:\w+ ){0,2}(?:hash|hach|salted))/g

/** « passwords (hashed and salted) » speaks of one thing: the words are joined before the text is cut. */
function hashedAsOneWord(text: string): string {
  if (WEAK.test(text)) return text.replace(/\b(?:password )?hash(?:es)?\b/g, 'passwords')
  if (!HASHED.test(text)) return text
  return text.replace(HASHED_CREDENTIALS, ' hashedpassword ').replace(PASSWORDS, 'hashedpassword')
}

/** Denials that stand before what they deny. “account no” and “passport no 12” are numbers. */
const IN_FRONT =
  '(?:no(?! longer| ?\\d|$)|without|sans|excluding|except|excepte|hors|sauf|hormis|aucune?s?|pas (?:de|d)|neither|nor|ni)'
const STARTS_DENIED = new RegExp(`^(?:${IN_FRONT}|not(?! only)|pas(?! seulement)) `)
/** “not affected” denies; “not deleted”, “not confirmed”, “cannot be excluded” do not. */
const DENIED_BEHIND =
  /\b(?:not|never|non|pas|jamais)(?: been| ete)? (?:affected|included|involved|exposed|compromised|leaked|concerned|present|accessed|stolen|taken|part|touch\w+|expos\w+|concern\w+|compromis\w*|inclus\w*|present\w*|affect\w+|vise\w*|vole\w*)\b|\bunaffected\b|(?<!\b(?:not|be|pas|non|etre) )\b(?:excluded|exclue?s?)\b/

const SEPARATOR = new RegExp(
  `([,:/()&+<>]|\\b(?:and|et|or|ou|nor|ni|as well as|ainsi que)\\b|(?=\\b${IN_FRONT} ))`,
)
const ALTERNATIVE = /^(?:or|ou|nor|ni)$/

function clausesOfSentence(sentence: string): readonly Clause[] {
  const parts = sentence.split(SEPARATOR).map((part) => part?.trim() ?? '')
  const lastAlternative = parts.findLastIndex((part) => ALTERNATIVE.test(part))
  let listDenied = false
  return parts.flatMap((part, index) => {
    // Separators stand at odd places.
    if (index % 2 === 1 || part === '') return []
    const joined = parts.slice(index - 1, index).some((one) => ALTERNATIVE.test(one))
    const before = /^(?:nor|ni)$/.test(parts[index - 1] ?? '')
    const starts = before || STARTS_DENIED.test(`${part} `)
    listDenied = starts || (listDenied && (joined || index < lastAlternative))
    return [{ text: part.replace(/\bno$/, 'number'), denied: listDenied || DENIED_BEHIND.test(part) }]
  })
}
