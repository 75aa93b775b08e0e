/** `y.kerbrat@messagerie.example` gives `y…t@messagerie.example`: enough to recognise, too little to copy. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '…'
  const local = email.slice(0, at)
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ''}${email.slice(at)}`
}

/** Thirteen or fifteen characters shaped like a NIR, Corsica included: never to be typed here (promise 5). */
export function looksLikeNir(text: string): boolean {
  return /(?<!\d)[1-478]\d{4}(?:\d\d|2[ab])\d{6}(?:\d\d)?(?!\d)/i.test(text.replace(/[\s.\-_]/g, ''))
}
