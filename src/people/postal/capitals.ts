/** Capitals without accents or punctuation: what sorting machines read best. "L’Haÿ" gives "L HAY". */
export function capitals(text: string): string {
  return text
    .toLocaleUpperCase('fr')
    .replace(/Œ/g, 'OE')
    .replace(/Æ/g, 'AE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
}
