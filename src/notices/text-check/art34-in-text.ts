import type { Serves } from '../model.ts'

/** Words by which each item of art. 34(2) is told, in French and English. A text may say it otherwise: this only warns. */
const SIGNS: Readonly<Record<Serves, RegExp>> = {
  nature:
    /\b(?:violation|cyber-?attaques?|attaqu|piratage|pirat[eé]|intrusion|fuite|rançongiciel|ransomware|breach|attack|hack|leak|incident)/iu,
  contact:
    /\b(?:DPO|délégué à la protection|data protection officer|service client|relation client|customer service|contactez|contact)\b/iu,
  consequences:
    /\b(?:risques?|conséquences?|usurpation|hameçonnage|phishing|escroquerie|fraude|arnaque|risk|consequence|identity theft|fraud|scam)/iu,
  measures:
    /\b(?:mesures?|déconnect|coup[eé]|notifi|plainte|renforc|changez|changer|ne (?:répondez|donnez|communiquez|cliquez)|vigilan|measures?|disconnect|notified|complaint|change your|do not (?:answer|reply|give))/iu,
}
/** Somewhere to write or call: an address with its domain, a telephone number, a postcode with its town. */
const REACHABLE =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}]{2,}|(?:\+\d{2}[ .]?|\b0)\d(?:[ .\u00a0\u202f]?\d{2,3}){3,4}\b|\b\d{5} \p{Lu}/u

/** The items of GDPR art. 34(2) that a text does not seem to say. */
export function missingItems(text: string): Serves[] {
  const items: readonly Serves[] = ['nature', 'contact', 'consequences', 'measures']
  return items.filter((item) => !SIGNS[item].test(text) || (item === 'contact' && !REACHABLE.test(text)))
}
