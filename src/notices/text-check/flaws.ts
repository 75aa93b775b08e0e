import type { NoticeLocale } from '../model.ts'

export type FlawKind =
  | 'masked_email'
  | 'dead_email'
  | 'brackets'
  | 'open_field'
  | 'emoji_code'
  | 'markup'
  | 'link_without_target'
  | 'web_leftover'
  | 'damaged'
  | 'hidden_sign'

interface FlawWords {
  readonly what: string
  readonly todo: string
}

export interface Flaw {
  readonly kind: FlawKind
  readonly fr: FlawWords
  readonly en: FlawWords
  readonly found: RegExp
}

/**
 * What real notices went out with: addresses scrubbed by a web site, raw emoji codes, stray markup, "(lien)" without a link,
 * the furniture of the page they were copied from. In order: at one place the first one is told.
 */
export const FLAWS: readonly Flaw[] = [
  {
    kind: 'masked_email',
    fr: { what: 'adresse électronique masquée', todo: 'Écrivez l’adresse en toutes lettres.' },
    en: { what: 'masked e-mail address', todo: 'Write the address out.' },
    found:
      /\[\s*(?:e-?mail|courriel|mail|adresse)[^\]\n]{0,40}(?:prot[eé]g[eé]e?|protected|masqu[eé]e?|hidden)?\s*\]|e-?mail[\s@\u00a0]+prot(?:ected|[eé]g[eé]e?)|(?<=\S) ?[([{] ?(?:at|arobase) ?[)\]}] ?(?=\S)/giu,
  },
  {
    kind: 'link_without_target',
    fr: {
      what: 'lien sans adresse',
      todo: 'Écrivez l’adresse du site à taper, ou retirez le renvoi.',
    },
    en: { what: 'link without an address', todo: 'Write the address to type, or remove the reference.' },
    found:
      /\(\s*(?:lien|link|ici|here|voir|site|cliquez|click)(?: (?:ici|here|ci-dessous|below|vers[^)\n]{0,30}))?\s*\)|\b(?:cliqu(?:ez|er|ant)|click(?:ing)?)\s+(?:ici|sur ce lien|here|on this link)\b|\b(?:via|sur|par|at|with) ce lien\s*:?\s*$/gimu,
  },
  {
    kind: 'open_field',
    fr: { what: 'champ non rempli', todo: 'Remplissez ce champ, ou retirez la phrase.' },
    en: { what: 'open field', todo: 'Fill in this field, or remove the sentence.' },
    found:
      /\{\{?(?!reference\}\})[^{}\n]{0,60}\}?\}|\{(?!\{?reference\}\})|\b(?:undefined|NaN)\b|\bnull\b(?! et| and)|_{3,}|\b[Xx]{3,}\b|\?{3,}|\b(?:à compléter|à remplir|TBC|TBD|lorem ipsum)\b|«\s*»|<<[^<>\n]{1,40}>>/gu,
  },
  {
    kind: 'brackets',
    fr: {
      what: 'texte entre crochets',
      todo: 'Remplacez ce repère par le texte définitif, ou retirez les crochets.',
    },
    en: {
      what: 'text in square brackets',
      todo: 'Replace this placeholder by the final text, or remove the brackets.',
    },
    found: /\[[^\]\n]{0,80}\]/gu,
  },
  {
    kind: 'emoji_code',
    fr: { what: 'code d’émoji', todo: 'Retirez ce code : le lecteur le verrait tel quel.' },
    en: { what: 'emoji code', todo: 'Remove this code: the reader would see it as it is.' },
    found: /(?<![\p{L}\p{N}/]):\p{L}[\p{L}\p{M}\p{N}_+-]{1,40}:(?![\p{L}\p{N}/])/gu,
  },
  {
    kind: 'web_leftover',
    fr: {
      what: 'reste de la page d’où vient le texte',
      todo: 'Retirez cette ligne : elle ne s’adresse pas au lecteur.',
    },
    en: {
      what: 'leftover of the page the text comes from',
      todo: 'Remove this line: it does not speak to the reader.',
    },
    found:
      /^[ \t]*(?:(?:temps|durée) de lecture\b.*|reading time\b.*|(?:environ |about )?\d{1,3}[ \u00a0]?min(?:ute)?s?\.? (?:de lecture|read)\b.*|partager(?: (?:sur|cet article).*)?[ \u00a0]?:?|share (?:this|on)\b.*|lire (?:aussi|la suite)\b.*|read (?:more|also)\b.*|laisser un commentaire|leave a (?:comment|reply)|article (?:précédent|suivant)|(?:previous|next) (?:article|post)|your email address will not be published.*|newsletter|s[’']inscrire|subscribe|imprimer|print)[ \t]*$|\b(?:recevez|inscrivez-vous à|abonnez-vous à|subscribe to) (?:la|notre|our|the) newsletter\b|\baccept(?:er|ez)? (?:tous )?les cookies\b|\baccept (?:all )?cookies\b/gimu,
  },
  {
    kind: 'markup',
    fr: { what: 'reste de mise en forme', todo: 'Retirez ces signes.' },
    en: { what: 'stray markup', todo: 'Remove these signs.' },
    found:
      /\*\*(?:[^*\n]+\*\*)?|(?<![\p{L}\p{N}_])__(?:[^_\n]+__)?|<\/?[a-z][a-z0-9-]*(?: [^<>\n]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});|^#{1,6} |`/gimu,
  },
  {
    kind: 'dead_email',
    fr: {
      what: 'adresse électronique qui ne peut pas exister',
      todo: 'Corrigez l’adresse : un lecteur ne pourrait pas y écrire.',
    },
    en: {
      what: 'e-mail address that cannot exist',
      todo: 'Correct the address: a reader could not write to it.',
    },
    found:
      /(?<![\p{L}\p{N}._%+-])@(?![\p{L}\p{N}])|[\p{L}\p{N}._%+-]{1,64}@(?![\p{L}\p{N}])|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])|[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){0,8}\.[\p{L}\p{N}.-]{0,63}/gu,
  },
  {
    kind: 'damaged',
    fr: { what: 'caractère abîmé', todo: 'Enregistrez de nouveau le texte en UTF-8, puis corrigez ce mot.' },
    en: { what: 'damaged character', todo: 'Save the text again as UTF-8, then correct this word.' },
    found: /\ufffd|Ã[\u0080-\u00bf]|â€|Â[\u00a0-\u00bf]/gu,
  },
  {
    kind: 'hidden_sign',
    fr: {
      what: 'signe invisible',
      todo: 'Retirez ce signe : il coupe les mots et gêne les lecteurs d’écran.',
    },
    en: { what: 'invisible sign', todo: 'Remove this sign: it cuts words and disturbs screen readers.' },
    found: /(?![\t\n\r])[\p{Cc}\p{Cf}\u2028\u2029]/gu,
  },
]

/** A notice holds no link at all; any text may name a site, which is only said. */
export const LINK = /\bhttps?:\/\/[^\s<>()«»"*]+|\bwww\.[^\s<>()«»"*]+/giu

/** The flaws of a text that a recipient must never see, named in the reader's language. */
export function findFlaws(text: string, locale: NoticeLocale): string[] {
  const words = { fr: { empty: 'texte vide', link: 'lien' }, en: { empty: 'empty text', link: 'link' } }[
    locale
  ]
  if (text.trim() === '') return [words.empty]
  const linked = text.search(LINK) >= 0 || text.search(LINKING) >= 0
  const found = FLAWS.filter(({ kind, found }) => kind !== 'link_without_target' && text.search(found) >= 0)
  return [...found.map((flaw) => flaw[locale].what), ...(linked ? [words.link] : [])]
}

const LINKING = FLAWS.find(({ kind }) => kind === 'link_without_target')!.found
