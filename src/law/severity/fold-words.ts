/** Lower case, no accents, apostrophes, hyphens and underscores as spaces: « Numéros de sécurité sociale » and `numero-de-securite-sociale` meet. */
export function fold(text: string): string {
  return text
    .replace(/salarié(?:e?s)?(?!\p{L})/giu, ' employees ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/n°/g, ' numero ')
    .replace(/[’'`_\-–—‑]/g, ' ')
    .replace(/\b(no|nr|n)\./g, '$1')
    .replace(/\be mail/g, 'email')
    .replace(/[^\p{L}\p{N}\s,;:/.()&+<>~]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const DENIAL =
  /\b(?:no(?! longer)|not|none|nor|neither|never|without|excluding|except|excluded|unaffected|non|pas|aucun(?:e|es|s)?|sans|ni|hors|sauf|hormis|jamais|exclue?s?)\b/
const JOINS_DENIED = /\b(?:or|nor|ou|ni)\b/

/** Protection denied is not data denied: « passwords not encrypted » are passwords. */
const UNPROTECTED =
  /\b(?:not|non|un|never|pas|without|sans|no)\s+(?:\w+\s+)?(?:encrypt\w*|hash\w*|hach\w*|chiffr\w*|crypt\w*|salt\w*|sel|sale\w*|proteg\w*|protect\w*|anonym\w*|pseudonym\w*|password protect\w*)\b|\bun(?:encrypted|hashed|salted|protected)\b/g

export interface Clause {
  readonly text: string
  readonly negated: boolean
}

/**
 * Cuts a free text into clauses and says which are denied. A denial holds to the next comma or “and”; where the clauses after
 * it are joined by “or” (“no health, bank or financial data”), to the end of that list.
 */
export function clausesOf(entry: string): readonly Clause[] {
  return hashedAsOneWord(fold(entry).replace(UNPROTECTED, 'clear'))
    .split(/[;.]|\b(?:but|however|mais)\b/)
    .flatMap(clausesOfSentence)
}

const PASSWORDS = /\b(?:pass ?words?|pwds?|mots? de passe|passphrases?)\b/g
const HASHED =
  /\b(?:hash\w*|hach\w*|salt\w*|sale\w*|sels?|bcrypt\w*|argon2?\w*|scrypt\w*|pbkdf2?|encrypted|chiffre\w*|cryptographic\w*)\b/

const HASHED_CREDENTIALS =
  /\b(?:hash\w*|hach\w*|salted) (?:\w+ ){0,2}(?:credentials?|identifiants)\b|\b(?:credentials?|identifiants)\s*[:(](?=\s*(?:\w+ ){0,2}(?:hash|hach|salted))/g

/** « passwords (hashed and salted) » speaks of one thing: the words are joined before the text is cut. */
function hashedAsOneWord(text: string): string {
  if (!HASHED.test(text)) return text
  return text.replace(HASHED_CREDENTIALS, ' hashedpassword ').replace(PASSWORDS, 'hashedpassword')
}

function clausesOfSentence(sentence: string): readonly Clause[] {
  const joined = JOINS_DENIED.test(sentence)
  let denied = false
  return sentence
    .split(/[,:/()&+<>]|\b(?:and|et|or|ou|nor|ni|as well as|ainsi que)\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      // “account no” ends with a number, not with a denial.
      const text = part.replace(/\bno$/, 'number')
      denied = DENIAL.test(text) || (denied && joined)
      return { text, negated: denied }
    })
}
