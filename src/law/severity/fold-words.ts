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
