import type { NoticeLocale } from '../model.ts'

interface Flaw {
  readonly fr: string
  readonly en: string
  readonly found: RegExp
}

/** What real notices went out with: scrubbed addresses, raw emoji codes, stray markup, "(lien)" without a link. */
const FLAWS: readonly Flaw[] = [
  { fr: 'texte vide', en: 'empty text', found: /^\s*$/ },
  { fr: 'texte entre crochets', en: 'text in square brackets', found: /\[[^\]]*\]/ },
  {
    fr: 'champ non rempli',
    en: 'open field',
    found: /\{(?!\{reference\}\})(?<!\{\{)|\bundefined\b|\bnull\b|\bNaN\b|_{3,}|\bX{3,}\b|\?{3,}/,
  },
  { fr: 'code d’émoji', en: 'emoji code', found: /:[\p{L}][\p{L}_]*[\p{L}]:/u },
  {
    fr: 'reste de mise en forme',
    en: 'stray markup',
    found: /\*\*|__|<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;|^#+ |`/i,
  },
  {
    fr: 'lien',
    en: 'link',
    found: /https?:|\bwww\.|\((lien|link|ici|here|cliquez)[^)]*\)|\bclique[rz] (ici|sur)\b|\bclick here\b/i,
  },
  {
    fr: 'adresse électronique masquée',
    en: 'masked e-mail address',
    found: /email.?protected|\(at\)|@(?![\w-]+\.)|(?<![\w.+-])@/i,
  },
  { fr: 'caractère abîmé', en: 'damaged character', found: /\ufffd|Ã[\u0080-\u00bf]|â€/ },
]

/** The flaws of a text that a recipient must never see, named in the reader's language. */
export function findFlaws(text: string, locale: NoticeLocale): string[] {
  return FLAWS.filter(({ found }) => found.test(text)).map((flaw) => flaw[locale])
}
